"""What exports put around values is taken away, whatever it is; everything inside stays."""

from __future__ import annotations

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from opsctl.sources.values import Column, text

BLANKS, QUOTES = " \t\n\r\u00a0\u3000", "'’"
AROUND = st.text(st.sampled_from(f"{BLANKS}{QUOTES}"), max_size=4)
INSIDE = st.text(st.sampled_from(f"{BLANKS}{QUOTES}a0$^|]商"), max_size=6)


@given(st.lists(st.builds(lambda *parts: "".join(parts), AROUND, INSIDE, AROUND), min_size=1))
def test_values_are_trimmed_as_python_would(written: list[str]) -> None:
    with duckdb.connect(":memory:") as connection:
        sql = f"SELECT {text(Column('v', 'VARCHAR'))} FROM (SELECT unnest($all::VARCHAR[]) AS v)"
        found = [value for (value,) in connection.execute(sql, {"all": written}).fetchall()]
    assert found == [value.strip(BLANKS).lstrip(QUOTES) or None for value in written]
