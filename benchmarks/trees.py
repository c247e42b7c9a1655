"""The workspaces that the benchmarks generate: clean, of any size, every record with references and typed values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from processes import OPSCTL, take_turns

NOTE = "# 记录由脚本生成,只用于测速\n"


def write(folder: Path, records: int) -> int:
    """Write a tree of so many records with the cells that its sheets give; say how many files are records."""
    count = 0
    for name, text in files(records):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        count += 1
    take_turns({"split": (*OPSCTL, "-C", str(folder), "plan", "split", "2026")}, 1)
    return count


def files(records: int) -> Iterator[tuple[str, str]]:
    """Each file of a clean tree: a twentieth teams, a quarter stores and as many sheets, few roles, else people."""
    teams, stores = max(records // 20, 1), max(records // 4, 1)
    yield "opsctl.yaml", "opsctl: 1\nname: 测速\ntop: team-0\n"
    for number in range(teams):
        parent = f"parent: team-{(number - 1) // 10}\n" if number else ""
        yield (
            f"teams/team-{number}.yaml",
            f"{NOTE}name: {{zh: 团队 {number}, en: Team {number}}}\n{parent}purpose: 对本组店铺负责\n",
        )
    roles = max(records // 50, 1)
    for number in range(roles):
        yield f"roles/role-{number}.yaml", _role(number)
    for number in range(stores):
        yield f"stores/store-{number}.yaml", _store(number, teams)
    sheets = min(stores, records // 4)
    people = max(records - teams - roles - stores - sheets - 1, 1)
    for number in range(people):
        yield f"people/person-{number}.yaml", _person(number, stores, roles)
    for number in range(sheets):
        yield f"targets/2026/store-{number}.yaml", _sheet(number, people)


def _role(number: int) -> str:
    return (
        f"name: {{zh: 岗位 {number}, en: Role {number}}}\npurpose: 对一件事的结果负责\n"
        "owns: [net_sales, gmv_paid, cvr]\n"
        "duties:\n  - id: plan\n    does: 规划与目标拆解\n    raci: accountable\n"
        "    evidence: {record: plan, cadence: monthly}\n"
    )


def _store(number: int, teams: int) -> str:
    return (
        f"{NOTE}name: {{zh: 店铺 {number}, en: Store {number}}}\nplatform: tmall\nteam: team-{number % teams}\n"
        "opened: 2021-05-01\ncurrency: CNY\ndrivers: shelf\nchannels: [search, recommend, keyword-ads, live]\n"
    )


def _person(number: int, stores: int, roles: int) -> str:
    held = "".join(
        f"  - {{role: role-{(number + step) % roles}, at: store-{(number + step) % stores}, "
        f"from: 202{step}-03-01, fte: 30%}}\n"
        for step in range(3)
    )
    return f"{NOTE}name: 员工 {number}\nroles:\n{held}handles: {{github: person-{number}, gitlab: p{number}}}\n"


def _sheet(number: int, people: int) -> str:
    return (
        f"{NOTE}owner: person-{number % people}\ngoals:\n"
        "  net_sales:\n    value: 120万\n    floor: 100万\n    stretch: 1.3亿\n"
        "    baseline: {period: 2025, value: 1_100_000}\n    statement: 全年净销售额达到 120 万\n"
        "  visitors: {value: 56_000, baseline: {period: 2025, value: 50_000}}\n"
        "  cvr: {value: 1.5%, baseline: {period: 2025, value: 1.38%}}\n"
    )
