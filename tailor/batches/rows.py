"""Rows of a batch that are read from its output files when they are asked for."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, overload

from tailor.types import Bar, Failed, Part, Ranked, Salary

T = TypeVar("T")


class Lines(Sequence[T]):
    """Some lines of a .jsonl file, each made into a value when it is asked for; of memory it takes eight bytes a line.

    made : the value of a record and its place, from 0.
    """

    def __init__(self, path: Path, made: Callable[[dict[str, Any], int], T]) -> None:
        self.path, self.made = path, made
        self.offsets = array("q")

    def __len__(self) -> int:
        return len(self.offsets)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]  # raises IndexError beyond the end
        return self.made(record_at(self.path, self.offsets[place]), place)

    def __iter__(self) -> Iterator[T]:
        return (self[place] for place in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(lambda a, b: a == b, self, other))

    __hash__ = None  # type: ignore[assignment] # as any list


def record_at(path: Path, offset: int) -> dict[str, Any]:
    """The record that begins at that byte of a .jsonl file."""
    with path.open("rb") as file:
        file.seek(offset)
        record: dict[str, Any] = json.loads(file.readline())
    return record


def failed(record: Mapping[str, Any], place: int = 0) -> Failed:
    """What was not compared."""
    return Failed(record["file"], record["reason"], record["remedy"])


def ranked(record: Mapping[str, Any], place: int) -> Ranked:
    """The posting of a line of details.jsonl, in its place from 0."""
    return Ranked(
        rank=place + 1,
        **{name: record[name] for name in ("file", "title", "company", "location", "level", "mode")},
        years=Bar(**record["years"]),
        salary=Salary(**record["salary"]) if record["salary"] else None,
        score=record["score"],
        parts=tuple(Part(**part) for part in record["parts"]),
        resume=record["resume"],
        scores=record["scores"],
        covered=musts(record, "covered"),
        partly=musts(record, "partly"),
        missing=musts(record, "missing"),
        questions=tuple((text, gain) for text, gain in record["questions"]),
        twin_of=record["twin of"],
        twins=record["twins"],
        cluster=record["cluster"],
    )


def musts(record: Mapping[str, Any], status: str) -> tuple[str, ...]:
    """Names of the must-haves with that status, without those that an alternative answers better."""
    counting = (r for r in record["requirements"] if r["need"] == "required" and r["spared by"] is None)
    return tuple(r["skill"] for r in counting if r["status"] == status)
