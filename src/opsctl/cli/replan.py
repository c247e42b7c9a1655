"""`opsctl plan split --from`: what is left of a year, planned anew."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from opsctl.cli.call import Call, day_from, leave, out, out_json
from opsctl.cli.choices import one_of
from opsctl.diagnostics import message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.period import Period, parse_period

if TYPE_CHECKING:
    from opsctl.planning.replans.remake import Policy

POLICIES = ("spread", "next", "events", "absorb")
SHARES = ("carry", "pool")


@dataclass(frozen=True, slots=True)
class Options:
    """The options as given; None for one that is not."""

    first: str | None
    policy: str | None
    share: str | None
    reason: str | None
    owner: str | None
    today: str | None
    data: str | None

    def are_given(self) -> bool:
        """Say whether any of them is."""
        return any(getattr(self, each.name) is not None for each in fields(self))


def replan(call: Call, year: int, options: Options, format_: str, *, dry_run: bool, check: bool) -> NoReturn:
    """Plan anew as the options say, answer, and leave; OpsctlError where they do not fit together."""
    from opsctl.commands.replan import replan as run
    from opsctl.commands.replan_sheets import Asked
    from opsctl.rendering.formats.json import described
    from opsctl.rendering.formats.text import render
    from opsctl.rendering.replan_text import replan_json, replan_text

    _refuse(year, options, check=check)
    asked = Asked(
        _period(options.first or ""),
        cast("Policy", options.policy),
        options.share or SHARES[0],
        options.reason or "",
        options.owner or "",
        day_from(options.today) or date.today(),
        None if options.data is None else Path(options.data),
    )
    result = run(call.root(), asked, dry_run=dry_run)
    refused = result.refused
    if format_ == "json":
        found = [described(diagnostic) for diagnostic in refused.diagnostics] if refused else []
        out_json("plan split", None if refused else replan_json(result), found)
    else:
        out(render(refused, call.lang) if refused else replan_text(result, call.lang))
    leave(FINDINGS if refused else CLEAN)


def _refuse(year: int, options: Options, *, check: bool) -> None:
    if options.first is None or check:
        raise OpsctlError(message("replan.without_from", options="--policy --share --reason --owner --today --data"))
    given = {"--policy": options.policy, "--reason": options.reason, "--owner": options.owner}
    missing = [name for name, value in given.items() if value is None]
    if missing:
        raise OpsctlError(message("replan.needs", options=" ".join(missing)), message("replan.bad_start_hint"))
    one_of("--policy", options.policy or "", POLICIES)
    one_of("--share", options.share or SHARES[0], SHARES)
    if _period(options.first).start.year != year:
        raise OpsctlError(message("replan.other_year", value=options.first, year=year))


def _period(text: str) -> Period:
    period = parse_period(text)
    if period is None:
        raise OpsctlError(message("replan.bad_start", value=text), message("replan.bad_start_hint"))
    return period
