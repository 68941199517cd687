"""One run at a time in a folder: a lock that the system lets go of when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tailor.errors import OutputError

NAME = ".tailor-lock"


@contextmanager
def locked(outdir: Path) -> Iterator[None]:
    """Hold the lock of the folder `outdir`; raises OutputError if another run has it."""
    path = outdir / NAME
    file = taken(path)
    try:
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(file)


def taken(path: Path) -> int:
    """The descriptor of the file at `path`, locked; raises OutputError if another process has it."""
    while True:
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            reason = f"cannot be written ({error.strerror or error})"
            raise OutputError(path.parent, reason, "Check the folder's rights and free space.") from error
        try:
            take(file)
        except OSError:
            who = os.read(file, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(file)
            reason = f"another run is writing to this folder (process {who})"
            raise OutputError(path.parent, reason, "Wait until it ends, or name another folder with -o.") from None
        if path.exists() and os.fstat(file).st_ino == path.stat().st_ino:
            return file
        os.close(file)  # the run before has just ended and removed it


def take(file: int) -> None:
    """Lock an open file; raises OSError if another process has it."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, 1 << 20, os.SEEK_SET)  # beyond what is written, which stays readable
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
