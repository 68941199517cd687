"""Put bytes into a file wholly or not at all, and never over what the user gave us."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from tailor.errors import OutputError

ELSEWHERE = "Choose another name for what is written."


KINDS = {
    ".docx": "a Word document",
    ".pdf": "a PDF",
    ".txt": "a text",
    ".md": "a text",
    ".json": "a JSON file",
    ".html": "a web page",
}


def must_be_target(path: Path, inputs: Iterable[str], suffix: str = ".docx") -> None:
    """Raise OutputError unless `path` has that suffix, lies in a folder that is there, and is none of the `inputs`."""
    if path.is_dir():
        raise OutputError(path, "is a folder", f"Name a file in it, such as draft{suffix}.")
    if path.suffix.lower() != suffix:
        raise OutputError(path, f"is not named as {KINDS[suffix]}", f"Give it a name that ends in {suffix}.")
    if any(is_same(path, Path(given)) for given in inputs):
        raise OutputError(path, "is one of the files that were read, and those are never changed", ELSEWHERE)
    if not path.parent.is_dir():
        raise OutputError(path, f"there is no folder '{path.parent}'", "Make the folder first, or choose another.")


def must_be_new(path: Path, *, force: bool) -> None:
    """Raise OutputError if there is a file of that name, unless `force` allows to write over it, or it may not be."""
    if path.exists() and not force:
        raise OutputError(path, "is there already", "Choose another name, or write over it with --force.")
    if path.exists() and not os.access(path, os.W_OK):
        raise OutputError(path, "is read-only", "Choose another name, or lift the protection of the file.")


def must_differ(paths: Sequence[Path]) -> None:
    """Raise OutputError if two outputs are one file."""
    found = [path.resolve() for path in paths]
    for at, path in enumerate(paths):
        if path.resolve() in found[:at]:
            raise OutputError(path, "is named for two outputs", "Give each its own name.")


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, through links too; False where one of them is not there."""
    return one.exists() and other.exists() and one.samefile(other)


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`: beside it first, then in its place in one step. Raises OutputError if that fails."""
    beside = path.with_name(f".tailor-{os.getpid()}.tmp")
    try:
        beside.unlink(missing_ok=True)  # of a run that was killed and had the same number, as in a container
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error})"
        raise OutputError(path, reason, "Close it elsewhere, check the folder's rights and free space.") from error
    finally:
        beside.unlink(missing_ok=True)


def save_text(text: str, path: Path, inputs: Iterable[str], *, suffix: str = ".json", force: bool = False) -> None:
    """Write `text` in UTF-8 to `path`, a file of that suffix which is none of the `inputs`. Raises OutputError.

    A file that is there already is written over with `force` only.
    """
    must_be_target(path, inputs, suffix)
    must_be_new(path, force=force)
    save(text.encode("utf-8"), path)
