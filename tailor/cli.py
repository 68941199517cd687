"""The command line: the commands of `tailor/commands`, put together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from tailor.commands import (
    batch,
    check,
    compare,
    config,
    config_files,
    draft,
    extract,
    interview,
    letter,
    skills,
    voice,
)
from tailor.commands.frame import QuietOption, VerboseOption, in_one_line
from tailor.commands.version import versions
from tailor.errors import BadConfig, shown

# What click calls a mistyped command line; typer brings its own click, and gives this class no name there.
USAGE_ERROR: type[Exception] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "UsageError")
ASKED = "tailor.help"  # in the context: help is asked for


class Shell(TyperGroup):
    """The commands, with a helping hand where one is mistyped."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Remember whether help is asked for."""
        ctx.meta[ASKED] = bool({"-h", "--help"} & set(args))
        try:
            return super().parse_args(ctx, args)
        except USAGE_ERROR as error:
            self.say_where(error)
            raise

    def say_where(self, error: Any) -> None:
        """Say of an option that belongs to a command that it stands behind that."""
        name = getattr(error, "option_name", None)
        for command in self.commands.values():
            if any(name in param.opts for param in command.params):
                error.message = f"{name} stands behind the command, as in 'tailor {command.name} {name}'."
                error.possibilities = None
                return

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command named first; a file in its place was probably meant for `compare`."""
        first = args[0]
        if self.get_command(ctx, first) is None and not first.startswith("-"):
            if first == "help":
                ctx.fail(f"No such command 'help'. Did you mean '{ctx.command_path} --help'?")
            if Path(first).suffix or Path(first).exists():
                ctx.fail(f"{shown(first)!r} is not a command. Did you mean 'tailor compare {' '.join(args)}'?")
        return super().resolve_command(ctx, args)


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
    voice.GLOBAL.set(voice.loudness(quiet, verbose))
    if show_version:
        typer.echo("\n".join(versions(fully=verbose)))
        raise typer.Exit
    context.obj = config_files.Config()
    if not no_config:
        configure(context)


def configure(context: typer.Context) -> None:
    """Let configuration files set what the command line does not. Raises BadConfig, but never in the way of help."""
    try:
        context.obj = config_files.load(context.command)
        context.default_map = context.obj.default_map()
    except BadConfig:
        if not context.meta.get(ASKED):
            raise
