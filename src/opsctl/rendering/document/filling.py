"""
A Word template filled in the sandbox of all templates.

The same review is the same bytes: the parts of the file are put in order, under one day instead of the clock's.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from opsctl.rendering.templated.environment import Wrong, environment

_EPOCH = (1980, 1, 1, 0, 0, 0)


def fill_document(template: bytes, values: Mapping[str, Any], made: str, name: str) -> bytes:
    """The document; `made` is the day it says it was made on. Raises Wrong for a template that cannot be filled."""
    import docxtpl
    from jinja2 import TemplateError

    try:
        document = docxtpl.DocxTemplate(BytesIO(template))
        document.render(dict(values), environment("document", {}), autoescape=True)
    except TemplateError as error:
        raise Wrong(name, 0, f"{error}{_near(error)}"[:300]) from None
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise Wrong(name, 0, f"{type(error).__name__}: {error}"[:300]) from None
    properties = document.docx.core_properties
    properties.created = properties.modified = datetime.fromisoformat(made)
    properties.author = properties.last_modified_by = "opsctl"
    kept = BytesIO()
    document.save(kept)
    return _in_order(kept.getvalue())


def _near(error: Exception) -> str:
    """What stands around the place, as people see it in Word."""
    lines = [line.strip() for line in getattr(error, "docx_context", ())]
    found = next((line for line in lines if "{" in line), "")
    return f" — {found}" if found else ""


def _in_order(data: bytes) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        # Word wants the list of types first.
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            after.writestr(zipfile.ZipInfo(name, _EPOCH), before.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
