"""What every command does alike: failures in one line, reports for people, JSON for programs."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from functools import wraps
from io import StringIO
from typing import Any, ParamSpec, TypeVar

import typer

from tailor.errors import InputError, OutputError, TailorError

PIPE_WIDTH = 120
# Control and direction characters that JSON itself does not escape; halves of characters, which UTF-8 cannot hold.
STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

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


def show(renderable: Any) -> None:
    """Print for people: colours and the terminal's width on a terminal, plain lines of 120 in a pipe."""
    from rich.console import Console

    if sys.stdout.isatty():
        Console(highlight=False).print(renderable)
        return
    page = StringIO()
    Console(file=page, highlight=False, width=PIPE_WIDTH).print(renderable)
    typer.echo("\n".join(line.rstrip() for line in page.getvalue().splitlines()))


def dump(record: Any, *, indent: int | None = 2) -> None:
    """Print for programs: JSON, keys in order of meaning, text as it is but for what would steer a terminal."""
    typer.echo(STEERING.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(record, ensure_ascii=False, indent=indent)))
