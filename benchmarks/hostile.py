"""
What bad input costs: a thousand findings in words, and files made to exhaust whoever reads them.

Usage: `python benchmarks/hostile.py`. Performance goals P14 (1,000 findings in at most 20 ms) and P15 (each file is
refused in less than half a second more than a check without it takes, and in less than 100 MiB).
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from processes import OPSCTL, report, take_turns

from opsctl.commands.check import Asked, check
from opsctl.rendering.formats import FORMATS

FINDINGS = 1_000
RUNS = 5
MIB = 1024 * 1024
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n" for above, name in zip("abcdefgh", "bcdefghi", strict=True)
)
# Each a text and how often it stands there: held in memory, they would count as that of the processes measured.
BAD = {
    "plain": ("name: A\n", 1),
    "100,000 brackets": ("[" * 1_000, 100),
    "alias bomb": (BOMB, 1),
    "100 MiB": ("name: a\n" * (MIB // 8), 100),
    "100,000 quotes": ("'" * 1_000, 100),
    "one line of 200 KB": ("a: " * 1_000, 66),
}


def workspace(root: Path) -> Path:
    """The smallest workspace."""
    (root / "teams").mkdir(parents=True)
    (root / "opsctl.yaml").write_text("opsctl: 1\nname: A\n", encoding="utf-8")
    (root / "teams" / "company.yaml").write_text("name: A\n", encoding="utf-8")
    return root


def in_words(folder: Path) -> None:
    """Print how long each format takes for a thousand findings."""
    root = workspace(folder / "many")
    (root / "stores").mkdir()
    for number in range(FINDINGS):
        text = f"name: Store {number}\nplatform: tmall\nteam: nobody\n"
        (root / "stores" / f"store-{number}.yaml").write_text(text, encoding="utf-8")
    outcome = check(root, Asked(date(2026, 6, 8)))
    print(f"{len(outcome.diagnostics):,} findings")
    for name in ("text", "concise", "json", "sarif"):
        times = []
        for _ in range(RUNS):
            start = process_time()
            FORMATS[name](outcome, "en").encode()
            times.append(process_time() - start)
        print(f"  {name:10}{median(times) * 1000:7.1f} ms")


def refused(folder: Path) -> None:
    """Print what a check costs that meets one bad file, beside one that meets none."""
    commands = {}
    for name, (text, times) in BAD.items():
        root = workspace(folder / name.replace(" ", "-"))
        with (root / "teams" / "bad.yaml").open("w", encoding="utf-8") as file:
            for _ in range(times):
                file.write(text)
        commands[name] = (*OPSCTL, "-C", str(root), "check", "--no-cache")
    report(take_turns(commands, RUNS), ("plain",))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="opsctl-bench-") as folder:
        in_words(Path(folder))
        refused(Path(folder))


if __name__ == "__main__":
    main()
