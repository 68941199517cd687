"""What a parser sees in a resume, shown and exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

import tailor
from tailor import writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import Export, ForceOption, JsonOption, ResumeArgument


@friendly
def check(resume: ResumeArgument, as_json: JsonOption = False) -> None:
    """Show what a parser sees in RESUME, and what to fix in wording, results, dates and layout; no posting needed."""
    found = tailor.check(resume)
    if as_json:
        dump(writers.check_record(found.resume, found.checks))
    else:
        show(
            writers.check_report(found.resume, found.checks),
            brief="\n".join(f"{c.verdict}: {c.rule}: {c.why}" for c in found.checks if c.verdict != "pass"),
        )


@friendly
def export(
    resume: ResumeArgument,
    to: Annotated[Export, typer.Option("--to", help="The format; JSON Resume is jsonresume.org, version 1.0.0.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = None,
    force: ForceOption = False,
) -> None:
    """Write what a parser sees in RESUME in a format that other programs read."""
    found = writers.exported(tailor.check(resume).resume)
    if output is None:
        dump(found)
    else:
        writers.save_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", output, [resume], force=force)
