"""
Write a report where the user of the command asked for it, inside the workspace or not.

A report is no record: no other file changes with it. It appears whole or not at all, replaces nothing but a regular
file, and never gets into `.git`, where a file may be a program.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.flaws import shown


def report_file(path: Path, *, new_folder: bool = False) -> Path:
    """The place where a report may be written, in a folder that may be new if asked; OpsctlError where it may not."""
    name = shown(str(path))
    folder = path.parent.resolve()
    target = folder / path.name
    if not new_folder and not folder.is_dir():
        raise OpsctlError(message("report.no_folder", file=name))
    if any(part.casefold() == ".git" for part in target.parts):
        raise OpsctlError(message("report.in_git", file=name))
    if not path.name or (os.path.lexists(target) and not stat.S_ISREG(os.lstat(target).st_mode)):
        raise OpsctlError(message("report.not_a_file", file=name))
    return target


def write_report(target: Path, text: str) -> None:
    """Write a report of text; what is no text stands there as an escape."""
    write_document(target, text.encode("utf-8", "backslashreplace"))


def write_document(target: Path, data: bytes) -> None:
    """Write a document beside its place, bring it down to the disk and move it there."""
    staged = target.parent / f".opsctl-report-{os.getpid()}"
    try:
        disk.make_folder(target.parent)
        disk.create(staged, data, target)
        disk.rename(staged, target)
        disk.sync_folder(target.parent)
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise OpsctlError(message("report.unwritable", file=shown(str(target)), reason=reason)) from error
    finally:
        if os.path.lexists(staged):
            disk.unlink(staged)
