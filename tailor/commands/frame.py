"""What every command does alike: failures in one line, reports for people, JSON for programs."""

from __future__ import annotations

import inspect
import json
import os
import re
import sys
from collections.abc import Callable
from functools import wraps
from io import StringIO
from typing import Annotated, Any, ParamSpec, TypeVar

import typer

from tailor.commands import voice
from tailor.errors import InputError, OutputError, TailorError

PIPE_WIDTH = 120
INTERRUPTED = 130  # exit code, as shells give it for Ctrl-C
# Control and direction characters that JSON itself does not escape; halves of characters, which UTF-8 cannot hold.
STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No report and no progress, only bare results.")]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say each stage, its time and the files read, on standard error.")
]

P = ParamSpec("P")
R = TypeVar("R")


def in_one_line(command: Callable[P, R]) -> Callable[P, R]:
    """Turn a TailorError, and Ctrl-C, into one line on standard error and an exit code."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal of another encoding
        try:
            done = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: end quietly
            raise typer.Exit from None
        except KeyboardInterrupt:
            typer.echo("tailor: stopped.", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except TailorError as error:
            typer.echo(f"tailor: {error}", err=True)
            raise typer.Exit(error.exit_code) from error
        except MemoryError:
            typer.echo(
                "tailor: the documents need more memory than there is. Close other programs, or give less.", err=True
            )
            raise typer.Exit(InputError.exit_code) from None
        except OSError as error:
            typer.echo(
                f"tailor: standard output: could not be written ({error.strerror}). Free space and try again.", err=True
            )
            raise typer.Exit(OutputError.exit_code) from error
        return done

    return guarded


def friendly(command: Callable[..., R]) -> Callable[..., R]:
    """A command of the command line: fails in one line, and takes --quiet and --verbose besides its own options."""

    @wraps(command)
    def spoken(*args: Any, quiet: bool = False, verbose: bool = False, **kwargs: Any) -> R:
        with voice.speaking(voice.loudness(quiet, verbose, voice.GLOBAL.get())):
            return command(*args, **kwargs)

    guarded = in_one_line(spoken)
    own = inspect.signature(command, eval_str=True)
    more = {"quiet": QuietOption, "verbose": VerboseOption}
    extra = [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=a) for n, a in more.items()]
    guarded.__signature__ = own.replace(parameters=[*own.parameters.values(), *extra])  # type: ignore[attr-defined]
    guarded.__annotations__ = {name: p.annotation for name, p in own.parameters.items()} | more
    return guarded


def show(renderable: Any, brief: str = "") -> None:
    """Print for people: colours and the terminal's width on a terminal, plain lines in a pipe.

    brief : what `--quiet` prints instead; nothing if it is empty.
    """
    voice.make_room()
    if voice.is_quiet():
        if brief:
            typer.echo(brief)
        return
    from rich.console import Console

    if sys.stdout.isatty():
        Console(highlight=False).print(renderable)
    else:
        put(shown(renderable))


def shown(renderable: Any) -> str:
    """What `show` prints, without the last line break."""
    from rich.console import Console

    if sys.stdout.isatty():
        console = Console(highlight=False)
        with console.capture() as captured:
            console.print(renderable)
        return captured.get().removesuffix("\n")
    page = StringIO()
    Console(file=page, highlight=False, width=pipe_width()).print(renderable)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())


def put(text: str) -> None:
    """Print what `shown` or `dumped` made."""
    voice.make_room()
    coloured = bool(os.environ.get("FORCE_COLOR")) or None  # else typer takes the colours out again
    typer.echo(text, color=coloured)


def pipe_width() -> int:
    """Columns of a report in a pipe: 120, or what COLUMNS says."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isascii() and columns.isdigit() and 20 <= int(columns) <= 500 else PIPE_WIDTH


def dump(record: Any, *, indent: int | None = 2) -> None:
    """Print for programs: JSON, keys in order of meaning, text as it is but for what would steer a terminal."""
    put(dumped(record, indent=indent))


def dumped(record: Any, *, indent: int | None = 2) -> str:
    """What `dump` prints, without the last line break."""
    return STEERING.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(record, ensure_ascii=False, indent=indent))
