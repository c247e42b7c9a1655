"""Every rule: registered once, with a code, a name, a page in both languages and a place in its family's folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from opsctl import __version__, rules
from opsctl.checking.explain import page_of
from opsctl.diagnostics import Severity
from opsctl.locales.rules import PAGES
from opsctl.rules import RIGORS, RULES
from opsctl.rules.rule import HARDNESS

HOUSE = Path(rules.__file__).parent
CODE = re.compile(r"(?P<family>[A-Z]{2,6})[1-9][0-9]{2}")
NAME = re.compile(r"(?!no-|must-|check-)[a-z]+(?:-[a-z0-9]+)+")
VERSION = re.compile(r"[0-9]+\.[0-9]+")

Found = Iterator[str]


def modules(house: Path) -> set[str]:
    """Name every rule module on disk as `family/name`; those beside the families serve the rules and are none."""
    return {f"{path.parent.name}/{path.stem}" for path in house.glob("*/*.py") if path.stem != "__init__"}


def module_of(rule: Any) -> str:
    """Name a rule's module as `family/name`."""
    return "/".join(str(rule.__name__).split(".")[-2:])


def unregistered(registry: Iterable[Any], house: Path = HOUSE) -> Found:
    """Find rules that exist and never run, or run twice."""
    listed = Counter(module_of(rule) for rule in registry)
    yield from (f"{name} is not in RULES" for name in sorted(modules(house) - listed.keys()))
    yield from (f"{name} is in RULES {count} times" for name, count in listed.items() if count > 1)


def shared(registry: Iterable[Any]) -> Found:
    """Find codes and names that two rules have."""
    for attribute in ("CODE", "NAME"):
        counts = Counter(getattr(rule, attribute) for rule in registry)
        yield from (f"{attribute} {value} belongs to {count} rules" for value, count in counts.items() if count > 1)


def ill_formed(registry: Iterable[Any]) -> Found:
    """Find constants that are not what the house expects."""
    for rule in registry:
        code = CODE.fullmatch(rule.CODE)
        family, _, stem = module_of(rule).partition("/")
        if code is None or code["family"].lower() != family:
            yield f"{module_of(rule)}: code {rule.CODE}"
        if NAME.fullmatch(rule.NAME) is None or rule.NAME.replace("-", "_") != stem:
            yield f"{module_of(rule)}: name {rule.NAME}"
        if not isinstance(rule.SEVERITY, Severity) or rule.RIGOR not in RIGORS:
            yield f"{module_of(rule)}: severity {rule.SEVERITY} or rigor {rule.RIGOR}"
        if rule.ERROR_FROM not in HARDNESS:
            yield f"{module_of(rule)}: error from {rule.ERROR_FROM}"
        if VERSION.fullmatch(rule.SINCE) is None or _number(rule.SINCE) > _number(__version__):
            yield f"{module_of(rule)}: since {rule.SINCE}"


def pageless(registry: Iterable[Any]) -> Found:
    """Find pages that lack a part, in English or in Chinese."""
    for rule in registry:
        page = page_of(rule)
        if not (page.title.endswith(".") and page.body and page.fails and page.output and page.passes):
            yield f"{module_of(rule)}: English page"
        if ("Fix:" in (rule.__doc__ or "")) != bool(page.fix):
            yield f"{module_of(rule)}: Fix says neither safe nor unsafe"
        parts = [part for part in PAGES.get(rule.CODE, "").strip().split("\n\n") if part]
        if len(parts) < 3 or not parts[0].endswith("。") or not parts[-1].startswith("怎么改："):
            yield f"{module_of(rule)}: Chinese page"


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]+", version)[:2])


def planted(**changes: str) -> SimpleNamespace:
    """A rule with one thing wrong."""
    good = {
        "CODE": "REF999", "NAME": "planted-rule", "SEVERITY": Severity.ERROR, "SINCE": "0.1", "RIGOR": "start",
        "ERROR_FROM": "draft", "__name__": "opsctl.rules.ref.planted_rule", "__doc__": RULES[0].__doc__,
    }  # fmt: skip
    return SimpleNamespace(**(good | changes))


def test_there_are_rules_on_disk() -> None:
    assert len(modules(HOUSE)) >= 20
    assert {code for code in PAGES} == {rule.CODE for rule in RULES}


@pytest.mark.parametrize("guard", [unregistered, shared, ill_formed, pageless], ids=lambda guard: guard.__name__)
def test_the_registry_is_in_order(guard: Callable[[Iterable[Any]], Found]) -> None:
    assert list(guard(RULES)) == []


@pytest.mark.parametrize(
    ("guard", "registry"),
    [
        (unregistered, RULES[1:]),
        (unregistered, (*RULES, RULES[0])),
        (shared, (*RULES, planted(CODE=RULES[3].CODE))),
        (shared, (*RULES, planted(NAME=RULES[3].NAME))),
        (ill_formed, [planted(CODE="REF99")]),
        (ill_formed, [planted(CODE="ORG999")]),
        (ill_formed, [planted(NAME="no-planted-rule")]),
        (ill_formed, [planted(NAME="another-rule")]),
        (ill_formed, [planted(SEVERITY="error")]),
        (ill_formed, [planted(RIGOR="relaxed")]),
        (ill_formed, [planted(ERROR_FROM="later")]),
        (ill_formed, [planted(SINCE="soon")]),
        (ill_formed, [planted(SINCE="99.0")]),
        (pageless, [planted(__doc__="One sentence.")]),
        (pageless, [planted(__doc__=f"{RULES[0].__doc__}\nFix: perhaps. It changes things.\n")]),
        (pageless, [planted()]),
    ],
)
def test_a_planted_violation_is_found(guard: Callable[[Iterable[Any]], Found], registry: Iterable[Any]) -> None:
    assert list(guard(registry)) != []


def test_a_module_nobody_registered_is_found(tmp_path: Path) -> None:
    (tmp_path / "ref").mkdir()
    (tmp_path / "ref" / "forgotten.py").write_text("", "utf-8")
    assert list(unregistered([], tmp_path)) == ["ref/forgotten is not in RULES"]
