"""Two files held against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import tailor
from tailor import writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import (
    AsOfOption,
    ForceOption,
    JsonOption,
    PostingArgument,
    ResumeArgument,
    WeightsOption,
    month,
)
from tailor.commands.voice import is_quiet, make_room


@friendly
def compare(  # noqa: PLR0913, PLR0917  # one parameter an option
    resume: ResumeArgument,
    posting: PostingArgument,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    weights: WeightsOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page to open in a browser (.html).")
    ] = None,
    force: ForceOption = False,
) -> None:
    """Score RESUME against POSTING: every requirement, the line that answers it, the gaps, what to change."""
    inputs = [resume, posting, *([str(weights)] if weights else [])]
    if html:
        writers.must_be_page(html, inputs, force=force)
    match = tailor.compare(resume, posting, as_of=month(as_of), weights=weights)
    if html:
        writers.write_html(tailor.page(match), html, inputs, force=force)
    if as_json:
        dump(writers.match_record(match))
    elif html and not is_quiet():
        make_room()
        typer.echo(f"Score {match.score:.1f} of 100. The whole report is in {html}: open it in a browser.")
    else:
        show(writers.full_report(tailor.page(match)), brief=f"{match.score:.1f}")
