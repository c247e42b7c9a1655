"""Cases of the rules about written reviews."""

from __future__ import annotations

from tests.rules.lines import Case

from opsctl.reviewing.written.fences import digest, fenced

STRICT = "opsctl.yaml  {opsctl: 1, name: X, rigor: strict}\n"
ACTION = "{id: A1, does: d, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 0 天}"
SHOP = "stores/shop.yaml  {name: Shop, platform: tmall, team: company}\n"


def week(number: int, front: str = "", page: str = "", scope: str = "company") -> str:
    """A review of an ISO week of 2026 as one line."""
    text = page.replace("\n", "¶")
    tail = f"‖{text}" if text else ""
    return f"reviews/2026-W{number}/{scope}.md  {{owner: li-na{', ' + front if front else ''}}}{tail}\n"


def asked(marks: str) -> str:
    """The block of a review that says what it is asked about."""
    return fenced("waiting", f"<!-- opsctl:waiting {marks} -->\n", digest(""))


def sealed(content: str, name: str = "headline") -> str:
    """A block as opsctl writes it."""
    return fenced(name, content, digest(""))


def month(front: str, page: str) -> str:
    """A review of June."""
    return week(23, front, page).replace("2026-W23", "2026-06")


ON23, ON24 = "reviews/2026-W23/company.md", "reviews/2026-W24/company.md"
MISSING, EARLY, MISS, IDLE = "missing-review", "review-before-data", "miss-without-cause", "cause-without-action"
OUTSIDE, WHYS, HALF, LATE = "all-causes-external", "short-why-chain", "incomplete-action", "overdue-action"
UNDONE, VERDICT, BARE, VAGUE = "action-not-taken", "verdict-missing", "verdict-without-evidence", "vague-review"
BLANK, STALE, BROKEN, LESSON = "placeholder-left", "stale-block", "broken-fence", "lesson-without-home"
CLOSED, DUE = "closed-without-meeting", "due-before-review"

CAUSE = "causes: [{id: C1, metric: gmv_paid, because: b, whys: [1, 2, 3]}]"
SHALLOW = "causes: [{id: C1, metric: gmv_paid, because: b, whys: [1]}]"
BOTH = "causes: [{id: C1, metric: gmv_paid, because: b, kind: external}, {id: C2, metric: cvr, because: b}]"
ACT = f"actions: [{ACTION}]"
NOT_DONE = "verdicts: [{action: A1, verdict: not_done}]"
MET = "verdicts: [{action: A1, verdict: met, evidence: 2 → 0}]"

CASES = (
    Case(MISSING, "a-gap", STRICT + week(22) + week(24), (f"{ON24}: li-na",)),
    Case(
        MISSING,
        "others-went-on",
        STRICT + SHOP + week(22) + week(22, scope="shop") + week(23, scope="shop"),
        ("reviews/2026-W22/company.md: li-na",),
    ),
    Case(MISSING, "no-gap", STRICT + week(22) + week(23) + week(24)),
    Case(MISSING, "one-alone", STRICT + week(22)),
    Case(MISSING, "weeks-and-a-month", STRICT + week(22) + week(23) + month("", "")),
    Case(MISSING, "began-later", STRICT + SHOP + week(22) + week(23) + week(23, scope="shop")),
    Case(MISSING, "a-draft-fills-the-gap", STRICT + week(22) + week(23, "status: draft") + week(24)),
    Case(MISSING, "a-draft-begins-nothing", STRICT + SHOP + week(22, "status: draft", scope="shop") + week(24)),
    Case(MISSING, "rigor-start", week(22) + week(24)),
    Case(EARLY, "two-days-early", STRICT + week(23, "data_until: 2026-06-05"), (f"{ON23}: 2026-06-05",)),
    Case(EARLY, "not-said", STRICT + week(23), (f"{ON23}: li-na",)),
    Case(EARLY, "complete", STRICT + week(23, "data_until: 2026-06-07")),
    Case(EARLY, "later", STRICT + week(23, "data_until: 2026-06-30")),
    Case(EARLY, "draft", STRICT + week(23, "status: draft")),
    Case(
        MISS,
        "asked-and-silent",
        STRICT + week(23, "", asked("cvr=miss gmv_paid=red")),
        (f"{ON23}: li-na", f"{ON23}: li-na"),
    ),
    Case(MISS, "another-cause", STRICT + week(23, CAUSE, asked("cvr=miss")), (f"{ON23}: [{{id: C1, metric: g…",)),
    Case(
        MISS, "by-another-name", STRICT + week(23, "causes: [{id: C1, metric: 转化率, because: b}]", asked("cvr=miss"))
    ),
    Case(MISS, "accepted", STRICT + week(23, "accepted: [{metric: cvr, because: b}]", asked("cvr=miss"))),
    Case(MISS, "nothing-asked", STRICT + week(23, "", asked(""))),
    Case(MISS, "never-written", STRICT + week(23)),
    Case(MISS, "draft", STRICT + week(23, "status: draft", asked("cvr=miss"))),
    Case(IDLE, "no-action", STRICT + week(23, CAUSE, asked("gmv_paid=miss")), (f"{ON23}: {{id: C1, metric: gm…",)),
    Case(
        IDLE,
        "by-from",
        STRICT + week(23, CAUSE + ", actions: [{id: A1, does: d, metric: cvr, from: C1}]", asked("gmv_paid=miss")),
    ),
    Case(IDLE, "by-metric", STRICT + week(23, f"{CAUSE}, {ACT}", asked("gmv_paid=miss"))),
    Case(IDLE, "external", STRICT + week(23, BOTH, asked("gmv_paid=miss"))),
    Case(IDLE, "not-asked", STRICT + week(23, CAUSE, asked("visitors=miss"))),
    Case(
        OUTSIDE,
        "one",
        STRICT + week(23, "causes: [{id: C1, metric: gmv_paid, because: b, kind: external}]"),
        (f"{ON23}: external",),
    ),
    Case(OUTSIDE, "one-inside", STRICT + week(23, BOTH)),
    Case(OUTSIDE, "kind-not-said", STRICT + week(23, CAUSE)),
    Case(OUTSIDE, "no-cause", STRICT + week(23)),
    Case(
        WHYS,
        "month",
        STRICT + month(SHALLOW, asked("gmv_paid=red")),
        ("reviews/2026-06/company.md: {id: C1, metric: gm…",),
    ),
    Case(
        WHYS,
        "red-twice",
        STRICT + week(23, CAUSE, asked("gmv_paid=red")) + week(24, SHALLOW, asked("gmv_paid=red")),
        (f"{ON24}: {{id: C1, metric: gm…",),
    ),
    Case(WHYS, "red-once", STRICT + week(23, CAUSE, asked("gmv_paid=miss")) + week(24, SHALLOW, asked("gmv_paid=red"))),
    Case(WHYS, "amber-month", STRICT + month(SHALLOW, asked("gmv_paid=miss"))),
    Case(WHYS, "deep-month", STRICT + month(CAUSE, asked("gmv_paid=red"))),
    Case(WHYS, "rigor-standard", STRICT.replace("strict", "standard") + month(SHALLOW, asked("gmv_paid=red"))),
    Case(
        HALF,
        "owner",
        week(23, "actions: [{id: A1, does: d, due: 2026-06-12, metric: cvr, expect: 2%}]"),
        (f"{ON23}: A1",),
    ),
    Case(HALF, "all", week(23, "actions: [{id: A1, does: d}]"), (f"{ON23}: A1",)),
    Case(HALF, "complete", week(23, ACT)),
    Case(HALF, "draft", week(23, "status: draft, actions: [{id: A1, does: d}]")),
    Case(HALF, "no-action", week(23)),
    Case(LATE, "others-are-further", STRICT + SHOP + week(23, ACT) + week(24, scope="shop"), (f"{ON23}: 2026-06-12",)),
    Case(LATE, "own-later-review", STRICT + week(23, ACT) + week(24)),
    Case(LATE, "not-due", STRICT + SHOP + week(23, ACT.replace("06-12", "06-19")) + week(24, scope="shop")),
    Case(LATE, "settled", STRICT + SHOP + week(23, f"{ACT}, {MET}") + week(24, scope="shop")),
    Case(UNDONE, "twice", STRICT + week(22, ACT) + week(23, NOT_DONE) + week(24, NOT_DONE), (f"{ON24}: not_done",)),
    Case(UNDONE, "once", STRICT + week(22, ACT) + week(23, NOT_DONE)),
    Case(UNDONE, "then-done", STRICT + week(22, ACT) + week(23, NOT_DONE) + week(24, MET)),
    Case(UNDONE, "tried-twice", STRICT + week(22, ACT) + week(23, MET.replace("met", "not_met")) + week(24, MET)),
    Case(VERDICT, "due", STRICT + week(23, ACT) + week(24), (f"{ON24}: li-na",)),
    Case(
        VERDICT,
        "another-verdict",
        STRICT
        + week(22, ACT.replace("A1", "A2") + "")
        + week(23, MET.replace("A1", "A2") + ", " + ACT)
        + week(24, MET.replace("A1", "A2")),
        (f"{ON24}: [{{action: A2, verdi…",),
    ),
    Case(VERDICT, "given", STRICT + week(23, ACT) + week(24, MET)),
    Case(VERDICT, "not-due", STRICT + week(23, ACT.replace("06-12", "06-15")) + week(24)),
    Case(VERDICT, "another-scope", STRICT + SHOP + week(23, ACT) + week(24, scope="shop")),
    Case(VERDICT, "draft", STRICT + week(23, ACT) + week(24, "status: draft")),
    Case(BARE, "met", week(22, ACT) + week(23, "verdicts: [{action: A1, verdict: met}]"), (f"{ON23}: met",)),
    Case(BARE, "with-evidence", week(22, ACT) + week(23, MET)),
    Case(BARE, "not-done", week(22, ACT) + week(23, NOT_DONE)),
    Case(BARE, "draft", week(22, ACT) + week(23, "status: draft, verdicts: [{action: A1, verdict: met}]")),
    Case(VAGUE, "effect", STRICT + week(23, ACT.replace("0 天", "进一步提升")), (f"{ON23}: 进一步提升",)),
    Case(VAGUE, "evidence", STRICT + week(22, ACT) + week(23, MET.replace("2 → 0", "better")), (f"{ON23}: better",)),
    Case(VAGUE, "with-a-number", STRICT + week(23, ACT.replace("0 天", "提升到 2%"))),
    Case(VAGUE, "work-with-an-effect", STRICT + week(23, ACT.replace("does: d", "does: 优化主图"))),
    Case(VAGUE, "plain-words", STRICT + week(23, CAUSE)),
    Case(BLANK, "section", week(23, "", "## 判断\n\n<!-- 请写：判断 -->\n"), (f"{ON23}: <!-- 请写：判断 -->",)),
    Case(BLANK, "cause", week(23, "causes: [{id: C1, metric: cvr, because: 为什么}]"), (f"{ON23}: 为什么",)),
    Case(BLANK, "mark", week(23, "", "结论待补\n"), (f"{ON23}: 结论待补",)),
    Case(BLANK, "draft", week(23, "status: draft", "<!-- 请写：判断 -->\n")),
    Case(BLANK, "own-comment", week(23, "", "<!-- 会上讨论过 -->\n")),
    Case(BLANK, "longer-text", week(23, "causes: [{id: C1, metric: cvr, because: 为什么没有人看}]")),
    Case(BLANK, "inside-a-block", week(23, "", sealed("- TODO 是店名\n"))),
    Case(STALE, "by-hand", week(23, "", sealed("- 93%\n").replace("93", "99")), (f"{ON23}: <!-- opsctl:begin h…",)),
    Case(
        STALE,
        "empty",
        week(23, "", "<!-- opsctl:begin headline -->\n<!-- opsctl:end -->\n"),
        (f"{ON23}: <!-- opsctl:begin h…",),
    ),
    Case(
        STALE,
        "other-targets",
        week(23, "", fenced("headline", "- 93%\n", digest("x")) + fenced("pace", "", digest("x"))),
        (f"{ON23}: <!-- opsctl:begin h…",),
    ),
    Case(STALE, "as-written", week(23, "", sealed("- 93%\n"))),
    Case(STALE, "written-empty", week(23, "", sealed(""))),
    Case(STALE, "words-outside", week(23, "", "a\n" + sealed("- 93%\n") + "b\n")),
    Case(
        STALE,
        "closed",
        week(23, "status: closed, meeting: {on: 2026-06-08, attended: [li-na]}", sealed("- 93%\n").replace("93", "99")),
    ),
    Case(BROKEN, "never-ends", week(23, "", "<!-- opsctl:begin a -->\nx\n"), (f"{ON23}: <!-- opsctl:begin a…",)),
    Case(BROKEN, "only-an-end", week(23, "", "x\n<!-- opsctl:end -->\n"), (f"{ON23}: <!-- opsctl:end -->",)),
    Case(BROKEN, "paired", week(23, "", sealed("x\n"))),
    Case(BROKEN, "two-blocks", week(23, "", sealed("x\n") + sealed("y\n", "pace"))),
    Case(BROKEN, "told-in-words", week(23, "", "数字块写在 opsctl:begin 之后\n")),
    Case(LESSON, "nowhere", STRICT + week(23, "lessons: [{keeps: k}]"), (f"{ON23}: k",)),
    Case(LESSON, "into-a-page", STRICT + week(23, "lessons: [{keeps: k, into: handbook/a.md}]")),
    Case(LESSON, "none", STRICT + week(23)),
    Case(LESSON, "draft", STRICT + week(23, "status: draft, lessons: [{keeps: k}]")),
    Case(CLOSED, "no-meeting", week(23, "status: closed"), (f"{ON23}: closed",)),
    Case(
        CLOSED, "nobody-there", week(23, "status: closed, meeting: {on: 2026-06-08}"), (f"{ON23}: {{on: 2026-06-08}}",)
    ),
    Case(CLOSED, "met", week(23, "status: closed, meeting: {on: 2026-06-08, attended: [li-na]}")),
    Case(CLOSED, "open", week(23)),
    Case(CLOSED, "approved", week(23, "status: approved")),
    Case(DUE, "before-the-end", STRICT + week(23, ACT.replace("06-12", "06-05")), (f"{ON23}: 2026-06-05",)),
    Case(DUE, "after", STRICT + week(23, ACT)),
    Case(DUE, "no-day", STRICT + week(23, "actions: [{id: A1, does: d}]")),
    Case(DUE, "draft", STRICT + week(23, "status: draft, " + ACT.replace("06-12", "06-05"))),
)
