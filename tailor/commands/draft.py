"""The tailored copy of a resume."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import tailor
from tailor import cache, writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import (
    AsOfOption,
    JsonOption,
    NoCacheOption,
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
    plan: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Write the plan, to be edited.")] = None,
    from_plan: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Make the edits of this plan.")] = None,
    only: Annotated[list[EditName] | None, typer.Option(help="Only edits of this kind; repeatable.")] = None,
    skip: Annotated[list[EditName] | None, typer.Option(help="No edits of this kind; repeatable.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many changes, best gains first.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write a tailored copy of RESUME: a .docx with every change tracked and explained, from others a new document."""
    with cache.opened(wanted=not no_cache):
        planned = tailor.draft(resume, posting, as_of=month(as_of), plan=from_plan)
        planned = writers.chosen(planned, only=only or (), skip=skip or (), limit=limit)
        written = tailor.rescored(writers.write(planned, output, clean=clean, plan=plan, force=force))
    if as_json:
        dump(writers.draft_record(written, output))
    else:
        show(writers.draft_report(written, output))
