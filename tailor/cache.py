"""What was worked out before, kept in the user's cache directory so that it need not be worked out again.

An entry follows from some material: the text or bytes it was made of, the options, and the program itself. A hash of
the material names it, another one is the key it is sealed with. So an entry is found again by whoever has the same
documents, tells nothing to others (though a short line may be guessed and the guess confirmed), and is never an
answer to anything else. The file can be read by its owner only. Nothing in it is ever run; what is damaged is a miss.

Off unless a command opens it: a program that uses the library writes nothing.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from tailor.resources import models, table
from tailor.store import Store

FILE = "cache-1.sqlite"  # a new number for a new layout
FONTS = "matplotlib"  # what Matplotlib knows of the fonts of the machine

P = ParamSpec("P")
R = TypeVar("R")


def material(kind: str, *parts: str | bytes | None) -> bytes:
    """A hash of what an entry follows from: its kind, its parts, and the program."""
    whole = sha256(program())
    for part in (kind, *parts):
        data = b"" if part is None else part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(f"{type(part).__name__}:{len(data)}:".encode() + data)
    return whole.digest()


@cache
def program() -> bytes:
    """A hash of what could change an answer: Python, the versions of all that is installed, code and models."""
    found = [sys.version, sys.platform]
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            found += sorted(entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
    for home in (Path(__file__).parent, models()):
        found += sorted(marks(str(home)))
    return sha256("\n".join(found).encode("utf-8", "surrogatepass")).digest()


def marks(folder: str) -> Iterator[str]:
    """Name, size and time of each file below `folder`; reading them all would take longer than a cached answer."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from marks(entry.path)
        else:
            known = entry.stat()
            yield f"{entry.path}:{known.st_size}:{known.st_mtime_ns}"


def place() -> Path | None:
    """Where the cache is; None where there is no home for it."""
    import platformdirs

    folder = platformdirs.user_cache_path("tailor-pm", appauthor=False)
    return folder / FILE if folder.is_absolute() else None


class Current:
    """The store in use; none unless `opened`."""

    store: Store | None = None


@contextmanager
def opened(*, wanted: bool = True) -> Iterator[Store | None]:
    """Keep and find entries inside; not if the environment has TAILOR_NO_CACHE, or nothing can be stored."""
    where = place() if wanted and not os.environ.get("TAILOR_NO_CACHE") else None
    store = Store(where, table("limits.toml")["cache"]["bytes"]) if where else None
    before, Current.store = Current.store, store
    try:
        yield store
    finally:
        Current.store = before
        if store:
            store.close()


def lend(variable: str, name: str) -> None:
    """Have a library keep what it caches in our folder, so that a command writes nowhere else.

    variable : of the environment, which tells the library where; left alone if it is set. Without a cache of ours it
    is a temporary folder that vanishes at the end. For commands: a program that uses Tailor has its own settings.
    """
    import shutil
    import tempfile

    if variable in os.environ:
        return
    where = None if os.environ.get("TAILOR_NO_CACHE") else place()
    try:
        folder = where.with_name(name) if where else Path(tempfile.mkdtemp(prefix="tailor-"))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return
    if where is None:
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ[variable] = str(folder)


def size() -> int:
    """Bytes the cache takes on disk; 0 where there is none."""
    where = place()
    try:
        return where.stat().st_size if where else 0
    except OSError:
        return 0


def clear() -> None:
    """Remove the cache; raises OSError if it cannot be."""
    import shutil

    where = place()
    if where:
        where.unlink(missing_ok=True)
        where.with_name(f"{FILE}-journal").unlink(missing_ok=True)
        shutil.rmtree(where.with_name(FONTS), ignore_errors=True)


def kept(kind: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep what a function of texts gives: tuples of strings, numbers, truths and tuples."""

    def keeping(work: Callable[P, R]) -> Callable[P, R]:
        @wraps(work)
        def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
            if Current.store is None:
                return work(*args, **kwargs)
            known = material(kind, *args, *kwargs.values())  # type: ignore[arg-type]  # texts, as said above
            found = Current.store.get(known)
            if found is not None:
                answer: R = frozen(json.loads(found))
                return answer
            made = work(*args, **kwargs)
            Current.store.put(known, json.dumps(made).encode())
            return made

        return remembered

    return keeping


def is_kept(kind: str, *args: str | None) -> bool:
    """Whether a `kept` function of that kind would find its answer."""
    return Current.store is not None and Current.store.get(material(kind, *args)) is not None


def frozen(value: Any) -> Any:
    """`value` with lists as tuples."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value
