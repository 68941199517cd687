"""What postings may be sorted by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Key = tuple[float | str, float]


def pay(record: Mapping[str, Any]) -> float:
    """The middle of the yearly pay offered, 0 where none is told."""
    found = record["salary"]
    return (found["minimum"] + (found["maximum"] or found["minimum"])) / 2 if found else 0.0


def years(record: Mapping[str, Any]) -> float:
    """The years asked for, 0 where none are."""
    return float(record["years"]["asked"].partition(" ")[0] or 0)


# What comes first has the smallest key; then names decide.
SORTS: Mapping[str, Callable[[Mapping[str, Any]], Key]] = {
    "score": lambda record: (-record["score"], 0.0),
    "salary": lambda record: (-pay(record), -record["score"]),
    "years": lambda record: (years(record), -record["score"]),
    "title": lambda record: (record["title"].casefold(), -record["score"]),
    "company": lambda record: (record["company"].casefold(), -record["score"]),
    "file": lambda record: (0.0, 0.0),
}
