"""
How amounts of each currency are signed: before the number, and behind it.

Where the currency of a column is known, an amount under the sign of another is not understood: `MX$` is no dollar. A
sign that several share, such as `$` and `¥`, stands for the one that the source is in.
"""

from __future__ import annotations

# What may stand before `$` for each money that is written with it; nothing, where the sign alone is used.
_DOLLARS: dict[str, tuple[str, ...]] = {
    "ARS": ("", "AR"),
    "AUD": ("", "A", "AU"),
    "BRL": ("R", "BR"),
    "CAD": ("", "C", "CA"),
    "CLP": ("", "CL"),
    "COP": ("", "CO"),
    "HKD": ("", "HK"),
    "MXN": ("", "MX", "MEX"),
    "NZD": ("", "NZ"),
    "SGD": ("", "S", "SG"),
    "TWD": ("", "NT", "TW"),
    "USD": ("", "US"),
}
_MARKS: dict[str, dict[str, tuple[str, ...]]] = {
    "$": _DOLLARS,
    "¥": {"CNY": ("", "CN", "RMB"), "CNH": ("", "CN", "RMB"), "JPY": ("", "JP")},
    "€": {"EUR": ("",)},
    "£": {"GBP": ("", "GB")},
    "₹": {"INR": ("",)},
    "₩": {"KRW": ("",)},
    "฿": {"THB": ("",)},
    "₫": {"VND": ("",)},
}
_CODES = {"CNY": ("RMB",), "CNH": ("CNY", "RMB")}
_YUAN = ("CNY", "CNH", "HKD", "TWD")
_ANY_BEFORE = r"(?:[A-Z]{0,3}[$¥€£₹₩฿₫]|CNY|RMB|USD|EUR|GBP|HKD|JPY|INR|MXN|CAD|AUD|SGD)"
_ANY_BEHIND = r"(?:元|[$¥€£₹]|CNY|RMB|USD|EUR|GBP)"


def before(currency: str | None) -> str:
    """A pattern of the signs before an amount of that currency; of any, where none is known."""
    if currency is None:
        return _ANY_BEFORE
    signs = [
        f"{letters}[{mark}]" for mark, known in _MARKS.items() for letters in (*known.get(currency, ()), currency)
        if currency in known
    ]  # fmt: skip
    return f"(?:{'|'.join([*signs, *_codes(currency)])})"


def behind(currency: str | None) -> str:
    """A pattern of the signs behind an amount of that currency; of any, where none is known."""
    if currency is None:
        return _ANY_BEHIND
    marks = [f"[{mark}]" for mark, known in _MARKS.items() if currency in known]
    yuan = ["元"] if currency in _YUAN else []
    return f"(?:{'|'.join([*yuan, *marks, *_codes(currency)])})"


def _codes(currency: str) -> tuple[str, ...]:
    return (currency, *_CODES.get(currency, ()))
