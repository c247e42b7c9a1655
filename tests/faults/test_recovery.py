"""State of a write that opsctl did not leave: planted journals, links, pipes, strangers' files. None leads anywhere."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from tests.faults.faults import OLD, ONE, POSIX, after, cut, put, texts

from opsctl.errors import OpsctlError
from opsctl.loading.recovery import recover, unfinished
from opsctl.loading.state import state_folder
from opsctl.loading.transaction import write

NEW = sha256(b"foo").hexdigest()
PLANTED = (
    "../out.txt",
    "/tmp/opsctl-out.txt",
    "a/../../out.txt",
    "teams/../../out.txt",
    "link/out.txt",
    "file-link",
    ".git/hooks/post-checkout",
    "teams/.git/hooks/post-checkout",
    ".GIT/hooks/post-checkout",
    ".github/workflows/out.yml",
    ".opsctl/write/COMMIT",
    "C:\\out.txt",
    "C:out.txt",
    "a\0b",
    "teams",
    ".",
    "",
)


@pytest.fixture(params=[False, True], ids=["plain", "git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workspace in a folder, and in a repository."""
    root = tmp_path / "workspace"
    if request.param:
        subprocess.run(["git", "init", "-q", "--template=", str(root)], check=True)
    put(root, OLD)
    return root


def plant(root: Path, *changes: Mapping[str, str | None], staged: bytes = b"foo") -> Path:
    """A journal as a stranger would write it."""
    state = state_folder(root)
    state.mkdir(parents=True)
    (state / "0").write_bytes(staged)
    (state / "COMMIT").write_text(json.dumps({"opsctl": 1, "changes": list(changes)}))
    return state


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, whatever it is."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@POSIX
@pytest.mark.parametrize("old", [None, NEW], ids=["new-file", "other-digest"])
@pytest.mark.parametrize("path", PLANTED)
def test_a_planted_journal_leads_nowhere(path: str, old: str | None, root: Path, tmp_path: Path) -> None:
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside/mine.txt").write_text("mine")
    (root / "link").symlink_to(tmp_path / "beside")
    (root / "file-link").symlink_to(tmp_path / "beside/mine.txt")
    plant(root, {"path": path, "old": old, "new": NEW, "staged": "0"})
    before = everything(tmp_path)
    for act in (recover, lambda root: write(root, ONE)):
        with pytest.raises(OpsctlError):
            act(root)
    assert everything(tmp_path) == before
    assert not Path("/tmp/opsctl-out.txt").exists()


def test_one_bad_path_among_good_ones_stops_all(root: Path, tmp_path: Path) -> None:
    good = {"path": "teams/new.yaml", "old": None, "new": NEW, "staged": "0"}
    plant(root, good, {"path": "../out.txt", "old": None, "new": NEW, "staged": "0"})
    before = everything(tmp_path)
    with pytest.raises(OpsctlError):
        recover(root)
    assert everything(tmp_path) == before


def test_a_staged_file_with_other_bytes_than_the_journal_says_is_not_put_in_place(root: Path) -> None:
    plant(root, {"path": "teams/new.yaml", "old": None, "new": NEW, "staged": "0"}, staged=b"other")
    with pytest.raises(OpsctlError) as raised:
        recover(root)
    assert raised.value.said.id == "load.write.torn"
    assert texts(root) == OLD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"opsctl": 2, "changes": []}',
        '{"opsctl": 1}',
        '{"opsctl": 1, "changes": [1]}',
        '{"opsctl": 1, "changes": 1}',
        '{"opsctl": 1, "changes": [{"path": "a", "old": "x", "new": null, "staged": "0"}]}',
        '{"opsctl": 1, "changes": [{"path": "a", "old": 1, "new": null, "staged": "0"}]}',
        '{"opsctl": 1, "changes": [{"path": "a", "old": null, "new": null, "staged": "../0"}]}',
        '{"opsctl": 1, "changes": [{"path": "a", "old": null, "new": null, "staged": "COMMIT"}]}',
        '{"opsctl": 1, "changes": [{"path": 1, "old": null, "new": null, "staged": "0"}]}',
        '{"opsctl": 1, "changes": [{"path": "a", "old": null, "new": null, "staged": "0", "mode": 1}]}',
        "[" * 90_000,
        "9" * 9_000,
        "\ud83d",
    ],
)
def test_a_journal_that_cannot_be_read_stops_the_recovery(text: str, root: Path) -> None:
    state = plant(root)
    (state / "COMMIT").write_bytes(text.encode("utf-8", "surrogatepass"))
    for act in (recover, unfinished):
        with pytest.raises(OpsctlError) as raised:
            act(root)
        assert raised.value.said.id == "load.write.bad_journal"
    assert texts(root) == OLD


@POSIX
@pytest.mark.parametrize("linked", ["state", "above"])
@pytest.mark.parametrize("journal", [False, True], ids=["leftovers", "journal"])
def test_state_behind_a_link_is_never_deleted(linked: str, journal: bool, root: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    state = state_folder(root)
    link, inside = (state, precious) if linked == "state" else (state.parent, precious / state.name)
    inside.mkdir(parents=True)
    for name in ("0", "1", "COMMIT.new", "letter.txt", *(["COMMIT"] if journal else [])):
        (inside / name).write_text("mine")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(precious)
    before = everything(precious)
    for act in (recover, lambda root: write(root, ONE)):
        with pytest.raises(OpsctlError) as raised:
            act(root)
        assert raised.value.said.id == "load.write.linked_state"
    assert everything(precious) == before and texts(root) == OLD


@POSIX
@pytest.mark.parametrize("name", ["COMMIT", "0"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_links_and_pipes_among_the_state_are_not_followed(name: str, kind: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"foo")
    state = plant(root, {"path": "teams/new.yaml", "old": None, "new": NEW, "staged": "0"})
    (state / name).unlink()
    if kind == "link":
        (state / name).symlink_to(tmp_path / "mine.txt")
        with pytest.raises(OpsctlError):
            recover(root)
    else:
        os.mkfifo(state / name)
        if name == "COMMIT":
            # Nothing but a file can be a journal, so that this was never a write that counted.
            assert recover(root) is not None
        else:
            with pytest.raises(OpsctlError):
                recover(root)
    assert texts(root) == OLD
    assert (tmp_path / "mine.txt").read_bytes() == b"foo"


def test_a_strangers_files_in_the_state_folder_stay(root: Path) -> None:
    state = state_folder(root)
    (state / "z-kept").mkdir(parents=True)
    (state / "notes.txt").write_text("mine")
    (state / "7").write_text("ours")
    assert write(root, ONE) == ("teams/a.yaml",)
    assert sorted(path.name for path in state.iterdir()) == ["notes.txt", "z-kept"]
    assert texts(root) == after(ONE)


def test_the_schemas_for_editors_beside_the_state_stay(root: Path) -> None:
    put(root, {".opsctl/schemas/team.json": "{}"})
    cut(root, ONE, "rename", 2)
    assert recover(root) is not None
    assert (root / ".opsctl/schemas/team.json").read_text() == "{}"
    assert [path.name for path in (root / ".opsctl").iterdir()] == ["schemas"]


def test_a_second_working_tree_has_a_state_of_its_own(tmp_path: Path) -> None:
    main, second = tmp_path / "main", tmp_path / "second"
    git = ["git", "-c", "user.name=Li Na", "-c", "user.email=li@example.com", "-C", str(main)]
    subprocess.run(["git", "init", "-q", "--template=", str(main)], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    subprocess.run([*git, "worktree", "add", "-q", str(second)], check=True)
    put(main, OLD)
    put(second, OLD)
    cut(second, ONE, "rename", 2)
    asked = ["git", "-C", str(second), "rev-parse", "--path-format=absolute", "--git-path", "opsctl"]
    where = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    assert state_folder(second).parent.resolve() == Path(where).resolve()
    assert write(main, ONE) == ("teams/a.yaml",)
    assert recover(second) is not None and texts(second) == after(ONE)


def test_workspaces_in_one_repository_do_not_mix(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "--template=", str(tmp_path)], check=True)
    one, other = tmp_path / "one", tmp_path / "other"
    put(one, OLD)
    put(other, OLD)
    cut(one, ONE, "rename", 2)
    assert unfinished(other) is None
    assert write(other, ONE) == ("teams/a.yaml",)
    assert unfinished(one) is not None and recover(one) is not None
    assert texts(one) == texts(other) == after(ONE)
