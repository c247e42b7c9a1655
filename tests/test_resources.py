"""Shipped folders are found in a wheel and in a checkout, and a broken install says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from opsctl.resources import data_root

ROOT = Path(__file__).resolve().parents[1]


def test_the_copy_inside_the_package_comes_first(tmp_path: Path) -> None:
    package = tmp_path / "src" / "opsctl"
    (package / "_data" / "handbook").mkdir(parents=True)
    (tmp_path / "handbook").mkdir()
    assert data_root("handbook", package=package) == package / "_data" / "handbook"


def test_a_checkout_has_the_folder_at_its_top(tmp_path: Path) -> None:
    package = tmp_path / "src" / "opsctl"
    package.mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    assert data_root("templates", package=package) == tmp_path / "templates"


def test_an_install_without_data_is_broken(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="'handbook' is missing"):
        data_root("handbook", package=tmp_path / "src" / "opsctl")


def test_this_install_finds_its_handbook() -> None:
    assert (data_root("handbook") / "README.md").read_bytes() == (ROOT / "handbook" / "README.md").read_bytes()
