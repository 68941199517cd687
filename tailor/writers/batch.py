"""The files of a batch: table, details, failures, market and manifest, each written whole or not at all."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest, sha256
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import IO, Any

from tailor.errors import OutputError
from tailor.types import Batch, Market
from tailor.types.batches import COLUMNS, PART_NAMES

SCHEMA = "tailor.batch/1"
STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # OWASP, CSV Injection
ROWS_AT_ONCE = 1000
INTEGERS = frozenset({"rank", "twins", "cluster"})
FLOATS = frozenset({"score", *PART_NAMES, "salary from", "salary to"})


class Output:
    """A file that is being written, and the SHA-256 of what it holds, in hex once it is whole."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self.path, self.file, self.at, self.seen = path, file, 0, sha256()

    def write(self, text: str) -> int:
        """Append `text`; gives the byte at which it begins."""
        data, begun = text.encode("utf-8"), self.at
        self.seen.update(data)
        self.file.write(data)
        self.at += len(data)
        return begun

    @property
    def digest(self) -> str:
        """The hash of all that was written."""
        return self.seen.hexdigest()


class JsonLines(Output):
    """A JSON object a line."""

    def add(self, record: Mapping[str, Any]) -> int:
        """Append a record; gives the byte at which it begins."""
        return self.write(json.dumps(record, ensure_ascii=False) + "\n")


class CsvTable(Output):
    """The table as CSV (RFC 4180); text that a spreadsheet would run as a formula gets a ' before it."""

    def add(self, row: Mapping[str, Any]) -> None:
        """Append a row."""
        self.line(map(harmless, row.values()))

    def line(self, cells: Iterable[object]) -> None:
        """Append a line with these cells."""
        page = StringIO()
        csv.writer(page).writerow(cells)
        self.write(page.getvalue())


class ParquetTable:
    """The table as Parquet, some rows at once."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        self.path, self.rows = path, list[Mapping[str, Any]]()
        self.schema = pa.schema([(name, getattr(pa, kind(name))()) for name in COLUMNS])
        self.writer = parquet.ParquetWriter(file, self.schema)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, once it is whole, in hex."""
        with self.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def add(self, row: Mapping[str, Any]) -> None:
        """Append a row."""
        self.rows.append(row)
        if len(self.rows) == ROWS_AT_ONCE:
            self.flush_rows()

    def flush_rows(self) -> None:
        """Write the rows that are held."""
        from pyarrow import Table

        if self.rows:
            self.writer.write_table(Table.from_pylist(self.rows, schema=self.schema))
        self.rows = []


@contextmanager
def in_one_step(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that becomes `path` at the end, or vanishes. Raises OutputError if that fails."""
    beside = path.with_name(f".tailor-{os.getpid()}-{path.name}.tmp")
    try:
        beside.unlink(missing_ok=True)  # of a run that was killed and had the same number, as in a container
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error})"
        raise OutputError(path, reason, "Close it elsewhere, check the folder's rights and free space.") from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def json_lines(path: Path) -> Iterator[JsonLines]:
    """A .jsonl file to add records to. Raises OutputError."""
    with in_one_step(path) as file:
        yield JsonLines(path, file)


@contextmanager
def csv_table(path: Path) -> Iterator[CsvTable]:
    """A .csv file with the headings of the table, to add rows to. Raises OutputError."""
    with in_one_step(path) as file:
        made = CsvTable(path, file)
        made.line(COLUMNS)
        yield made


@contextmanager
def parquet_table(path: Path) -> Iterator[ParquetTable | None]:
    """A Parquet file to add rows to; None without pyarrow, and an older one goes. Raises OutputError."""
    if find_spec("pyarrow") is None:
        path.unlink(missing_ok=True)
        yield None
        return
    with in_one_step(path) as file:
        made = ParquetTable(path, file)
        yield made
        made.flush_rows()
        made.writer.close()


def save_json(record: Mapping[str, Any], path: Path) -> str:
    """Write one JSON object for people to read, too; returns the SHA-256 of the file. Raises OutputError."""
    with in_one_step(path) as file:
        made = Output(path, file)
        made.write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    return made.digest


def harmless(cell: object) -> object:
    """`cell`, which a posting may have written, so that no spreadsheet runs it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STEERING) else cell


def kind(column: str) -> str:
    """Name of the Arrow type of a column."""
    return "int64" if column in INTEGERS else "float64" if column in FLOATS else "string"


def market_record(market: Market) -> dict[str, Any]:
    """`market` for programs."""
    return {"schema": SCHEMA, **market.to_dict()}


def batch_record(batch: Batch, top: int) -> dict[str, Any]:
    """A batch for programs: counts, the first `top` rows, failures and the market; `docs/schemas/batch-1.json`."""
    return {
        "schema": SCHEMA,
        "outdir": batch.outdir,
        "files": list(batch.files),
        "compared": batch.compared,
        "reused": batch.reused,
        "ignored": batch.ignored,
        "top": [found.row for found in batch.ranked[:top]],
        "failures": [failed.to_dict() for failed in batch.failures],
        "skipped": [set_aside.to_dict() for set_aside in batch.skipped],
        "market": batch.market.to_dict(),
    }
