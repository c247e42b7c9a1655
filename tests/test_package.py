"""What is shipped: a wheel from the checkout and one from the sdist, each whole and able to run."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BUILDABLE = all(importlib.util.find_spec(name) for name in ("build", "hatchling"))

pytestmark = pytest.mark.skipif(not BUILDABLE, reason="build and hatchling are not installed: pip install -e '.[dev]'")


def build(out: Path, *options: str) -> Path:
    """Build into `out` without the network and return what came last: the wheel where one was asked for."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), *options, str(ROOT)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    return build(tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def wheel_from_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from an sdist, which stands beside it."""
    return build(tmp_path_factory.mktemp("sdist"))


def shipped_files() -> dict[str, Path]:
    """Return what a wheel must hold: its path inside → the file in the checkout."""
    folders = {"templates": "opsctl/_data/templates", "handbook": "opsctl/_data/handbook", "src/opsctl": "opsctl"}
    found: dict[str, Path] = {}
    for folder, inside in folders.items():
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        assert files, f"nothing in {folder}/"
        found |= {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}": path for path in files}
    return found


def missing_from(archive: Path) -> list[str]:
    """Find files that a wheel leaves out or changes."""
    with zipfile.ZipFile(archive) as content:
        names = set(content.namelist())
        return [
            name
            for name, path in shipped_files().items()
            if name not in names or content.read(name) != path.read_bytes()
        ]


def run_unpacked(archive: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Unpack a wheel and run Python with it, far from the checkout."""
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder / "site")
    environment = {**os.environ, "PYTHONPATH": str(folder / "site"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_a_wheel_holds_code_templates_handbook_and_types(wheel: Path) -> None:
    assert missing_from(wheel) == []
    assert {"opsctl/py.typed", "opsctl/_data/handbook/guide/first-week.zh.md"} <= set(shipped_files())


def test_a_wheel_from_the_sdist_is_the_same(wheel: Path, wheel_from_sdist: Path) -> None:
    with zipfile.ZipFile(wheel) as direct, zipfile.ZipFile(wheel_from_sdist) as through:
        assert {item.filename: item.CRC for item in direct.infolist()} == {
            item.filename: item.CRC for item in through.infolist()
        }


def test_an_sdist_holds_what_a_contributor_needs(wheel_from_sdist: Path) -> None:
    with tarfile.open(next(wheel_from_sdist.parent.glob("*.tar.gz"))) as content:
        names = {name.split("/", 1)[1] for name in content.getnames() if "/" in name}
    wanted = {"pyproject.toml", "README.md", "README.zh.md", "LICENSE", "NOTICE", "tests/test_package.py", ".ci/run"}
    wanted |= {"action.yml", "ci/gitlab.yml", ".pre-commit-hooks.yaml"}
    assert wanted - names == set()
    assert any(name.startswith("templates/") for name in names)
    assert any(name.startswith("examples/chenhe-home/") for name in names)


def test_a_missing_file_would_be_noticed(wheel: Path, tmp_path: Path) -> None:
    thinner = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as content, zipfile.ZipFile(thinner, "w") as copy:
        for name in content.namelist():
            if name != "opsctl/py.typed":
                copy.writestr(name, content.read(name))
    assert missing_from(thinner) == ["opsctl/py.typed"]


def test_an_unpacked_wheel_finds_its_own_folders(wheel: Path, tmp_path: Path) -> None:
    code = "from opsctl.resources import data_root as r; print(r('templates').as_posix(), r('handbook').as_posix())"
    run = run_unpacked(wheel, tmp_path, "-c", code)
    inside = (tmp_path / "site" / "opsctl" / "_data").resolve().as_posix()
    assert run.stdout.split() == [f"{inside}/templates", f"{inside}/handbook"], run.stderr


def test_an_unpacked_wheel_runs(wheel: Path, tmp_path: Path) -> None:
    run = run_unpacked(wheel, tmp_path, "-m", "opsctl", "--version")
    assert run.returncode == 0, run.stderr
    assert "0.1.0" in run.stdout
