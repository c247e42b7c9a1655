"""
The only place that runs git, and only to read.

A repository under check is somebody else's: its config may name programs, its hooks may be planted, and a revision on
the command line may look like an option. So git gets its arguments as a list, no shell; every setting that could start
a program is off; a revision becomes a full id before anything else sees it; and whatever git says in its own words is
told as a sentence with what to do about it.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.flaws import shown

_TIMEOUT = 60
_HARDENED = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit", "-c", "core.quotePath=false")
_SETTINGS = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    # A partial clone would fetch what is missing, through programs its own config names.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "file",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}
# In a hook these point at the repository of the hook, whichever is asked about.
_UNSET = (
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_REPLACE_REF_BASE",
)
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# `safe.directory` is advised for the folder that git itself names.
_DUBIOUS = re.compile(r"dubious ownership in repository at '(?P<folder>[^\n]*)'")


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints for a command run in a folder; OpsctlError with what to do where it refuses."""
    done = _run(root, arguments, given)
    if done.returncode != 0:
        raise _refused(root, done.stderr.decode("utf-8", "surrogateescape"))
    return done.stdout


def commit_of(root: Path, revision: str) -> str:
    """The full id of the commit that a branch, tag or other name of a revision means."""
    git(root, "rev-parse", "--git-dir")
    try:
        done = _run(root, ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"), b"")
    except ValueError:
        # A NUL or half a surrogate pair is no argument of any program.
        raise _unknown(root, revision) from None
    found = done.stdout.decode("ascii", "replace").split()
    if done.returncode != 0 or not revision or not found or not _ID.fullmatch(found[-1]):
        raise _unknown(root, revision)
    return found[-1]


def merge_base(root: Path, revision: str, head: str) -> str:
    """The id of the commit where two revisions parted."""
    one, other = commit_of(root, revision), commit_of(root, head)
    done = _run(root, ("merge-base", one, other), b"")
    found = done.stdout.decode("ascii", "replace").split()
    if done.returncode == 0 and found:
        return found[0]
    if is_shallow(root):
        raise OpsctlError(message("git.shallow_base", one=shown(revision), other=shown(head)), message("git.deepen"))
    raise OpsctlError(message("git.no_base", one=shown(revision), other=shown(head)), message("git.same_history"))


def is_shallow(root: Path) -> bool:
    """Say whether the repository holds only the last part of its history."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def prefix_of(root: Path) -> str:
    """The folder's path inside its repository, ending in a slash; empty where it is the top."""
    return os.fsdecode(git(root, "rev-parse", "--show-prefix")).removesuffix("\n")


def top_of(root: Path) -> Path:
    """The top folder of the working tree that a folder lies in."""
    return Path(os.fsdecode(git(root, "rev-parse", "--show-toplevel")).removesuffix("\n"))


def _run(root: Path, arguments: tuple[str, ...], given: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _UNSET} | _SETTINGS
    command = [_program(), "-C", os.path.abspath(root), "--no-pager", *_HARDENED, *arguments]
    try:
        return subprocess.run(command, input=given, env=environment, capture_output=True, timeout=_TIMEOUT)
    except subprocess.TimeoutExpired:
        raise OpsctlError(message("git.timeout", seconds=_TIMEOUT)) from None
    except OSError as error:
        raise OpsctlError(message("git.failed", reason=type(error).__name__)) from error


def _program() -> str:
    """Where git is; only whole paths are looked in, for a checkout may hold a `git` of its own."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        found = os.path.join(folder, name)
        if os.path.isabs(folder) and os.access(found, os.X_OK) and os.path.isfile(found):
            return found
    raise OpsctlError(message("git.missing"), message("git.install"))


def _unknown(root: Path, revision: str) -> OpsctlError:
    if is_shallow(root):
        return OpsctlError(message("git.shallow_unknown", revision=shown(revision)), message("git.deepen"))
    return OpsctlError(message("git.unknown", revision=shown(revision) or "''"), message("git.name_one"))


def _refused(root: Path, said: str) -> OpsctlError:
    dubious = _DUBIOUS.search(said)
    if dubious is not None:
        folder = dubious["folder"]
        return OpsctlError(message("git.dubious", folder=shown(folder)), message("git.trust", folder=folder))
    if "not a git repository" in said or "cannot use bare repository" in said:
        return OpsctlError(message("git.no_repository", folder=str(root)), message("git.inside_one"))
    if "could not fetch" in said or "promisor remote" in said:
        return OpsctlError(message("git.partial"), message("git.fetch_all"))
    return OpsctlError(_failed(said))


def _failed(said: str) -> Message:
    lines = said.strip().splitlines()
    return message("git.failed", reason=shown(lines[-1]) if lines else "—")
