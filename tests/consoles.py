"""Examples in documents: what stands in a `console` block is run, and what it shows must be what is printed.

A line that begins with "$ " is a command, the lines below it are what it prints, shortened where "…" stands alone on a
line. Commands are `tailor`, `cat FILE`, and `echo $?` for the exit code of the command before. The blocks of a page run
in order in one folder of their own, in which `sample_jobs` and `docs` are those of the project.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from tailor.cli import app

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
CUT = "…"


def steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of `text` with the lines shown below it."""
    for block in BLOCK.findall(text):
        _, *parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
        for part in parts:
            command, *shown = part.replace("\\\n", " ").splitlines()
            yield command, shown


def run(command: str, last: int) -> tuple[str, int]:
    """What `command` prints, with what it says on standard error, and its exit code; `last` is the one before."""
    program, *arguments = shlex.split(command, comments=True)
    if program == "echo" and arguments == ["$?"]:
        return str(last), 0
    if program == "cat":
        return Path(arguments[0]).read_text(encoding="utf-8"), 0
    assert program == "tailor", f"{program}: examples run tailor, cat and echo $? only"
    done = CliRunner().invoke(app, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output, done.exit_code


def not_printed(shown: list[str], printed: str) -> list[str]:
    """The lines of `shown` that are not in `printed`, in its order; how wide the columns of a table are is let pass."""
    ahead = [" ".join(line.split()) for line in printed.splitlines()]
    lost = []
    for line in (" ".join(line.split()) for line in shown):
        if line in ("", CUT):
            continue
        if line in ahead:
            del ahead[: ahead.index(line) + 1]
        else:
            lost.append(line)
    return lost
