"""`opsctl mv`."""

from __future__ import annotations

import sys
from datetime import date

import typer

from opsctl.cli.call import call_of, day_from, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.errors import FINDINGS
from opsctl.locales import say

_SHOWN = 10


def build(lang: str) -> typer.Typer:
    """The move command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.mv"))
    def mv(
        context: typer.Context,
        address: str = typer.Argument(..., metavar="ADDRESS", help=say(lang, "cli.mv.address")),
        new: str = typer.Argument(..., metavar="NEW", help=say(lang, "cli.mv.new")),
        yes: bool = typer.Option(False, "--yes", help=say(lang, "cli.mv.yes")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.mv import make_move, plan_move
        from opsctl.rendering.clean import clean
        from opsctl.rendering.text_diff import text_diff

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        root = call.root()
        move = plan_move(root, address, new, day_from(today) or date.today())
        files = sorted(move.new.keys() - set(move.renamed.values()))
        if format_ == "text":
            out(text_diff(move.old, move.new, move.renamed))
            for file, count in move.leftovers[:_SHOWN]:
                talk(call.say("cli.mv.left", file=clean(file), count=f"{count}"))
            for file in move.elsewhere:
                talk(call.say("cli.mv.elsewhere", file=clean(file)))
        sure = yes or (
            not dry_run and sys.stdin.isatty() and typer.confirm(call.say("cli.mv.sure", count=f"{len(files)}"))
        )
        if sure and not dry_run:
            make_move(root, move)
        if format_ == "json":
            left = [{"file": file, "count": count} for file, count in move.leftovers]
            renamed = {before: now for now, before in sorted(move.renamed.items())}
            said = {"files": files, "renamed": renamed, "elsewhere": list(move.elsewhere), "left": left}
            out_json("mv", {**said, "written": sure and not dry_run})
        talk(call.say("cli.mv.done" if sure and not dry_run else "cli.mv.not_written", count=f"{len(files)}"))
        if not sure and not dry_run:
            leave(FINDINGS)

    return app
