"""The command line: the commands of `tailor/commands`, put together."""

from __future__ import annotations

import atexit
import gc
from typing import Annotated

import typer

import tailor
from tailor.commands import batch, cache, check, compare, draft, extract, interview, letter, skills

MANY = 1_000_000  # objects: a command is short, and looking for garbage every 700 would take a tenth of its time

app = typer.Typer(
    name="tailor",
    help="Hold a product manager's resume against job postings: what is covered, what is missing, what to change.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog="Example: tailor compare resume.docx posting.txt")(compare.compare)
app.command(epilog="Example: tailor draft resume.docx posting.txt -o draft.docx --clean to-send.docx")(draft.draft)
app.command(epilog="Example: tailor letter resume.docx posting.txt -o letter.docx")(letter.letter)
app.command(epilog="Example: tailor interview resume.docx posting.txt")(interview.interview)
app.command(epilog="Example: tailor check resume.pdf")(check.check)
app.command(epilog="Example: tailor export resume.docx --to json-resume -o resume.json")(check.export)
app.command(epilog="Example: tailor batch resume.docx postings/ -o results/")(batch.batch)
app.command(epilog="Example: tailor extract postings/*.txt --json")(extract.extract)
app.command(epilog='Example: tailor skills "road map"')(skills.skills)
app.command(epilog="Example: tailor cache clear")(cache.cache)


@app.callback(invoke_without_command=True)
def version(
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """Hold a product manager's resume against job postings: what is covered, what is missing, what to change."""
    gc.set_threshold(MANY)
    atexit.register(gc.freeze)  # nor at its end, where all that was loaded would be gone through once more
    if show_version:
        typer.echo(f"tailor {tailor.__version__}")
        raise typer.Exit
