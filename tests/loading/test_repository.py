"""Where a workspace lies in its repository, and which lines a change touched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from opsctl.errors import OpsctlError
from opsctl.loading.repository import parsed, prefix, touched

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed")


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, as nobody in particular."""
    settings = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run([str(GIT), *settings, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path, files: dict[str, str]) -> None:
    """Write files and commit them."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def test_the_prefix_leads_from_the_top_down(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    inside = tmp_path / "运营" / "a"
    inside.mkdir(parents=True)
    assert prefix(tmp_path) == ""
    assert prefix(inside) == "运营/a/"
    (inside / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert prefix(inside) == ""


@needs_git
def test_touched_lines_count_from_where_the_change_began(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    name = "ops/stores/天猫 店.yaml"
    commit(tmp_path, {name: "a\nb\nc\nd\n", "ops/same.yaml": "x\n", "other.yaml": "x\n"})
    git(tmp_path, "checkout", "-q", "-b", "change")
    commit(tmp_path, {name: "a\nB\nc\nd\ne\nf\n", "ops/new.yaml": "x\ny\n", "other.yaml": "y\n"})
    git(tmp_path, "checkout", "-q", "main")
    commit(tmp_path, {"ops/same.yaml": "changed on main\n"})
    git(tmp_path, "checkout", "-q", "change")
    assert touched(tmp_path / "ops", "main") == {
        "stores/天猫 店.yaml": (range(2, 3), range(5, 7)),
        "new.yaml": (range(1, 3),),
    }


@needs_git
def test_settings_of_the_repository_do_not_get_in_the_way(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, {"a.yaml": "a\n", ".gitattributes": "*.yaml diff=loud\n"})
    git(tmp_path, "checkout", "-q", "-b", "change")
    commit(tmp_path, {"a.yaml": "b\n"})
    for setting in ("diff.noprefix", "diff.mnemonicPrefix"):
        git(tmp_path, "config", setting, "true")
    git(tmp_path, "config", "color.ui", "always")
    git(tmp_path, "config", "diff.external", "touch planted")
    git(tmp_path, "config", "diff.loud.textconv", "touch planted;")
    assert touched(tmp_path, "main") == {"a.yaml": (range(1, 2),)}
    assert not (tmp_path / "planted").exists()


@needs_git
@pytest.mark.parametrize("base", ["nowhere", "--output=planted", ""])
def test_a_base_that_is_none_gives_no_answer(tmp_path: Path, base: str) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, {"a.yaml": "a\n"})
    with pytest.raises(OpsctlError):
        touched(tmp_path, base)
    assert not (tmp_path / "planted").exists()


def test_lines_that_look_like_a_diff_are_lines() -> None:
    diff = b"""diff --git a/a.yaml b/a.yaml
--- a/a.yaml
+++ b/a.yaml
@@ -1 +1,3 @@ head
-x
+++ b/planted.yaml
+@@ -1 +1,900 @@
+y
@@ -9,0 +12 @@
+z
diff --git "a/\\n.yaml" "b/\\n.yaml"
--- "a/\\n.yaml"
+++ "b/\\n.yaml"
@@ -0,0 +1 @@
+w
"""
    assert parsed(diff) == {"a.yaml": (range(1, 4), range(12, 13))}
