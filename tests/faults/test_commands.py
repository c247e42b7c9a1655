"""The commands that write, cut off and started twice: what the next run says, and what it leaves alone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.faults import POSIX, SWEEP, at, cut, ended_by, failing, interrupted, killed, texts
from tests.repository import committed

from opsctl.cli.app import run
from opsctl.commands.review import write_report
from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.recovery import pending, unfinished
from opsctl.loading.transaction import write

TODAY = "2026-11-24"
# Where the state lies makes no difference to these.
GIT = pytest.mark.parametrize("root", [True], indirect=True, ids=["git"])
CHANGE = {"teams/company.yaml": "name: Renamed\n", "stores/new.yaml": "name: N\n"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace."""
    root = tmp_path_factory.mktemp("made") / "workspace"
    assert run(["init", str(root), "--lang", "en", "--today", TODAY]) == 0
    return root


@pytest.fixture(params=[False, True], ids=["plain", "git"])
def root(request: pytest.FixtureRequest, made: Path, tmp_path: Path) -> Path:
    """A new workspace in a folder, and in a repository."""
    root = Path(shutil.copytree(made, tmp_path / "workspace"))
    if request.param:
        committed(root)
    return root


def said(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> tuple[int, str, str]:
    """Run a command in a workspace; its exit status, data and talk."""
    capsys.readouterr()
    status = run(["--lang", "en", "-C", str(root), *arguments])
    heard = capsys.readouterr()
    return status, heard.out, heard.err


def test_a_check_reports_a_write_that_counted_and_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, root, "check")[0] == 0
    cut(root, CHANGE, "rename", 2)
    before = texts(root)
    for _ in range(2):
        status, out, _err = said(capsys, root, "check")
        assert status == 1 and "REPO101" in out and "opsctl recover" in out
    assert said(capsys, root, "plan", "split", "2026")[0] == 1
    assert texts(root) == before and pending(root)
    status, out, err = said(capsys, root, "recover")
    assert (status, out.split()) == (0, sorted(CHANGE))
    assert "finished" in err
    assert texts(root) == {**before, **CHANGE}
    assert "REPO101" not in said(capsys, root, "check")[1]
    assert said(capsys, root, "recover")[2] == "No write was cut off; there is nothing to do.\n"


def test_every_run_says_that_a_write_had_not_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leave_staged(root)
    before = texts(root)
    for command in (["check"], ["list", "store"], ["plan", "split", "2026", "--check"]):
        status, _, err = said(capsys, root, *command)
        assert status == 0 and "cut off before it counted" in err
    assert unfinished(root) is not None
    assert said(capsys, root, "recover", "--dry-run")[2].startswith("A write was cut off before it counted")
    assert said(capsys, root, "recover")[2].startswith("The write that was cut off had not counted")
    assert unfinished(root) is None and texts(root) == before
    assert said(capsys, root, "check")[2] == ""


def leave_staged(root: Path) -> None:
    """Leave what a write leaves that was killed while it staged."""

    def step(what: str, path: str) -> None:
        if what in ("rename", "unlink", "rmdir"):
            failing(5)() if what != "rename" else interrupted()

    with disk.watched(step), pytest.raises(KeyboardInterrupt):
        write(root, CHANGE)


def test_recover_answers_in_json_and_a_dry_run_only_looks(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut(root, CHANGE, "rename", 2)
    before = texts(root)
    answers = [json.loads(said(capsys, root, "recover", "--format", "json", *more)[1])["data"]
               for more in (["--dry-run"], [], [])]  # fmt: skip
    files = sorted(CHANGE)
    assert answers == [
        {"state": "finished", "files": files, "written": False},
        {"state": "finished", "files": files, "written": True},
        {"state": "none", "files": [], "written": True},
    ]
    assert texts(root) == {**before, **CHANGE}


def test_a_kept_answer_to_a_check_does_not_hide_a_cut(root: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "OPSCTL_LANG": "en"}
    environment.pop("GITHUB_BASE_REF", None)
    command = [sys.executable, "-m", "opsctl", "-C", str(root), "check"]
    checks = []
    for step in ("whole", "staged", "counted"):
        if step == "staged":
            leave_staged(root)
        if step == "counted":
            cut(root, CHANGE, "rename", 2)
        checks.append(subprocess.run(command, capture_output=True, text=True, env=environment, check=False))
    assert [check.returncode for check in checks] == [0, 0, 1]
    assert ["cut off before it counted" in check.stderr for check in checks] == [False, True, False]
    assert "REPO101" in checks[2].stdout


@POSIX
def test_a_killed_init_is_nothing_or_whole(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "absent"
    code = f"assert run(['init', str(copy), '--lang', 'en', '--today', '{TODAY}']) == 0"
    copies = list(killed(new, tmp_path, code, 1 if SWEEP else 31))
    assert len(copies) > (90 if SWEEP else 3)
    outcomes = set()
    for number, copy in enumerate(copies):
        counted = copy.is_dir() and pending(copy)
        if number % 2 or not copy.is_dir():
            status, _, err = said(capsys, copy.parent, "init", copy.name, "--lang", "en", "--today", TODAY)
        else:
            status, _, err = said(capsys, copy, "recover")
            if status == 0 and not counted and not (copy / "opsctl.yaml").exists():
                status = said(capsys, copy.parent, "init", copy.name, "--lang", "en", "--today", TODAY)[0]
        outcomes.add((status, counted))
        assert texts(copy) == texts(made), err
        # Only the very last calls may have been left to do: an empty folder to be removed.
        assert unfinished(copy) is None and not any((copy / ".opsctl").rglob("*"))
        said(capsys, copy, "recover")
        assert not (copy / ".opsctl").exists()
    assert {True, False} <= {counted for _, counted in outcomes}


@POSIX
@GIT
def test_a_killed_split_is_finished_or_done_anew(root: Path, tmp_path: Path) -> None:
    whole = texts(root)
    cells = [name for name in whole if name.startswith("targets/") and name.endswith(".csv")]
    for name in cells:
        (root / name).write_text("metric\n")
    code = "assert run(['-C', str(copy), 'plan', 'split', '2026']) == 0"
    copies = list(killed(root, tmp_path, code, 1 if SWEEP else 11))
    assert len(cells) >= 2 and len(copies) >= (20 if SWEEP else 2)
    for copy in copies:
        now = texts(copy)
        if not pending(copy):
            assert now == texts(root) or now == whole
            assert run(["-C", str(copy), "plan", "split", "2026"]) == 0
        else:
            assert run(["-C", str(copy), "recover"]) == 0
        assert texts(copy) == whole and unfinished(copy) is None


HOLDING = """
import sys
from pathlib import Path
from opsctl.loading.state import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_of_two_runs_says_locked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "targets/2026/company.csv").write_text("metric\n")
    before = texts(root)
    command = [sys.executable, "-c", HOLDING, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"held"
        status, _, err = said(capsys, root, "plan", "split", "2026")
        assert status == 2 and "another opsctl is writing" in err
        assert texts(root) == before
        other.kill()
    assert said(capsys, root, "plan", "split", "2026")[0] == 0


# The system's own word that the workspace is being locked is the moment between reading and writing.
MEANWHILE = """
import sys
from pathlib import Path
from opsctl.cli.app import run
from opsctl.commands.review import write_report
from opsctl.errors import OpsctlError
root, target = Path(sys.argv[1]), Path(sys.argv[2])
def hook(event, about):
    if event == "open" and str(about[0]) == str(root):
        target.write_text("mine\\n")
sys.addaudithook(hook)
sys.exit(run(["--lang", "en", "-C", str(root), *sys.argv[3:]]))
"""


@POSIX
@pytest.mark.parametrize(
    ("name", "command"),
    [("targets/2026/company.csv", ["plan", "split", "2026"]), ("baseline.json", ["check", "--baseline-write"])],
    ids=["plan-split", "check-baseline-write"],
)
@GIT
def test_what_somebody_else_wrote_meanwhile_is_not_written_over(name: str, command: list[str], root: Path) -> None:
    (root / name).write_text("{}\n")
    whole = [sys.executable, "-c", MEANWHILE, str(root), str(root / name), *command]
    done = subprocess.run(whole, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and f"{name} was changed since it was read" in done.stderr
    assert (root / name).read_text() == "mine\n"


@POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@GIT
def test_a_run_that_is_asked_to_end_undoes_what_it_staged(number: signal.Signals, root: Path) -> None:
    (root / "targets/2026/company.csv").write_text("metric\n")
    before = texts(root)
    code = """
import sys, time
from opsctl import __main__
from opsctl.loading import disk
def step(what, path):
    if what == "rename":
        print("staged", flush=True)
        time.sleep(20)
with disk.watched(step):
    __main__.main()
"""
    command = [sys.executable, "-c", code, "--lang", "en", "-C", str(root), "plan", "split", "2026"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"staged"
        assert ended_by(other, number) == 130
        assert other.stderr is not None and b"interrupted" in other.stderr.read()
    assert texts(root) == before and unfinished(root) is None


def test_a_report_is_whole_or_not_there(tmp_path: Path) -> None:
    report = tmp_path / "reports" / "deep" / "week.md"
    ends = []
    for number in range(1, 40):
        report.unlink(missing_ok=True)
        with disk.watched(at(number, failing(28))):
            try:
                write_report(report, "# a week\n")
                ends.append("written")
            except OpsctlError as error:
                ends.append(error.said.id)
        found = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert found in ([], [report])
        assert not found or report.read_text("utf-8") == "# a week\n"
    assert {ends[0], ends[-1]} == {"report.unwritable", "written"}


def test_a_cut_at_the_top_of_the_repository_is_told_and_finished_from_the_workspace_below(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(made, tmp_path / "below" / "workspace"))
    committed(tmp_path)
    assert said(capsys, root, "check")[0] == 0
    cut(tmp_path, {".github/CODEOWNERS": "* @li-na\n"}, "rename", 2)
    assert "REPO101" in said(capsys, root, "check")[1]
    assert said(capsys, root, "recover")[:2] == (0, ".github/CODEOWNERS\n")
    assert (tmp_path / ".github/CODEOWNERS").read_text() == "* @li-na\n"
    assert said(capsys, root, "check")[0] == 0
