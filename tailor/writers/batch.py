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
from itertools import islice
from pathlib import Path
from typing import Any

from tailor.errors import OutputError
from tailor.types import Batch, Market, Ranked
from tailor.types.batches import COLUMNS, PART_NAMES

SCHEMA = "tailor.batch/1"
STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # OWASP, CSV Injection
ROWS_AT_ONCE = 1000
INTEGERS = frozenset({"rank", "twins"})
FLOATS = frozenset({"score", *PART_NAMES, "salary from", "salary to"})


@contextmanager
def in_one_step(path: Path) -> Iterator[Path]:
    """A path to write to that becomes `path` at the end, or vanishes. Raises OutputError if that fails."""
    beside = path.with_name(f".tailor-{os.getpid()}.tmp")
    try:
        beside.unlink(missing_ok=True)  # of a run that was killed and had the same number, as in a container
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error})"
        raise OutputError(path, reason, "Close it elsewhere, check the folder's rights and free space.") from error
    finally:
        beside.unlink(missing_ok=True)


def save_lines(lines: Iterable[str], path: Path) -> str:
    """Write `lines`, one by one, and return the SHA-256 of the file in hex. Raises OutputError."""
    seen = sha256()
    with in_one_step(path) as beside, beside.open("xb") as file:
        for line in lines:
            data = line.encode("utf-8")
            seen.update(data)
            file.write(data)
        file.flush()
    return seen.hexdigest()


def save_json_lines(records: Iterable[Mapping[str, Any]], path: Path) -> str:
    """Write a JSON object a line; returns the SHA-256 of the file."""
    return save_lines((json.dumps(record, ensure_ascii=False) + "\n" for record in records), path)


def save_json(record: Mapping[str, Any], path: Path) -> str:
    """Write one JSON object for people to read, too; returns the SHA-256 of the file."""
    return save_lines([json.dumps(record, ensure_ascii=False, indent=2) + "\n"], path)


def save_csv(rows: Iterable[Ranked], path: Path) -> str:
    """Write the table; text that a spreadsheet would run as a formula gets a ' before it. Returns the SHA-256."""
    return save_lines(csv_lines(rows), path)


def csv_lines(rows: Iterable[Ranked]) -> Iterator[str]:
    """The headings, then a line a posting."""
    yield csv_line(COLUMNS)
    for found in rows:
        yield csv_line([harmless(cell) for cell in found.row.values()])


def csv_line(cells: Iterable[object]) -> str:
    """`cells` as a line of CSV (RFC 4180)."""
    page = StringIO()
    csv.writer(page).writerow(cells)
    return page.getvalue()


def harmless(cell: object) -> object:
    """`cell`, which a posting may have written, so that no spreadsheet runs it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STEERING) else cell


def save_parquet(rows: Iterable[Ranked], path: Path) -> str:
    """Write the table as Parquet if pyarrow is installed (extra "batch"), else remove an older one and return ""."""
    if find_spec("pyarrow") is None:
        path.unlink(missing_ok=True)
        return ""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, getattr(pa, kind(name))()) for name in COLUMNS])
    ahead = iter(rows)
    with in_one_step(path) as beside, parquet.ParquetWriter(beside, schema) as file:
        while some := [found.row for found in islice(ahead, ROWS_AT_ONCE)]:
            file.write_table(pa.Table.from_pylist(some, schema=schema))
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


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
        "market": batch.market.to_dict(),
    }
