"""
The language of templates: Jinja in its sandbox, with a short list of filters and strict about names.

Templates get plain words, lists and mappings, never an object of ours. Everything they print is made harmless for what
they make: escaped for Markdown or for HTML, which no template can turn off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from opsctl.rendering.harmless import harmless
from opsctl.rendering.markdown_escape import Code, markdown

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.sandbox import ImmutableSandboxedEnvironment

Kind = Literal["html", "markdown", "document"]

FILTERS = (
    "abs", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "int", "items", "join", "last",
    "length", "list", "lower", "max", "min", "replace", "reverse", "round", "sort", "sum", "title", "trim", "unique",
    "upper",
)  # fmt: skip
TESTS = ("defined", "divisibleby", "even", "in", "none", "number", "odd", "string", "undefined")
# What comparisons inside filters look up by name.
_OPERATORS = ("==", "eq", "!=", "ne", ">", "gt", "<", "lt", ">=", "ge", "<=", "le")
GLOBALS = ("namespace", "range")
# The values that are finished markup; a document shows words only.
_PICTURES, _COMMANDS = "charts", "commands"


class Wrong(Exception):
    """A template that cannot be filled: where, and what the engine says of it."""

    def __init__(self, file: str, line: int, detail: str) -> None:
        super().__init__(detail)
        self.file = file
        self.line = line
        self.detail = detail


class TooMuch(Exception):
    """More was written than a report may have."""


def environment(kind: Kind, texts: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """The sandbox that knows these templates by name and no other."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def found(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (texts[name], name, lambda: True) if name in texts else None

    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(found),
        undefined=StrictUndefined,
        autoescape=kind != "markdown",
        finalize=markdown if kind == "markdown" else _shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    _restrict(made)
    return made


def fill(kind: Kind, texts: Mapping[str, str], name: str, values: Mapping[str, Any], most: int) -> str:
    """Fill the template of that name, at most so many characters; raises Wrong and TooMuch."""
    from jinja2 import TemplateError, TemplateSyntaxError

    made = environment(kind, texts)
    try:
        _refuse_switches(made, texts)
        return _bounded(made.get_template(name).generate(**ready(kind, values)), most)
    except TemplateSyntaxError as error:
        raise Wrong(error.name or name, error.lineno, error.message or "") from None
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:
        raise Wrong(*_place(error, texts, name), f"{error}"[:300] or type(error).__name__) from None


def ready(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as a template prints them: finished pictures as markup, commands in code quotes."""
    from markupsafe import Markup

    made = dict(values)
    if kind == "html":
        made[_PICTURES] = {key: Markup(picture) for key, picture in values.get(_PICTURES, {}).items()}
    if kind == "markdown":
        made[_COMMANDS] = [Code(command) for command in values.get(_COMMANDS, ())]
    return made


def _bounded(pieces: Any, most: int) -> str:
    """Join pieces until they are too many."""
    kept, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TooMuch
        kept.append(piece)
    return "".join(kept)


def _restrict(made: Environment) -> None:
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {name: made.tests[name] for name in (*TESTS, *_OPERATORS) if name in made.tests}
    made.globals = {name: made.globals[name] for name in GLOBALS}


def _refuse_switches(made: Environment, texts: Mapping[str, str]) -> None:
    """Refuse `autoescape`, which would let a record's text through as markup."""
    from jinja2 import nodes

    for name, text in texts.items():
        if not name.endswith(".j2") or "autoescape" not in text:
            continue
        for node in made.parse(text, name).find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise Wrong(name, node.lineno, "autoescape")


def _place(error: BaseException, texts: Mapping[str, str], name: str) -> tuple[str, int]:
    """The last line of a template on the way to an error."""
    place, step = (name, 1), error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file in texts:
            place = (file, step.tb_lineno)
        step = step.tb_next
    return place


def _shown(value: object) -> object:
    """Words without what cannot be seen; finished markup as it is."""
    return value if hasattr(value, "__html__") else harmless(str(value))
