"""The notices of the State Council: which days are free, and which Saturdays and Sundays are worked for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Notice:
    """One year's notice: its title and day, the runs of free days and the make-up workdays, as `MM-DD`."""

    title: str
    published: date
    free: Mapping[str, tuple[str, str]]
    worked: tuple[str, ...]


NOTICES: Mapping[int, Notice] = {
    2025: Notice(
        "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）",
        date(2024, 11, 12),
        {
            "new-year": ("01-01", "01-01"),
            "spring-festival": ("01-28", "02-04"),
            "qingming": ("04-04", "04-06"),
            "labour-day": ("05-01", "05-05"),
            "dragon-boat": ("05-31", "06-02"),
            "national-day": ("10-01", "10-08"),
            # The Mid-Autumn Festival lies inside the National Day's run, and the notice has one run for both.
            "mid-autumn": ("10-06", "10-06"),
        },
        ("01-26", "02-08", "04-27", "09-28", "10-11"),
    ),
    2026: Notice(
        "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）",
        date(2025, 11, 4),
        {
            "new-year": ("01-01", "01-03"),
            "spring-festival": ("02-15", "02-23"),
            "qingming": ("04-04", "04-06"),
            "labour-day": ("05-01", "05-05"),
            "dragon-boat": ("06-19", "06-21"),
            "mid-autumn": ("09-25", "09-27"),
            "national-day": ("10-01", "10-07"),
        },
        ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10"),
    ),
}
