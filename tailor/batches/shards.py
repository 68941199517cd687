"""Result files: some postings each, whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from tailor.batches import keys
from tailor.batches.inputs import Item
from tailor.batches.lock import NAME as LOCK
from tailor.batches.remote import is_remote, put
from tailor.batches.setup import Setup
from tailor.batches.work import Bench, failure
from tailor.errors import OutputError
from tailor.resources import table
from tailor.writers.saving import save

FOLDER = "shards"
SUFFIX = ".jsonl"
MUST_HAVE = frozenset({"id", "ok"})
UNFINISHED = ".tailor-*.tmp"
MARKS = frozenset({FOLDER, "manifest.json", LOCK})
GIVEN_UP = "was given up: {} tries ended with the worker lost ({})"
OPEN_IT = "Open it: it may be damaged or very large. The next run tries it again."


@dataclass
class Shard:
    """Some postings to do, and where their records go.

    target : path or address of the result file.
    given_up : by place, why a posting is not to be touched any more.
    """

    items: tuple[Item, ...]
    target: str
    given_up: dict[int, str] = field(default_factory=dict)


def make(outdir: Path) -> None:
    """Make the folder `outdir`; raises OutputError if it cannot be made, or holds other things than a batch writes."""
    try:
        outdir.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in os.scandir(outdir)}
    except OSError as error:
        raise unusable(outdir, error) from error
    if names and not names & MARKS:
        raise OutputError(outdir, "holds files that no batch has written", "Name a new or an empty folder with -o.")


def prepare(outdir: Path) -> None:
    """Make the folder of the results in `outdir`; what an earlier run left unfinished is removed.

    Raises OutputError if it cannot be made, or leads elsewhere.
    """
    home = outdir / FOLDER
    if home.is_symlink():
        raise OutputError(home, "is a link to another place", "Remove it, or name another folder with -o.")
    try:
        home.mkdir(exist_ok=True)
        for left in [*outdir.glob(UNFINISHED), *home.glob(UNFINISHED)]:
            left.unlink(missing_ok=True)
    except OSError as error:
        raise unusable(outdir, error) from error


def unusable(outdir: Path, error: OSError) -> OutputError:
    """The error of a folder that cannot be used."""
    reason = f"the folder cannot be made or used ({error.strerror or error})"
    return OutputError(outdir, reason, "Check the name, the folder's rights and free space.")


def cut(items: Iterable[Item], count: int, setup: Setup, home: str) -> Iterator[Shard]:
    """`items`, `count` of them, in shards named by the hash of what their records rest on."""
    ahead, size = iter(items), size_of(count)
    while found := tuple(islice(ahead, size)):
        yield Shard(found, f"{home}/{keys.of_text(*map(setup.id_of, found))[:32]}.jsonl")


def size_of(count: int) -> int:
    """How many of `count` postings a shard holds: few are cut small, so that all workers have some; very many large."""
    using = table("batch.toml")["shard"]
    usual, most, files = int(using["postings"]), int(using["most"]), int(using["files"])
    return min(usual, count // usual + 1) if count <= usual * files else min(most, -(-count // files))


def do(shard: Shard, bench: Bench, started: Callable[[int], None]) -> tuple[int, int]:
    """Do the postings of `shard` and write their records; `started` is told the place of each first.

    Returns how many succeeded and how many failed. Raises OutputError if the file cannot be written.
    """
    lines, good, bad = [], 0, 0
    for place, item in enumerate(shard.items):
        started(place)
        why = shard.given_up.get(place)
        record = given_up(item, bench.setup, why) if why else bench.record(item)
        good, bad = good + record["ok"], bad + (not record["ok"] and not record["skipped"])
        lines.append(line_of(record))
    data = "".join(lines).encode("utf-8")
    if is_remote(shard.target):
        put(data, shard.target)
    else:
        save(data, Path(shard.target))
    return good, bad


def given_up(item: Item, setup: Setup, reason: str) -> dict[str, Any]:
    """The record of a posting that is not to be touched any more."""
    head = {"id": setup.id_of(item), "file": item.label, "sha256": item.digest}
    return head | failure(reason, OPEN_IT, again=True)


def line_of(record: Mapping[str, Any]) -> str:
    """`record` as a line of JSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(offset in bytes, record) of each line of a result file; raises ValueError if it is damaged."""
    with path.open("rb") as file:
        at = 0
        for line in file:
            found = json.loads(line)
            if not isinstance(found, dict) or not found.keys() >= MUST_HAVE:
                raise ValueError(f"{path.name} is no result file")
            yield at, found
            at += len(line)


def names(home: Path) -> list[str]:
    """The names of the result files, in order."""
    return sorted(entry.name for entry in os.scandir(home) if entry.name.endswith(SUFFIX))


def kept(home: Path, known: Callable[[str], bool]) -> Iterator[tuple[Path, list[tuple[int, dict[str, Any]]]]]:
    """Each result file not yet `known`, and its records; a damaged one is removed, so that it is done again."""
    for name in names(home):
        if known(name):
            continue
        try:
            yield home / name, list(records(home / name))
        except (ValueError, KeyError):
            (home / name).unlink()
