"""The tailored copy of a resume."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
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

EditName = StrEnum("EditName", "HEADLINE TERM SURFACE SKILLS BULLETS QUESTION")


@friendly
def draft(  # noqa: PLR0913, PLR0917  # one parameter an option
    resume: ResumeArgument,
    posting: PostingArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.docx", help="Where to write the draft.")],
    clean: Annotated[Path | None, typer.Option(metavar="FILE.docx", help="Write the copy to send, too.")] = None,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE.pdf", help="Write the copy to send as PDF, too.")] = None,
    letter: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the cover letter (.docx .txt .md).")
    ] = None,
    plan: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Write the plan, to be edited.")] = None,
    from_plan: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Make the edits of this plan.")] = None,
    only: Annotated[list[EditName] | None, typer.Option(help="Only edits of this kind; repeatable.")] = None,
    skip: Annotated[list[EditName] | None, typer.Option(help="No edits of this kind; repeatable.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many changes, best gains first.")] = None,
    paper: PaperOption = PaperName.LETTER,
    pages: Annotated[int, typer.Option(min=1, max=9, help="Of a resume laid out anew: at most so many.")] = 2,
    force: ForceOption = False,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write a tailored copy of RESUME: a .docx with every change tracked and explained, from others a new document."""
    from tailor.types import Sheet  # making the types takes as long as a quarter of `tailor --help`

    with cache.opened(wanted=not no_cache):
        planned = tailor.draft(resume, posting, as_of=month(as_of), plan=from_plan)
        planned = writers.chosen(planned, only=only or (), skip=skip or (), limit=limit)
        planned = replace(planned, sheet=Sheet("a4" if paper == PaperName.A4 else "letter", pages))
        told = tailor.letter_of(planned.match) if letter else None
        if told and letter:
            writers.must_be_letter(told, letter, (output, clean, pdf, plan), force=force)
        written = tailor.rescored(writers.write(planned, output, clean=clean, plan=plan, pdf=pdf, force=force))
    if told and letter:
        writers.write_letter(told, letter, paper=paper, force=force)
    if as_json:
        dump(writers.draft_record(written, output))
        return
    show(writers.draft_report(written, output))
    if told and letter:
        show(writers.letter_report(told, letter))
