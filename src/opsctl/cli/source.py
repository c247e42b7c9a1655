"""`opsctl source`: new, adapters."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import typer

from opsctl.cli.call import Call, call_of, day_from, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.diagnostics import message
from opsctl.errors import FINDINGS, OpsctlError
from opsctl.locales import say

_PAGES = (*FORMATS, "markdown")


def build(lang: str) -> typer.Typer:
    """The group of commands about sources in a language."""
    app = typer.Typer(help=say(lang, "cli.source"), no_args_is_help=True, add_completion=False)
    _add_new(app, lang)
    _add_adapters(app, lang)
    return app


def _add_new(app: typer.Typer, lang: str) -> None:
    @app.command("new", help=say(lang, "sourcing.help.new"))
    def new(
        context: typer.Context,
        file: str = typer.Option(..., "--from", metavar="FILE", help=say(lang, "sourcing.help.from")),
        id_: str = typer.Option(None, "--id", metavar="ID", help=say(lang, "sourcing.help.id")),
        store: str = typer.Option(None, "--store", metavar="STORE", help=say(lang, "sourcing.help.store")),
        write: bool = typer.Option(False, "--write", help=say(lang, "sourcing.help.write")),
        output: str = typer.Option(None, "-o", "--output", metavar="FILE", help=say(lang, "sourcing.help.output")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.source_new import Asked, propose, written
        from opsctl.rendering.formats.json import described
        from opsctl.rendering.proposal_text import proposal_json

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        root = call.root()
        asked = Asked(Path(file).expanduser(), _id_in(output, root) if output is not None else id_, store)
        proposed = propose(root, asked)
        if write or output is not None:
            proposed = written(root, proposed, day_from(today) or date.today())
        if format_ == "json":
            out_json("source new", proposal_json(proposed), [described(each) for each in proposed.found])
        else:
            _tell(call, proposed, asked_to_write=write or output is not None)
        if proposed.found:
            leave(FINDINGS)


def _id_in(output: str, root: Path) -> str:
    """The id that a file named with `-o` gives its source."""
    path = (Path.cwd() / output).resolve()
    other = (root / output).resolve()
    folder = root.resolve() / "sources"
    found = next((one for one in (path, other) if one.parent == folder and one.suffix == ".yaml"), None)
    if found is None:
        raise OpsctlError(message("sourcing.bad_output", file=output))
    return found.stem


def _tell(call: Call, proposed: Any, *, asked_to_write: bool) -> None:
    from opsctl.commands.adapters import adapters
    from opsctl.rendering.clean import clean
    from opsctl.rendering.formats.outcome import Outcome
    from opsctl.rendering.formats.text import headline
    from opsctl.rendering.proposal_text import proposal_talk

    name = adapters(call.lang, proposed.match.id)[0].name if proposed.match is not None else ""
    for line in proposal_talk(proposed, name, call.lang):
        talk(line)
    if proposed.text and not proposed.written:
        out("\n".join(clean(line) for line in proposed.text.rstrip("\n").split("\n")))
    if proposed.found:
        talk(call.say("sourcing.would_fail", file=proposed.file))
        outcome = Outcome(proposed.found, 1, 1, {})
        for each in proposed.found:
            talk(headline(each, outcome, call.lang))
    elif asked_to_write:
        talk(call.say("sourcing.done", file=proposed.file))
    else:
        talk(call.say("sourcing.next_write" if proposed.text else "sourcing.own_mapping"))


def _add_adapters(app: typer.Typer, lang: str) -> None:
    @app.command("adapters", help=say(lang, "sourcing.help.adapters"))
    def adapters(
        context: typer.Context,
        id_: str = typer.Argument(None, metavar="[ADAPTER]", help=say(lang, "sourcing.help.adapter")),
        format_: str = format_option(lang, _PAGES),
    ) -> None:
        from opsctl.commands.adapters import adapters as find
        from opsctl.rendering.adapters_text import adapter_text, adapters_json, adapters_page, adapters_text

        one_of("--format", format_, _PAGES)
        call = call_of(context)
        found = find(call.lang, id_)
        if format_ == "json":
            out_json("source adapters", adapters_json(found))
        elif format_ == "markdown":
            out(adapters_page(found, call.lang))
        elif id_ is not None:
            out(adapter_text(found[0], call.lang))
        else:
            out(adapters_text(found, call.lang))
            talk(call.say("sourcing.adapter_next"))
