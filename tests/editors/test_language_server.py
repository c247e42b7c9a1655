"""
What people see while they type, asked of the real yaml-language-server with the settings that `init` ships.

It comes from npm: `npm install yaml-language-server` in any folder; `OPSCTL_YAML_LS` names the program where it is not
on the PATH.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.editors.language_client import Client

from opsctl.commands.init import init
from opsctl.commands.schema import EDITOR_FILE, schema_write
from opsctl.commands.skeletons import skeleton, snippet
from opsctl.locales import say
from opsctl.metrics import BUILTIN
from opsctl.records import BY_NAME

SERVER = os.environ.get("OPSCTL_YAML_LS") or shutil.which("yaml-language-server")
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
LOCALES = {"zh": "zh-cn", "en": "en"}
WRONG = "oops: 1\n"
UNKNOWN = {"zh-cn": "属性 oops 不被允许。", "en": "Property oops is not allowed."}

pytestmark = pytest.mark.skipif(
    SERVER is None,
    reason="no yaml-language-server: npm install yaml-language-server, and put it on PATH or OPSCTL_YAML_LS",
)


def editor(root: Path, lang: str) -> Client:
    """An editor that has the folder open, with the settings that stand in it."""
    schema_write(root, dry_run=False)
    settings = json.loads((root / EDITOR_FILE).read_text("utf-8"))
    assert SERVER is not None
    return Client((SERVER, "--stdio"), root, settings, LOCALES[lang])


@pytest.fixture(scope="module", params=LOCALES)
def lang(request: pytest.FixtureRequest) -> str:
    """The language of a workspace."""
    return str(request.param)


@pytest.fixture(scope="module")
def new(lang: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A new workspace, open in an editor."""
    root = tmp_path_factory.mktemp("new") / "shop"
    init(root, lang, "small", date(2026, 11, 24), dry_run=False)
    with editor(root, lang) as client:
        yield client


def offered(client: Client, file: str, text: str, line: int, character: int) -> dict[str, str]:
    """What is offered at a place of a file, with what is said of each."""
    client.open(file, text + WRONG)
    client.complaints(file)
    answer = client.at("completion", file, line, character)
    return {item["label"]: str(item.get("documentation", "")) for item in answer["items"]}


def complaints(client: Client, files: Mapping[str, str]) -> dict[str, list[str]]:
    """What is wrong with files besides a line that is wrong in any: it shows that the file's schema was found."""
    for file, text in files.items():
        client.open(file, text + WRONG)
    unknown = UNKNOWN[client.locale]
    return {file: wrong for file in files if (wrong := client.complaints(file)) != [unknown]}


def test_a_reference_is_completed_with_names(new: Client, lang: str) -> None:
    people = offered(new, "targets/2026/a.yaml", "owner: \n", 0, 7)
    assert people["li-na"] == {"zh": "李娜", "en": "Li Na"}[lang]
    assert "store-manager" not in people


def test_a_metric_is_completed_as_a_key(new: Client, lang: str) -> None:
    metrics = offered(new, "targets/2026/b.yaml", "owner: li-na\ngoals:\n  cvr: 3%\n  \n", 3, 2)
    assert metrics["net_sales"] == BUILTIN["net_sales"].name(lang)


def test_hovering_explains_a_key(new: Client, lang: str) -> None:
    text = "name: x\nroles:\n  - {role: store-manager, at: company, from: 2026-01-01}\n"
    assert complaints(new, {"people/c.yaml": text}) == {}
    shown = new.at("hover", "people/c.yaml", 2, 26)["contents"]["value"]
    assert say(lang, "fields.held.at") in shown
    assert "2026-06-18" in new.at("hover", "people/c.yaml", 2, 39)["contents"]["value"]


def test_an_empty_file_is_offered_a_skeleton(new: Client, lang: str) -> None:
    offered(new, "stores/other.yaml", "name: x\n", 0, 0)
    new.open("stores/empty.yaml", "")
    items = {item["label"]: item["insertText"] for item in new.at("completion", "stores/empty.yaml", 0, 0)["items"]}
    label = say(lang, "fields.new", kind=say(lang, "commands.kind_store"))
    assert items[label] == snippet(skeleton(BY_NAME["store"], lang))


def test_errors_speak_the_language(new: Client, lang: str) -> None:
    new.open("people/d.yaml", "name: x\noops: 1\nroles: [{role: boss, at: company, from: soon}]\n")
    found = new.complaints("people/d.yaml")
    day = {
        "zh": "这个值不是日期；应为 2026-06-18 这样的真实日期",
        "en": "this is not a date; expected is a real day, as in 2026-06-18",
    }
    assert sorted(found) == sorted([say(lang, "fields.no_role"), day[lang], UNKNOWN[LOCALES[lang]]])


def test_a_new_workspace_has_no_errors(new: Client) -> None:
    files = texts(new.root)
    assert len(files) > 10
    assert complaints(new, files) == {}


def test_the_example_has_no_errors(tmp_path: Path) -> None:
    root = shutil.copytree(EXAMPLE, tmp_path / "chenhe-home")
    files = texts(root)
    assert len(files) > 30
    with editor(root, "zh") as client:
        assert complaints(client, files) == {}


def texts(root: Path) -> dict[str, str]:
    """The YAML files of a workspace."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.yaml"))}


def test_what_a_new_workspace_has_not_yet_has_schemas_too(new: Client) -> None:
    for file in ("metrics/a.yaml", "rules/a.yaml", "assessments/a.yaml", "waivers.yaml"):
        new.open(file, WRONG)
        assert UNKNOWN[new.locale] in new.complaints(file), file
