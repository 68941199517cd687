"""Files that hold many postings: a JSON object a line, or a table with a row a posting."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any

from tailor.errors import CorruptFile, MissingFile, UnknownFormat
from tailor.resources import table

RECORDS = frozenset({".jsonl", ".csv", ".parquet"})
HINTS = ("title", "company", "location")
NO_TEXT = "has no text under one of the names {}"
BETWEEN = ",;\t|"  # what may part the columns of a CSV file


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its own id or its number, its text, what its columns declare, or why it is none."""

    id: str
    text: str = ""
    hints: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def read_rows(path: Path) -> Iterator[Row]:
    """The records of `path` in order, a bad one with its problem.

    Raises MissingFile, CorruptFile if the file as a whole cannot be used, UnknownFormat for Parquet without pyarrow.
    """
    kinds = {".jsonl": json_rows, ".csv": csv_rows, ".parquet": parquet_rows}
    try:
        yield from kinds[path.suffix.lower()](path)
    except OSError as error:
        raise MissingFile(path, f"could not be opened ({error.strerror})", "Check its name and folder.") from error
    except UnicodeDecodeError as error:
        raise CorruptFile(path, "is not UTF-8 text", "Save it as UTF-8.") from error
    except csv.Error as error:
        raise CorruptFile(path, f"is no CSV that can be read ({error})", "Export it again.") from error


def json_rows(path: Path) -> Iterator[Row]:
    """The records of a JSONL file; one without an id goes by its line number."""
    with path.open("rb") as file:
        for number, line in enumerate(bounded_lines(file), start=1):
            if line.strip():
                yield json_row(line, number)


def bounded_lines(file: BufferedReader) -> Iterator[bytes]:
    """The lines of `file`; one beyond the limit of a file comes in pieces, which are no records."""
    return iter(lambda: file.readline(table("limits.toml")["file"]["bytes"]), b"")


def json_row(line: bytes, number: int) -> Row:
    """The record in one line."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Row(f"line {number}", problem="is not JSON")
    if not isinstance(found, dict):
        return Row(f"line {number}", problem="is not a JSON object")
    return row(found, number)


def csv_rows(path: Path) -> Iterator[Row]:
    """The records of a CSV file with a row of headings."""
    csv.field_size_limit(table("limits.toml")["file"]["bytes"])
    with path.open(encoding="utf-8-sig", newline="") as file:
        heading = file.readline()
        file.seek(0)
        rows = csv.DictReader(file, delimiter=max(BETWEEN, key=heading.count))  # the comma, of equals
        must_have_text(path, rows.fieldnames or ())
        for number, found in enumerate(rows, start=1):
            yield row(found, number)


def parquet_rows(path: Path) -> Iterator[Row]:
    """The records of a Parquet file; needs pyarrow, the extra "batch"."""
    try:
        from pyarrow import ArrowInvalid, parquet
    except ImportError as error:
        raise UnknownFormat(path, ["csv", "jsonl", "parquet with pip install 'tailor-pm[batch]'"]) from error
    try:
        with parquet.ParquetFile(path) as file:
            must_have_text(path, file.schema_arrow.names)
            found = (record for part in file.iter_batches(batch_size=256) for record in part.to_pylist())
            yield from (row(record, number) for number, record in enumerate(found, start=1))
    except ArrowInvalid as error:
        raise CorruptFile(path, "is damaged, or no Parquet file", "Write it again.") from error


def must_have_text(path: Path, columns: Any) -> None:
    """Raise CorruptFile unless one of `columns` may hold the text."""
    names = table("batch.toml")["input"]["text"]
    if not {plain(name) for name in names} & {plain(column) for column in columns}:
        raise CorruptFile(path, NO_TEXT.format(", ".join(names)), "Rename the column of the postings' text.")


def plain(name: Any) -> str:
    """The name of a column, whatever its capitals and joints: "Job Description" is job_description."""
    return str(name).strip().casefold().replace(" ", "").replace("_", "").replace("-", "")


def row(record: Mapping[Any, Any], number: int) -> Row:
    """The record, the `number`th of its file."""
    names = table("batch.toml")["input"]
    found = {plain(name): value for name, value in reversed([*record.items()]) if name is not None}
    text = first(found, names["text"])
    key = first(found, names["id"]) or str(number)
    hints = tuple((hint, value) for hint in HINTS if (value := first(found, names[hint])))
    return Row(key, text, hints, "" if text else NO_TEXT.format(", ".join(names["text"])))


def first(found: Mapping[Any, Any], names: list[str]) -> str:
    """The first value of `found` under one of `names` that says something, as text UTF-8 can hold; else ""."""
    values = (found.get(plain(name)) for name in names)
    told = (str(value).strip() for value in values if isinstance(value, str | int | float))
    return next((value for value in told if value), "").encode("utf-8", "replace").decode()
