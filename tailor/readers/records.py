"""Read many postings from one file: a JSON object a line, with `id` and `text`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tailor.errors import CorruptFile, MissingFile, TailorError
from tailor.readers.build import HALF
from tailor.readers.plain import source_of
from tailor.types import Source


def read_records(
    path: str | Path, *, on_error: Callable[[TailorError], None] | None = None
) -> Iterator[tuple[str, Source]]:
    """The records of a JSONL file as (id, source), in order; each source's text is the record's `text` as given.

    Raises MissingFile, CorruptFile naming the line that is no such record, or TooLarge; with `on_error`, a bad
    record is handed to it and the others go on. A record without text has no lines.
    """
    try:
        with Path(path).open(encoding="utf-8") as file:
            for number, row in enumerate(file, start=1):
                if row.strip():
                    yield from record(path, number, row, on_error)
    except OSError as error:
        raise MissingFile(path, f"could not be opened ({error.strerror})", "Check its name and folder.") from error
    except UnicodeDecodeError as error:
        raise CorruptFile(path, "is not UTF-8 text", "Save the JSONL file as UTF-8.") from error


def record(
    path: str | Path, number: int, row: str, on_error: Callable[[TailorError], None] | None
) -> Iterator[tuple[str, Source]]:
    """The record in one line, or none if it is bad and `on_error` takes it."""
    try:
        key, text = fields(path, number, row)
        empty = not any(map(str.isalnum, text))
        yield key, Source(str(path), "txt", text, ()) if empty else source_of(f"{path}#{key}", text, "txt")
    except TailorError as error:
        if on_error is None:
            raise
        on_error(error)


def fields(path: str | Path, number: int, row: str) -> tuple[str, str]:
    """`id` and `text` of the record in line `number`."""
    try:
        record: Any = json.loads(row)
    except json.JSONDecodeError as error:
        raise CorruptFile(path, f"line {number} is not JSON ({error.msg})", "Write one JSON object a line.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        raise CorruptFile(
            path, f'line {number} has no "id" and "text"', 'Give each record both: {"id": ..., "text": ...}.'
        )
    return HALF.sub("", str(record["id"])), HALF.sub("", record["text"])
