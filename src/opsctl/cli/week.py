"""`opsctl week`: the weekly sheets as a workbook, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from opsctl.cli.call import Call, call_of, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.errors import FINDINGS
from opsctl.locales import listed, say

if TYPE_CHECKING:
    from opsctl.commands.filling import FormResult


def build(lang: str) -> typer.Typer:
    """The group of weekly commands in a language."""
    app = typer.Typer(help=say(lang, "cli.week"), no_args_is_help=True, add_completion=False)
    _add_sheet(app, lang)
    _add_import(app, lang)
    return app


def _add_sheet(app: typer.Typer, lang: str) -> None:
    @app.command("sheet", help=say(lang, "week.sheet_help"))
    def sheet(
        context: typer.Context,
        period: str = typer.Argument(..., metavar="PERIOD", help=say(lang, "week.period")),
        output: str = typer.Option(..., "-o", "--output", metavar="FILE", help=say(lang, "week.output")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "week.scope_option")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.week import sheet as run
        from opsctl.rendering.clean import clean
        from opsctl.rendering.form_text import sheet_json

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        done = run(call.root(), period, scope, Path(output), call.lang)
        if format_ == "json":
            out_json("week sheet", {**sheet_json(done.form, call.lang), "file": output})
        people, lines = len(done.form.pages), done.lines
        talk(call.say("week.written", file=clean(output), people=f"{people}", lines=f"{lines}"))
        if done.unreviewed:
            talk(call.say("week.no_review", scopes=listed(done.unreviewed, call.lang), period=done.period))


def _add_import(app: typer.Typer, lang: str) -> None:
    @app.command("import", help=say(lang, "week.import_help"))
    def import_(
        context: typer.Context,
        file: str = typer.Argument(..., metavar="FILE", help=say(lang, "week.file")),
        yes: bool = typer.Option(False, "--yes", help=say(lang, "week.yes")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.filling import write_form
        from opsctl.commands.week import import_ as run
        from opsctl.rendering.form_text import import_json
        from opsctl.rendering.text_diff import text_diff

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        root = call.root()
        found = run(root, Path(file))
        if format_ == "text":
            out(text_diff(found.old, found.new))
        sure = bool(found.new) and not dry_run and (yes or _sure(call, found))
        if sure:
            write_form(root, found)
        if format_ == "json":
            out_json("week import", import_json(found.changes, found.troubles, call.lang, written=sure))
        _tell(call, found, written=sure)
        if found.troubles or (found.new and not sure and not dry_run):
            leave(FINDINGS)


def _sure(call: Call, found: FormResult) -> bool:
    asked = call.say("forms.sure", count=f"{found.count}", files=f"{len(found.new)}")
    return sys.stdin.isatty() and typer.confirm(asked, err=True)


def _tell(call: Call, found: FormResult, *, written: bool) -> None:
    from opsctl.rendering.form_text import troubles_text

    count, files = f"{found.count}", f"{len(found.new)}"
    if found.lost:
        talk(call.say("forms.lost", count=f"{found.lost}"))
    if found.moved and (found.new or found.troubles):
        talk(call.say("forms.moved", files=listed(found.moved, call.lang)))
    if found.troubles:
        talk(troubles_text(found.troubles, call.lang))
        talk(call.say("forms.trouble_count", count=f"{len(found.troubles)}"))
    elif not found.new:
        talk(call.say("forms.nothing"))
    else:
        talk(call.say("forms.written" if written else "forms.not_written", count=count, files=files))
