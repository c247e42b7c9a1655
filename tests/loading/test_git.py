"""Reading another revision: the same as the disk, whatever lies there, and a sentence for whatever git refuses."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repository import committed, example, replaced, run_git

from opsctl.checking.engine import run
from opsctl.errors import OpsctlError
from opsctl.loading.git import commit_of, git, merge_base
from opsctl.loading.read import LoadResult, load
from opsctl.loading.revision import load_revision

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX links and names")
SETTINGS = "opsctl: 1\nname: X\n"
TEAM = "name: 总部\n"


def same(one: LoadResult, other: LoadResult) -> None:
    for field in ("settings", "records", "broken", "findings", "cells", "waivers"):
        assert getattr(one.workspace, field) == getattr(other.workspace, field), field
    assert list(one.sources.texts.items()) == list(other.sources.texts.items())
    assert run(one.workspace, one.sources.span) == run(other.workspace, other.sources.span)


def refused(root: Path, revision: str) -> str:
    with pytest.raises(OpsctlError) as caught:
        commit_of(root, revision)
    return caught.value.said.id


@pytest.mark.parametrize("name", ["chenhe-home", "broken", "online-retail"])
def test_a_clean_checkout_and_its_head_are_one_workspace(tmp_path: Path, name: str) -> None:
    root = example(tmp_path, name)
    disk = load(root)
    same(load_revision(root, "HEAD", disk), disk)
    # Of actual values only the disk is asked, and a revision after it.
    same(load_revision(root, "HEAD"), without_actuals(disk))


def without_actuals(loaded: LoadResult) -> LoadResult:
    """The workspace without what was found under `actuals/`."""
    kept = tuple(each for each in loaded.workspace.findings if not each.problem.at.file.startswith("actuals/"))
    return replace(loaded, workspace=replace(loaded.workspace, findings=kept))


NAMES = st.sampled_from(
    ["teams/a.yaml", "teams/b.yml", "teams/中文.yaml", "teams/x/y.yaml", "teams/.hidden.yaml", "stores/s.yaml",
     "targets/2026/a.yaml", "targets/2026/a.csv", "targets/a.yaml", "reviews/2026-W23/a.md", "other/z.yaml",
     "stores/notes.txt", "waivers.yaml", "baseline.json"]
)  # fmt: skip
TEXTS = st.sampled_from(
    [b"name: A\n", b"name: A\r\nparent: b\r\n", b"\xff\xfe", b"", b"a: [", b"---\nowner: x\n---\n# t\n",
     b"name: A\n" * 2, b"\xef\xbb\xbfname: B\n", b"x" * 300_000, b"waivers: []\n"]
)  # fmt: skip


@settings(max_examples=15)
@given(st.dictionaries(NAMES, TEXTS, max_size=8))
def test_any_tree_reads_the_same_from_disk_and_from_git(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        committed(root, {"opsctl.yaml": SETTINGS, **files})
        disk = load(root)
        same(load_revision(root, "HEAD"), disk)


def test_a_revision_is_not_the_working_tree(tmp_path: Path) -> None:
    first = committed(tmp_path, {"opsctl.yaml": SETTINGS, "teams/company.yaml": TEAM})
    committed(tmp_path, {"teams/company.yaml": "name: 新名\n", "teams/new.yaml": TEAM})
    (tmp_path / "teams/later.yaml").write_text("name: L\n")
    before = load_revision(tmp_path, first, load(tmp_path))
    assert [record.id for record in before.workspace.records] == ["company"]
    assert before.workspace.records[0].data.name.zh == "总部"
    assert {record.id for record in load_revision(tmp_path, "HEAD").workspace.records} == {"company", "new"}


def test_a_workspace_in_a_subfolder_with_a_chinese_name(tmp_path: Path) -> None:
    home = "电商 部/手册"
    committed(tmp_path, {f"{home}/opsctl.yaml": SETTINGS, f"{home}/teams/company.yaml": TEAM, "teams/other.yaml": TEAM})
    same(load_revision(tmp_path / home, "HEAD"), load(tmp_path / home))
    assert len(load_revision(tmp_path / home, "HEAD").workspace.records) == 1


def test_a_workspace_that_was_not_there_yet(tmp_path: Path) -> None:
    committed(tmp_path, {"README.md": "x"})
    committed(tmp_path, {"home/opsctl.yaml": SETTINGS, "opsctl.yaml": SETTINGS})
    for root in (tmp_path, tmp_path / "home"):
        with pytest.raises(OpsctlError) as caught:
            load_revision(root, "HEAD~1")
        assert caught.value.said.id == "git.no_workspace"


@POSIX
def test_links_and_submodules_in_a_tree_are_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "w"
    committed(root, {"opsctl.yaml": SETTINGS, "teams/company.yaml": TEAM, "secret.txt": "name: stolen\n"})
    (root / "teams/linked.yaml").symlink_to("../secret.txt")
    (root / "stores").symlink_to("teams")
    committed(root)
    here = run_git(root, "rev-parse", "HEAD")
    for name in ("people", "teams/other.yaml"):
        run_git(root, "update-index", "--add", "--cacheinfo", f"160000,{here},{name}")
    run_git(root, "commit", "-qm", "x")
    found = load_revision(root, "HEAD")
    same(found, load(root))
    assert [record.id for record in found.workspace.records] == ["company"]
    assert {finding.problem.at.file for finding in found.workspace.findings} == {"stores", "teams/linked.yaml"}


@POSIX
def test_a_settings_file_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    committed(tmp_path, {"elsewhere": SETTINGS})
    (tmp_path / "opsctl.yaml").symlink_to("elsewhere")
    committed(tmp_path)
    found = load_revision(tmp_path, "HEAD").workspace.findings
    assert [finding.problem.message.id for finding in found] == ["load.file.link"]


HOSTILE = ["--output=x", "-h", "--all", "", "HEAD:opsctl.yaml", "HEAD..HEAD", "nope", "a\0b", "\udcff", "\ud800", "@{x"]


@pytest.mark.parametrize("revision", HOSTILE)
def test_a_hostile_revision_is_an_unknown_one(tmp_path: Path, revision: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "w"
    committed(root, {"opsctl.yaml": SETTINGS})
    monkeypatch.chdir(root)
    assert refused(root, revision) == "git.unknown"
    assert sorted(path.name for path in root.iterdir()) == [".git", "opsctl.yaml"]


def test_a_branch_that_looks_like_an_option_is_a_branch(tmp_path: Path) -> None:
    here = committed(tmp_path, {"opsctl.yaml": SETTINGS})
    run_git(tmp_path, "update-ref", "refs/heads/--output=x", here)
    assert commit_of(tmp_path, "--output=x") == here


def test_outside_a_repository(tmp_path: Path) -> None:
    assert refused(tmp_path, "HEAD") == "git.no_repository"


def test_a_planted_bare_repository_is_none(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q", "--bare", "planted")
    planted = tmp_path / "planted"
    (planted / "opsctl.yaml").write_text(SETTINGS)
    assert refused(planted, "HEAD") == "git.no_repository"


@POSIX
def test_only_git_on_a_whole_path_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "w"
    here = committed(root, {"opsctl.yaml": SETTINGS})
    planted = root / "git"
    planted.write_text("#!/bin/sh\ntouch PLANTED\n")
    planted.chmod(0o755)
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert commit_of(root, "HEAD") == here
    assert not (root / "PLANTED").exists()
    monkeypatch.setenv("PATH", ".")
    assert refused(root, "HEAD") == "git.missing"


def test_the_repository_of_a_hook_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = committed(tmp_path / "w", {"opsctl.yaml": SETTINGS})
    committed(tmp_path / "other", {"a": "b"})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other/.git/index"))
    assert commit_of(tmp_path / "w", "HEAD") == here


def test_another_users_repository_names_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "它 w"
    here = committed(root, {"opsctl.yaml": SETTINGS})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    with pytest.raises(OpsctlError) as caught:
        commit_of(root, "HEAD")
    assert caught.value.said.id == "git.dubious"
    assert caught.value.hint is not None
    folder = dict(caught.value.hint.params)["folder"]
    (tmp_path / "config").write_text(f'[safe]\n\tdirectory = "{folder}"\n', "utf-8")
    assert commit_of(root, "HEAD") == here


def test_a_shallow_clone_says_how_to_get_the_rest(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    committed(origin, {"opsctl.yaml": SETTINGS})
    run_git(origin, "checkout", "-q", "-b", "change")
    committed(origin, {"a": "1"})
    run_git(origin, "checkout", "-q", "main")
    committed(origin, {"b": "1"})
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", origin.as_uri(), "clone")
    assert refused(clone, "HEAD~1") == "git.shallow_unknown"
    with pytest.raises(OpsctlError) as caught:
        merge_base(clone, "origin/change", "HEAD")
    assert caught.value.said.id == "git.shallow_base"
    run_git(clone, "fetch", "-q", "--unshallow")
    assert merge_base(clone, "origin/change", "HEAD") == commit_of(clone, "HEAD~1")


def test_histories_that_never_met(tmp_path: Path) -> None:
    committed(tmp_path, {"opsctl.yaml": SETTINGS})
    run_git(tmp_path, "checkout", "-q", "--orphan", "alone")
    committed(tmp_path, {"a": "1"})
    with pytest.raises(OpsctlError) as caught:
        merge_base(tmp_path, "main", "alone")
    assert caught.value.said.id == "git.no_base"


def test_a_linked_worktree(tmp_path: Path) -> None:
    committed(tmp_path / "w", {"opsctl.yaml": SETTINGS, "teams/company.yaml": TEAM})
    run_git(tmp_path / "w", "worktree", "add", "-q", str(tmp_path / "beside"))
    assert (tmp_path / "beside/.git").is_file()
    same(load_revision(tmp_path / "beside", "HEAD"), load(tmp_path / "beside"))


def test_a_partial_clone_says_so_and_fetches_nothing(tmp_path: Path) -> None:
    origin = example(tmp_path)
    run_git(origin, "config", "uploadpack.allowFilter", "true")
    replaced(origin, "targets/2026/company.yaml", "2000万", "2100万")
    committed(origin)
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "-q", "--filter=blob:none", origin.as_uri(), "clone")
    # The repository's own config names a program as the way to fetch.
    run_git(clone, "config", "protocol.ext.allow", "always")
    run_git(clone, "remote", "set-url", "origin", f"ext::touch {clone}/PLANTED")
    with pytest.raises(OpsctlError) as caught:
        load_revision(clone, "HEAD~1")
    assert caught.value.said.id == "git.partial"
    assert not (clone / "PLANTED").exists()


def test_what_git_says_otherwise_is_passed_on(tmp_path: Path) -> None:
    committed(tmp_path, {"opsctl.yaml": SETTINGS})
    with pytest.raises(OpsctlError) as caught:
        git(tmp_path, "cat-file", "blob", "HEAD")
    assert caught.value.said.id == "git.failed"
