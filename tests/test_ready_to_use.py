"""What others take as it is: the action, the GitLab template, the hook, and the files that the CI page shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
BROKEN = ROOT / "examples" / "broken"
ACTION, HOOKS, TEMPLATE = ROOT / "action.yml", ROOT / ".pre-commit-hooks.yaml", ROOT / "ci" / "gitlab.yml"
PAGES = [ROOT / "handbook" / "guide" / name for name in ("ci.md", "ci.zh.md")]
SCHEMAS = {".github/workflows": "github-workflows", ".gitlab-ci.yml": "gitlab-ci"}
BASH = shutil.which("bash")
OPSCTL = Path(sys.executable).with_name("opsctl")


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the development environment, or skip where it is not there."""
    program = shutil.which(name, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    if program is None:
        pytest.skip(f"{name} is not installed: pip install -e '.[dev]'")
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [program, *arguments], capture_output=True, env=environment, encoding="utf-8", errors="replace", check=False
    )


def valid(schema: str, path: Path) -> bool:
    """Say whether a file is valid by one of the schemas that check-jsonschema carries."""
    arguments = ("--builtin-schema", f"vendor.{schema}", str(path))
    run = tool("check-jsonschema", *arguments)
    assert run.returncode in (0, 1), run.stderr
    return run.returncode == 0


def risks(*paths: Path) -> list[str]:
    """What zizmor, which audits workflows, has against some files."""
    run = tool("zizmor", "--offline", "--no-progress", "--format=json", "--persona=regular", *map(str, paths))
    return [each["ident"] for each in json.loads(run.stdout)]


def shown_files(page: Path) -> dict[str, str]:
    """The files that a page shows, by the path in their first line."""
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    return dict(blocks)


def written(path: Path, text: str) -> Path:
    """Write a file, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def yaml(text: str) -> Any:
    """Read YAML as data."""
    return YAML(typ="safe", pure=True).load(text)


def test_the_action_is_valid() -> None:
    assert valid("github-actions", ACTION)


def test_a_fault_in_an_action_is_found(tmp_path: Path) -> None:
    assert not valid(
        "github-actions", written(tmp_path / "action.yml", ACTION.read_text("utf-8").replace("shell:", "shel:"))
    )


def test_inputs_reach_the_action_through_the_environment_only() -> None:
    steps = yaml(ACTION.read_text("utf-8"))["runs"]["steps"]
    assert [step["name"] for step in steps] == ["Install opsctl", "Check"]
    assert not any("${{" in step["run"] or "-m venv" in step["run"].replace("-I -m venv", "") for step in steps)


@pytest.mark.skipif(BASH is None or os.name == "nt" or not OPSCTL.exists(), reason="needs bash and the opsctl command")
@pytest.mark.parametrize(("fail_on", "folder", "code"), [("error", "examples/broken", 1), ("error", "nowhere", 2)])
def test_the_action_checks_and_hands_over(tmp_path: Path, fail_on: str, folder: str, code: int) -> None:
    script = yaml(ACTION.read_text("utf-8"))["runs"]["steps"][1]["run"]
    given = {
        "OPSCTL_VENV": str(OPSCTL.parents[1]),
        "OPSCTL_FOLDER": folder,
        "OPSCTL_FAIL_ON": fail_on,
        "OPSCTL_SINCE": "",
        "OPSCTL_LANG": "en",
        "OPSCTL_SARIF": str(tmp_path / "报告.sarif"),
        "GITHUB_STEP_SUMMARY": str(written(tmp_path / "summary.md", "")),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
    }
    command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **given}, capture_output=True, encoding="utf-8")
    assert run.returncode == code, run.stderr
    assert (tmp_path / "output").read_text("utf-8") == f"exit-code={code}\nsarif={tmp_path / '报告.sarif'}\n"
    if code == 1:
        assert run.stdout.startswith("::error file=")
        assert (tmp_path / "summary.md").read_text("utf-8").startswith("<!-- opsctl-check -->\n### opsctl check\n")
        assert json.loads((tmp_path / "报告.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_the_gitlab_template_is_valid(tmp_path: Path) -> None:
    head, _, job = TEMPLATE.read_text("utf-8").partition("\n---\n")
    assert valid("gitlab-ci", written(tmp_path / "job.yml", job))
    declared = set(yaml(head)["spec"]["inputs"])
    assert declared == set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", job))
    (job_data,) = yaml(job).values()
    assert not any("$[[" in line for line in job_data["script"])
    assert job_data["variables"]["GIT_DEPTH"] == "0" and job_data["artifacts"]["when"] == "always"


def test_a_fault_in_a_gitlab_job_is_found(tmp_path: Path) -> None:
    job = TEMPLATE.read_text("utf-8").partition("\n---\n")[2]
    assert not valid("gitlab-ci", written(tmp_path / "job.yml", job.replace("when: always", "when: sometimes")))


def test_the_gitlab_job_writes_the_reports_it_hands_over() -> None:
    (job,) = yaml(TEMPLATE.read_text("utf-8").partition("\n---\n")[2]).values()
    made = {name: file for name, file in re.findall(r"--output (\w+):(\S+)", job["script"][-1])}
    assert job["artifacts"]["reports"] == {"codequality": made["gitlab"], "junit": made["junit"]}
    assert job["artifacts"]["paths"] == [made["markdown"]]


def test_the_hook_is_valid_and_checks_the_whole_workspace() -> None:
    run = tool("pre-commit", "validate-manifest", str(HOOKS))
    assert run.returncode == 0, run.stdout
    (hook,) = yaml(HOOKS.read_text("utf-8"))
    assert hook["id"] == "opsctl-check" and hook["pass_filenames"] is False and hook["require_serial"] is True


def test_a_fault_in_a_hook_is_found(tmp_path: Path) -> None:
    text = HOOKS.read_text("utf-8").replace("pass_filenames: false", "pass_filenames: sometimes")
    assert tool("pre-commit", "validate-manifest", str(written(tmp_path / "h.yaml", text))).returncode


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_files_of_the_page_are_valid(page: Path, tmp_path: Path) -> None:
    files = shown_files(page)
    assert len(files) == 5
    for name, text in files.items():
        schema = next((schema for start, schema in SCHEMAS.items() if name.startswith(start)), None)
        path = written(tmp_path / name, text)
        if schema is not None:
            assert valid(schema, path), name
    config = tmp_path / ".pre-commit-config.yaml"
    assert tool("pre-commit", "validate-config", str(config)).returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_an_auditor_finds_no_risk(page: Path, tmp_path: Path) -> None:
    files = [written(tmp_path / name, text) for name, text in shown_files(page).items() if "workflows" in name]
    assert len(files) == 3
    assert risks(*files) == []


def test_an_auditor_finds_no_risk_in_the_action_and_our_own_workflow() -> None:
    assert risks(ACTION, ROOT / ".github" / "workflows" / "test.yml") == []


@pytest.mark.parametrize(
    ("was", "becomes", "risk"),
    [
        ("  pull_request:", "  pull_request_target:", "dangerous-triggers"),
        ("          persist-credentials: false\n", "", "artipacked"),
        ("@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "@v5", "unpinned-uses"),
        ('"$BASE"', "${{ github.event.pull_request.title }}", "template-injection"),
    ],
)
def test_a_planted_risk_is_found(tmp_path: Path, was: str, becomes: str, risk: str) -> None:
    text = shown_files(PAGES[0])[".github/workflows/diff.yml"]
    assert was in text
    assert risk in risks(written(tmp_path / ".github" / "workflows" / "diff.yml", text.replace(was, becomes)))


def test_both_pages_show_the_same_files() -> None:
    plain = [{name: re.sub(r"\s*#.*", "", text) for name, text in shown_files(page).items()} for page in PAGES]
    assert plain[0] == plain[1]


def test_jobs_that_may_write_touch_nothing_of_the_change() -> None:
    for name, text in shown_files(PAGES[0]).items():
        if "workflows" in name:
            data = yaml(text)
            assert data["permissions"] in ({"contents": "read"}, {})
            writes = "write" in text.replace("# ", "")
            assert "pull_request_target" not in text and "secrets." not in text
            assert not (writes and ("checkout" in text or "opsctl" in text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_the_page_names_is_there(page: Path) -> None:
    from opsctl.cli.checked import FORMATS

    text = page.read_text("utf-8")
    table = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    named = [name for row in table for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(FORMATS)
    help_page = subprocess.run(
        [sys.executable, "-m", "opsctl", "--lang", "en", "check", "--help"],
        env={**os.environ, "COLUMNS": "300", "NO_COLOR": "1"},
        cwd=ROOT / "src",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for option in ("--since", "--output", "--exit-zero", "--fail-on", "--baseline-write", "--format"):
        assert option in text and option in help_page
