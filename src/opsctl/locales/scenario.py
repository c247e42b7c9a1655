"""Sentences about scenarios: laying one over the records, and comparing two of them."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "scenario.nothing_to_take_out": (
        "这里没有 {key} 可以去掉；留空表示去掉记录里已有的键，要改就写上新值",
        "there is no {key} here to take out; an empty key is taken out of the record, write a value to change it",
    ),
    "scenario.no_such_item": (
        "这个列表里没有 id 为 {id} 的一项；应为其中之一：{ids}",
        "no item of this list has the id {id}; expected is one of {ids}",
    ),
}
