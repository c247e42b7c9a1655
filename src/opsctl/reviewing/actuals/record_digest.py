"""What a source's record says about its values, as one digest: two records with one digest read files alike."""

from __future__ import annotations

from hashlib import sha256

from opsctl.records.source import Source


def record_digest(source: Source) -> str:
    """SHA-256 of the record without its comments, defaults and patience, none of which changes a value."""
    said = source.model_dump_json(exclude={"freshness"}, exclude_defaults=True)
    return sha256(said.encode("utf-8")).hexdigest()
