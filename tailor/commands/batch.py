"""Many postings, ranked."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

import tailor
from tailor import cache, writers
from tailor.commands.frame import INTERRUPTED, dump, friendly, show
from tailor.commands.options import (
    AsOfOption,
    DaskOption,
    ForceOption,
    JobsOption,
    JsonOption,
    LeastOption,
    LevelsOption,
    ModesOption,
    OutdirOption,
    PostingsArgument,
    ResumeArgument,
    ResumesOption,
    Sort,
    SortOption,
    ThresholdOption,
    TopOption,
    WeightsOption,
    month,
)
from tailor.commands.voice import bar

SOME_FAILED = 6  # exit code


@friendly
def batch(  # noqa: PLR0913, PLR0917 - each is an option of the command
    resume: ResumeArgument,
    postings: PostingsArgument,
    output: OutdirOption,
    resumes: ResumesOption = None,
    top: TopOption = 10,
    min_score: LeastOption = 0.0,
    mode: ModesOption = None,
    level: LevelsOption = None,
    threshold: ThresholdOption = None,
    sort: SortOption = Sort.SCORE,
    jobs: JobsOption = None,
    dask: DaskOption = None,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    weights: WeightsOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the page there, not to OUTDIR/report.html.")
    ] = None,
    no_html: Annotated[bool, typer.Option("--no-html", help="Write no page.")] = False,
    force: ForceOption = False,
) -> None:
    """Rank many postings for RESUME, with reasons and a market view; run it again to go on or to add postings."""
    if html and no_html:
        raise typer.BadParameter("--html and --no-html exclude each other", param_hint="--html")
    given = listed(sys.stdin.buffer.read()) if postings == "-" else postings
    cache.lend("MPLCONFIGDIR", cache.FONTS)  # for the charts of the page
    try:
        with bar() as progress:
            done = tailor.batch(
                [resume, *(resumes or [])],
                given,
                output,
                sort=sort.value,
                min_score=min_score,
                modes=mode,
                levels=level,
                threshold=threshold,
                jobs=jobs,
                dask=dask,
                as_of=month(as_of),
                weights=weights,
                html=html or not no_html,
                force=force,
                on_progress=progress,
            )
    except KeyboardInterrupt:
        typer.echo(f"tailor: stopped. What is done is kept in {output}; the same command goes on from there.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if not html and not no_html and (lacking := writers.batch_page_lacks()):
        typer.echo(f"tailor: no report.html was written: {lacking}", err=True)
    if as_json:
        dump(writers.batch_record(done, top))
    else:
        show(writers.batch_report(done, top))
    if done.failures:
        raise typer.Exit(SOME_FAILED)


def listed(data: bytes) -> list[str]:
    """The paths on standard input, one a line; what is not in the system's encoding stays as the system gives it."""
    return [path for line in data.splitlines() if (path := os.fsdecode(line)).strip()]
