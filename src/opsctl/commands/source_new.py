"""`source new`: look at an export, find the adapter that reads it, and propose the source as a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from opsctl.checking.gate import judge
from opsctl.commands import proposing
from opsctl.commands.proposing import DAYS, STORES, Place
from opsctl.diagnostics import Diagnostic, Listed, Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.adapters import adapter_ids, read_adapter
from opsctl.loading.discover import name_problem
from opsctl.loading.read import LoadResult, load, load_tree
from opsctl.loading.transaction import write
from opsctl.loading.tree import Disk, Over
from opsctl.metrics import is_ratio, resolve, spellings
from opsctl.records import BY_NAME
from opsctl.records.personal import looks_personal
from opsctl.sources.look import Look, look
from opsctl.sources.recognise import Match, ranked, shape, titles
from opsctl.workspace import Workspace

_OTHERS = 3
_NEARLY = Fraction(9, 10)
_OWN = "shop-daily"


@dataclass(frozen=True, slots=True)
class Asked:
    """The export to look at, and what whoever asks already knows: the new source's id and the store."""

    file: Path
    id: str | None = None
    store: str | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """
    A source for an export: the record's `file` and `text` (empty where nothing was understood).

    `match` is the adapter (None: columns were matched by the names of metrics) and `others` more that fit as well;
    `unknown` are columns nobody understands, `personal` those that look like people and are never read, `ratios` those
    that are computed from parts; `told` is what else reading leaves out. `copy_to` is the folder for an export that
    lies outside the workspace. `found` is what checks say of the record.
    """

    file: str
    text: str
    table: str
    header: int
    match: Match | None
    others: tuple[str, ...]
    unknown: tuple[str, ...]
    personal: tuple[str, ...]
    ratios: tuple[str, ...]
    place: Place
    copy_to: str | None
    told: tuple[Message, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    written: bool = False


def propose(root: Path, asked: Asked) -> Proposed:
    """Propose a source for a file; OpsctlError where the file cannot be read."""
    workspace = load(root).workspace
    adapters = {id_: read_adapter(id_) for id_ in adapter_ids()}
    words = spellings(workspace.metrics)
    known = [title for says in adapters.values() for column in says["columns"].values() for title in titles(column)]
    table = _table(asked.file, [*known, *_names(workspace), *DAYS, *STORES])
    matches = ranked(table.titles, (shape(id_, says) for id_, says in adapters.items()))
    match = matches[0] if matches else None
    says = adapters[match.id] if match is not None else {}
    id_ = asked.id or (match.id if match is not None else _OWN)
    place = proposing.place_of(workspace, table, match.id if match is not None else "", says, asked.store)
    files, copy_to = proposing.pattern(root, asked.file, id_)
    own = proposing.metrics_of(table, workspace.metrics, words) if match is None else {}
    day = proposing.day_of(table)
    text = ""
    if match is not None:
        text = proposing.record_of_adapter(match.id, says, files, place, _currency(workspace, place))
    elif own and day is not None:
        text = proposing.record_of_metrics(own, day, files, place)
    taken = {*(match.columns.values() if match is not None else own.values()), place.title, day}
    left = [title for title in table.titles if title not in taken and not title.startswith("#")]
    personal = tuple(filter(looks_personal, left))
    ratios = tuple(title for title in left if title not in personal and _is_ratio(workspace, resolve(title, words)))
    return Proposed(
        file=f"sources/{id_}.yaml",
        text=text,
        table=table.name,
        header=table.first_row - 1,
        match=match,
        others=tuple(one.id for one in matches[1:] if one.share >= matches[0].share * _NEARLY)[:_OTHERS],
        unknown=tuple(title for title in left if title not in personal and title not in ratios),
        personal=personal,
        ratios=ratios,
        place=place,
        copy_to=copy_to,
        told=table.told,
    )


def written(root: Path, proposed: Proposed, today: date) -> Proposed:
    """
    Write the record, unless checks would find errors in it; what they find comes along.

    OpsctlError where nothing was understood, no store is known, the name cannot be, or the source is there already.
    """
    loaded = load(root)
    _refuse(loaded, proposed)
    tree = Disk(str(root))
    texts: dict[str, str | None] = {proposed.file: proposed.text}
    judged = judge(load_tree(Over(tree, texts), loaded), today).diagnostics
    found = tuple(each for each in judged if each.file == proposed.file)
    if not found:
        write(root, texts, expected={proposed.file: loaded.sources.texts.get(proposed.file)})
    return replace(proposed, found=found, written=not found)


def _refuse(loaded: LoadResult, proposed: Proposed) -> None:
    kind = BY_NAME["source"]
    stem = proposed.file.removeprefix(f"{kind.folder}/").removesuffix(kind.suffix)
    wrong = name_problem(stem, kind.suffix, kind, stem.count("/"), loaded.workspace.weeks)
    if wrong is not None:
        raise OpsctlError(message("sourcing.bad_id", id=stem), wrong)
    if loaded.workspace.exists("source", stem):
        raise OpsctlError(message("sourcing.taken", file=proposed.file), message("sourcing.taken_hint"))
    if not proposed.text:
        raise OpsctlError(message("sourcing.not_understood", table=proposed.table), message("sourcing.own_mapping"))
    if not proposed.place.is_known:
        choices = Listed(proposed.place.choices or ("—",))
        raise OpsctlError(
            message("sourcing.no_store", table=proposed.table), message("sourcing.stores", stores=choices)
        )


def _table(file: Path, known: Iterable[str]) -> Look:
    """The fullest table of the file."""
    if not file.is_file():
        raise OpsctlError(message("sourcing.no_file", file=str(file)))
    found = look(file.resolve(), file.name, known)
    tables = [one for one in found if isinstance(one, Look)]
    if tables:
        return max(tables, key=lambda one: (len(one.titles), len(one.rows)))
    said = next((one for one in found if isinstance(one, Message)), None)
    raise OpsctlError(message("sourcing.unreadable", file=file.name), said)


def _names(workspace: Workspace) -> list[str]:
    return [
        text for metric in workspace.metrics.values() for text in (metric.zh, metric.en, metric.id, *metric.aliases)
    ]


def _is_ratio(workspace: Workspace, id_: str | None) -> bool:
    return id_ is not None and (is_ratio(workspace.metrics[id_]) or bool(workspace.metrics[id_].parts))


def _currency(workspace: Workspace, place: Place) -> str | None:
    """The currency that the stores' own records say, where they agree."""
    ids = [place.id] if place.id is not None else list((place.map or {}).values())
    stores = [store for id_ in ids if (store := workspace.get("store", id_)) is not None]
    own = {store.data.currency for store in stores if store.data.currency is not None}
    return f"{own.pop()}" if len(own) == 1 else None
