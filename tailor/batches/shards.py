"""Result files: some postings each, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from tailor.batches import keys
from tailor.batches.inputs import Item
from tailor.batches.setup import Setup
from tailor.batches.work import Bench, failure
from tailor.errors import OutputError
from tailor.resources import table
from tailor.writers.saving import save

FOLDER = "shards"
UNFINISHED = ".tailor-*.tmp"
MARKS = frozenset({FOLDER, "manifest.json"})
GIVEN_UP = "was given up: {} tries ended with the worker lost ({})"
OPEN_IT = "Open it: it may be damaged or very large. The next run tries it again."


@dataclass
class Shard:
    """Some postings to do, and where their records go.

    given_up : by place, why a posting is not to be touched any more.
    """

    items: tuple[Item, ...]
    target: Path
    given_up: dict[int, str] = field(default_factory=dict)


def prepare(outdir: Path) -> Path:
    """Make the folder of the results in `outdir`; what an earlier run left unfinished is removed.

    Raises OutputError if it cannot be made, if it leads elsewhere, or if `outdir` holds other things.
    """
    home = outdir / FOLDER
    try:
        outdir.mkdir(parents=True, exist_ok=True)
        if any(outdir.iterdir()) and not any((outdir / mark).exists() for mark in MARKS):
            raise OutputError(outdir, "holds files that no batch has written", "Name a new or an empty folder with -o.")
        if home.is_symlink():
            raise OutputError(home, "is a link to another place", "Remove it, or name another folder with -o.")
        home.mkdir(exist_ok=True)
        for left in [*outdir.glob(UNFINISHED), *home.glob(UNFINISHED)]:
            left.unlink(missing_ok=True)
    except OSError as error:
        reason = f"the folder cannot be made or used ({error.strerror or error})"
        raise OutputError(outdir, reason, "Check the name, the folder's rights and free space.") from error
    return home


def cut(items: Iterable[Item], count: int, setup: Setup, home: Path) -> Iterator[Shard]:
    """`items`, about `count`, in shards named by the hash of what their records rest on; few are cut small."""
    ahead = iter(items)
    most = int(table("batch.toml")["shard"]["postings"])
    size = min(most, count // most + 1)
    while found := tuple(islice(ahead, size)):
        yield Shard(found, home / f"{keys.of_text(*map(setup.id_of, found))[:32]}.jsonl")


def do(shard: Shard, bench: Bench, started: Callable[[int], None]) -> tuple[int, int]:
    """Do the postings of `shard` and write their records; `started` is told the place of each first.

    Returns how many succeeded and how many failed. Raises OutputError if the file cannot be written.
    """
    records = []
    for place, item in enumerate(shard.items):
        started(place)
        why = shard.given_up.get(place)
        records.append(given_up(item, bench.setup, why) if why else bench.record(item))
    save("".join(map(line_of, records)).encode("utf-8"), shard.target)
    good = sum(bool(record["ok"]) for record in records)
    return good, len(records) - good


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
            if not isinstance(found, dict) or not isinstance(found.get("ok"), bool):
                raise ValueError(f"{path.name} is no result file")
            yield at, found
            at += len(line)


def kept(home: Path) -> Iterator[tuple[Path, list[tuple[int, dict[str, Any]]]]]:
    """Each result file and its records, in the order of names; a damaged one is removed, so that it is done again."""
    for path in sorted(home.glob("*.jsonl")):
        try:
            yield path, list(records(path))
        except (ValueError, KeyError):
            path.unlink()


def finished(home: Path) -> set[str]:
    """Ids of all that is done and need not be tried again."""
    return {record["id"] for _, found in kept(home) for _, record in found if record["ok"] or not record["again"]}


def sweep(home: Path, live: Sequence[Path]) -> None:
    """Remove the result files that no posting of this run rests on."""
    for path in set(home.glob("*.jsonl")) - set(live):
        path.unlink(missing_ok=True)
