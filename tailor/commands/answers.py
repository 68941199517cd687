"""An answer printed before, printed again: for the same bytes, options and screen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from tailor import cache

# What decides how a terminal is written to.
SCREEN = (
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "FORCE_COLOR",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "CLICOLOR",
    "TERM_PROGRAM",
)


def answered(answer: Callable[[], str], inputs: Sequence[str], options: Sequence[str | None]) -> str:
    """What `answer` gives, from the cache where it was given before for the same files.

    inputs : the files it is made of; with one that is no plain file (standard input, a web address) it is made anew.
    options : all else it depends on, beside the screen.
    """
    store, before = cache.Current.store, digests(inputs)
    screen = looks()
    if store is None or before is None or screen is None:
        return answer()
    known = cache.material("answer", *options, *screen, *inputs, *before)
    found = store.get(known)
    if found is not None:
        return found.decode("utf-8", "surrogatepass")
    made = answer()
    if digests(inputs) == before:  # nobody wrote a file meanwhile
        store.put(known, made.encode("utf-8", "surrogatepass"))
    return made


def digests(files: Sequence[str]) -> list[bytes] | None:
    """SHA-256 of each of `files`; None if one cannot be read twice."""
    if not all(Path(file).is_file() for file in files):
        return None
    try:
        return [sha256(Path(file).read_bytes()).digest() for file in files]
    except OSError:
        return None


def looks() -> list[str] | None:
    """What a report's looks depend on; None on a terminal that takes no colours as text."""
    if not sys.stdout.isatty():
        return ["pipe", *(os.environ.get(name, "") for name in (*SCREEN, "COLUMNS"))]
    if os.name == "nt":
        return None
    return [str(shutil.get_terminal_size()), str(sys.stdout.encoding), *(os.environ.get(name, "") for name in SCREEN)]
