"""Sealed entries in one SQLite file, bounded in size, safe with two processes."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b, sha256, shake_256
from pathlib import Path
from typing import Any

DAY = 86_400  # seconds
TAG = 16  # bytes that tell whether an entry is whole
TABLE = "CREATE TABLE IF NOT EXISTS entries (name BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"
PAGES = "pragma_page_count, pragma_freelist_count, pragma_page_size"
SIZE = f"SELECT (page_count - freelist_count) * page_size FROM {PAGES}"


class Store:
    """The entries in one file. What goes wrong with it costs the cache, never the command.

    path : the file; most : bytes from which the entries used longest ago are dropped.
    """

    def __init__(self, path: Path, most: int) -> None:
        self.path, self.most = path, most
        self.new: dict[bytes, bytes] = {}
        self.used: set[bytes] = set()
        self.base = sqlite_at(path)

    def get(self, material: bytes) -> bytes | None:
        """What `put` stored for the same material; None if there is nothing, or it is damaged."""
        name, key = named(material)
        sealed = self.new.get(name)
        if sealed is None and self.base is not None:
            row = self.ask("SELECT value, day FROM entries WHERE name = ?", (name,))
            sealed = row[0] if row else None
            if row and row[1] != today():
                self.used.add(name)
        return unsealed(sealed, key) if isinstance(sealed, bytes) else None

    def put(self, material: bytes, value: bytes) -> None:
        """Store `value` at the next `close`."""
        name, key = named(material)
        self.new[name] = sealed(value, key)

    def ask(self, query: str, values: Sequence[Any] = ()) -> Any:
        """The first row that `query` gives; None, and no more cache, if the file is of no use."""
        try:
            return self.base.execute(query, values).fetchone() if self.base is not None else None
        except sqlite3.Error as error:
            self.give_up(error)
            return None

    def close(self) -> None:
        """Write what is new in one step, and drop what was used longest ago if there is too much."""
        if self.base is None:
            return
        rows = [(name, today(), value) for name, value in self.new.items()]
        try:
            if rows or self.used:
                with self.base:
                    self.base.execute("BEGIN IMMEDIATE")
                    self.base.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
                    marks = [(today(), name) for name in self.used]
                    self.base.executemany("UPDATE entries SET day = ? WHERE name = ?", marks)
                    self.shrink(self.base)
            self.base.close()
            self.base = None
        except sqlite3.Error as error:
            self.give_up(error)

    def shrink(self, base: sqlite3.Connection) -> None:
        """Drop the older half until the rest is within the limit; their room in the file is used again."""
        oldest = "DELETE FROM entries WHERE rowid IN (SELECT rowid FROM entries ORDER BY day, rowid LIMIT ?)"
        while base.execute(SIZE).fetchone()[0] > self.most:
            count = base.execute("SELECT count(*) FROM entries").fetchone()[0]
            if base.execute(oldest, ((count + 1) // 2,)).rowcount <= 0:
                return

    def give_up(self, error: sqlite3.Error) -> None:
        """Go on without; a file that is no database is removed, one that is busy or must not be written is left."""
        if self.base is not None:
            with suppress(sqlite3.Error):
                self.base.close()
        self.base = None
        if not isinstance(error, sqlite3.OperationalError):
            self.path.unlink(missing_ok=True)


def sqlite_at(path: Path) -> sqlite3.Connection | None:
    """The database at `path`, made for its owner only if it is not there; None if that cannot be done."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        base = sqlite3.connect(path, timeout=2, isolation_level=None)
        base.execute(TABLE)
    except OSError:
        return None
    except sqlite3.Error as error:
        if not isinstance(error, sqlite3.OperationalError):
            path.unlink(missing_ok=True)
        return None
    return base


def today() -> int:
    """The day, as entries are marked with; it orders them and shows in no answer."""
    return int(time.time() // DAY)


def named(material: bytes) -> tuple[bytes, bytes]:
    """The name of the entry for `material`, and the key it is sealed with; neither tells the other."""
    return sha256(b"name" + material).digest(), sha256(b"key" + material).digest()


def sealed(value: bytes, key: bytes) -> bytes:
    """`value` under a stream of bytes that only `key` gives (SHAKE-256), with a tag (keyed BLAKE2b) in front.

    A key is made of all that its value follows from, so no stream ever lies over two values.
    """
    return blake2b(value, key=key, digest_size=TAG).digest() + crossed(value, key)


def unsealed(found: bytes, key: bytes) -> bytes | None:
    """The value that `sealed` gave `found` for; None if `found` is not as it was."""
    value = crossed(found[TAG:], key)
    return value if blake2b(value, key=key, digest_size=TAG).digest() == found[:TAG] else None


def crossed(value: bytes, key: bytes) -> bytes:
    """`value` and the stream of `key`, bit by bit either or; twice is once back."""
    stream = shake_256(key).digest(len(value))
    return (int.from_bytes(value) ^ int.from_bytes(stream)).to_bytes(len(value))
