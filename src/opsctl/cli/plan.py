"""`opsctl plan`: split, show, why, weights."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import typer

from opsctl.cli.call import Call, call_of, leave, out, out_json, year_from
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.cli.plan_scenarios import add_compare, split_under, tier_from
from opsctl.cli.plan_weights import add_weights
from opsctl.cli.replan import POLICIES, SHARES, Options, replan
from opsctl.diagnostics import message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.locales import say

_SHEETS = (*FORMATS, "csv")


def build(lang: str) -> typer.Typer:
    """The group of target commands in a language."""
    app = typer.Typer(help=say(lang, "cli.plan"), no_args_is_help=True, add_completion=False)
    for add in (_add_split, _add_show, _add_why, add_compare, add_weights):
        add(app, lang)
    return app


def _scenario_option(lang: str) -> Any:
    return typer.Option(None, "--scenario", metavar="ID", help=say(lang, "cli_scenario.scenario"))


def _tier_option(lang: str) -> Any:
    return typer.Option(None, "--tier", metavar="TIER", help=say(lang, "cli_scenario.tier"))


def _add_split(app: typer.Typer, lang: str) -> None:
    @app.command("split", help=say(lang, "cli_plan.split"))
    def split(
        context: typer.Context,
        year: str = typer.Argument(..., metavar="YEAR", help=say(lang, "cli_plan.split.year")),
        check: bool = typer.Option(False, "--check", help=say(lang, "cli_plan.split.check")),
        first: str = typer.Option(None, "--from", metavar="MONTH", help=say(lang, "cli_plan.split.from")),
        policy: str = typer.Option(
            None, "--policy", metavar="|".join(POLICIES), help=say(lang, "cli_plan.split.policy")
        ),
        share: str = typer.Option(None, "--share", metavar="|".join(SHARES), help=say(lang, "cli_plan.split.share")),
        reason: str = typer.Option(None, "--reason", metavar="TEXT", help=say(lang, "cli_plan.split.reason")),
        owner: str = typer.Option(None, "--owner", metavar="ID", help=say(lang, "cli_plan.split.owner")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        scenario: str = _scenario_option(lang),
        write: bool = typer.Option(False, "--write", help=say(lang, "cli_scenario.write")),
        output: str = typer.Option(None, "--output", "-o", metavar="DIR", help=say(lang, "cli_scenario.output")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.split import split as run
        from opsctl.rendering.formats.json import described
        from opsctl.rendering.formats.text import render
        from opsctl.rendering.plan_text import split_json, split_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        options = Options(first, policy, share, reason, owner, today, data)
        if scenario is None and (write or output is not None):
            raise OpsctlError(message("scenario.output_needs_one"))
        if scenario is not None:
            if check:
                raise OpsctlError(message("scenario.nothing_stale"))
            if options.are_given():
                raise OpsctlError(message("replan.with_scenario"))
            split_under(call, year_from(year), scenario, output, write=write, dry_run=dry_run, format_=format_)
        if options.are_given():
            replan(call, year_from(year), options, format_, dry_run=dry_run, check=check)
        result = run(call.root(), year_from(year), dry_run=dry_run or check)
        refused = result.refused
        if format_ == "json":
            found = [described(diagnostic) for diagnostic in refused.diagnostics] if refused else []
            out_json("plan split", None if refused else split_json(result), found)
        else:
            out(render(refused, call.lang) if refused else split_text(result, call.lang, check=check))
        leave(FINDINGS if refused or (check and result.stale) else CLEAN)


def _add_show(app: typer.Typer, lang: str) -> None:
    @app.command("show", help=say(lang, "cli_plan.show"))
    def show(
        context: typer.Context,
        period: str = typer.Argument(..., metavar="PERIOD", help=say(lang, "cli.period")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        metrics: list[str] = typer.Option([], "--metric", metavar="METRIC", help=say(lang, "cli_plan.show.metric")),
        tree: bool = typer.Option(False, "--tree", help=say(lang, "cli_plan.show.tree")),
        by: str = typer.Option(None, "--by", metavar="VIEW", help=say(lang, "cli_plan.show.by")),
        scenario: str = _scenario_option(lang),
        tier: str = _tier_option(lang),
        format_: str = format_option(lang, _SHEETS),
    ) -> None:
        from opsctl.planning.shown.views import DIMENSIONS

        one_of("--format", format_, _SHEETS)
        if by is not None:
            one_of("--by", by, DIMENSIONS)
        if tree and by is not None:
            raise OpsctlError(message("cli_plan.tree_or_by"))
        if (tree or by is not None) and len(metrics) > 1:
            raise OpsctlError(message("cli_plan.one_metric"))
        call = call_of(context)
        if tree or by is not None:
            _show_one(call, period, scope, metrics[0] if metrics else None, by, scenario, tier, format_)
        else:
            _show_all(call, period, scope, metrics, scenario, tier, format_)


def _show_all(
    call: Call,
    period: str,
    scope: str | None,
    metrics: list[str],
    scenario: str | None,
    tier: str | None,
    format_: str,
) -> None:
    from opsctl.commands.targets import show_targets
    from opsctl.rendering.targets_csv import show_csv
    from opsctl.rendering.targets_text import show_json, show_text

    shown = show_targets(call.root(), period, scope, metrics, scenario, tier_from(tier))
    call.warn_of(shown.errors, scenario)
    _show(format_, partial(show_json, shown), partial(show_csv, shown), partial(show_text, shown, call.lang))


def _show_one(
    call: Call,
    period: str,
    scope: str | None,
    metric: str | None,
    by: str | None,
    scenario: str | None,
    tier: str | None,
    format_: str,
) -> None:
    """One metric down the organisation, or by the members of a view."""
    from opsctl.commands.targets import show_tree, show_view
    from opsctl.planning.shown.views import DIMENSIONS
    from opsctl.rendering.branches_text import tree_csv, tree_json, tree_text
    from opsctl.rendering.view_text import view_csv, view_json, view_text

    dimension = next((each for each in DIMENSIONS if each == by), None)
    if dimension is None:
        grown = show_tree(call.root(), period, scope, metric, scenario, tier_from(tier))
        call.warn_of(grown.errors, scenario)
        _show(format_, partial(tree_json, grown), partial(tree_csv, grown), partial(tree_text, grown, call.lang))
    else:
        viewed = show_view(call.root(), period, scope, metric, dimension, scenario, tier_from(tier))
        call.warn_of(viewed.errors, scenario)
        _show(format_, partial(view_json, viewed), partial(view_csv, viewed), partial(view_text, viewed, call.lang))


def _show(format_: str, data: Callable[[], object], rows: Callable[[], str], text: Callable[[], str]) -> None:
    """Print an answer in the format asked for."""
    if format_ == "json":
        out_json("plan show", data())
    else:
        out(rows() if format_ == "csv" else text())


def _add_why(app: typer.Typer, lang: str) -> None:
    @app.command("why", help=say(lang, "cli_plan.why"))
    def why(
        context: typer.Context,
        cell: str = typer.Argument(..., metavar="CELL", help=say(lang, "cli_plan.why.cell")),
        scenario: str = _scenario_option(lang),
        tier: str = _tier_option(lang),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.targets import why as run
        from opsctl.rendering.plan_text import why_json, why_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = run(call.root(), cell, scenario, tier_from(tier))
        call.warn_of(result.errors, scenario)
        if format_ == "json":
            out_json("plan why", why_json(result))
        else:
            out(why_text(result, call.lang))
