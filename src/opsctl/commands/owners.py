"""`opsctl owners`: CODEOWNERS out of the organisation, so that who answers for a record is asked when it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from opsctl.diagnostics import Listed, Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.files import MAX_PAGE
from opsctl.loading.git import prefix_of, top_of
from opsctl.loading.read import load
from opsctl.loading.transaction import write as write_files
from opsctl.loading.tree import NOTHING, Disk
from opsctl.records import BASELINE_FILE, KINDS, SETTINGS_FILE
from opsctl.records.waiver import WAIVERS_FILE
from opsctl.rendering.codeowners import PLACES, Line, block, handle, place_of, with_block
from opsctl.staffing.answerable import answerable, at_the_top
from opsctl.workspace import Workspace

# Who may change these could change what everything else has to hold to.
_AT_THE_TOP = (SETTINGS_FILE, WAIVERS_FILE, BASELINE_FILE, "approvals/", "rules/")


@dataclass(frozen=True, slots=True)
class OwnersResult:
    """The file as it should be and as it is, its lines, and the people who should be asked and have no handle."""

    platform: str
    file: str
    old: str
    new: str
    lines: tuple[Line, ...]
    silent: tuple[str, ...]
    written: bool

    @property
    def stale(self) -> bool:
        """Whether the file has to change."""
        return self.old != self.new

    @property
    def diff(self) -> tuple[str, ...]:
        """The change as a unified diff, line by line."""
        lines = unified_diff(self.old.splitlines(), self.new.splitlines(), self.file, self.file, lineterm="")
        return tuple(lines)


def owners(root: Path, platform: str, today: date, *, write: bool) -> OwnersResult:
    """Bring the file of the platform up to date; OpsctlError where nobody at the top has a handle there."""
    workspace = load(root).workspace
    top, prefix = _repository(root)
    tree = Disk(str(top))
    file = place_of(platform, [place for place in PLACES[platform] if tree.what(place) != NOTHING])
    handles = {id_: handle(person.data.handles.get(platform, "")) for id_, person in workspace.all("person").items()}
    lines = (*_guards(workspace, platform, file, handles, today, prefix), *_records(workspace, handles, today))
    old = _text(tree, file)
    new = with_block(old, block(lines, prefix))
    if write:
        write_files(top, {file: new}, expected={file: None if tree.what(file) == NOTHING else old})
    asked = {*answerable(workspace, today).values(), *at_the_top(workspace, today)}
    silent = tuple(sorted(person for person in asked if not handles.get(person)))
    return OwnersResult(platform, file, old, new, lines, silent, write)


def _guards(
    workspace: Workspace, platform: str, file: str, handles: Mapping[str, str | None], today: date, prefix: str
) -> Iterator[Line]:
    """First what is the top's, so that a record that is new today has an owner too; what follows wins over it."""
    people = at_the_top(workspace, today)
    found = tuple(name for person in people if (name := handles.get(person)))
    if not found:
        names = Listed(people) or "—"
        raise OpsctlError(
            message("owners.nobody", platform=platform, names=names), message("owners.write_handle", platform=platform)
        )
    own = () if prefix else (file,)
    for path in dict.fromkeys((*(f"{kind.folder}/" for kind in KINDS), *_AT_THE_TOP, *own)):
        yield Line(path, found)


def _records(workspace: Workspace, handles: Mapping[str, str | None], today: date) -> Iterator[Line]:
    for file, person in sorted(answerable(workspace, today).items()):
        name = handles.get(person)
        if name is not None:
            yield Line(file, (name,))
            cells = f"{file.removesuffix('.yaml')}.csv"
            if cells in workspace.cells:
                yield Line(cells, (name,))


def _repository(root: Path) -> tuple[Path, str]:
    """The top of the repository and the workspace's folder in it; without git, the workspace itself."""
    try:
        return top_of(root), prefix_of(root)
    except OpsctlError as error:
        if error.said.id in ("git.no_repository", "git.missing"):
            return root, ""
        raise


def _text(tree: Disk, file: str) -> str:
    """What the file says now; nothing where there is none."""
    if tree.what(file) == NOTHING:
        return ""
    data = tree.read(file, MAX_PAGE)
    try:
        if not isinstance(data, Message):
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    raise OpsctlError(
        message("owners.unreadable", file=file), data if isinstance(data, Message) else message("owners.not_utf8")
    )
