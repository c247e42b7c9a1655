"""The house: what may import what, what the pure rooms may touch, and how long anything may be."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"

PURE_ROOMS = ("planning", "staffing", "reviewing", "forms", "changes", "asking", "rules", "checking", "workspace",
              "metrics", "records")  # fmt: skip
TOUCHING_FUNCTIONS = {"open", "print", "input", "breakpoint"}
TOUCHING_METHODS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "today", "now", "utcnow"}
TOUCHING_MODULES = {"locale", "os", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time"}

# Why these may be late: start-up is a feature, so a sub-command, an engine, a template, an area of sentences, a format
# and the readers of unusual YAML and of expressions cost only the run that uses them.
LATE_IMPORTS = {
    "__main__": {"opsctl"},
    "cli": {"opsctl", "typer"},
    "locales": {"opsctl"},
    "sources": {"duckdb", "opsctl", "pyspark", "python_calamine", "sqlalchemy"},
    "loading": {"opsctl"},
    "rendering": {"docx", "docxtpl", "jinja2", "markdown_it", "markupsafe", "opsctl", "rich", "xlsxwriter"},
    "rules": {"opsctl"},
}

# The only modules that change the disk (sources in a temporary folder of their own), and the calls that do.
CHANGING = (
    "loading/disk.py", "loading/cache.py", "sources/tasks.py", "sources/opening/archives.py",
    "sources/opening/tables.py", "sources/opening/texts.py", "sources/inputs.py", "sources/look.py",
)  # fmt: skip
CHANGES = {
    "open", "write_text", "write_bytes", "unlink", "mkdir", "makedirs", "rmdir", "removedirs", "rmtree", "touch",
    "symlink", "symlink_to", "link", "hardlink_to", "replace", "rename", "renames", "remove", "chmod", "lchmod",
    "fchmod", "chown", "lchown", "fchown", "truncate", "ftruncate", "utime", "mknod", "mkfifo", "fdopen", "move",
    "copy", "copy2", "copyfile", "copytree", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory",
}  # fmt: skip
_WRITING_FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"}
# Modules with calls that Windows does not have, each of which does without them there.
PORTED = ("confined.py", "loading/state.py")
POSIX_ONLY = {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"}
MODULE_LINES, FUNCTION_LINES = 300, 50


def modules(src: Path) -> list[tuple[str, Path, ast.Module]]:
    """Return every module of the package as (room, path, tree); an empty folder is a broken test, not a clean house."""
    package = src / "opsctl"
    found = sorted(path for path in package.rglob("*.py"))
    assert found, f"no modules under {package}"
    rooms = [path.relative_to(package).parts[0].removesuffix(".py") for path in found]
    return [(room, path, parsed(path.read_text("utf-8"))) for room, path in zip(rooms, found, strict=True)]


# Every guard reads the whole house, and planted copies of it differ in one module.
@cache
def parsed(text: str) -> ast.Module:
    """Return the tree of a module."""
    return ast.parse(text)


def imports_in(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, top-level package) of each import below this node, also of those made by name at run time."""
    for child in ast.walk(node):
        if isinstance(child, ast.Import):
            yield from ((child.lineno, alias.name.split(".")[0]) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield child.lineno, "opsctl" if child.level else str(child.module).split(".")[0]
        elif isinstance(child, ast.Call) and called(child) in {"import_module", "__import__"}:
            yield child.lineno, "opsctl"


def called(call: ast.Call) -> str:
    """Return the bare name of what is called: `today` for `date.today()`, `open` for `open(…)`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function and method of a module."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the length of a function; functions inside it are measured on their own and do not count twice."""

    def span(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[int]:
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        return set(range(first, (node.end_lineno or first) + 1))

    inner = [node for node in ast.walk(function) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)][1:]
    return len(span(function).difference(*map(span, inner)))


def page_lines(room: str, path: Path, tree: ast.Module) -> int:
    """Return how many lines are a rule's page: they are text for people and do not count as code."""
    if room == "rules" and ast.get_docstring(tree):
        return tree.body[0].end_lineno or 0
    if not path.parent.as_posix().endswith("locales/rules"):
        return 0
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return sum((text.end_lineno or text.lineno) - text.lineno for text in texts)


def oversized(src: Path) -> list[str]:
    """Find modules and functions that are longer than a reader can hold."""
    found = []
    for room, path, tree in modules(src):
        lines = len(path.read_text("utf-8").splitlines()) - page_lines(room, path, tree)
        if lines > MODULE_LINES:
            found.append(f"{path.relative_to(src).as_posix()}: {lines} lines")
        for function in functions(tree):
            length = own_lines(function)
            if length > FUNCTION_LINES:
                found.append(f"{path.relative_to(src).as_posix()}:{function.lineno}: {function.name}: {length} lines")
    return found


def impure(src: Path) -> list[str]:
    """Find files, clocks, environments, random numbers and printing in rooms that compute from arguments alone."""
    found = []
    for room, path, tree in modules(src):
        if room not in PURE_ROOMS:
            continue
        name = path.relative_to(src).as_posix()
        found += [f"{name}:{line}: import {what}" for line, what in imports_in(tree) if what in TOUCHING_MODULES]
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            forbidden = TOUCHING_METHODS if isinstance(call.func, ast.Attribute) else TOUCHING_FUNCTIONS
            if called(call) in forbidden:
                found.append(f"{name}:{call.lineno}: {called(call)}()")
    return found


def late(src: Path) -> list[str]:
    """Find imports inside functions that the list above does not name."""
    found = set()
    for room, path, tree in modules(src):
        for function in functions(tree):
            for line, package in imports_in(function):
                if package not in LATE_IMPORTS.get(room, set()):
                    found.add(f"{path.relative_to(src).as_posix()}:{line}: late import of {package}")
    return sorted(found)


def homeless(src: Path) -> list[str]:
    """Find third-party packages that no contract gives a home."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    housed = {name for contract in contracts for name in contract.get("forbidden_modules", [])}
    assert len(housed) >= 8
    known = {*sys.stdlib_module_names, "opsctl", *housed}
    return [
        f"{path.relative_to(src).as_posix()}:{line}: {package}"
        for _, path, tree in modules(src)
        for line, package in imports_in(tree)
        if package not in known
    ]


def posix_only(src: Path) -> list[str]:
    """Find the modules that use calls which Windows does not have, except those that can do without."""
    found = {
        path.relative_to(src).as_posix()
        for _, path, tree in modules(src)
        for _, package in imports_in(tree)
        if package in POSIX_ONLY
    }
    return sorted(found - {f"opsctl/{place}" for place in PORTED})


def changing(src: Path) -> list[str]:
    """Find calls that change the disk outside the modules that may: a workspace's files, the cache, a report."""
    found = []
    for _, path, tree in modules(src):
        name = path.relative_to(src / "opsctl").as_posix()
        if name in CHANGING:
            continue
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in CHANGES):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            if getattr(owner, "id", "") != "disk" and not _reads(call):
                found.append(f"opsctl/{name}:{call.lineno}: {called(call)}()")
    return found


def _reads(call: ast.Call) -> bool:
    """Opening may be reading; methods of other things share names with those of paths: a text's `replace`, a copy."""
    owner = getattr(getattr(call.func, "value", None), "id", "")
    if called(call) == "open":
        words = [*call.args, *(keyword.value for keyword in call.keywords)]
        modes = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
        flags = {node.attr for word in words for node in ast.walk(word) if isinstance(node, ast.Attribute)}
        if "devnull" in flags:
            return True
        return not any(set(mode) & set("wax+") and len(mode) < 4 for mode in modes) and not flags & _WRITING_FLAGS
    if called(call) == "replace":
        # A text's has two arguments, a dataclass's or a date's has names; a path's has one.
        return owner != "os" and (len(call.args) != 1 or bool(call.keywords))
    return called(call) in ("remove", "copy", "move", "link") and owner not in ("os", "shutil")


GUARDS: dict[Callable[[Path], list[str]], dict[str, str]] = {
    oversized: {
        "planning/long.py": "x = 1\n" * 301,
        "planning/function.py": "def f() -> int:\n" + "    x = 1\n" * 50 + "    return x\n",
        "rules/page.py": '"""' + "page\n" * 400 + '"""\n' + "x = 1\n" * 301,
    },
    impure: {
        "planning/reads.py": "text = open('a').read()\n",
        "reviewing/prints.py": "print('a')\n",
        "rules/path.py": "from pathlib import Path\n\ntext = Path('a').read_text()\n",
        "checking/environment.py": "import os\n\nhome = os.environ['HOME']\n",
        "metrics/chance.py": "from random import random\n",
        "records/clock.py": "from datetime import date\n\nnow = date.today()\n",
        "workspace.py": "import datetime\n\nnow = datetime.datetime.now()\n",
    },
    late: {
        "commands/late.py": "def f() -> None:\n    import duckdb\n",
        "rendering/engine.py": "def f() -> None:\n    import duckdb\n",
        "planning/by_name.py": "import importlib\n\n\ndef f() -> None:\n    importlib.import_module('opsctl.cli')\n",
    },
    changing: {
        "commands/saves.py": "from pathlib import Path\n\n\ndef f() -> None:\n    Path('a').write_text('x')\n",
        "loading/moves.py": "import os\n\n\ndef f() -> None:\n    os.replace('a', 'b')\n",
        "rendering/opens.py": "def f() -> None:\n    open('a', 'w')\n",
        "commands/named.py": "def f() -> None:\n    open('a', mode='ab')\n",
        "loading/flags.py": "import os\n\n\ndef f() -> None:\n    os.open('a', os.O_RDWR | os.O_CREAT)\n",
        "loading/path.py": "from pathlib import Path\n\n\ndef f() -> None:\n    Path('a').open('x')\n",
        "loading/over.py": "from pathlib import Path\n\n\ndef f() -> None:\n    Path('a').replace('b')\n",
        "loading/name.py": "from pathlib import Path\n\n\ndef f() -> None:\n    Path('a').rename('b')\n",
        "commands/tree.py": "import shutil\n\n\ndef f() -> None:\n    shutil.copy('a', 'b')\n",
    },
    homeless: {"rendering/guest.py": "import tabulate\n"},
    posix_only: {"loading/lock.py": "import fcntl\n", "commands/user.py": "import pwd\n"},
}
PLANTED = [(guard, where, text) for guard, plants in GUARDS.items() for where, text in plants.items()]


def plant(src: Path, where: str, text: str) -> None:
    """Write one module into a copy of the package, as somebody in a hurry would."""
    path = src / "opsctl" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_the_house_is_in_order(guard: Callable[[Path], list[str]]) -> None:
    assert guard(SRC) == []


@pytest.mark.parametrize(("guard", "where", "text"), PLANTED, ids=[f"{g.__name__}-{w}" for g, w, _ in PLANTED])
def test_a_planted_violation_is_found(
    tmp_path: Path, guard: Callable[[Path], list[str]], where: str, text: str
) -> None:
    plant(tmp_path, where, text)
    assert [found for found in guard(tmp_path) if f"opsctl/{where}" in found]


def test_a_long_rule_page_is_not_code(tmp_path: Path) -> None:
    plant(tmp_path, "rules/goal/page.py", '"""A page.\n' + "text\n" * 400 + '"""\n\nx = 1\n')
    plant(tmp_path, "locales/rules/goal.py", 'PAGES = {"GOAL101": """\n' + "文字\n" * 400 + '"""}\n')
    assert oversized(tmp_path) == []


def test_a_guard_without_files_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no modules"):
        impure(tmp_path)


def lint(src: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of pyproject.toml over one source tree, in a process of its own."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    return subprocess.run(
        [*command, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        env={**os.environ, "PYTHONPATH": str(src), "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "200"},
        cwd=src,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_import_contracts_hold() -> None:
    run = lint(SRC)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "10 kept, 0 broken" in run.stdout


@pytest.mark.parametrize(
    ("where", "text", "contract", "named"),
    [
        ("records/up.py", "import opsctl.commands\n", "Imports point one way", "opsctl.records.up -> opsctl.commands"),
        ("rules/side.py", "import opsctl.loading\n", "Imports point one way", "opsctl.rules.side -> opsctl.loading"),
        ("drawer/__init__.py", "", "Imports point one way", "drawer"),
        ("rules/model.py", "import pydantic\n", "pydantic lives in records", "opsctl.rules.model -> pydantic"),
        ("loading/error.py", "import pydantic_core\n", "pydantic lives in records", "loading.error -> pydantic_core"),
        ("loading/dump.py", "import ruamel.yaml\n", "ruamel.yaml lives in loading.yamltext", "loading.dump -> ruamel"),
        (
            "planning/table.py",
            "import rich.table\n",
            "rich, jinja2, markupsafe and markdown-it-py",
            "planning.table -> rich",
        ),
        ("commands/sql.py", "import duckdb\n", "duckdb lives in sources", "commands.sql -> duckdb"),
        ("sources/book.py", "import python_calamine\n", "python-calamine lives in", "sources.book -> python_calamine"),
        ("commands/exits.py", "import typer\n", "typer lives in cli", "opsctl.commands.exits -> typer"),
    ],
    ids=[
        "upward",
        "sibling",
        "unlisted-room",
        "pydantic",
        "pydantic-core",
        "ruamel",
        "rich",
        "duckdb",
        "calamine",
        "typer",
    ],
)
def test_a_planted_import_breaks_its_contract(tmp_path: Path, where: str, text: str, contract: str, named: str) -> None:
    shutil.copytree(SRC / "opsctl", tmp_path / "opsctl", ignore=shutil.ignore_patterns("__pycache__"))
    plant(tmp_path, where, text)
    run = lint(tmp_path)
    broken = [line for line in run.stdout.splitlines() if line.endswith("BROKEN") or "BROKEN (" in line]
    assert run.returncode == 1
    assert [line for line in broken if line.startswith(contract)]
    assert named in run.stdout
