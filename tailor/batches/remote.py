"""Paths of object stores and other file systems, through fsspec: "s3://bucket/postings", "gs://...", "memory://..."."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from typing import Any

from tailor.errors import InputError, MissingFile, OutputError
from tailor.resources import table

INSTALL = "Install it: pip install 'tailor-pm[dask]', and what fsspec names for this kind of address."


def is_remote(path: str | Path) -> bool:
    """Whether `path` is an address that fsspec opens; pages of the web are none."""
    scheme, found, _ = str(path).partition("://")
    return bool(found) and scheme.isalnum() and scheme.lower() not in {"http", "https"}


def store(address: str) -> tuple[Any, str]:
    """The file system of `address`, and the path in it. Raises InputError if it cannot be used."""
    try:
        import fsspec
    except ImportError:
        raise InputError(address, "reading it needs fsspec", INSTALL) from None
    try:
        found: tuple[Any, str] = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        raise InputError(address, f"cannot be used ({error})", INSTALL) from error
    return found


def is_folder(address: str) -> bool:
    """Whether there is a folder at `address`; raises MissingFile if there is nothing."""
    files, path = store(address)
    try:
        if files.isdir(path):
            return True
        if files.exists(path):
            return False
    except OSError as error:
        raise unreadable(address, error) from error
    raise MissingFile(address, "there is nothing at that address", "Check the spelling, and that you may read it.")


def below(address: str) -> Iterator[tuple[str, str]]:
    """(path relative to `address`, address) of each file below it, in the order of names."""
    files, home = store(address)
    try:
        found = sorted(files.find(home))
    except OSError as error:
        raise unreadable(address, error) from error
    for path in found:
        yield str(PurePosixPath(path).relative_to(home)), files.unstrip_protocol(path)


def read(address: str) -> bytes:
    """What stands at `address`, up to one byte beyond the limit of a file. Raises MissingFile."""
    files, path = store(address)
    try:
        with files.open(path, "rb") as file:
            data: bytes = file.read(table("limits.toml")["file"]["bytes"] + 1)
    except OSError as error:
        raise unreadable(address, error) from error
    return data


def fetch(address: str, target: Path) -> None:
    """Copy what stands at `address` to the file `target`. Raises MissingFile or OutputError."""
    files, path = store(address)
    try:
        source = files.open(path, "rb")
    except OSError as error:
        raise unreadable(address, error) from error
    try:
        with source, target.open("wb") as file:
            copyfileobj(source, file)
    except OSError as error:
        raise OutputError(target, f"cannot be written ({error})", "Check the connection and free space.") from error


def put(data: bytes | Path, address: str) -> None:
    """Write bytes, or the file at a path, to `address`; stores show it whole or not at all. Raises OutputError."""
    files, path = store(address)
    try:
        if isinstance(data, Path):
            files.put_file(str(data), path)
        else:
            files.pipe_file(path, data)
    except OSError as error:
        raise OutputError(address, f"cannot be written ({error})", "Check the address and your rights.") from error


def remove(address: str) -> None:
    """Remove what stands at `address`, if anything does."""
    files, path = store(address)
    if files.exists(path):
        files.rm_file(path)


def unreadable(address: str, error: OSError) -> MissingFile:
    """The error of what cannot be read."""
    return MissingFile(address, f"could not be read ({error})", "Check the spelling, and that you may read it.")
