"""What is sent: a few lines of plain words under a title. Each service lays it out in its own way, made harmless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mood = Literal["good", "bad", "plain"]


@dataclass(frozen=True, slots=True)
class Note:
    """A message: its title, its lines, and where it links to with the words to press; `mood` colours its head."""

    title: str
    lines: tuple[str, ...]
    mood: Mood = "plain"
    link: str = ""
    press: str = ""


def cut_bytes(text: str, most: int) -> str:
    """A text of at most so many bytes in UTF-8, cut at the border of a character, with an ellipsis where it was cut."""
    data = text.encode()
    if len(data) <= most:
        return text
    mark = "…"
    return data[: most - len(mark.encode())].decode("utf-8", "ignore") + mark


def wide_brackets(text: str) -> str:
    """Brackets and signs that a chat could take for a mention or a link, as the full-width ones that mean nothing."""
    return text.translate({ord(narrow): wide for narrow, wide in zip("<>[]@", "＜＞［］＠", strict=True)})


def listed_markdown(note: Note, head: str, most: int) -> str:
    """Markdown that two services know: a heading, a list, a link; what is too long is cut before the link."""
    link = f"\n\n[{note.press}]({note.link})" if note.link else ""
    lines = [f"{head} {wide_brackets(note.title)}", *(f"- {wide_brackets(line)}" for line in note.lines)]
    return cut_bytes("\n".join(lines), most - len(link.encode())) + link
