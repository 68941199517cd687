"""Many postings, ranked."""

from __future__ import annotations

import sys

import typer

import tailor
from tailor import writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import (
    AsOfOption,
    DaskOption,
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

SOME_FAILED, INTERRUPTED = 6, 130  # exit codes


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
) -> None:
    """Rank many postings for RESUME, with reasons and a market view; run it again to go on or to add postings."""
    given = sys.stdin.read().splitlines() if postings == "-" else postings
    try:
        with writers.batch_progress() as progress:
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
                on_progress=progress,
            )
    except KeyboardInterrupt:
        typer.echo(f"tailor: stopped. What is done is kept in {output}; the same command goes on from there.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        dump(writers.batch_record(done, top))
    else:
        show(writers.batch_report(done, top))
    if done.failures:
        raise typer.Exit(SOME_FAILED)
