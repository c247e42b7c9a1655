"""`opsctl review send`."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import typer

from opsctl.cli.call import call_of, day_from, leave, out, talk
from opsctl.diagnostics import Listed
from opsctl.errors import CLEAN
from opsctl.locales import say

# As in sending.services, which would load what speaks to the network.
SERVICES = ("feishu", "dingtalk", "wecom", "slack")


def add_send(app: typer.Typer, lang: str) -> None:
    """Add the command to the group of reviews."""

    @app.command("send", help=say(lang, "digest.send.help"))
    def send(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[PERIOD]", help=say(lang, "digest.period.help")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        to: str = typer.Option(
            None, "--to", metavar="SERVICE", help=say(lang, "digest.to.help", services=Listed(SERVICES))
        ),
        link: str = typer.Option(None, "--link", metavar="URL", help=say(lang, "digest.link.help")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "digest.dry_run.help")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        snapshot: bool = typer.Option(False, "--snapshot", help=say(lang, "actuals.snapshot.help")),
    ) -> None:
        from opsctl.commands.review_send import outgoing, payload_text, refuse_early, review_to_send, service_named
        from opsctl.commands.review_send import send as run
        from opsctl.rendering.patience import patience

        call = call_of(context)
        service = service_named(to)
        refuse_early(service, link, os.environ, dry_run=dry_run)
        root, day = call.root(), day_from(today) or date.today()
        with patience(call.say("actuals.reading")):
            result = review_to_send(root, period, scope, day, None if data is None else Path(data), snapshot=snapshot)
        call.warn_of(result.errors)
        call.tell_snapshots(result.snapshots)
        made = outgoing(result, service, link, call.lang, os.environ)
        if dry_run:
            out(payload_text(made, os.environ, int(time.time())))
            state = call.say("digest.set" if made.has_address else "digest.unset")
            variable = service.address_variable
            talk(call.say("digest.would_send", service=service.name, variable=variable, state=state))
        else:
            tries = run(made, os.environ)
            talk(call.say("digest.sent" if tries == 1 else "digest.sent_after", service=service.name, tries=f"{tries}"))
        leave(CLEAN)
