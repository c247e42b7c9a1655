"""The review as a Word document: by the team's template in a process of its own, else by the one that ships."""

from __future__ import annotations

import base64
from importlib.util import find_spec

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.rendering.clean import clean
from opsctl.rendering.document.filling import fill_document
from opsctl.rendering.document.shipped import shipped_template
from opsctl.rendering.templated.apart import LIMITS, run_apart, too_much
from opsctl.rendering.templated.environment import Wrong
from opsctl.rendering.templated.values import Values, review_values
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

_NAME = "review/review.docx"
_WORK = (
    "import json, sys; sys.path[:0] = json.loads(sys.argv[1]); "
    "from opsctl.rendering.document.worker import main; main()"
)


def review_docx(workspace: Workspace, review: PeriodReview, lang: str, own: bytes | None) -> bytes:
    """The document's bytes; `own` is the team's template. OpsctlError where the extra is missing or it is wrong."""
    if find_spec("docxtpl") is None:
        raise OpsctlError(message("page.needs_extra", format="docx", extra="docx"))
    values, made = review_values(workspace, review, lang), f"{review.period.last}"
    try:
        if own is None:
            return fill_document(shipped_template(), values, made, _NAME)
        return _apart(own, values, made)
    except Wrong as wrong:
        said = message("page.document_wrong", file=f"templates/{wrong.file}", detail=clean(wrong.detail))
        raise OpsctlError(said, message("page.template_hint")) from wrong


def _apart(own: bytes, values: Values, made: str) -> bytes:
    task = {"template": base64.b64encode(own).decode(), "values": values, "made": made, "name": _NAME, **LIMITS}
    said = run_apart(_WORK, task, _NAME)
    if "too_much" in said:
        raise too_much(_NAME)
    if "detail" in said:
        raise Wrong(_NAME, 0, said["detail"])
    return base64.b64decode(said["document"])
