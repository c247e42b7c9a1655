"""Real git repositories for tests, free of whatever the machine's own settings say."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_AUTHOR = ("-c", "user.name=Li Na", "-c", "user.email=li@example.com", "-c", "commit.gpgsign=false")
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def run_git(root: Path, *arguments: str) -> str:
    """Run git in a folder and give back what it prints; a failure fails the test."""
    command = ["git", "-C", str(root), *_AUTHOR, "-c", "init.defaultBranch=main", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ALONE
    done = subprocess.run(command, capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def committed(root: Path, files: Mapping[str, str | bytes] | None = None) -> str:
    """Write files, commit everything (beginning a repository if need be) and give back the commit's id."""
    for name, text in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    if not (root / ".git").exists():
        run_git(root, "init", "-q")
        run_git(root, "config", "core.autocrlf", "false")
    run_git(root, "add", "-A")
    run_git(root, "commit", "-q", "--allow-empty", "-m", "x")
    return run_git(root, "rev-parse", "HEAD")


def example(tmp_path: Path, name: str = "chenhe-home", *, data: bool = True) -> Path:
    """A copy of an example, if need be without its actuals, as a repository with one commit."""
    root = tmp_path / name
    shutil.copytree(EXAMPLES / name, root, ignore=None if data else shutil.ignore_patterns("actuals"))
    committed(root)
    return root


def replaced(root: Path, file: str, old: str, new: str) -> None:
    """Replace one text in a file, which must stand there once."""
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1, (file, old, text.count(old))
    (root / file).write_bytes(text.replace(old, new).encode())
