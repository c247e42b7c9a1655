"""A template for every kind of record, so that each hostile value is tried wherever it could be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# A lone store or sheet misses what other records would say of it, and that is not what is tried here.
OFF = "checks: {severity: {store-without-manager: off, stale-cells: off, expired-waiver: off, unused-waiver: off}}\n"


@dataclass(frozen=True)
class Place:
    """Where a hostile record goes in a small workspace, the sound record it is made from, and what its gaps hold."""

    file: str
    template: str
    values: Mapping[str, str] = field(default_factory=dict)


NOTE = "# 每一类记录都试一遍\n"
PLACES: Mapping[str, Place] = {
    "settings": Place("opsctl.yaml", "opsctl: 1\nname: @@NAME@@\ntop: @@REF@@\nlang: en\nx-note: @@TEXT@@\n" + OFF),
    "team": Place("teams/sales.yaml", "name: @@NAME@@\nparent: @@REF@@\npurpose: @@TEXT@@\nopened: @@DATE@@\n"),
    "role": Place("roles/extra.yaml", "name: @@NAME@@\npurpose: @@TEXT@@\nreports_to: @@REF@@\n", {"REF": "head"}),
    "person": Place(
        "people/extra.yaml",
        "name: @@NAME@@\nroles:\n  - role: promotion\n    at: @@REF@@\n    from: @@DATE@@\n    fte: 20%\n"
        "x-note: @@TEXT@@\n",
    ),
    "store": Place(
        "stores/extra.yaml", "name: @@NAME@@\nplatform: tmall\nteam: @@REF@@\nopened: @@DATE@@\nx-note: @@TEXT@@\n"
    ),
    "metric": Place(
        "metrics/extra.yaml",
        "name: @@NAME@@\nunit: money\naggregation: ratio\ndirection: up\nnumerator: gmv_paid\ndenominator: @@REF@@\n"
        "x-note: @@TEXT@@\n",
        {"REF": "visitors"},
    ),
    "calendar": Place(
        "calendar/2031.yaml",
        "curves:\n  even:\n    months: {1: 100%}\n    weekdays: {mon: @@NUMBER@@}\nevents:\n"
        "  - id: sale\n    name: @@NAME@@\n    windows: {tmall: {from: 2031-01-01, until: @@DATE@@, lift: 2}}\n"
        "x-note: @@TEXT@@\n",
        {"DATE": "2031-01-05"},
    ),
    "fx": Place("fx/2031.yaml", NOTE + "budget: {USD: @@NUMBER@@}\nsource: @@TEXT@@\n"),
    "target": Place(
        "targets/2031/company.yaml",
        NOTE + "owner: @@REF@@\ngoals:\n  gmv_paid:\n    value: @@NUMBER@@\nx-note: @@TEXT@@\n",
        {"REF": "zhao-min"},
    ),
    "source": Place(
        "sources/extra.yaml",
        NOTE
        + "files: none/*.csv\ngrain: days\ncolumns: {day: date, shop: store, seen: views}\nstore:\n  column: shop\n"
        "  map: {Shop: @@REF@@}\nday: day\nmetrics:\n  content_views: {sum: seen}\nx-note: @@TEXT@@\n",
        {"REF": "tmall-flagship"},
    ),
    "plan": Place(
        "plans/2031/company.md",
        NOTE + "owner: @@REF@@\ntitle: @@TEXT@@\ntasks:\n  - {id: T1, does: plan, owner: zhao-min, due: @@DATE@@}\n",
        {"REF": "zhao-min"},
    ),
    "review": Place(
        "reviews/2031/company.md",
        NOTE + "owner: @@REF@@\ndata_until: @@DATE@@\nx-note: @@TEXT@@\n",
        {"REF": "zhao-min"},
    ),
    "rule": Place(
        "rules/extra.yaml",
        "name: @@NAME@@\ncode: TEAM101\nselect: store\nrequire: exists(team)\nmessage: none\nx-note: @@TEXT@@\n",
    ),
    "scenario": Place(
        "scenarios/extra.yaml",
        "name: @@NAME@@\nreason: @@TEXT@@\nowner: @@REF@@\nchanges:\n  target:2026/company:\n    goals:\n"
        "      gmv_paid: @@NUMBER@@\n  team:company: {opened: @@DATE@@}\n",
        {"REF": "zhao-min"},
    ),
    "waivers": Place(
        "waivers.yaml",
        NOTE + "waivers:\n  - rule: org-depth\n    record: team:company\n    reason: later\n    owner: @@REF@@\n"
        "    approved_by: zhao-min\n    from: @@DATE@@\n    until: 2026-01-31\nx-note: @@TEXT@@\n",
        {"REF": "zhao-min"},
    ),
}
COMMON = {"REF": "company", "TEXT": "ok", "NUMBER": "1000", "DATE": "2026-01-01"}
# What opsctl decides otherwise than the corpus expects: every scalar is the text that was written, so a name may be a
# number; the value of a goal may be a rate.
OTHERWISE = {("target", "num-percent"), *((kind, "name-is-int") for kind in PLACES)}
# In a page, a mark of byte order stands before the first `---`, and whatever follows the second is its text.
NOT_IN_PAGES = ("ok-bom", "ok-doc-markers", "multi-doc", "garbage-after-end")


def wrapped(place: Place, data: bytes) -> bytes:
    """A record as its file holds it: a page's stands between lines of `---`."""
    return b"---\n" + data.rstrip(b"\n") + b"\n---\n# Page\n" if place.file.endswith(".md") else data
