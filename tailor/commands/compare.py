"""Two files held against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import tailor
from tailor import cache, writers
from tailor.commands.answers import answered
from tailor.commands.frame import dumped, friendly, put, shown
from tailor.commands.options import (
    AsOfOption,
    ForceOption,
    JsonOption,
    NoCacheOption,
    PostingArgument,
    ResumeArgument,
    WeightsOption,
    month,
)
from tailor.commands.voice import is_quiet


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
    no_cache: NoCacheOption = False,
) -> None:
    """Score RESUME against POSTING: every requirement, the line that answers it, the gaps, what to change."""
    inputs = [resume, posting, *([str(weights)] if weights else [])]
    if html:
        writers.must_be_page(html, inputs, force=force)

    def answer() -> str:
        match = tailor.compare(resume, posting, as_of=month(as_of), weights=weights)
        if html:
            writers.write_html(tailor.page(match), html, inputs, force=force)
        if as_json:
            return dumped(writers.match_record(match))
        if is_quiet():
            return f"{match.score:.1f}"
        if html:
            return f"Score {match.score:.1f} of 100. The whole report is in {html}: open it in a browser."
        return shown(writers.full_report(tailor.page(match)))

    with cache.opened(wanted=not no_cache):
        put(answer() if html else answered(answer, inputs, ("compare", str(as_json), as_of, str(is_quiet()))))
