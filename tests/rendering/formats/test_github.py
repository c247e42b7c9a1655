"""Annotations: what the runner reads out of the log, how many, and in which order."""

from __future__ import annotations

from dataclasses import replace

from tests.rendering.formats.samples import HOSTILE, STORE, finding, hostile, outcome
from tests.rendering.formats.validators import commands

from opsctl.diagnostics import Severity, Span
from opsctl.rendering.formats.github import render


def test_an_annotation_names_the_file_as_git_does_and_the_place() -> None:
    printed = render(replace(outcome(finding()), prefix="运营/"), "en")
    assert commands(printed) == [
        (
            "error",
            {
                "file": f"运营/{STORE}",
                "line": "2",
                "endLine": "2",
                "col": "6",
                "endColumn": "12",
                "title": "REF102 unknown-reference",
            },
            f"运营/{STORE}:2:6: no team has the id compny",
        )
    ]
    assert printed.splitlines()[-1] == "1 error in 3 files with 2 records"


def test_columns_are_left_out_where_they_lie_in_two_lines() -> None:
    two_lines = replace(finding(), span=Span(2, 6, 3, 1))
    (_, properties, _), *_ = commands(render(outcome(two_lines), "en"))
    assert properties.keys() == {"file", "line", "endLine", "title"}


def test_no_text_plants_a_command_or_a_property() -> None:
    for text in HOSTILE:
        read = commands(render(outcome(finding(file=f"{text}.yaml", said=text)), "en"))
        assert [(name, sorted(properties)) for name, properties, _ in read] == [
            ("error", ["col", "endColumn", "endLine", "file", "line", "title"])
        ]


def test_the_runner_sees_a_percent_sign_as_it_was() -> None:
    (_, properties, said), *_ = commands(render(outcome(finding(file="a%0A,b:c.yaml", said="5%25")), "en"))
    assert properties["file"] == "a%0A,b:c.yaml" and said.endswith("no team has the id 5%25")


def test_ten_of_a_level_are_annotated_and_the_rest_is_counted() -> None:
    many = [finding(severity, line=line) for severity in Severity for line in range(1, 16)]
    read = commands(render(outcome(*many), "en"))
    levels = [name for name, _, _ in read]
    assert [levels.count(level) for level in ("error", "warning", "notice")] == [10, 10, 10]
    assert read[-1] == ("notice", {"title": "opsctl"}, "… and 16 more; run opsctl check to see them all")


def test_changed_lines_come_first_then_changed_files() -> None:
    found = [finding(file=file, line=line) for file in ("a.yaml", "b.yaml") for line in range(1, 9)]
    changed = {"b.yaml": (range(3, 4), range(7, 9))}
    read = commands(render(replace(outcome(*found), changed=changed), "en"))
    places = [(properties["file"], properties["line"]) for _, properties, _ in read[:10]]
    first = [("b.yaml", str(line)) for line in (3, 7, 8, 1, 2, 4, 5, 6)]
    assert places == [*first, ("a.yaml", "1"), ("a.yaml", "2")]


def test_hostile_findings_are_all_read() -> None:
    assert len(commands(render(hostile(), "zh"))) == len(hostile().diagnostics)
