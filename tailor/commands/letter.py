"""The cover letter."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import tailor
from tailor import cache, writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import (
    AsOfOption,
    ForceOption,
    JsonOption,
    NoCacheOption,
    PaperName,
    PaperOption,
    PostingArgument,
    ResumeArgument,
    month,
)


@friendly
def letter(  # noqa: PLR0913, PLR0917  # one parameter an option
    resume: ResumeArgument,
    posting: PostingArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Where to write it (.docx .txt .md).")],
    force: ForceOption = False,
    paper: PaperOption = PaperName.LETTER,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write a cover letter for POSTING of what RESUME shows; what only you can know is marked for you to fill in."""
    with cache.opened(wanted=not no_cache):
        made = tailor.letter(resume, posting, as_of=month(as_of))
    writers.write_letter(made, output, paper=paper, force=force)
    if as_json:
        dump(writers.letter_record(made, output))
    else:
        show(writers.letter_report(made, output))
