"""
Every place in the records that names something by id, with what may stand there.

A reference `to` a kind may also name a record that could not be read: one broken file is one finding. Kinds that come
with later issues (competencies, standards, market) are not looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from opsctl.diagnostics import Place
from opsctl.planning.dividing.division import children_in
from opsctl.records import SCOPE_KINDS, SETTINGS_FILE
from opsctl.records.target import Goal
from opsctl.records.waiver import WAIVERS_FILE
from opsctl.rules.echo import all_readable
from opsctl.workspace import Loaded, Workspace

PLACE_KINDS = ("team", "store")


@dataclass(frozen=True, slots=True)
class Reference:
    """An id written at a place, the kind of thing it has to be, and the ids there are of it."""

    at: Place
    to: str
    id: str
    known: Collection[str]


@dataclass(frozen=True)
class Ids:
    """The ids a reference may name, gathered once for a workspace."""

    workspace: Workspace

    def of(self, *kinds: str) -> Collection[str]:
        """The ids of these kinds, with those of records that could not be read."""
        broken = frozenset(id_ for kind, id_ in self.workspace.broken if kind in kinds)
        return broken.union(*(self.workspace.all(kind) for kind in kinds))

    @cached_property
    def team(self) -> Collection[str]:
        """Ids of teams."""
        return self.of("team")

    @cached_property
    def role(self) -> Collection[str]:
        """Ids of roles."""
        return self.of("role")

    @cached_property
    def person(self) -> Collection[str]:
        """Ids of people."""
        return self.of("person")

    @cached_property
    def source(self) -> Collection[str]:
        """Ids of sources."""
        return self.of("source")

    @cached_property
    def scope(self) -> Collection[str]:
        """Ids of teams, stores and people."""
        return self.of(*SCOPE_KINDS)

    @cached_property
    def place(self) -> Collection[str]:
        """Ids of teams and stores."""
        return self.of(*PLACE_KINDS)

    @cached_property
    def record(self) -> Collection[str]:
        """Addresses of all records, and the files of those derived."""
        broken = {f"{kind}:{id_}" for kind, id_ in self.workspace.broken}
        return broken.union(self.workspace.cells, (f"{each.kind}:{each.id}" for each in self.workspace.records))

    @cached_property
    def action(self) -> Collection[str]:
        """Ids of every review's actions and every plan's tasks, which carry them on."""
        actions = {action.id for review in self.workspace.all("review").values() for action in review.data.actions}
        return actions.union(*([task.id for task in plan.data.tasks] for plan in self.workspace.all("plan").values()))


def references(workspace: Workspace) -> Iterator[Reference]:
    """Find every reference, in the order of the records."""
    ids = Ids(workspace)
    yield from _settings(workspace, ids)
    yield from _waivers(workspace, ids)
    for record in workspace.records:
        find = _FINDERS.get(record.kind)
        if find is not None:
            yield from find(record, ids)
    for record in workspace.overlaid:
        find = _FINDERS.get(record.kind)
        if find is not None:
            # What the scenario did not write has been named by the record itself.
            yield from (found for found in find(record, ids) if found.at.file != record.file)


def _settings(workspace: Workspace, ids: Ids) -> Iterator[Reference]:
    settings, file = workspace.settings, SETTINGS_FILE
    yield Reference(Place(file, ("top",)), "team", settings.top, ids.team)
    if settings.approver is not None:
        yield Reference(Place(file, ("approver",)), "person", settings.approver, ids.person)


def _waivers(workspace: Workspace, ids: Ids) -> Iterator[Reference]:
    for index, waiver in enumerate(workspace.waivers):
        at = ("waivers", index)
        yield Reference(Place(WAIVERS_FILE, (*at, "record")), "record", waiver.record, ids.record)
        yield Reference(Place(WAIVERS_FILE, (*at, "owner")), "person", waiver.owner, ids.person)
        yield Reference(Place(WAIVERS_FILE, (*at, "approved_by")), "person", waiver.approved_by, ids.person)


def _team(team: Loaded, ids: Ids) -> Iterator[Reference]:
    if team.data.parent is not None:
        yield Reference(team.at("parent"), "team", team.data.parent, ids.team)


def _store(store: Loaded, ids: Ids) -> Iterator[Reference]:
    yield Reference(store.at("team"), "team", store.data.team, ids.team)


def _role(role: Loaded, ids: Ids) -> Iterator[Reference]:
    if role.data.reports_to is not None:
        yield Reference(role.at("reports_to"), "role", role.data.reports_to, ids.role)


def _person(person: Loaded, ids: Ids) -> Iterator[Reference]:
    for index, held in enumerate(person.data.roles):
        yield Reference(person.at("roles", index, "role"), "role", held.role, ids.role)
        yield Reference(person.at("roles", index, "at"), "place", held.at, ids.place)


def _source(source: Loaded, ids: Ids) -> Iterator[Reference]:
    for written, scope in source.data.store.map.items():
        yield Reference(source.at("store", "map", written), "scope", scope, ids.scope)
    if source.data.store.other is not None:
        yield Reference(source.at("store", "other"), "scope", source.data.store.other, ids.scope)


def _calendar(calendar: Loaded, ids: Ids) -> Iterator[Reference]:
    for index, marked in enumerate(calendar.data.marked):
        if marked.at is not None:
            yield Reference(calendar.at("marked", index, "at"), "place", marked.at, ids.place)


def _of_scope(record: Loaded, ids: Ids) -> Iterator[Reference]:
    """The scope in the file's name, and the owner."""
    yield Reference(record.at(), "scope", record.id.partition("/")[2], ids.scope)
    yield Reference(record.at("owner"), "person", record.data.owner, ids.person)


def _target(sheet: Loaded, ids: Ids) -> Iterator[Reference]:
    yield from _of_scope(sheet, ids)
    year, _, scope = sheet.id.partition("/")
    if sheet.data.curve is not None and ("calendar", year) not in ids.workspace.broken:
        calendar = ids.workspace.get("calendar", year)
        yield Reference(sheet.at("curve"), "curve", sheet.data.curve, calendar.data.curves if calendar else ())
    for index, replan in enumerate(sheet.data.replan):
        yield Reference(sheet.at("replan", index, "owner"), "person", replan.owner, ids.person)
    store = ids.workspace.get("store", scope)
    for written, goal in sheet.data.goals.items():
        at = ("goals", written)
        yield from _goal_owners(sheet, at, goal, ids)
        if goal.baseline is not None and goal.baseline.source is not None:
            yield Reference(sheet.at(*at, "baseline", "source"), "source", goal.baseline.source, ids.source)
        if store is not None and store.data.channels:
            for channel in goal.channels:
                yield Reference(sheet.at(*at, "channels", channel, key=True), "channel", channel, store.data.channels)
        yield from _split(sheet, written, goal, ids)


def _goal_owners(sheet: Loaded, at: tuple[str, str], goal: Goal, ids: Ids) -> Iterator[Reference]:
    if goal.owner is not None:
        yield Reference(sheet.at(*at, "owner"), "person", goal.owner, ids.person)
    for key, owner in limit_owners(goal):
        yield Reference(sheet.at(*at, *key), "person", owner, ids.person)


def limit_owners(goal: Goal) -> Iterator[tuple[tuple[str, ...], str]]:
    """Who owns each hold and bound of a goal and its split, with the keys that lead there."""
    for period, held in goal.hold.items():
        yield ("hold", period.label, "owner"), held.owner
    for period, bound in goal.bounds.items():
        yield ("bounds", period.label, "owner"), bound.owner
    if goal.split is not None:
        for child, held in goal.split.hold.items():
            yield ("split", "hold", child, "owner"), held.owner
        for child, bound in goal.split.bounds.items():
            yield ("split", "bounds", child, "owner"), bound.owner


def _split(sheet: Loaded, written: str, goal: Goal, ids: Ids) -> Iterator[Reference]:
    """Keys of a split: the children it is divided over, or any team or store while some cannot be read."""
    if goal.split is None:
        return
    year, _, scope = sheet.id.partition("/")
    sound = all_readable(ids.workspace, *PLACE_KINDS) and scope in ids.place and year.isdecimal()
    over = children_in(ids.workspace, scope, goal.split, int(year)) if sound else ()
    for part in ("weights", "relative", "hold", "bounds"):
        for child in getattr(goal.split, part):
            to, known = ("child", over) if sound and child in ids.place else ("place", ids.place)
            yield Reference(sheet.at("goals", written, "split", part, child, key=True), to, child, known)


def _plan(plan: Loaded, ids: Ids) -> Iterator[Reference]:
    yield from _of_scope(plan, ids)
    for index, person in enumerate(plan.data.took_part):
        yield Reference(plan.at("took_part", index), "person", person, ids.person)
    for index, strategy in enumerate(plan.data.strategies):
        if strategy.lead is not None:
            yield Reference(plan.at("strategies", index, "lead"), "person", strategy.lead, ids.person)
        if strategy.learned_from and all_readable(ids.workspace, "review", "plan"):
            for at, action in enumerate(strategy.learned_from):
                yield Reference(plan.at("strategies", index, "learned_from", at), "action", action, ids.action)
    for index, task in enumerate(plan.data.tasks):
        yield Reference(plan.at("tasks", index, "owner"), "person", task.owner, ids.person)


def _review(review: Loaded, ids: Ids) -> Iterator[Reference]:
    yield from _of_scope(review, ids)
    for index, person in enumerate(review.data.meeting.attended if review.data.meeting else ()):
        yield Reference(review.at("meeting", "attended", index), "person", person, ids.person)
    for index, accepted in enumerate(review.data.accepted):
        if accepted.by is not None:
            yield Reference(review.at("accepted", index, "by"), "person", accepted.by, ids.person)
    causes = [cause.id for cause in review.data.causes]
    for index, action in enumerate(review.data.actions):
        if action.owner is not None:
            yield Reference(review.at("actions", index, "owner"), "person", action.owner, ids.person)
        if action.from_ is not None:
            yield Reference(review.at("actions", index, "from"), "cause", action.from_, causes)
    if all_readable(ids.workspace, "review", "plan"):
        for index, verdict in enumerate(review.data.verdicts):
            yield Reference(review.at("verdicts", index, "action"), "action", verdict.action, ids.action)


def _scenario(scenario: Loaded, ids: Ids) -> Iterator[Reference]:
    yield Reference(scenario.at("owner"), "person", scenario.data.owner, ids.person)
    brought = {f"{record.kind}:{record.id}" for record in ids.workspace.overlays.get(scenario.id, ())}
    for address in scenario.data.changes:
        known = ids.record if address not in brought else {*ids.record, address}
        yield Reference(scenario.at("changes", address, key=True), "record", address, known)


def _assessment(assessment: Loaded, ids: Ids) -> Iterator[Reference]:
    yield Reference(assessment.at("person"), "person", assessment.data.person, ids.person)
    yield Reference(assessment.at("by"), "person", assessment.data.by, ids.person)


_FINDERS: dict[str, Callable[[Loaded, Ids], Iterator[Reference]]] = {
    "team": _team,
    "store": _store,
    "role": _role,
    "person": _person,
    "source": _source,
    "calendar": _calendar,
    "target": _target,
    "plan": _plan,
    "review": _review,
    "scenario": _scenario,
    "assessment": _assessment,
}
