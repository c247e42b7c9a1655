"""`schema write`: fresh schemas in their place, stale ones noticed, and nobody's own settings touched."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.repository import example, run_git

from opsctl.cli.app import run
from opsctl.commands.init import init, templates
from opsctl.commands.schema import EDITOR_FILE, FOLDER, editor_settings, schema_write
from opsctl.commands.skeletons import skeleton, snippet
from opsctl.loading.read import load
from opsctl.locales import LANGUAGES
from opsctl.records import BY_NAME, KINDS
from opsctl.resources import data_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example without its data."""
    return example(tmp_path, data=False)


def schema(root: Path, name: str) -> Any:
    """A written schema."""
    return json.loads((root / FOLDER / f"{name}.schema.json").read_text("utf-8"))


def test_every_kind_and_both_single_files_get_a_schema(root: Path) -> None:
    done = schema_write(root, dry_run=False)
    names = {f"{FOLDER}/{name}.schema.json" for name in (*BY_NAME, "opsctl", "waivers")}
    assert set(done.files) == {*names, f"{FOLDER}/.gitignore", EDITOR_FILE}
    assert schema_write(root, dry_run=False).files == ()
    assert load(root).workspace.findings == ()


def test_git_never_takes_them_whatever_the_workspace_says(root: Path) -> None:
    assert not (root / ".gitignore").exists()
    schema_write(root, dry_run=False)
    run_git(root, "add", "-A")
    assert run_git(root, "ls-files", ".opsctl", ".vscode") == EDITOR_FILE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_file_begins_as_new_would_begin_it(lang: str, tmp_path: Path) -> None:
    init(tmp_path / "new", lang, "small", date(2026, 11, 24), dry_run=False)
    schema_write(tmp_path / "new", dry_run=False)
    for kind in BY_NAME.values():
        offered = schema(tmp_path / "new", kind.name).get("defaultSnippets", [])
        made = kind in KINDS and kind.suffix == ".yaml"
        assert [each["bodyText"] for each in offered] == ([snippet(skeleton(kind, lang))] if made else [])


def test_references_are_choices_with_names(root: Path) -> None:
    schema_write(root, dry_run=False)
    parts = schema(root, "target")["$defs"]
    people = dict(zip(parts["person"]["enum"], parts["person"]["enumDescriptions"], strict=True))
    assert people["li-na"] == "李娜"
    assert len(people) == len(load(root).workspace.all("person"))
    assert parts["curve"]["enum"] == ["cn-home", "us-home"]


def test_a_record_that_cannot_be_read_may_still_be_named(root: Path) -> None:
    (root / "people/bo.yaml").write_text("name: [", "utf-8")
    schema_write(root, dry_run=False)
    person = schema(root, "target")["$defs"]["person"]
    assert person["enumDescriptions"][person["enum"].index("bo")] == ""


@pytest.mark.parametrize(("lang", "title"), [("zh", "opsctl：人员"), ("en", "opsctl: person")])
def test_the_workspace_decides_the_language_whoever_calls(lang: str, title: str, tmp_path: Path) -> None:
    init(tmp_path / "new", lang, "small", date(2026, 11, 24), dry_run=False)
    for asked in LANGUAGES:
        assert run(["-C", str(tmp_path / "new"), "--lang", asked, "schema", "write"]) == 0
        assert schema(tmp_path / "new", "person")["title"] == title


def test_check_says_what_is_stale_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["-C", str(root), "--lang", "en", "schema", "write"]
    assert run([*call, "--check"]) == 1
    assert not (root / FOLDER).exists()
    assert run([*call, "--dry-run"]) == 0
    assert not (root / FOLDER).exists()
    assert run(call) == 0
    assert run([*call, "--check"]) == 0
    (root / "stores/new-shop.yaml").write_text("{name: New, platform: tmall, team: company}\n", "utf-8")
    before = schema(root, "person")
    capsys.readouterr()
    assert run([*call, "--check", "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)["data"]
    assert (said["written"], f"{FOLDER}/person.schema.json" in said["files"]) == (False, True)
    assert f"{FOLDER}/team.schema.json" not in said["files"]
    assert schema(root, "person") == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_settings_of_ones_own_are_left_alone(lang: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / EDITOR_FILE).parent.mkdir()
    (root / EDITOR_FILE).write_text("// mine\n{}\n", "utf-8")
    assert run(["-C", str(root), "--lang", lang, "schema", "write"]) == 0
    told = capsys.readouterr().err
    assert (root / EDITOR_FILE).read_text("utf-8") == "// mine\n{}\n"
    assert EDITOR_FILE in told
    assert editor_settings("zh").strip() in told
    (root / EDITOR_FILE).write_text(f'// mine\n{{"yaml.schemas": {{"{FOLDER}/team.schema.json": []}}}}\n', "utf-8")
    assert schema_write(root, dry_run=False).add == ""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", templates())
def test_the_shipped_settings_lead_to_the_schemas_there_are(template: str, lang: str, root: Path) -> None:
    folder = data_root("templates") / "workspace" / template / lang
    settings = json.loads((folder / EDITOR_FILE).read_text("utf-8"))
    schema_write(root, dry_run=False)
    assert all((root / file).is_file() for file in settings["yaml.schemas"])
    folders = {pattern.partition("/")[0] for patterns in settings["yaml.schemas"].values() for pattern in patterns}
    assert folders >= {kind.folder for kind in KINDS if kind.suffix == ".yaml"}
    assert settings["yaml.schemaStore.enable"] is False
    assert json.loads((folder / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    assert ".opsctl/" in (folder / ".gitignore").read_text("utf-8").splitlines()
