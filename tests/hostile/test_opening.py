"""Hostile exports, each in a process of its own: the class the corpus expects, little time and memory, nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.hostile import badinputs

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 5, 500
KINDS = ("csv", "csvtree", "xlsx", "parquet")
# The same day and store three times is trouble of its own, so the corpus's good files are read as lines.
MAPPING = {
    "columns": {"day": "date", "shop": "store", "orders": "orders", "amount": "amount"},
    "store": {"column": "shop", "map": {"store-001": "s1"}},
    "day": "day",
    "grain": "lines",
    "metrics": {"orders_paid": {"sum": "orders"}, "gmv_paid": {"sum": "amount"}},
}
PROGRAM = """
import json, resource, sys
from pathlib import Path
from opsctl.records.source import Source
from opsctl.sources.read import read_facts
path, mapping = Path(sys.argv[1]), json.loads(sys.argv[2])
source = Source.model_validate({**mapping, "files": "*.csv" if path.is_dir() else path.name})
facts = read_facts({"x": source}, path if path.is_dir() else path.parent, groups={}, periods=())
# What a process had before it became this program counts as its own largest size, but not as this one.
peak = Path("/proc/self/status")
peak = peak.read_text().partition("VmHWM:")[2].split() if peak.exists() else []
own, child = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "troubles": [(one.severity.value, one.message.id, dict(one.message.params)) for one in facts.troubles],
    "values": sum(map(len, facts.daily.values())),
    "seconds": sum(used.ru_utime + used.ru_stime for used in (own, child)),
    "megabytes": max(int(peak[0]) if peak else own.ru_maxrss, child.ru_maxrss) // 1024,
}))
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measures with a module that Windows does not have")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case of data, bombs in their full size."""
    out = tmp_path_factory.mktemp("data")
    made = badinputs.Corpus(out, badinputs.DEFAULT_TEMPLATE, True)
    badinputs.csv_cases(made)
    badinputs.table_cases(made)
    made.finish()
    return out


def measured(path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), json.dumps(MAPPING)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        cwd=path.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr and not done.returncode, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_hostile_export_gets_the_class_that_the_corpus_expects(corpus: Path) -> None:
    cases = [case for case in badinputs.read_manifest(corpus) if case.kind in KINDS]
    assert len(cases) > 100
    before = {path: path.stat().st_mtime_ns for path in corpus.rglob("*") if path.is_file()}
    for number, case in enumerate(cases):
        if number % 18 and "bomb" not in case.id and not os.environ.get("OPSCTL_FUZZ"):
            continue
        found = measured(corpus / case.path)
        loud = [one for one in found["troubles"] if one[0] != "info"]
        if case.expect == "accept":
            assert found["values"] and not loud, (case.id, found)
        elif case.expect == "reject":
            assert loud, (case.id, found)
        assert found["seconds"] <= SECONDS and found["megabytes"] <= MEGABYTES, (case.id, found)
        assert badinputs.CANARY not in json.dumps(found), case.id
    assert {path: path.stat().st_mtime_ns for path in corpus.rglob("*") if path.is_file()} == before


def repeated(content: str) -> bytes:
    """A sheet of an OpenDocument workbook around that content."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="a">{content}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return out.getvalue()


CELL = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
WIDE = ' table:number-columns-repeated="16384"'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.ods",
            repeated(f'<table:table-row table:number-rows-repeated="1048576">{CELL.format(WIDE)}</table:table-row>'),
        ),
        ("b.ods", repeated(f"<table:table-row>{CELL.format(WIDE)}</table:table-row>" * 3000)),
        ("c.xls", b"<table><tr>" + b'<td colspan="1000" rowspan="1000">x' * 20_000),
        ("d.xls", b"<table>" * 200_000),
        ("e.xls", b"<table><tr><td>" + b"<" * 3_000_000),
        ("f.xls", b"<!--" + b"x" * 9_000_000),
        ("g.csv", (",".join(f"c{at}" for at in range(1_000_000)) + "\n").encode()),
        ("h.csv", b"date,store,orders,amount\n" + b'"' + b"x" * 60_000_000),
        ("i.csv", b"date,store,orders,amount\n" + b"x" * 60_000_000),
        ("j.csv", b"a;b|c\td,e\n" * 400_000),
        ("k.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 100_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_only_looks_small_is_refused_in_time(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    found = measured(tmp_path / name)
    assert found["troubles"] and not found["values"], found
    assert found["seconds"] <= SECONDS and found["megabytes"] <= MEGABYTES, found
    assert [path.name for path in tmp_path.iterdir()] == [name]
