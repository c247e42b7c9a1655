"""
A thousand linked items: `opsctl check` against the tools that also follow links, each on items in its own format.

Usage: `python benchmarks/links.py`; doorstop and strictdoc (`pip install doorstop strictdoc`) are left out where they
are absent. Performance goal P9: at most 0.05 times doorstop and 0.15 times strictdoc for each item.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from processes import OPSCTL, report, take_turns
from trees import write

ITEMS = 1_000
RUNS = 3
DOCUMENT = "settings:\n  digits: 4\n  itemformat: yaml\n  prefix: {prefix}\n  sep: ''\n"
ITEM = (
    "active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks:\n{links}normative: true\nref: ''\n"
    "reviewed: null\ntext: |\n  Item {number} says what is to be done.\n"
)


def doorstop(root: Path) -> None:
    """Two documents, each item of the second linked to one of the first."""
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    for prefix, parent in (("REQ", ""), ("TST", "REQ")):
        folder = root / prefix.lower()
        folder.mkdir(parents=True)
        settings = DOCUMENT.format(prefix=prefix) + (f"  parent: {parent}\n" if parent else "")
        (folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
        for number in range(1, ITEMS // 2 + 1):
            links = f"- {parent}{number:04d}: null\n" if parent else ""
            text = ITEM.format(number=number, links=links).replace("links:\nnorm", "links: []\nnorm")
            (folder / f"{prefix}{number:04d}.yml").write_text(text, encoding="utf-8")


def strictdoc(root: Path) -> None:
    """One document in which every item has the one before it as its parent."""
    root.mkdir()
    nodes = []
    for number in range(ITEMS):
        relations = f"RELATIONS:\n- TYPE: Parent\n  VALUE: R-{number - 1}\n" if number else ""
        nodes.append(f"[REQUIREMENT]\nUID: R-{number}\nTITLE: Item {number}\nSTATEMENT: Do it.\n{relations}")
    (root / "items.sdoc").write_text("[DOCUMENT]\nTITLE: Items\n\n" + "\n".join(nodes), encoding="utf-8")


def main() -> None:
    """Generate, measure, print, remove."""
    folder = Path(tempfile.mkdtemp(prefix="opsctl-bench-"))
    try:
        print(f"{write(folder / 'tree', ITEMS):,} records, {ITEMS:,} items")
        commands: dict[str, tuple[str, ...]] = {"opsctl": (*OPSCTL, "-C", str(folder / "tree"), "check", "--no-cache")}
        if shutil.which("doorstop"):
            doorstop(folder / "doorstop")
            commands["doorstop"] = ("doorstop", "-j", str(folder / "doorstop"))
        if shutil.which("strictdoc"):
            strictdoc(folder / "strictdoc")
            out = str(folder / "out")
            commands["strictdoc"] = (
                "strictdoc", "export", str(folder / "strictdoc"), "--formats=json", "--output-dir", out,
            )  # fmt: skip
        report(take_turns(commands, RUNS), tuple(commands)[1:])
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
