"""`review send`: a digest of the review to a group chat, whose address and secret come from the environment only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from opsctl.commands.review import ReviewResult, review_of
from opsctl.commands.targets import period_named
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.locales import say
from opsctl.rendering.digest import digest
from opsctl.reviewing.kinds import kind_of
from opsctl.sending.note import Note
from opsctl.sending.post import Posting, post, refuse_address
from opsctl.sending.redact import redacted
from opsctl.sending.service import Service
from opsctl.sending.services import SERVICES

_LONGEST_LINK = 1024


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A digest made for a service, and whether the environment has its address."""

    service: Service
    note: Note
    has_address: bool


def review_to_send(
    root: Path, asked: str | None, scope: str | None, today: date, data: Path | None, *, snapshot: bool = False
) -> ReviewResult:
    """The review of the period that was asked for, weekly without one; OpsctlError for a period that has no review."""
    if asked is None:
        return review_of(root, "weekly", None, scope, today, data, snapshot=snapshot)
    kind = kind_of(period_named(load(root).workspace, asked))
    if kind is None:
        raise OpsctlError(message("digest.bad_period", period=asked))
    return review_of(root, kind, asked, scope, today, data, snapshot=snapshot)


def service_named(name: str | None) -> Service:
    """The service of that name; OpsctlError naming them all otherwise."""
    if name is None:
        raise OpsctlError(message("digest.needs_to"), message("digest.to.help", services=Listed(SERVICES)))
    if name not in SERVICES:
        raise OpsctlError(message("cli.bad_choice", option="--to", value=name, choices=Listed(SERVICES)))
    return SERVICES[name]


def refuse_early(service: Service, link: str | None, environment: Mapping[str, str], *, dry_run: bool) -> None:
    """Raise OpsctlError for what can be told before anything is read: a link that is none, an address that is unset."""
    if link is not None:
        _refuse_link(link)
    if not dry_run:
        refuse_address(service, _address(service, environment))


def outgoing(
    result: ReviewResult, service: Service, link: str | None, lang: str, environment: Mapping[str, str]
) -> Outgoing:
    """Make the digest."""
    made = digest(result.workspace, result.review, lang)
    note = Note(made.title, made.lines, made.mood, link or "", say(lang, "digest.press"))
    return Outgoing(service, note, bool(environment.get(service.address_variable)))


def payload_text(out: Outgoing, environment: Mapping[str, str], seconds: int) -> str:
    """The message as it would be posted, with stars where a signature stands."""
    secret = environment.get(out.service.secret_variable, "") if out.service.signs else ""
    payload = out.service.payload(out.note, seconds, secret)
    if "sign" in payload:
        payload = {**payload, "sign": "***"}
    text = json.dumps(payload, ensure_ascii=False, indent=2)
    return redacted(text, [environment.get(out.service.address_variable, ""), secret])


def send(out: Outgoing, environment: Mapping[str, str]) -> int:
    """Post the digest, and return how often it was tried; OpsctlError where it does not arrive."""
    service = out.service
    secret = environment.get(service.secret_variable, "").strip() if service.signs else ""
    return post(Posting(service, _address(service, environment), secret, out.note))


def _address(service: Service, environment: Mapping[str, str]) -> str:
    address = environment.get(service.address_variable, "").strip()
    if not address:
        said = message("digest.no_address", variable=service.address_variable)
        raise OpsctlError(said, message("digest.no_address_hint"))
    return address


def _refuse_link(link: str) -> None:
    try:
        split = urlsplit(link)
        good = split.scheme in ("http", "https") and bool(split.hostname) and split.username is None
    except ValueError:
        good = False
    plain = link.isascii() and link.isprintable() and not any(sign in link for sign in " <>|()[]\"'`")
    if not (good and plain) or len(link) > _LONGEST_LINK:
        raise OpsctlError(message("digest.bad_link", link=link[:_LONGEST_LINK]))
