"""
Regenerate the example company's actuals, the truths and the register of faults: `python -m tests.simulator`.

With `--check` nothing is written; the files that are not what the ledger gives are named, and the exit code is 1.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from .exports import exports
from .ledger import Ledger
from .platforms.everything import exports as platform_exports
from .platforms.export import oracle
from .platforms.faults import faults, register
from .simulate import simulate
from .truth import truth

HERE = Path(__file__).parent
ACTUALS = HERE.parents[1] / "examples" / "chenhe-home" / "actuals"


def texts(ledger: Ledger) -> Mapping[Path, str]:
    """Every file the simulator owns, with the text it should have."""
    own = {
        HERE / "truth.yaml": truth(ledger),
        HERE / "faults.yaml": register(faults(ledger).values()),
        HERE / "oracle.csv": oracle(platform_exports(ledger).values()),
    }
    return own | {ACTUALS / name: text for name, text in exports(ledger).items()}


def stale(files: Mapping[Path, str]) -> list[Path]:
    """Files that differ, are absent, or lie among the actuals without a reason; snapshots are `actuals load`'s."""
    wrong = [path for path, text in files.items() if not path.is_file() or path.read_bytes() != text.encode()]
    there = (path for path in sorted(ACTUALS.rglob("*.csv")) if "snapshots" not in path.parts)
    return wrong + [path for path in there if path not in files]


def main(arguments: Sequence[str]) -> int:
    """Write the files, or only compare them; 1 when something is stale."""
    files = texts(simulate())
    if "--check" in arguments:
        wrong = stale(files)
        for path in wrong:
            print(path.name)
        return int(bool(wrong))
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
