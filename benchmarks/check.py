"""
`opsctl check` on generated trees against the tools that check the same files, all in one run: wall, CPU and memory.

Usage: `python benchmarks/check.py [RECORDS]...` (10,000 by default). Peers that are absent are left out: yamllint and
check-jsonschema (`pip install -e '.[bench]'`), ryl (`pip install ryl`), ajv (`npm install ajv-cli`), and where there is
a C compiler with libyaml's header, a bare loop over its events. opsctl also follows every reference and compares every
cell with the cascade, which they cannot. Performance goals P1 to P5, P7 and P8.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from processes import OPSCTL, Cost, report, take_turns
from trees import write
from yardsticks import bare_events, csafe_and_models

# What the peers can check: that files are YAML, and that they have known keys.
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        key: {}
        for key in ("name", "parent", "purpose", "platform", "team", "opened", "channels", "currency", "drivers",
                    "roles", "handles", "owns", "duties", "reports_to", "owner", "curve", "goals")
    },
}  # fmt: skip
RULES = "{extends: default, rules: {line-length: disable, document-start: disable, braces: disable, commas: disable}}"
RUNS = {100: 11, 1_000: 7}
FEW_RUNS = 3
# Tools that take a minute for 10,000 files, and that get them all as arguments, are not asked about more.
MOST_FOR_SLOW_PEERS = 10_000


def main() -> None:
    """Generate, measure, print, remove, size by size."""
    costs: dict[int, Cost] = {}
    for records in [int(word) for word in sys.argv[1:]] or [10_000]:
        folder = Path(tempfile.mkdtemp(prefix="opsctl-bench-"))
        try:
            count = write(folder / "tree", records)
            runs = RUNS.get(records, FEW_RUNS)
            print(f"\n{count:,} files with records, medians of {runs}")
            commands = _commands(folder, records)
            take_turns({name: command for name, command in commands.items() if name.startswith("opsctl")}, 1)
            found = take_turns(commands, runs)
            report(found, tuple(name for name in commands if not name.startswith("opsctl")))
            costs[count] = found["opsctl, 1 process"]
        finally:
            shutil.rmtree(folder)
    for count, cost in costs.items():
        print(f"{count:>8,} records: {cost.cpu / count * 1e6:6.0f} µs of CPU each")


def _commands(folder: Path, records: int) -> dict[str, tuple[str, ...]]:
    tree = folder / "tree"
    files = [str(path) for path in sorted(tree.rglob("*.yaml")) if path.name != "opsctl.yaml"]
    check = (*OPSCTL, "-C", str(tree), "check")
    commands: dict[str, tuple[str, ...]] = {
        "opsctl": (*check, "--no-cache"),
        "opsctl, 1 process": ("OPSCTL_JOBS=1", *check, "--no-cache"),
        "opsctl, warm": (f"XDG_CACHE_HOME={folder / 'cache'}", *check),
        "python -c pass": (sys.executable, "-c", "pass"),
        "import typer": (sys.executable, "-c", "import typer"),
        "CSafeLoader + models": csafe_and_models(tree),
    }
    if events := bare_events(folder, files):
        commands["libyaml events in C"] = events
    return commands | _peers(folder, files, records)


def _peers(folder: Path, files: list[str], records: int) -> dict[str, tuple[str, ...]]:
    (folder / "schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (folder / "ryl.yaml").write_text(RULES, encoding="utf-8")
    schema, tree = str(folder / "schema.json"), folder / "tree"
    peers: dict[str, tuple[str, ...]] = {
        "ryl": ("ryl", "check", "-c", str(folder / "ryl.yaml"), str(tree)),
        "ajv": ("ajv", "validate", "--spec=draft2020", "--strict=false", "-s", schema, "-d", f"{tree}/*/**/*.yaml"),
    }
    if records <= MOST_FOR_SLOW_PEERS:
        peers["yamllint"] = ("yamllint", "-d", RULES, *files)
        peers["check-jsonschema"] = ("check-jsonschema", "--schemafile", schema, *files)
    return {name: command for name, command in peers.items() if shutil.which(command[0])}


if __name__ == "__main__":
    main()
