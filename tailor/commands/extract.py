"""What stands in any document."""

from __future__ import annotations

from typing import Annotated

import typer

import tailor
from tailor import writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import JsonOption
from tailor.commands.voice import counted, make_room
from tailor.errors import TailorError


@friendly
def extract(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Any documents; a .jsonl holds records with id and text.")
    ],
    as_json: JsonOption = False,
) -> None:
    """List the skills, facts and boilerplate found in each FILE, or in each record of a .jsonl."""
    failed: list[TailorError] = []
    for reading in tailor.extract(counted(files), on_error=failed.append):
        if as_json:
            dump(writers.reading_record(reading), indent=None)
        else:
            show(writers.reading_report(reading), brief="\n".join(sorted(s.name for s in reading.skills.values())))
    make_room()
    for error in failed:
        typer.echo(f"tailor: {error}", err=True)
    if failed:
        raise typer.Exit(failed[0].exit_code)
