"""What is said about adapters, the mappings of exports that ship."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "adapters.unknown": (
        "没有适配器 {adapter}；有 {known}，或去掉 adapter 自己写 columns、store、metrics",
        "there is no adapter {adapter}; there are {known}, or spell out columns, store and metrics without one",
    ),
    "adapters.unknown_close": (
        "没有适配器 {adapter}；是不是 {meant}？",
        "there is no adapter {adapter}; did you mean {meant}?",
    ),
    "adapters.here": (
        "适配器 {adapter} 的 {path}；可在本文件里写同名的键改掉",
        "{path} of the adapter {adapter}; the same key in this file takes its place",
    ),
}
