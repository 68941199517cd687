"""The command line: arguments in, one library call, print out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar

import typer

import tailor
from tailor import writers
from tailor.errors import OutputError, TailorError
from tailor.options import (
    AsOfOption,
    Export,
    JobsOption,
    JsonOption,
    LeastOption,
    OutdirOption,
    PostingArgument,
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

app = typer.Typer(
    name="tailor",
    help="Hold a product manager's resume against job postings: what is covered, what is missing, what to change.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PIPE_WIDTH = 120
EditName = StrEnum("EditName", "HEADLINE TERM SURFACE SKILLS BULLETS QUESTION")
SOME_FAILED, INTERRUPTED = 6, 130  # exit codes of a batch


P = ParamSpec("P")
R = TypeVar("R")


def friendly(command: Callable[P, R]) -> Callable[P, R]:
    """Turn a TailorError into one line on standard error and its exit code."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal of another encoding
        try:
            done = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: end quietly
            raise typer.Exit from None
        except TailorError as error:
            typer.echo(f"tailor: {error}", err=True)
            raise typer.Exit(error.exit_code) from error
        except OSError as error:
            typer.echo(
                f"tailor: standard output: could not be written ({error.strerror}). Free space and try again.", err=True
            )
            raise typer.Exit(OutputError.exit_code) from error
        return done

    return guarded


def show(renderable: Any) -> None:
    """Print for people: colours and the terminal's width on a terminal, plain lines of 120 in a pipe."""
    from rich.console import Console

    if sys.stdout.isatty():
        Console(highlight=False).print(renderable)
        return
    page = StringIO()
    Console(file=page, highlight=False, width=PIPE_WIDTH).print(renderable)
    typer.echo("\n".join(line.rstrip() for line in page.getvalue().splitlines()))


def dump(record: Any, *, indent: int | None = 2) -> None:
    """Print for programs: JSON, keys in order of meaning, text as it is."""
    typer.echo(json.dumps(record, ensure_ascii=False, indent=indent))


@app.command(epilog="Example: tailor compare resume.docx posting.txt")
@friendly
def compare(
    resume: ResumeArgument,
    posting: PostingArgument,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    weights: WeightsOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page to open in a browser (.html).")
    ] = None,
) -> None:
    """Score RESUME against POSTING: every requirement, the line that answers it, the gaps, what to change."""
    inputs = [resume, posting, *([str(weights)] if weights else [])]
    if html:
        writers.must_be_page(html, inputs)
    match = tailor.compare(resume, posting, as_of=month(as_of), weights=weights)
    if html:
        writers.write_html(tailor.page(match), html, inputs)
    if as_json:
        dump(writers.match_record(match))
    elif html:
        typer.echo(f"Score {match.score:.1f} of 100. The whole report is in {html}: open it in a browser.")
    else:
        show(writers.full_report(tailor.page(match)))


@app.command(epilog="Example: tailor draft resume.docx posting.txt -o draft.docx --clean to-send.docx")
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
) -> None:
    """Write a tailored copy of RESUME: a .docx with every change tracked and explained, from others a new document."""
    planned = tailor.draft(resume, posting, as_of=month(as_of), plan=from_plan)
    planned = writers.chosen(planned, only=only or (), skip=skip or (), limit=limit)
    written = tailor.rescored(writers.write(planned, output, clean=clean, plan=plan, force=force))
    if as_json:
        dump(writers.draft_record(written, output))
    else:
        show(writers.draft_report(written, output))


@app.command(epilog="Example: tailor interview resume.docx posting.txt")
@friendly
def interview(
    resume: ResumeArgument, posting: PostingArgument, as_json: JsonOption = False, as_of: AsOfOption = None
) -> None:
    """Likely interview questions for POSTING, the lines of RESUME to answer from, and what would close the gaps."""
    found = tailor.interview(resume, posting, as_of=month(as_of))
    if as_json:
        dump(writers.interview_record(found))
    else:
        show(writers.interview_report(found))


@app.command(epilog="Example: tailor letter resume.docx posting.txt -o letter.docx")
@friendly
def letter(
    resume: ResumeArgument,
    posting: PostingArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Where to write it (.docx .txt .md).")],
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """Write a cover letter for POSTING of what RESUME shows; what only you can know is marked for you to fill in."""
    made = tailor.letter(resume, posting, as_of=month(as_of))
    writers.write_letter(made, output)
    if as_json:
        dump(writers.letter_record(made, output))
    else:
        show(writers.letter_report(made, output))


@app.command(epilog="Example: tailor check resume.pdf")
@friendly
def check(resume: ResumeArgument, as_json: JsonOption = False) -> None:
    """Show what a parser sees in RESUME, and what to fix in wording, results, dates and layout; no posting needed."""
    found = tailor.check(resume)
    if as_json:
        dump(writers.check_record(found.resume, found.checks))
    else:
        show(writers.check_report(found.resume, found.checks))


@app.command(epilog="Example: tailor batch resume.docx postings/ -o results/")
@friendly
def batch(  # noqa: PLR0913, PLR0917 - each is an option of the command
    resume: ResumeArgument,
    postings: PostingsArgument,
    output: OutdirOption,
    resumes: ResumesOption = None,
    top: TopOption = 10,
    min_score: LeastOption = 0.0,
    threshold: ThresholdOption = None,
    sort: SortOption = Sort.SCORE,
    jobs: JobsOption = None,
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
                threshold=threshold,
                jobs=jobs,
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


@app.command(epilog="Example: tailor export resume.docx --to json-resume -o resume.json")
@friendly
def export(
    resume: ResumeArgument,
    to: Annotated[Export, typer.Option("--to", help="The format; JSON Resume is jsonresume.org, version 1.0.0.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = None,
) -> None:
    """Write what a parser sees in RESUME in a format that other programs read."""
    found = writers.exported(tailor.check(resume).resume)
    if output is None:
        dump(found)
    else:
        writers.save_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", output, [resume])


@app.command(epilog="Example: tailor extract postings/*.txt --json")
@friendly
def extract(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Any documents; a .jsonl holds records with id and text.")
    ],
    as_json: JsonOption = False,
) -> None:
    """List the skills, facts and boilerplate found in each FILE, or in each record of a .jsonl."""
    failed: list[TailorError] = []
    for reading in tailor.extract(files, on_error=failed.append):
        if as_json:
            dump(writers.reading_record(reading), indent=None)
        else:
            show(writers.reading_report(reading))
    for error in failed:
        typer.echo(f"tailor: {error}", err=True)
    if failed:
        raise typer.Exit(failed[0].exit_code)


@app.command(epilog='Example: tailor skills "road map"')
@friendly
def skills(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="Part of a name or wording.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Look into the taxonomy: all skills, or those whose name or wording holds WORDS."""
    found = tailor.skills(" ".join(words or []))
    if as_json:
        dump([skill.to_dict() for skill in found])
    else:
        show(writers.skills_report(found, detailed=bool(words)))


@app.callback(invoke_without_command=True)
def version(
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """Hold a product manager's resume against job postings: what is covered, what is missing, what to change."""
    if show_version:
        typer.echo(f"tailor {tailor.__version__}")
        raise typer.Exit
