"""Put bytes into a file wholly or not at all, and never over what the user gave us."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tailor.errors import OutputError

ELSEWHERE = "Choose another name with -o."


def must_be_target(path: Path, inputs: Iterable[str]) -> None:
    """Raise OutputError unless `path` is a .docx to be, in a folder that is there, and none of the `inputs`."""
    if path.is_dir():
        raise OutputError(path, "is a folder", "Name a file in it, such as draft.docx.")
    if path.suffix.lower() != ".docx":
        raise OutputError(path, "is not named as a Word document", "Give it a name that ends in .docx.")
    if any(is_same(path, Path(given)) for given in inputs):
        raise OutputError(path, "is one of the files that were read, and those are never changed", ELSEWHERE)
    if not path.parent.is_dir():
        raise OutputError(path, f"there is no folder '{path.parent}'", "Make the folder first, or choose another.")


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, through links too; False where one of them is not there."""
    return one.exists() and other.exists() and one.samefile(other)


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`: beside it first, then in its place in one step. Raises OutputError if that fails."""
    beside = path.with_name(f".tailor-{os.getpid()}.tmp")
    try:
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
