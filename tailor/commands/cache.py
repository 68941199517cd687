"""What earlier commands worked out: where it lies, how much it is, and a way to be rid of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tailor import cache as kept
from tailor.commands.frame import dump, friendly
from tailor.commands.options import JsonOption
from tailor.errors import OutputError


class Deed(StrEnum):
    """What can be done with the cache."""

    CLEAR = "clear"


@friendly
def cache(
    deed: Annotated[Deed | None, typer.Argument(metavar="[clear]", help="Remove all of it.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show where Tailor keeps what it worked out before and how much that is, or remove it."""
    where, size = kept.place(), kept.size()
    if deed is Deed.CLEAR and where:
        try:
            kept.clear()
        except OSError as error:
            reason = f"the cache could not be removed ({error.strerror})"
            raise OutputError(where, reason, f"Remove the folder {where.parent} yourself.") from error
    if as_json:
        dump({"path": str(where) if where else None, "bytes": size, "cleared": deed is Deed.CLEAR})
    elif where is None:
        typer.echo("There is no home folder to keep a cache in.")
    elif deed is Deed.CLEAR:
        typer.echo(f"Removed {size / 1e6:.1f} MB.")
    else:
        typer.echo(f"{where}: {size / 1e6:.1f} MB. Only you can read the file, and each entry in it is sealed")
        typer.echo("with a key made of the document it comes from. `tailor cache clear` removes it.")
