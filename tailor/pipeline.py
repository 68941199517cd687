"""The straight line: read, parse, extract, score, suggest.

The only module that calls more than one room, with `comparison`, which holds a posting against resumes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tailor import advisers, extractors, parsers, readers, scorers, writers
from tailor.comparison import Comparison
from tailor.errors import NotAPosting, NotAResume, TailorError, shown
from tailor.extractors.ways import ways
from tailor.resources import table
from tailor.types import (
    Checkup,
    Draft,
    Interview,
    Layout,
    Letter,
    Match,
    Mention,
    Page,
    PartialDate,
    Posting,
    Reading,
    Resume,
    Skill,
    Source,
)

stages = logging.getLogger("tailor")  # INFO as a stage begins, DEBUG what came of it; never a word of a document


def compare(
    resume: str | Path, posting: str | Path, *, as_of: PartialDate | None = None, weights: Path | None = None
) -> Match:
    """Hold the resume in one file against the posting in another ("-" reads it from standard input).

    as_of : the month "present" is read as; by default the latest of `models/dates.toml` and the dates in
        the two documents, never the clock, so that the same files give the same answer on any day.
    weights : a TOML file that overrides figures of `models/score.toml`.

    Raises a TailorError that names the file if one cannot be read or holds nothing to compare.
    """
    using = scorers.settings_from(weights) if weights else scorers.settings()
    person, comparison = prepared(resume, posting, as_of, using)
    return comparison.match(person)


def prepared(
    resume: str | Path, posting: str | Path, as_of: PartialDate | None, using: scorers.Settings | None = None
) -> tuple[Resume, Comparison]:
    """The resume in one file, and the posting in another ready to be held against it. Raises as `compare` does."""
    person, job = read_resume(resume), read_posting(posting)
    return person, Comparison(job, using or scorers.settings(), as_of or reference_month(person, job))


def read_posting(path: str | Path) -> Posting:
    """The posting in the file `path`; raises InputError or NotAPosting."""
    source = source_at(path, "the posting")
    if parsers.looks_like_resume(source):
        raise NotAPosting(path, "looks like a resume, not a posting", "Name the resume first, then the posting.")
    return parsers.parse_posting(source)


def read_resume(path: str | Path) -> Resume:
    """The resume in the file `path`; raises InputError or NotAResume."""
    source = source_at(path, "the resume")
    resume = parsers.parse_resume(source)
    if any(role.period.start for role in resume.roles):
        return resume
    if parsers.looks_like_posting(source):
        raise NotAResume(path, "looks like a job posting, not a resume", "Name the resume first, then the posting.")
    if not (resume.contact.email or resume.contact.phone):
        raise NotAResume(
            path, "no e-mail, no phone number and no dated job found in it", "Check that it is your resume."
        )
    return resume


def source_at(path: str | Path, what: str) -> Source:
    """The text of the file `path`, which is `what`; raises InputError."""
    stages.info("reading %s, %s", what, shown(str(path)))
    source = readers.read(path)
    stages.debug("read %s: %s, %d lines", shown(str(path)), source.format, len(source.lines))
    return source


def reference_month(resume: Resume, *postings: Posting) -> PartialDate:
    """The month "present" stands for: no later date is known than the latest of these."""
    dates = [date for role in resume.roles for date in (role.period.start, role.period.end) if date]
    posted = [
        PartialDate(*map(int, p.source.hints["posted"][:7].split("-"))) for p in postings if "posted" in p.source.hints
    ]
    release = PartialDate(*table("dates.toml")["release"])
    return max([release, *dates, *posted])


def draft(
    resume: str | Path, posting: str | Path, *, as_of: PartialDate | None = None, plan: Path | None = None
) -> Draft:
    """The tailored draft of a resume for a posting; nothing is written until `tailor.writers.write`.

    plan : a file of edits, as `writers.write` gives one; by default all edits that serve.

    Raises InputError if `plan` cannot be read or was made for another text of the resume.
    """
    person, comparison = prepared(resume, posting, as_of)
    match = comparison.match(person)
    edits = writers.read_plan(plan, match) if plan else writers.plan_of(match, comparison.orders(match))
    return Draft(match, edits, worth=advisers.line_worth(match.coverages))


def rescored(draft: Draft) -> Draft:
    """`draft` with the score that its resume has once all edits are accepted."""
    stages.info("scoring the draft")
    match = draft.match
    comparison = Comparison(match.posting, scorers.settings(), match.as_of)
    return replace(draft, score=comparison.with_edits(match.resume, draft.edits, draft.left_out))


def interview(resume: str | Path, posting: str | Path, *, as_of: PartialDate | None = None) -> Interview:
    """Likely questions of an interview for a posting, what would close the gaps, and how the profile reads."""
    person, comparison = prepared(resume, posting, as_of)
    stages.info("finding what the resume shows")
    match = comparison.score(person)
    known, trades = extractors.taxonomy().skills, ways(match.resume)
    return Interview(
        match,
        advisers.questions(match, known, ways=trades),
        advisers.guidance(match, known, ways=trades),
        advisers.profile_reading(match, trades),
    )


def letter(resume: str | Path, posting: str | Path, *, as_of: PartialDate | None = None) -> Letter:
    """The cover letter of a resume for a posting; nothing is written until `tailor.writers.write_letter`.

    Raises NothingToCompare if the resume has fewer than two lines that can be told in a letter.
    """
    person, comparison = prepared(resume, posting, as_of)
    stages.info("finding what the resume shows")
    return letter_of(comparison.score(person))


def letter_of(match: Match) -> Letter:
    """The cover letter of what was compared already. Raises as `letter` does."""
    return advisers.letter_for(match)


def page(match: Match) -> Page:
    """`match` with what a report shows beside it: checks, guidance, and how the profile reads.

    The look of the file is read again from where the resume came from; raises InputError if it has gone since.
    """
    stages.info("checking the resume")
    trades = ways(match.resume)
    return Page(
        match,
        (*advisers.match_checks(match), *advisers.resume_checks(match.resume, look_of(match.resume))),
        advisers.guidance(match, extractors.taxonomy().skills, ways=trades),
        advisers.profile_reading(match, trades),
    )


def check(resume: str | Path) -> Checkup:
    """What a parser sees in a resume, how the file looks, and what a coach would say of both.

    Of standard input and of a web address the look is not known; checks of it are left out.
    """
    person = read_resume(resume)
    look = look_of(person)
    return Checkup(person, look, advisers.resume_checks(person, look))


def look_of(resume: Resume) -> Layout:
    """How the file of `resume` looks; an empty layout for standard input and web addresses, which are read once."""
    path = resume.source.path
    return Layout() if path == "-" or readers.is_url(path) else readers.layout(path)


def extract(files: Iterable[str | Path], *, on_error: Callable[[TailorError], None] | None = None) -> Iterator[Reading]:
    """Skills, facts and boilerplate of each of `files`, in order; a .jsonl gives a reading a record.

    Raises a TailorError at the first file or record that cannot be read; with `on_error`, hands it over and goes on.
    """
    for path in files:
        try:
            yield from readings(path, on_error)
        except TailorError as error:
            if on_error is None:
                raise
            on_error(error)


def readings(path: str | Path, on_error: Callable[[TailorError], None] | None) -> Iterator[Reading]:
    """The readings of one file."""
    if Path(path).suffix.lower() == ".jsonl":
        for key, source in readers.read_records(path, on_error=on_error):
            yield reading(source, key)
    else:
        yield reading(source_at(path, "the document"), str(path))


def reading(source: Source, key: str) -> Reading:
    """A posting with its facts, or the skills alone of a resume or of any other text."""
    posting, notice = None, ""
    found: tuple[Mention, ...]
    if parsers.looks_like_resume(source):
        found = extractors.resume_mentions(parsers.parse_resume(source))
    else:
        try:
            posting = parsers.parse_posting(source)
            found = extractors.posting_mentions(posting)
        except NotAPosting as error:
            found, notice = extractors.line_mentions(source.lines), error.reason
    known = extractors.taxonomy()
    return Reading(key, source, found, {mention.skill: known[mention.skill] for mention in found}, posting, notice)


def skills(words: str = "") -> list[Skill]:
    """The skills of the taxonomy whose name or wording holds `words`; all of them without."""
    return extractors.taxonomy().search(words)
