"""`opsctl new`."""

from __future__ import annotations

import sys
from datetime import date

import typer

from opsctl.cli.call import Call, call_of, day_from, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.diagnostics import Listed, message
from opsctl.errors import FINDINGS, OpsctlError
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The command for new records in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.new"))
    def new(
        context: typer.Context,
        kind: str = typer.Argument(..., metavar="KIND", help=say(lang, "cli.new.kind")),
        id_: str = typer.Argument(..., metavar="ID", help=say(lang, "cli.new.id")),
        set_: list[str] = typer.Option(None, "--set", metavar="KEY=VALUE", help=say(lang, "cli.new.set")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.new import new as run
        from opsctl.rendering.clean import clean
        from opsctl.rendering.formats.json import described
        from opsctl.rendering.formats.outcome import Outcome
        from opsctl.rendering.formats.text import headline

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        day = day_from(today) or date.today()
        made = run(call.root(), kind, id_, _pairs(set_ or ()), lambda name: _ask(call, name), day, dry_run=dry_run)
        if format_ == "json":
            found = [described(each) for each in made.found]
            aside = sorted({each.name for each in made.aside})
            data = {"file": made.file, "files": sorted(made.texts), "written": made.written, "aside": aside}
            out_json("new", data, found)
        elif made.found:
            talk(call.say("cli.new.would_fail", file=made.file))
            outcome = Outcome(made.found, len(made.texts), 1, {})
            out("\n".join(headline(each, outcome, call.lang) for each in made.found))
        elif dry_run:
            out("\n".join(clean(line) for line in (made.texts[made.file] or "").rstrip("\n").split("\n")))
        else:
            talk(call.say("cli.new.done", file=made.file))
        if made.aside and format_ == "text":
            names = Listed(sorted({each.name for each in made.aside}))
            talk(call.say("cli.new.aside", file=made.file, names=names))
        if made.found:
            leave(FINDINGS)

    return app


def _pairs(given: tuple[str, ...] | list[str]) -> dict[str, str]:
    """The values that `--set` gives, by key."""
    pairs = {}
    for each in given:
        key, equals, value = each.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise OpsctlError(message("cli.new.bad_set", value=each))
        pairs[key.strip()] = value.strip()
    return pairs


def _ask(call: Call, name: str) -> str | None:
    """Ask for a value where somebody can answer."""
    if not sys.stdin.isatty():
        return None
    answer: str = typer.prompt(call.say("cli.new.ask", name=name), err=True)
    return answer.strip() or None
