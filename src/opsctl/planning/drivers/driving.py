"""Handing what follows from a divided goal down to the same children, step by step as the sheet derives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from opsctl.diagnostics import Message, Problem, message
from opsctl.metrics import Metric, additive
from opsctl.metrics.algebra import inputs, is_ratio
from opsctl.metrics.drivers import Step, derive, solved_for, terms_of
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.planning.dividing.division import Division, refusal
from opsctl.planning.dividing.policy import ALIGNED, EXACT
from opsctl.planning.drivers.complement import Complement, by_complement
from opsctl.planning.drivers.contradictions import RULE, gap, shown
from opsctl.planning.drivers.driven import Driven, Shares, Side, by_difference, by_ratio
from opsctl.planning.drivers.leads import Leads
from opsctl.planning.drivers.ratios import child_ratios
from opsctl.planning.drivers.trees import TRAFFIC, trees_under
from opsctl.planning.drivers.typed_ratios import takes_all
from opsctl.planning.goals import GoalUnits, goals_by_id
from opsctl.planning.months import goal_place
from opsctl.quantity import places, round_units
from opsctl.workspace import Finding, Workspace


def takes_part(workspace: Workspace, year: int, above: str, child: str, metric: str) -> bool:
    """Whether a child scope gets a metric at all.

    Traffic of the content tree and Amazon's goes to such stores only. They get visitors, as their platform counts them,
    until a sheet sets traffic of their own tree.
    """
    tree, own = TRAFFIC.get(metric), trees_under(workspace, child)
    if tree is None or tree in own or not own:
        return True
    if tree != "shelf":
        return False
    sheets = (workspace.sheet(scope, year) for scope in (child, above, *workspace.above(above)))
    return not any(TRAFFIC.get(id_) in own for sheet in sheets for id_ in goals_by_id(workspace, sheet))


@dataclass(slots=True)
class Drive:
    """One scope whose divided goals others follow from; `units` and `made` grow as it goes."""

    workspace: Workspace
    year: int
    scope: str
    graph: Mapping[str, Metric]
    leads: dict[str, Step]
    units: dict[str, GoalUnits]
    shares: dict[str, Shares]
    explicit: frozenset[str]
    policies: dict[str, str]
    made: dict[str, Driven] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def drive(
    workspace: Workspace,
    year: int,
    scope: str,
    graph: Mapping[str, Metric],
    leads: Leads,
    units: Mapping[str, GoalUnits],
    divisions: Mapping[str, Division],
) -> Drive:
    """Divide every goal of a scope that follows from a divided one and has no split of its own."""
    if not divisions:
        return Drive(workspace, year, scope, graph, {}, dict(units), {}, frozenset(), {})
    sheet = workspace.sheet(scope, year)
    explicit = frozenset(id_ for id_, (_, goal) in goals_by_id(workspace, sheet).items() if goal.split is not None)
    shares: dict[str, Shares] = {id_: division.shares for id_, division in divisions.items()}
    policies = {id_: division.policy for id_, division in divisions.items()}
    work = Drive(workspace, year, scope, graph, dict(leads), dict(units), shares, explicit, policies)
    waiting = [id_ for id_ in leads if id_ in units and id_ not in explicit]
    while True:
        ready = [id_ for id_ in waiting if id_ not in work.shares and _ready(work, work.leads[id_])]
        for id_ in ready:
            waiting.remove(id_)
            _try(work, id_)
        if not ready:
            break
    work.findings.extend(_sums_of_splits(work, divisions))
    return work


def _ready(work: Drive, step: Step) -> bool:
    """Whether all sums that it is worked out from are divided; ratios go down with them."""
    sums = [id_ for id_, _ in step.inputs if additive(work.graph[id_])]
    return bool(sums) and all(id_ in work.shares for id_ in sums)


def _try(work: Drive, metric: str) -> None:
    """Divide one metric, or say why it cannot be."""
    step = work.leads[metric]
    try:
        found = _complemented(work, step) if step.how == "complement" else _stepped(work, step)
    except Infeasible as clash:
        digits, sums = work.units[metric].digits, [id_ for id_, _ in step.inputs if id_ in work.shares]
        children = sorted({child for id_ in sums for child in work.shares[id_]})
        typed = takes_all(work.workspace, work.year, work.scope, step, children, clash, digits)
        if typed is None:
            _refuse(work, metric, refusal(clash, digits))
        else:
            work.findings.append(typed)
        return
    for id_, driven in found.items():
        low = min(driven.shares.values(), default=0)
        if low < 0 and not work.graph[id_].parts and work.units[metric].units >= 0:
            child = min(driven.shares, key=lambda each: (driven.shares[each], each))
            value = shown(Fraction(low, 10**driven.digits))
            _refuse(work, id_, message("drivers.below_zero", metric=id_, scope=child, value=value))
        elif driven.shares:
            work.made[id_], work.shares[id_] = replace(driven, policy=_policy(work, driven)), driven.shares
            work.policies[id_] = work.made[id_].policy


def _policy(work: Drive, driven: Driven) -> str:
    """The policy of what it follows from: the first that is not exact, as its own children may then differ."""
    loose = (work.policies.get(id_, EXACT) for id_ in driven.base)
    return next((policy for policy in loose if policy not in (EXACT, ALIGNED)), EXACT)


def _refuse(work: Drive, metric: str, said: Message) -> None:
    written = goals_by_id(work.workspace, work.workspace.sheet(work.scope, work.year)).get(metric)
    place = goal_place(work.workspace, work.scope, work.year, written)
    work.findings.append(Finding("impossible-split", Problem(place, said)))


def _members(work: Drive, metric: str, children: Iterable[str]) -> tuple[str, ...]:
    if metric not in TRAFFIC:
        return tuple(children)
    return tuple(child for child in children if takes_part(work.workspace, work.year, work.scope, child, metric))


def _stepped(work: Drive, step: Step) -> dict[str, Driven]:
    """A numerator, a denominator or a term of a sum over the children that take part."""
    metric, identity = step.metric, work.graph[step.identity]
    sums = [id_ for id_, _ in step.inputs if additive(work.graph[id_])]
    children = sorted({child for id_ in sums for child in work.shares[id_]})
    members = _members(work, metric, children)
    base = {id_: {child: work.shares[id_].get(child, 0) for child in members} for id_ in sums}
    if work.units[metric].how in ("derived", "followed"):
        _restrict(work, metric, base if len(members) < len(children) else {})
    step, goal = work.leads[metric], work.units[metric]
    if step.how == "sum":
        terms = solved_for(metric, identity)
        if not terms.keys() <= base.keys():
            return {}  # A team's own dictionary made a ratio of a term; ratios have no shares to add.
        total = sum(sign * sum(base[id_].values()) for id_, sign in terms.items())
        return {metric: by_difference(total, goal.digits, step, terms, base)}
    if step.how == "ratio" or len(sums) != 1:
        return {}
    value = next(number for id_, number in step.inputs if id_ == identity.id)
    ratios = child_ratios(work.workspace, work.year, work.scope, identity.id, value, members)
    side = Side(sums[0], places(work.graph[sums[0]].unit), base[sums[0]])
    return {metric: by_ratio(goal.units, goal.digits, step, identity, side, ratios)}


def _restrict(work: Drive, metric: str, base: Mapping[str, Shares]) -> None:
    """Work the parent's number out again where only some children take part, there or in what it follows from."""
    step, goal = work.leads[metric], work.units[metric]
    given = dict(step.inputs)
    for id_ in given:
        if id_ in base:
            given[id_] = Fraction(sum(base[id_].values()), 10 ** places(work.graph[id_].unit))
        elif id_ in work.leads and additive(work.graph[id_]):
            given[id_] = work.leads[id_].value
    if given == dict(step.inputs):
        return
    value = derive(given, {metric}, work.graph).values.get(metric, step.value)
    work.leads[metric] = replace(step, inputs=tuple(given.items()), value=value)
    steps = tuple(work.leads.get(each.metric, each) for each in goal.steps)
    work.units[metric] = replace(goal, units=round_units(value, goal.digits), steps=steps)


def _complemented(work: Drive, step: Step) -> dict[str, Driven]:
    """A sum solved for a part that other parts are shares of."""
    total, anchor = work.graph[step.identity], step.metric
    known = [id_ for id_, _ in step.inputs if additive(work.graph[id_])]
    children = tuple(sorted({child for id_ in known for child in work.shares[id_]}))
    values = dict(step.inputs)
    ratios = [work.graph[id_] for id_, _ in step.inputs if is_ratio(work.graph[id_])]
    reached = {anchor, *(inputs(ratio)[0] for ratio in ratios)}
    digits = {places(work.graph[id_].unit) for id_ in (anchor, *known, *(inputs(ratio)[0] for ratio in ratios))}
    if len(digits) > 1:
        return {}
    if anchor not in terms_of(total) or not {inputs(ratio)[1] for ratio in ratios} <= reached:
        _refuse(work, anchor, message("drivers.no_way_down", metric=anchor, source=total.id, scope=work.scope))
        return {}
    units = _totals(work, step, total, ratios)
    sought = Complement(
        step, total, work.units[anchor].digits, units, {id_: work.shares[id_] for id_ in known},
        [(ratio, child_ratios(work.workspace, work.year, work.scope, ratio.id, values[ratio.id], children))
         for ratio in ratios],
        children,
    )  # fmt: skip
    return {id_: made for id_, made in by_complement(sought).items() if id_ in work.units and id_ not in work.explicit}


def _totals(work: Drive, step: Step, total: Metric, ratios: list[Metric]) -> dict[str, int]:
    """The parent's units of the anchor and of all its shares; the last term is what the others leave."""
    units, anchor = {step.metric: work.units[step.metric].units}, step.metric
    terms, values = terms_of(total), dict(step.inputs)
    for ratio in ratios:
        top, bottom = inputs(ratio)
        exact = values[ratio.id] * units[bottom] / ratio.factor
        units[top] = work.units[top].units if top in work.units else round_units(exact, 0)
    last = next(inputs(ratio)[0] for ratio in reversed(ratios) if inputs(ratio)[0] in terms)
    known = {id_: sum(work.shares[id_].values()) for id_ in terms if id_ in work.shares and id_ not in units}
    others = {**units, **known}
    units[last] = -terms[last] * sum(terms[id_] * others[id_] for id_ in terms if id_ != last)
    assert anchor in units
    return units


def _sums_of_splits(work: Drive, divisions: Mapping[str, Division]) -> Iterator[Finding]:
    """Name each sum that splits by weight of their own break in some child."""
    sheet = work.workspace.sheet(work.scope, work.year)
    written = goals_by_id(work.workspace, sheet)
    for total in work.graph.values():
        terms = terms_of(total) if total.parts and not is_ratio(total) else {}
        own = [id_ for id_ in terms if id_ in divisions]
        if sheet is None or not own or not all(id_ in work.shares for id_ in terms):
            continue
        if any(divisions[id_].policy != "exact" for id_ in own):
            continue
        children = sorted({child for id_ in terms for child in work.shares[id_]})
        off = {child: sum(sign * work.shares[id_].get(child, 0) for id_, sign in terms.items()) for child in children}
        broken = [child for child in children if off[child]]
        if broken:
            child, digits = broken[0], places(total.unit)
            value, rest = work.shares[total.id].get(child, 0), off[child]
            given, implied = (Fraction(number, 10**digits) for number in (value, value + rest))
            product = "".join(f" {'-' if sign < 0 else '+'} {id_}" for id_, sign in total.parts).removeprefix(" + ")
            said = message(
                "drivers.splits_disagree", scope=child, count=len(broken), metric=total.id, given=shown(given),
                product=product, implied=shown(implied), gap=gap(given, implied),
            )  # fmt: skip
            yield Finding(RULE, Problem(sheet.at("goals", written[own[-1]][0], "split", key=True), said))
