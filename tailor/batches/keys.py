"""Hashes of what a result rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import tailor
from tailor.batches.remote import is_remote, read
from tailor.resources import models, table

FORMAT = "2"  # of a line of a result file; a new one makes all old results stale


def of_text(*texts: str) -> str:
    """SHA-256 of some texts, told apart, in hex."""
    return sha256(json.dumps(texts).encode()).hexdigest()


def of_each(texts: Iterable[str]) -> str:
    """SHA-256 of texts one after the other, a line each, in hex."""
    seen = sha256()
    for text in texts:
        seen.update(f"{text}\n".encode())
    return seen.hexdigest()


def of_bytes(data: bytes) -> str:
    """SHA-256 of `data`, in hex."""
    return sha256(data).hexdigest()


def of_file(path: str | Path) -> str:
    """SHA-256 of what Tailor would read of a file, in hex; raises OSError, for addresses MissingFile."""
    if is_remote(path):
        return of_bytes(read(str(path)))
    with Path(path).open("rb") as file:
        return of_bytes(file.read(table("limits.toml")["file"]["bytes"] + 1))


def of_models() -> str:
    """SHA-256 of the models folder: names and contents of its files, in order."""
    home = models()
    files = sorted(path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return of_text(*(f"{path.relative_to(home).as_posix()}:{of_file(path)}" for path in files))


def of_run(models: str, resumes: Iterable[tuple[str, str]], settings: str) -> str:
    """What every result of a run rests on: version, hash of the models, (name, hash) of each resume, and settings."""
    return of_text(FORMAT, tailor.__version__, models, json.dumps(list(resumes)), settings)
