"""Hostile data, pages, templates and mappings: what has a reader ends in a sentence, what has none is left alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.hostile import badinputs
from tests.hostile.hostile import answer, assert_sound, changed, small

SHOP = "actuals/shop-daily"
REVIEW = "review weekly 2026-W46"
# Where each kind of input goes in a small workspace, and the command that meets it there.
READ = {
    "csv": (f"{SHOP}/x.csv", REVIEW),
    "csvtree": (SHOP, REVIEW),
    "parquet": (f"{SHOP}/x.parquet", REVIEW),
    "xlsx": (f"{SHOP}/x.xlsx", REVIEW),
    "mapping": ("sources/x.yaml", "check"),
    "markdown": ("reviews/2031/company.md", "check"),
}
# Nothing reads these yet: a team's own templates, approvals. Whoever adds the reader moves the line up.
UNREAD = {
    "template": ("templates/review/review.md.j2", f"{REVIEW} --format markdown"),
    "approval": ("approvals/2026/company.yaml", "check"),
}
RECORDS = {"record", "name", "tree"}  # see test_hostile.py


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case that is not a record, a name or a tree."""
    out = tmp_path_factory.mktemp("other")
    made = badinputs.Corpus(out, badinputs.DEFAULT_TEMPLATE, False)
    for cases in (badinputs.csv_cases, badinputs.table_cases, badinputs.markdown_cases, badinputs.template_cases,
                  badinputs.mapping_cases):  # fmt: skip
        cases(made)
    made.finish()
    return out


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace to copy."""
    return small(tmp_path_factory.mktemp("base") / "workspace")


def test_every_kind_of_input_is_read_or_listed_as_unread(tmp_path: Path) -> None:
    made = badinputs.write(tmp_path, badinputs.DEFAULT_TEMPLATE, False)
    assert {case.kind for case in made.cases} <= RECORDS | set(READ) | set(UNREAD)
    assert not set(READ) & set(UNREAD)


@pytest.mark.parametrize("kind", [*READ, *UNREAD])
def test_other_input_ends_in_a_sentence(kind: str, corpus: Path, base: Path, tmp_path: Path) -> None:
    where, command = {**READ, **UNREAD}[kind]
    cases = [case for case in badinputs.read_manifest(corpus) if case.kind == kind]
    for number, case in enumerate(cases):
        if number % 9 and not os.environ.get("OPSCTL_FUZZ"):
            continue
        root = Path(shutil.copytree(base, tmp_path / case.id))
        if kind in ("csv", "parquet", "xlsx"):
            source = root / "sources" / "shop-daily.yaml"
            text = source.read_text("utf-8").replace(f"{SHOP}/*.csv", f"{SHOP}/*{Path(where).suffix}")
            source.write_text(text, "utf-8")
        _put(corpus / case.path, root / where)
        found = answer("-C", str(root), "--lang", "en", *command.split())
        assert_sound(found)
        assert badinputs.CANARY not in found.text, case.id
        assert not [text for text in case.forbid if text in found.text], case.id
        assert not [path for path in root.rglob("*") if path.name.startswith(".opsctl")], case.id


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        badinputs.copy_tree(source, target)
    else:
        shutil.copy(source, target)


@pytest.mark.parametrize("word", ["postgres://ops:{}@127.0.0.1/db", "snowflake://u@acc/db?password={}&x=1"])
@pytest.mark.parametrize("key", ["warehouse", "opened", "name", "team"])
def test_a_secret_is_shown_by_no_other_finding(word: str, key: str, base: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(base, tmp_path / "workspace"))
    secret = badinputs.CANARY
    changed(root, {"stores/x.yaml": f"{key}: {word.format(secret)}\nplatform: jd\n"})
    for form in ("text", "json", "sarif", "github"):
        found = answer("-C", str(root), "--lang", "en", "check", "--no-cache", "--format", form)
        assert found.status == 1 and "REPO103" in found.out
        assert secret not in found.text and secret[:20] not in found.text
