"""Counting months: how long, how long ago, and never the same month twice."""

from __future__ import annotations

from collections.abc import Iterable

from tailor.types import PartialDate, Period

FIRST_HALF_END, SECOND_HALF_START = 6, 7


def months(periods: Iterable[Period], as_of: PartialDate) -> int:
    """Months in the union of `periods`, first and last included; a current one ends at `as_of`.

    A date that is only a year is read as the middle of it: "2019 - 2021" counts 24 months, and "2020 -
    2020" the 6 of half a year. A period without a start counts nothing.
    """
    return len({month for period in periods for month in month_numbers(period, as_of)})


def month_numbers(period: Period, as_of: PartialDate) -> range:
    """The months of `period` as counts from year 0; empty without a start, or if it ends before it starts."""
    end = as_of if period.current else period.end
    if period.start is None or end is None:
        return range(0)
    first = number(period.start, default=SECOND_HALF_START)
    same_year = period.start.year == end.year
    last = number(end, default=12 if same_year else FIRST_HALF_END)
    return range(first, last + 1)


def number(date: PartialDate, *, default: int) -> int:
    """`date` as months since year 0; `default` stands in for a month that is not given."""
    return date.year * 12 + (date.month or default) - 1


def since(periods: Iterable[Period], as_of: PartialDate) -> int | None:
    """Months from the latest end among `periods` to `as_of`, at least 0; None without any date."""
    ends = [as_of if period.current else period.end for period in periods]
    last = [number(end, default=FIRST_HALF_END) for end in ends if end is not None]
    return max(0, number(as_of, default=12) - max(last)) if last else None
