"""What all tests share: workspaces from fenced text, golden files, real data, and how hard Hypothesis looks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import settings

from opsctl.checking.explain import File, files_in
from opsctl.loading.read import LoadResult, load

# No deadline: a shared machine is slow now and then, and a slow example is not a wrong one.
settings.register_profile("default", deadline=None)
# The same examples every time, and half of them: what `fuzz` looks for at length, a pull request need not wait for.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("fuzz", deadline=None, max_examples=3000)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one way to change golden files."""
    parser.addoption("--accept", action="store_true", help="take today's output as the golden files")


# What an example leaves out because it is not what it shows.
USUAL_FILES = {
    "opsctl.yaml": "opsctl: 1\nname: Example\n",
    "teams/company.yaml": "name: Example\n",
    "roles/owner.yaml": "name: Owner\n",
    "people/li-na.yaml": "name: 李娜\nroles: [{role: owner, at: company, from: 2020-01-01}]\n",
}


@pytest.fixture
def folder_from(tmp_path: Path) -> Callable[[str | Iterable[File]], Path]:
    """Write the fenced files of a text, ```` ```yaml path ````, with the usual ones where they are absent."""

    def write(given: str | Iterable[File]) -> Path:
        files = dict(files_in(given) if isinstance(given, str) else given)
        assert files, "the text has no fenced block that names its path"
        root = tmp_path / f"workspace-{len(list(tmp_path.iterdir()))}"
        for path, text in (USUAL_FILES | files).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
        return root

    return write


@pytest.fixture
def workspace_from(folder_from: Callable[[str | Iterable[File]], Path]) -> Callable[[str | Iterable[File]], LoadResult]:
    """Load the fenced files of a text as a workspace, through the real loader."""
    return lambda given: load(folder_from(given))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a golden file, byte for byte; `--accept` writes the file instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path} is missing; make it with: pytest --accept"
        assert text == path.read_bytes().decode(), f"{path} differs; if that is right: pytest --accept"

    return compare


@pytest.fixture(scope="session")
def test_data() -> Path:
    """Return the folder of real data that `OPSCTL_TEST_DATA` names, or skip."""
    folder = os.environ.get("OPSCTL_TEST_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("OPSCTL_TEST_DATA names no folder: the real order lines are not here")
    return Path(folder)
