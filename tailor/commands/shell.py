"""What stands around the commands: a hand for the mistyped, and the configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

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


def configure(context: typer.Context, *, used: bool) -> None:
    """Let configuration files, if they are `used`, set what the command line does not.

    Raises BadConfig, but never in the way of help.
    """
    from tailor.commands.config_files import Config, load

    context.obj = Config()
    try:
        if used:
            context.obj = load(context.command)
            context.default_map = context.obj.default_map()
    except BadConfig:
        if not context.meta.get(ASKED):
            raise
