"""Whatever bytes stand in a record, loading and checking end with findings that name a place in it, never otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opsctl.checking.gate import judge
from opsctl.loading.edits import edited
from opsctl.loading.house_style import in_house_style
from opsctl.loading.read import LoadResult, load
from opsctl.loading.textguard import guard

DAY = date(2026, 6, 8)
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
# One or two of each kind, so that a try takes a tenth of a second.
RECORDS = [
    Path(name)
    for name in (
        "opsctl.yaml", "teams/company.yaml", "teams/tmall.yaml", "roles/store-manager.yaml", "people/li-na.yaml",
        "people/zhou-yu.yaml", "stores/tmall-flagship.yaml", "calendar/2026.yaml", "targets/2026/company.yaml",
        "targets/2026/tmall-flagship.yaml", "sources/shop-daily.yaml", "rules/store-has-manager.yaml",
        "plans/2026/company.md", "plans/2026-W46/tmall-flagship.md", "reviews/2026-W46/tmall-flagship.md",
    )
]  # fmt: skip
# What breaks readers of YAML, of Markdown and of numbers, put anywhere into a sound record.
BITS = st.sampled_from(
    [b"", b"\n", b"\r", b"\r\n", b"\t", b" ", b"  ", b": ", b"- ", b"#", b" #", b"'", b'"', b"[", b"]", b"{", b"}",
     b",", b"|", b">", b"|2-\n", b"&a ", b"*a", b"!!int ", b"<<: ", b"? ", b"%YAML 1.1\n", b"---\n", b"...\n", b"~",
     b"null", b"\\x00", b'"\\u202e"', b"\x00", b"\x1b[2J", b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf",
     b"\xff", b"\xf0\x9f\x9b\x92", b"\xe5\xba\x97", b"\xed\xa0\x80", b"1e309", b"-0", b"9" * 30, b"2026-02-30",
     b"2026-W54",
     b"inherited", b"derived", b"a: b\n", b"x-y: 1\n", b"[" * 40, b"k: " * 3, b"opsctl: ignore[GOAL104]",
     b"1\xe2\x80\xaf000"]
)  # fmt: skip
CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), BITS), min_size=1, max_size=4)


def mangled(data: bytes, cuts: Iterable[tuple[float, int, bytes]]) -> bytes:
    """The bytes with some taken out and others put in, at shares of its length."""
    for share, length, bit in cuts:
        at = int(share * len(data))
        data = data[:at] + bit + data[at + length :]
    return data


def placed(loaded: LoadResult) -> None:
    """Judge a workspace; everything found has to stand in the text it names."""
    for found in judge(loaded, DAY).diagnostics:
        text = loaded.sources.texts.get(found.file)
        lines = text.split("\n") if text is not None else [""]
        assert 1 <= found.span.line <= found.span.end_line <= len(lines) + 1 or text is None
        assert (found.span.line, found.span.column) <= (found.span.end_line, found.span.end_column)
        if found.problem.fix and text is not None:
            made = edited(loaded.sources, found.problem.fix.edits)
            assert all(not guard(new.encode()).problems for new in made.texts.values())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example company's records."""
    folder = tmp_path_factory.mktemp("fuzz")
    for name in RECORDS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((EXAMPLE / name).read_bytes())
    return folder


@given(st.sampled_from(RECORDS), CUTS)
@example(Path("opsctl.yaml"), [(0.0, 12, b"")])
@example(Path("teams/company.yaml"), [(0.0, 12, b"\xef\xbb\xbf\xef\xbb\xbf")])
def test_a_mangled_record_is_a_finding_or_a_record(
    root: Path, name: Path, cuts: list[tuple[float, int, bytes]]
) -> None:
    path = root / name
    sound = path.read_bytes()
    try:
        path.write_bytes(mangled(sound, cuts))
        loaded = load(root)
        placed(loaded)
        for file in (str(name),) if str(name) in loaded.sources.texts else ():
            styled = in_house_style(loaded.sources, file)
            assert not guard(styled.encode()).problems
    finally:
        path.write_bytes(sound)


@given(st.sampled_from(RECORDS), st.binary(max_size=200))
def test_any_bytes_are_a_finding_or_a_record(root: Path, name: Path, data: bytes) -> None:
    path = root / name
    sound = path.read_bytes()
    try:
        path.write_bytes(data)
        placed(load(root))
    finally:
        path.write_bytes(sound)


@pytest.mark.parametrize("name", RECORDS, ids=str)
def test_line_endings_and_a_byte_order_mark_change_nothing(root: Path, name: Path) -> None:
    path = root / name
    sound, before = path.read_bytes(), load(root).workspace.records
    try:
        path.write_bytes(b"\xef\xbb\xbf" + sound.replace(b"\n", b"\r\n"))
        assert load(root).workspace.records == before
    finally:
        path.write_bytes(sound)
