"""
Times `opsctl check --fix` on files with one repair each against a ruamel.yaml round trip of the same files, in one run.

Usage: `python benchmarks/fix.py [FILES]` (1,000 by default). Both are whole processes that take turns on copies made
anew, and both put every file on the disk for good (fsync). opsctl also finds what is wrong, reads every record and
checks all rules before and after, verifies every text it writes, and changes all files or none; the round trip is told
what to change. The last rows are the write-back alone: edit, verify and write, without finding anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter

from processes import OPSCTL, SOURCE

RUNS = 3
TEXT = """\
# 店铺 {number}：由脚本生成，只用于测速
name: {{zh: 店铺 {number}, en: Store {number}}}
platform: tmall
team: company             # 属于哪个团队
opened: 2021/5/1          # 日期写法不对，可自动修复
currency: CNY
drivers: shelf
channels: [search, recommend, keyword-ads, live]
"""
ROUND_TRIP = """
import os, sys
from pathlib import Path
from ruamel.yaml import YAML
for path in sorted(Path(sys.argv[1], 'stores').iterdir()):
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 4096
    data = yaml.load(path.read_text('utf-8'))
    data['opened'] = '2021-05-01'
    with path.with_suffix('.new').open('w', encoding='utf-8') as file:
        yaml.dump(data, file)
        file.flush()
        os.fsync(file.fileno())
    path.with_suffix('.new').replace(path)
"""
WRITE_BACK = """
import sys
from pathlib import Path
from opsctl.diagnostics import Edit, Place
from opsctl.loading.edits import edited
from opsctl.loading.texts import Sources
from opsctl.loading.transaction import write
root = Path(sys.argv[1])
texts = {f'stores/{path.name}': path.read_text('utf-8') for path in sorted((root / 'stores').iterdir())}
made = edited(Sources(texts), [Edit(Place(file, ('opened',)), '2021-05-01') for file in texts])
assert len(made.made) == len(texts)
write(root, made.texts, expected=texts)
"""


def main() -> None:
    """Generate, measure, print, remove."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    folder = Path(tempfile.mkdtemp(prefix="opsctl-bench-"))
    commands: dict[str, Callable[[Path], tuple[str, ...]]] = {
        "ruamel round trip": lambda tree: (sys.executable, "-c", ROUND_TRIP, str(tree)),
        "opsctl check --fix": lambda tree: (*OPSCTL, "-C", str(tree), "check", "--fix", "--no-cache"),
        "opsctl write-back": lambda tree: (sys.executable, "-c", WRITE_BACK, str(tree)),
    }
    try:
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                seen[name].append(_timed(folder, count, command))
        costs = {
            name: (median(wall for wall, _ in each), median(cpu for _, cpu in each)) for name, each in seen.items()
        }
        base = costs["ruamel round trip"]
        print(f"{count} files{'':{12}}  wall s         CPU s")
        for name, (wall, cpu) in costs.items():
            print(f"{name:20}  {wall:6.2f} {wall / base[0]:6.3f}x  {cpu:6.2f} {cpu / base[1]:6.3f}x")
    finally:
        shutil.rmtree(folder)


def _timed(folder: Path, count: int, command: Callable[[Path], tuple[str, ...]]) -> tuple[float, float]:
    """The wall and CPU time of a command on a tree made for it; every file has to be repaired afterwards."""
    tree = folder / "tree"
    _write(tree, count)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    start, before = perf_counter(), getrusage(RUSAGE_CHILDREN)
    subprocess.run(command(tree), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    left = [path.name for path in (tree / "stores").iterdir() if "2021/5/1" in path.read_text("utf-8")]
    if left:
        raise SystemExit(f"{len(left)} files were not repaired")
    shutil.rmtree(tree)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _write(tree: Path, count: int) -> None:
    for name, text in (("opsctl.yaml", "opsctl: 1\nname: 测速\n"), ("teams/company.yaml", "name: 公司\n")):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    (tree / "stores").mkdir()
    for number in range(count):
        (tree / "stores" / f"store-{number}.yaml").write_text(TEXT.format(number=number), encoding="utf-8")


if __name__ == "__main__":
    main()
