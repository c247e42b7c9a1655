"""Cases of the rules about exceptions."""

from __future__ import annotations

from tests.rules.lines import Case

L, X, W = "waiver-too-long", "expired-waiver", "unused-waiver"
S, U, N, B = "suppression-without-reason", "unused-suppression", "unknown-rule", "outdated-baseline"
STORE = "stores/jd.yaml  {name: JD, platform: jd, team: compny}"


def waiver(first: str, last: str, more: str = "") -> str:
    """A workspace with one waiver of an unknown reference."""
    return (
        f"waivers.yaml  {{waivers: [{{rule: unknown-reference, record: 'store:jd', reason: moves, owner: li-na, "
        f"approved_by: li-na, from: {first}, until: {last}}}]}}\n{STORE}\n{more}"
    )


CASES = (
    Case(L, "a-quarter-and-a-day", waiver("2026-01-01", "2026-04-01"), ("waivers.yaml: 2026-04-01",)),
    Case(L, "reversed", waiver("2026-01-02", "2026-01-01"), ("waivers.yaml: 2026-01-01",)),
    Case(L, "own-limit", waiver("2026-01-01", "2026-01-31",
                                "opsctl.yaml  {opsctl: 1, name: A, checks: {thresholds: {waiver-days: 30}}}"),
         ("waivers.yaml: 2026-01-31",)),
    Case(L, "ninety-days", waiver("2026-01-01", "2026-03-31")),
    Case(L, "one-day", waiver("2026-01-01", "2026-01-01")),
    Case(L, "no-waivers", STORE),
    Case(L, "longer-limit", waiver("2026-01-01", "2026-12-31",
                                   "opsctl.yaml  {opsctl: 1, name: A, checks: {thresholds: {waiver-days: 365}}}")),
    Case(X, "over", waiver("2026-01-01", "2026-03-31"), ("waivers.yaml: 2026-03-31",)),
    Case(X, "last-day", waiver("2999-11-01", "2999-12-01")),
    Case(X, "not-begun", waiver("2999-12-02", "2999-12-31")),
    Case(W, "nothing-there", waiver("2999-11-01", "2999-12-31").replace("compny", "company"),
         ("waivers.yaml: unknown-reference",)),
    Case(W, "used", waiver("2999-11-01", "2999-12-31")),
    Case(W, "expired-says-enough", waiver("2026-01-01", "2026-03-31").replace("compny", "company")),
    Case(W, "off", waiver("2999-11-01", "2999-12-31", "opsctl.yaml  {opsctl: 1, name: A, checks: {severity: "
                          "{unknown-reference: off}}}")),
    Case(S, "no-reason", f"{STORE}  # opsctl: ignore[REF102]", ("stores/jd.yaml: # opsctl: ignore[RE…",)),
    Case(S, "no-rule", f"{STORE}  # opsctl: ignore later", ("stores/jd.yaml: # opsctl: ignore la…",)),
    Case(S, "empty-bracket", f"{STORE}  # opsctl: ignore[] later", ("stores/jd.yaml: # opsctl: ignore[] …",)),
    Case(S, "both", f"{STORE}  # opsctl: ignore[REF102] moves"),
    Case(S, "in-chinese", f"{STORE}  # opsctl: ignore[unknown-reference] 周一迁入"),
    Case(S, "another-comment", f"{STORE}  # opsctl is told to ignore[REF102]"),
    Case(S, "a-text", "stores/jd.yaml  {name: '# opsctl: ignore', platform: jd, team: company}"),
    Case(U, "mended", f"{STORE.replace('compny', 'company')}  # opsctl: ignore[REF102] moves",
         ("stores/jd.yaml: # opsctl: ignore[RE…",)),
    Case(U, "used", f"{STORE}  # opsctl: ignore[REF102] moves"),
    Case(U, "rule-of-a-higher-rigor", f"{STORE}  # opsctl: ignore[REF102, goal-without-baseline] moves"),
    Case(N, "in-a-comment", f"{STORE}  # opsctl: ignore[REF999] moves", ("stores/jd.yaml: # opsctl: ignore[RE…",)),
    Case(N, "in-a-waiver", waiver("2999-11-01", "2999-12-31").replace("unknown-", "unknwn-"),
         ("waivers.yaml: unknwn-reference",)),
    Case(N, "by-code", waiver("2999-11-01", "2999-12-31").replace("unknown-reference", "REF102")),
    Case(N, "by-name", waiver("2999-11-01", "2999-12-31")),
    Case(N, "settings", "opsctl.yaml  {opsctl: 1, name: A, checks: {severity: {REF102: off}}}"),
    Case(B, "gone", 'baseline.json  {"opsctl": 1, "findings": {"store:jd": {"unknown-reference": ["00"]}}}',
         ("baseline.json: ",)),
    Case(B, "empty", 'baseline.json  {"opsctl": 1, "findings": {}}'),
    Case(B, "absent", STORE),
)  # fmt: skip
