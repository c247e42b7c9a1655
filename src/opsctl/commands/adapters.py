"""`source adapters`: the mappings of exports that ship."""

from __future__ import annotations

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.shipped import about, shipped_adapters
from opsctl.rendering.adapters_text import Adapter


def adapters(lang: str, id_: str | None = None) -> tuple[Adapter, ...]:
    """All adapters, or the one of that id, named and described in a language; OpsctlError where there is none."""
    found = shipped_adapters()
    if id_ is not None and id_ not in found:
        raise OpsctlError(message("sourcing.no_adapter", id=id_), message("sourcing.adapters_are"))
    chosen = found if id_ is None else {id_: found[id_]}
    return tuple(Adapter(one, says["name"][lang], about(says, lang), _plain(says)) for one, says in chosen.items())


def _plain(says: object) -> dict[str, object]:
    assert isinstance(says, dict)
    return {key: value for key, value in says.items() if key not in ("name", "about")}
