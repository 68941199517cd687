"""Counting months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.timeline import months, since
from tailor.types import PartialDate, Period

NOW = PartialDate(2026, 11)


def period(start, end):
    """A period from "2020-03" or "2020" to the same, or to "now"."""
    dates = [PartialDate(*map(int, text.split("-"))) if text and text != "now" else None for text in (start, end)]
    return Period(dates[0], dates[1], current=end == "now")


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([("2020-03", "2020-05")], 3),
        ([("2020-03", "2020-03")], 1),
        ([("2026-01", "now")], 11),
        ([("2019", "2021")], 24),
        ([("2020", "2020")], 6),
        ([("2020-01", "2020-06"), ("2020-04", "2020-08")], 8),
        ([("2020-01", "2020-02"), ("2020-05", "2020-06")], 4),
        ([("", "2020-05")], 0),
        ([("2020-05", "")], 0),
        ([("2021-05", "2020-05")], 0),
        ([], 0),
    ],
    ids=[
        "both-ends",
        "one-month",
        "current",
        "years",
        "one-year",
        "overlap",
        "gap",
        "no-start",
        "no-end",
        "reversed",
        "none",
    ],
)
def test_months(periods, expected):
    assert months([period(*dates) for dates in periods], NOW) == expected


dates = st.builds(PartialDate, st.integers(1990, 2025), st.integers(0, 12))
periods = st.lists(st.builds(Period, dates, dates), max_size=5)


@given(periods, periods)
def test_more_periods_never_count_less_and_never_more_than_their_sum(first, second):
    both = months([*first, *second], NOW)

    assert max(months(first, NOW), months(second, NOW)) <= both <= months(first, NOW) + months(second, NOW)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([("2020-03", "2026-10")], 1),
        ([("2020-03", "now")], 0),
        ([("2020-03", "2021-11"), ("2022-01", "2025-11")], 12),
        ([("2020-03", "2030-01")], 0),
        ([], None),
    ],
    ids=["past", "current", "latest-counts", "future", "none"],
)
def test_since(periods, expected):
    assert since([period(*dates) for dates in periods], NOW) == expected
