"""The command line: the commands of `tailor/commands`, put together."""

from __future__ import annotations

import atexit
import gc
from typing import Annotated

import typer

from tailor.commands import batch, cache, check, compare, config, draft, extract, interview, letter, skills, voice
from tailor.commands.frame import QuietOption, VerboseOption, in_one_line
from tailor.commands.shell import Shell, configure
from tailor.commands.version import versions

MANY = 1_000_000  # objects: a command is short, and looking for garbage every 700 would take a tenth of its time

app = typer.Typer(
    name="tailor",
    cls=Shell,
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
app.command(epilog="Example: tailor config")(config.config)
app.command(epilog="Example: tailor cache clear")(cache.cache)


@app.callback(invoke_without_command=True)
@in_one_line
def begin(
    context: typer.Context,
    show_version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop; with --verbose also what it rests on.")
    ] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    no_config: Annotated[bool, typer.Option("--no-config", help="Use no configuration file.")] = False,
) -> None:
    """Hold a product manager's resume against job postings: what is covered, what is missing, what to change."""
    gc.set_threshold(MANY)
    atexit.register(gc.freeze)  # nor at its end, where all that was loaded would be gone through once more
    voice.GLOBAL.set(voice.loudness(quiet, verbose))
    if show_version:
        typer.echo("\n".join(versions(fully=verbose)))
        raise typer.Exit
    configure(context, used=not no_config)
