"""`source adapters`: the mappings of exports that ship."""

from __future__ import annotations

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.adapters import about, adapter_ids, read_adapter
from opsctl.rendering.adapters_text import Adapter


def adapters(lang: str, id_: str | None = None) -> tuple[Adapter, ...]:
    """All adapters, or the one of that id, named and described in a language; OpsctlError where there is none."""
    if id_ is not None and id_ not in adapter_ids():
        raise OpsctlError(message("sourcing.no_adapter", id=id_), message("sourcing.adapters_are"))
    return tuple(_named(one, lang) for one in (adapter_ids() if id_ is None else (id_,)))


def _named(id_: str, lang: str) -> Adapter:
    written = read_adapter(id_)
    says = {key: value for key, value in written.items() if key not in ("name", "about")}
    return Adapter(id_, written["name"][lang], about(id_, lang), says)
