"""Laws of edits, tried on made-up files: only the edited place has another value, and every other character stays."""

from __future__ import annotations

from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st
from tests.loading.test_edits import FILE, LAYOUTS, Path

from opsctl.diagnostics import Edit, Place
from opsctl.loading.edits import edited
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import locate, parse


def difference(old: str, new: str) -> tuple[str, str]:
    """The stretch of the old text that went and the stretch of the new one that came."""
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    return old[start : len(old) - end], new[start : len(new) - end]


def common(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


WORDS = st.text(alphabet="abc店🛒 -_:#'\"[]{}|>&*!%@,.0~\n", max_size=8)


def without(text: str, path: Path) -> object:
    """The data of a text with one value left out, as text: equal for two texts that differ there only."""
    data = parse(text).data
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = "-"
    return repr(data)


@given(st.sampled_from(sorted(LAYOUTS)), WORDS, st.booleans())
def test_whatever_is_written_only_that_value_changes(name: str, word: str, quote: bool) -> None:
    text, path = LAYOUTS[name]
    edit = Edit(Place(FILE, path), word, quote=quote)
    new = edited(Sources({FILE: text}), [edit]).texts.get(FILE)
    if new is None:
        return
    assert without(new, path) == without(text, path)
    gone, _ = difference(text, new)
    assert len(gone) <= len("'OLD'") and not set(gone) & set("#\r\n")
    now: Any = parse(new).data
    for step in path:
        now = now[step]
    assert not quote or now == word
    assert edited(Sources({FILE: new}), [edit]).texts.get(FILE, new) == new


ACTIONS: tuple[Literal["replace", "insert", "remove"], ...] = ("replace", "insert", "remove")
SCALARS = st.sampled_from(
    ["x", "'x y'", '"🛒"', "店铺", "1_450_000", "2026-06-01", "~", "|\nPAD  t\nPAD  u", "[p, q]", "{r: s}"]
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> str:
    """A block of YAML as people write it: keys, lists, comments, blank lines, either line ending."""
    pad, lines = "  " * depth, []
    for number in range(draw(st.integers(1, 3))):
        lines += draw(st.sampled_from([[], [""], [f"{pad}# note {number}"], ["# at the margin"]]))
        kind = draw(st.sampled_from(["value", "value", "map", "list"])) if depth < 2 else "value"
        after = draw(st.sampled_from(["", "", "  # why"]))
        if kind == "map":
            lines += [f"{pad}k{number}:{after}", draw(blocks(depth + 1))]
        elif kind == "list":
            items = [f"{pad}  - {draw(SCALARS).replace('PAD', pad + '    ')}" for _ in range(draw(st.integers(1, 3)))]
            lines += [f"{pad}k{number}:{after}", *items]
        else:
            value = draw(SCALARS).replace("PAD", pad)
            lines.append(f"{pad}k{number}: {value}{after if '|' not in value else ''}")
    return "\n".join(lines)


@given(blocks(), st.data(), st.booleans(), st.booleans())
def test_in_any_file_an_edit_moves_nothing_else(block: str, data: st.DataObject, windows: bool, ended: bool) -> None:
    text = (block + "\n" if ended else block).replace("\n", "\r\n" if windows else "\n")
    was = parse(text)
    assert was.sound and not was.problems
    path = data.draw(st.sampled_from([route for route in locate(text) if route]))
    action = data.draw(st.sampled_from(ACTIONS))
    path = (*path[:-1], "new" if isinstance(path[-1], str) else 9) if action == "insert" else path
    new = edited(Sources({FILE: text}), [Edit(Place(FILE, path), "v", action)]).texts.get(FILE)
    if new is None:
        return
    gone, come = difference(text, new)
    if action == "replace":
        assert not set(gone + come) & set("#\r\n")
    else:
        assert not (gone if action == "insert" else come)
    if "\r\n" in text:
        assert new.count("\r\n") == new.count("\n")
