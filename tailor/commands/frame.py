"""What every command does alike: failures in one line, reports for people, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from io import StringIO
from typing import Any, ParamSpec, TypeVar

import typer

from tailor.errors import OutputError, TailorError

PIPE_WIDTH = 120

P = ParamSpec("P")
R = TypeVar("R")


def friendly(command: Callable[P, R]) -> Callable[P, R]:
    """Turn a TailorError into one line on standard error and its exit code."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal of another encoding
        try:
            done = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: end quietly
            raise typer.Exit from None
        except TailorError as error:
            typer.echo(f"tailor: {error}", err=True)
            raise typer.Exit(error.exit_code) from error
        except OSError as error:
            typer.echo(
                f"tailor: standard output: could not be written ({error.strerror}). Free space and try again.", err=True
            )
            raise typer.Exit(OutputError.exit_code) from error
        return done

    return guarded


def show(renderable: Any) -> None:
    """Print for people: colours and the terminal's width on a terminal, plain lines of 120 in a pipe."""
    from rich.console import Console

    if sys.stdout.isatty():
        Console(highlight=False).print(renderable)
    else:
        typer.echo(shown(renderable))


def shown(renderable: Any) -> str:
    """What `show` prints, without the last line break."""
    from rich.console import Console

    if sys.stdout.isatty():
        console = Console(highlight=False)
        with console.capture() as captured:
            console.print(renderable)
        return captured.get().removesuffix("\n")
    page = StringIO()
    Console(file=page, highlight=False, width=PIPE_WIDTH).print(renderable)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())


def dump(record: Any, *, indent: int | None = 2) -> None:
    """Print for programs: JSON, keys in order of meaning, text as it is."""
    typer.echo(dumped(record, indent=indent))


def dumped(record: Any, *, indent: int | None = 2) -> str:
    """What `dump` prints, without the last line break."""
    return json.dumps(record, ensure_ascii=False, indent=indent)
