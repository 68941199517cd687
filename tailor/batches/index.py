"""What is done, put in order: where each record stands in the result files, and how it ranks."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, overload

from tailor.batches.shards import kept
from tailor.batches.sketch import twins
from tailor.types import Bar, Failed, Part, Ranked, Salary


class Entry(NamedTuple):
    """A posting that was compared: where its record is, and what it is ranked by."""

    key: tuple[Any, ...]
    file: str
    score: float
    path: Path
    offset: int
    sketch: bytes
    twin_of: str = ""
    twins: int = 0


class Index(NamedTuple):
    """All postings of a run: those compared in their order, those that failed by name, and the files in use."""

    entries: list[Entry]
    failures: list[Failed]
    paths: list[Path]


def pay(record: Mapping[str, Any]) -> float:
    """The middle of the yearly pay offered, 0 where none is told."""
    found = record["salary"]
    return (found["minimum"] + (found["maximum"] or found["minimum"])) / 2 if found else 0.0


def years(record: Mapping[str, Any]) -> float:
    """The years asked for, 0 where none are."""
    return float(record["years"]["asked"].partition(" ")[0] or 0)


# What postings may be sorted by; what comes first has the smallest key, then names decide.
SORTS: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "score": lambda record: -record["score"],
    "salary": lambda record: (-pay(record), -record["score"]),
    "years": lambda record: (years(record), -record["score"]),
    "title": lambda record: (record["title"].casefold(), -record["score"]),
    "company": lambda record: (record["company"].casefold(), -record["score"]),
    "file": lambda record: 0,
}


def index(home: Path, ids: Collection[str], sort: str) -> Index:
    """The records of the result files in `home` whose id is one of `ids`, whatever order the inputs came in.

    Raises RuntimeError if one is not there: it was done, so that is a fault of the program.
    """
    good: dict[str, Entry] = {}
    bad: dict[str, tuple[Failed, Path]] = {}
    for path, found in kept(home):
        for offset, record in found:
            if record["id"] not in ids:
                continue
            if record["ok"]:
                good[record["id"]] = entry(record, path, offset, sort)
            else:
                bad[record["id"]] = (Failed(record["file"], record["reason"], record["remedy"]), path)
    bad = {key: value for key, value in bad.items() if key not in good}  # it went well when tried again
    if len(good) + len(bad) != len(ids):
        raise RuntimeError(f"{len(ids) - len(good) - len(bad)} postings have no result in {home}")
    by_name = sorted(good.values(), key=lambda found: found.file)
    entries = sorted(grouped(by_name), key=lambda found: found.key)
    failures = sorted((failed for failed, _ in bad.values()), key=lambda failed: failed.file)
    return Index(entries, failures, [e.path for e in entries] + [path for _, path in bad.values()])


def entry(record: Mapping[str, Any], path: Path, offset: int, sort: str) -> Entry:
    """The entry of one record."""
    key = (SORTS[sort](record), record["file"])
    return Entry(key, record["file"], record["score"], path, offset, bytes.fromhex(record["sketch"]))


def grouped(entries: Sequence[Entry]) -> Iterator[Entry]:
    """`entries` with their near-duplicates: the best stands for its group."""
    groups: dict[int, list[Entry]] = {}
    for head, found in zip(twins([e.sketch for e in entries]), entries, strict=True):
        groups.setdefault(head, []).append(found)
    for members in groups.values():
        first = min(members, key=lambda found: (-found.score, found.file))
        for found in members:
            twin_of = "" if found is first else first.file
            yield found._replace(twin_of=twin_of, twins=len(members) - 1, sketch=b"")


class Rows(Sequence[Ranked]):
    """Postings in their order, each read from its result file when it is asked for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, at: int) -> Ranked: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Ranked]: ...
    def __getitem__(self, at: int | slice) -> Ranked | Sequence[Ranked]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]  # raises IndexError beyond the end
        return ranked(self.entries[place], place + 1)


def record_at(found: Entry) -> dict[str, Any]:
    """The record of an entry."""
    with found.path.open("rb") as file:
        file.seek(found.offset)
        record: dict[str, Any] = json.loads(file.readline())
    return record


def ranked(found: Entry, rank: int) -> Ranked:
    """The posting of an entry, in its place."""
    record = record_at(found)
    return Ranked(
        rank=rank,
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
        twin_of=found.twin_of,
        twins=found.twins,
    )


def musts(record: Mapping[str, Any], status: str) -> tuple[str, ...]:
    """Names of the must-haves with that status, without those that an alternative answers better."""
    counting = (r for r in record["requirements"] if r["need"] == "required" and r["spared by"] is None)
    return tuple(r["skill"] for r in counting if r["status"] == status)


def details(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """All that is known of each posting, in order."""
    for found in entries:
        record = record_at(found)
        told = {key: value for key, value in record.items() if key not in {"id", "ok", "sketch", "questions"}}
        yield {"schema": "tailor.batch/1", **told, "twin of": found.twin_of, "twins": found.twins}
