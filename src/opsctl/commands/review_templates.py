"""`review templates`: what a template may use, and the templates that ship, to start from."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading import reportfile
from opsctl.rendering.document.shipped import shipped_template
from opsctl.rendering.templated.reference import NAMES
from opsctl.rendering.templated.reports import shipped


def template_named(name: str) -> bytes:
    """The template that ships under that name; OpsctlError where there is none, or its extra is missing."""
    if name not in NAMES:
        raise OpsctlError(message("cli.bad_choice", option="NAME", value=name, choices=Listed(NAMES)))
    if name.endswith(".docx"):
        if find_spec("docxtpl") is None:
            raise OpsctlError(message("page.needs_extra", format="docx", extra="docx"))
        return shipped_template()
    return shipped()[f"review/{name}"].encode()


def write_template(path: Path, data: bytes) -> None:
    """Write a template where the user asked for it; parent folders are made."""
    reportfile.write_document(reportfile.report_file(path, new_folder=True), data)
