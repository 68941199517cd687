"""How much a command says while it works: nothing, what it is at (on a terminal), or every stage with its time.

The library tells its stages to the logger "tailor": INFO as one begins, DEBUG what came of it; never a word of a
document. All of this goes to standard error, so that standard output stays the same whatever is said.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from rich.live import Live

T = TypeVar("T")


class Loudness(Enum):
    """How much is said beside results and errors."""

    QUIET = "quiet"
    PLAIN = "plain"
    VERBOSE = "verbose"


GLOBAL: ContextVar[Loudness] = ContextVar("loudness", default=Loudness.PLAIN)


def loudness(quiet: bool, verbose: bool, otherwise: Loudness = Loudness.PLAIN) -> Loudness:
    """What the two switches ask for; raises typer.BadParameter if both are on."""
    if quiet and verbose:
        raise typer.BadParameter("--quiet and --verbose do not go together.")
    return Loudness.QUIET if quiet else Loudness.VERBOSE if verbose else otherwise


def can_move() -> bool:
    """Whether standard error is a terminal on which a line can be written over."""
    return sys.stderr.isatty() and os.environ.get("TERM", "").lower() not in {"dumb", "unknown"}


class Speaker(logging.Handler):
    """Hears the stages of one command and says them: a moving line on a terminal, or lines with the time."""

    def __init__(self, how: Loudness) -> None:
        super().__init__(logging.DEBUG if how is Loudness.VERBOSE else logging.INFO)
        self.how, self.began = how, monotonic()
        self.moves = how is Loudness.PLAIN and can_move()
        self.line: Live | None = None

    @property
    def deaf(self) -> bool:
        """Whether there is nothing to say and nowhere to say it."""
        return self.how is not Loudness.VERBOSE and not self.moves

    def emit(self, record: logging.LogRecord) -> None:
        """Say the stage in `record`."""
        if self.how is Loudness.VERBOSE:
            typer.echo(f"tailor: {monotonic() - self.began:6.2f} s  {record.getMessage()}", err=True)
        elif self.moves:
            self.move(record.getMessage())

    def move(self, text: str) -> None:
        """Show `text` on the moving line."""
        from rich.console import Console
        from rich.live import Live
        from rich.spinner import Spinner
        from rich.text import Text

        console = Console(stderr=True, highlight=False)
        shown = Text(f"{text[:1].upper()}{text[1:]}…", overflow="ellipsis", no_wrap=True)
        spinner = Spinner("dots" if console.encoding.startswith("utf") else "line", shown)
        if self.line is None:
            self.line = Live(spinner, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
            self.line.start()
        else:
            self.line.update(spinner)

    def end_line(self) -> None:
        """Take the moving line away."""
        if self.line is not None:
            self.line.stop()
            self.line = None


SPEAKER: ContextVar[Speaker | None] = ContextVar("speaker", default=None)


@contextmanager
def speaking(how: Loudness) -> Iterator[None]:
    """Say the stages of the library while this lasts."""
    speaker, log = Speaker(how), logging.getLogger("tailor")
    before, token = log.level, SPEAKER.set(speaker)
    if not speaker.deaf:
        log.addHandler(speaker)
        log.setLevel(speaker.level)
    try:
        yield
    finally:
        speaker.end_line()
        log.removeHandler(speaker)
        log.setLevel(before)
        SPEAKER.reset(token)


def is_quiet() -> bool:
    """Whether the command that runs was told to be quiet."""
    speaker = SPEAKER.get()
    return speaker is not None and speaker.how is Loudness.QUIET


def make_room() -> None:
    """Take the moving line away, so that something can be printed."""
    speaker = SPEAKER.get()
    if speaker is not None:
        speaker.end_line()


@contextmanager
def bar() -> Iterator[Callable[[int, int, int], None]]:
    """A function to be told (begun, of how many, failed) which moves a bar, where a bar may move."""
    from tailor import writers

    speaker = SPEAKER.get()
    shown = speaker is not None and speaker.moves
    make_room()
    if speaker is not None:
        speaker.moves = False  # one moving thing at a time
    with writers.batch_progress(shown=shown) as moved:
        yield moved


def counted(items: Sequence[T]) -> Iterator[T]:
    """`items`, with a bar that counts them where a bar may move and the results do not show how far it is."""
    if len(items) < 2 or sys.stdout.isatty():
        yield from items
        return
    with bar() as moved:
        for at, item in enumerate(items):
            moved(at, len(items), 0)
            yield item
