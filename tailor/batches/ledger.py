"""The scratch book of a run: what is to be done, and where each result stands. On disk, so that memory stays flat.

It is made anew by each run from the inputs and the result files, which alone hold what is done.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tailor.batches.inputs import Item

CACHE = 16 * 1024  # KiB of the book held in memory
SCHEMA = """
CREATE TABLE names (label TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE files (file INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, known INTEGER NOT NULL DEFAULT 1);
CREATE TABLE postings (
    number INTEGER PRIMARY KEY, label TEXT NOT NULL, digest TEXT NOT NULL, path BLOB NOT NULL, problem TEXT NOT NULL,
    id TEXT UNIQUE NOT NULL,
    state TEXT NOT NULL DEFAULT 'missing', again INTEGER NOT NULL DEFAULT 0, file INTEGER, offset INTEGER,
    score REAL, first, second REAL, sketch BLOB, place INTEGER, twin TEXT NOT NULL DEFAULT '',
    twins INTEGER NOT NULL DEFAULT 0
);
"""


class Spot(NamedTuple):
    """Where the record of a posting stands, and what is known of its near-duplicates."""

    file: str
    offset: int
    twin_of: str
    twins: int


class Ledger:
    """All postings of a run. `states`: missing, ok, failed, skipped; `again` if a failure is to be tried again."""

    def __init__(self, path: Path) -> None:
        self.base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)  # the pool's lock guards it
        for setting in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            f"cache_size = -{CACHE}",
        ):
            self.base.execute(f"PRAGMA {setting}")
        self.base.executescript(SCHEMA)

    def once(self, label: str) -> str:
        """`label`, with a count behind it from its second time on."""
        upsert = "INSERT INTO names VALUES (?, 1) ON CONFLICT DO UPDATE SET seen = seen + 1 RETURNING seen"
        seen: int = self.base.execute(upsert, (label,)).fetchone()[0]
        return label if seen == 1 else self.once(f"{label}~{seen}")

    def add(self, item: Item, id_: str) -> None:
        """Note a posting of the inputs, in their order."""
        values = (item.label, item.digest, os.fsencode(item.path), item.problem, id_)  # a name may be in no encoding
        self.base.execute("INSERT INTO postings (label, digest, path, problem, id) VALUES (?, ?, ?, ?, ?)", values)

    def file(self, name: str) -> int:
        """Number of a result file, which is now known."""
        upsert = "INSERT INTO files (name) VALUES (?) ON CONFLICT DO UPDATE SET known = 1 RETURNING file"
        number: int = self.base.execute(upsert, (name,)).fetchone()[0]
        return number

    def forget(self, name: str) -> None:
        """A result file is about to be written anew."""
        self.base.execute("UPDATE files SET known = 0 WHERE name = ?", (name,))

    def note(self, record: Mapping[str, Any], file: int, offset: int, key: tuple[Any, float]) -> None:
        """Note where the record of a posting stands, and what it is sorted by."""
        good = record["ok"]
        state = "ok" if good else ("skipped" if record.get("skipped") else "failed")
        sketch = bytes.fromhex(record["sketch"]) if good else None
        again = not good and record["again"]
        self.base.execute(
            "UPDATE postings SET state = ?, again = ?, file = ?, offset = ?, score = ?, first = ?, second = ?,"
            " sketch = ? WHERE id = ?",
            (state, again, file, offset, record.get("score"), *key, sketch, record["id"]),
        )

    def awaits(self, id_: str) -> bool:
        """Whether a posting of this run has that id, and is not done well already."""
        query = "SELECT 1 FROM postings WHERE id = ? AND state != 'ok'"
        return self.base.execute(query, (id_,)).fetchone() is not None

    def known(self, file: str) -> bool:
        """Whether the records of that result file are noted."""
        return self.base.execute("SELECT 1 FROM files WHERE name = ? AND known", (file,)).fetchone() is not None

    def live(self, file: str) -> bool:
        """Whether a posting of this run rests on that result file."""
        query = "SELECT 1 FROM postings JOIN files USING (file) WHERE name = ? LIMIT 1"
        return self.base.execute(query, (file,)).fetchone() is not None

    def count(self, *states: str) -> int:
        """How many postings are in one of `states`, in any without."""
        marks = ", ".join("?" * len(states))
        where = f"WHERE state IN ({marks})" if states else ""
        number: int = self.base.execute(f"SELECT count(*) FROM postings {where}", states).fetchone()[0]
        return number

    def todo(self) -> tuple[int, Iterator[tuple[int, Item]]]:
        """How many postings are to be done, and each with its number, in the order of the inputs."""
        where = "FROM postings WHERE state = 'missing' OR again"
        (count,) = self.base.execute(f"SELECT count(*) {where}").fetchone()
        rows = self.base.execute(f"SELECT number, label, digest, path, problem {where} ORDER BY number")
        return count, ((row[0], Item(row[1], row[2], os.fsdecode(row[3]), problem=row[4])) for row in rows)

    def spots(self, state: str, *, order: str = "first, second, label", where: str = "") -> Iterator[Spot]:
        """Where the records of postings in that state stand, in order."""
        query = "SELECT name, offset, twin, twins FROM postings JOIN files USING (file) WHERE state = ?"
        return (Spot(*row) for row in self.base.execute(f"{query} {where} ORDER BY {order}", (state,)))

    def scores(self) -> Iterator[float]:
        """The scores of what was compared, near-duplicates once, in the order of the table."""
        query = "SELECT score FROM postings WHERE state = 'ok' AND twin = '' ORDER BY first, second, label"
        return (score for (score,) in self.base.execute(query))

    def sample(self, count: int) -> Iterator[Spot]:
        """`count` postings that went well, near-duplicates once, the same whatever order the inputs came in."""
        return self.spots("ok", order=f"id LIMIT {int(count)}", where="AND twin = ''")

    def inputs(self) -> Iterator[str]:
        """Hash and name of each posting, in the order of both."""
        rows = self.base.execute("SELECT digest || ' ' || label AS told FROM postings ORDER BY told")
        return (row[0] for row in rows)


@contextmanager
def ledger(outdir: Path) -> Iterator[Ledger]:
    """An empty ledger in `outdir`, gone at the end; one that a killed run leaves is removed by the next."""
    path = outdir / f".tailor-{os.getpid()}-ledger.tmp"
    path.unlink(missing_ok=True)
    found = Ledger(path)
    try:
        yield found
    finally:
        found.base.close()
        path.unlink(missing_ok=True)
