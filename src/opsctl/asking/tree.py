"""
An expression as a tree.

Each node knows the part of the text it was read from and how many levels stand below it; neither counts when two
trees are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from opsctl.asking.trouble import Stretch
from opsctl.period import Period

Constant = bool | Fraction | str | date | Period


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written out; `text` is how."""

    value: Constant
    text: str = field(compare=False)
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A word that stands for a key of a record or for one of its neighbours."""

    word: str
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Key:
    """`of.word`."""

    of: Node
    word: str
    at: Stretch = field(compare=False)
    word_at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """`of[index]`."""

    of: Node
    index: Node
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """`word(arguments)`."""

    word: str
    arguments: tuple[Node, ...]
    at: Stretch = field(compare=False)
    word_at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Several:
    """`[items]`."""

    items: tuple[Node, ...]
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Turned:
    """`not of` or `-of`."""

    sign: str
    of: Node
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two operands with a comparison or an arithmetic sign between them."""

    sign: str
    left: Node
    right: Node
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """Two or more conditions, all joined by `and` or all by `or`."""

    sign: str
    parts: tuple[Node, ...]
    at: Stretch = field(compare=False)
    deep: int = field(default=1, compare=False)


Node = Literal | Name | Key | Item | Call | Several | Turned | Pair | Chain
