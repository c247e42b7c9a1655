"""What all tests share: golden files, the real data where it is there, and how hard Hypothesis looks."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a shared machine is slow now and then, and a slow example is not a wrong one.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=3000)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one way to change golden files."""
    parser.addoption("--accept", action="store_true", help="take today's output as the golden files")


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
