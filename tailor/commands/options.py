"""What the commands of the command line take: arguments and options that several share, or that one has many of."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tailor.types import PartialDate  # making the types takes as long as a quarter of `tailor --help`

ResumeArgument = Annotated[
    str, typer.Argument(metavar="RESUME", help="Your resume: .docx .pdf .odt .rtf .txt .md .json")
]
PostingArgument = Annotated[
    str, typer.Argument(metavar="POSTING", help="The posting: .html .mht .eml .txt .md .docx .pdf, a web address, or -")
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON for other programs instead of a report.")]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Neither use nor keep what was worked out before (TAILOR_NO_CACHE=1).")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="YYYY-MM", help='The month that "present" is read as.')
]


class Sort(StrEnum):
    """What the table of a batch can be sorted by."""

    SCORE = "score"
    SALARY = "salary"
    YEARS = "years"
    TITLE = "title"
    COMPANY = "company"
    FILE = "file"


class Export(StrEnum):
    """What a resume can be exported to."""

    JSON_RESUME = "json-resume"


class Mode(StrEnum):
    """How a job is worked."""

    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"
    UNSPECIFIED = "unspecified"


class Level(StrEnum):
    """The level a posting asks for."""

    ASSOCIATE = "associate"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"
    GROUP = "group"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


PostingsArgument = Annotated[
    str, typer.Argument(metavar="FOLDER", help="A folder, a .jsonl, .csv or .parquet of postings, or - for paths.")
]
OutdirOption = Annotated[str, typer.Option("--output", "-o", metavar="OUTDIR", help="The folder for the results.")]
ResumesOption = Annotated[
    list[str] | None, typer.Option("--resume", metavar="FILE", help="Another resume; each posting gets the best.")
]
TopOption = Annotated[int, typer.Option("--top", min=0, help="How many postings to show.")]
LeastOption = Annotated[float, typer.Option("--min-score", help="Leave postings below out of the table.")]
ModesOption = Annotated[
    list[Mode] | None, typer.Option("--mode", help="Show only these in the table; may be repeated.")
]
LevelsOption = Annotated[list[Level] | None, typer.Option("--level", help="Show only these; may be repeated.")]
ThresholdOption = Annotated[float | None, typer.Option("--threshold", help="Score that counts as within reach.")]
SortOption = Annotated[Sort, typer.Option("--sort", help="What the table is sorted by.")]
JobsOption = Annotated[int | None, typer.Option("--jobs", min=1, help="Worker processes; one a core if not given.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]
DaskOption = Annotated[
    str | None, typer.Option("--dask", metavar="ADDRESS", help="Scheduler of a Dask cluster that does the work.")
]
WeightsOption = Annotated[
    Path | None, typer.Option("--weights", metavar="FILE", help="TOML that overrides figures of the score.")
]


PaperName = StrEnum("PaperName", "LETTER A4")
PaperOption = Annotated[PaperName, typer.Option(help="Paper of what is laid out anew: US Letter or A4.")]


def month(text: str | None) -> PartialDate | None:
    """The month in `text` ("2026-11"); raises typer.BadParameter on anything else."""
    from tailor.types import PartialDate

    if text is None:
        return None
    year, _, number = text.partition("-")
    if not (year.isdigit() and len(year) == 4 and number.isdigit() and 1 <= int(number) <= 12):
        raise typer.BadParameter(f"{text!r} is not a month; write it as 2026-11", param_hint="--as-of")
    return PartialDate(int(year), int(number))
