"""How to prepare for an interview, for people and for programs; the schema is `docs/schemas/interview-1.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tailor.types import Interview, ProfileReading, Question
from tailor.writers.guidance import guidance_table
from tailor.writers.layout import heading, said

SCHEMA = "tailor.interview/1"


def interview_report(interview: Interview) -> RenderableType:
    """The questions with the outlines of their answers, how the profile reads, and what would close the gaps."""
    return Group(*blocks(interview))


def blocks(interview: Interview) -> Iterator[RenderableType]:
    """The blocks of the report, in order."""
    yield head(interview)
    for title, gap in (("Questions you can answer from your resume", False), ("Questions on what is not shown", True)):
        asked = [(n, q) for n, q in enumerate(interview.questions, start=1) if q.gap is gap]
        if asked:
            yield heading(title)
        for number, question in asked:
            yield question_block(question, number)
    yield heading("How your profile reads")
    yield reading_text(interview.reading)
    yield heading("What would close the gaps (about five hours a week)")
    yield guidance_table(interview.guidance) if interview.guidance else said("Nothing: all that is asked is shown.")


def head(interview: Interview) -> Text:
    """Who for what, and what this is."""
    match = interview.match
    name = match.resume.contact.name or match.resume.source.path
    role = " · ".join(part for part in (match.posting.title, match.posting.company) if part)
    text = said(f"{name}  →  {role}\n\n", "bold")
    text.append_text(said("Likely questions, guessed from the posting; quotations are lines of your resume.", "dim"))
    return text


def question_block(question: Question, number: int) -> RenderableType:
    """A question, why it is likely, and the outline of an answer below it."""
    text = said(f"\n{number}. {question.text}", "bold")
    text.append_text(said(f"\n   {question.kind} · {question.why}", "dim"))
    made = Table.grid(padding=(0, 2))
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for beat in question.outline:
        made.add_row(said(beat.part, "cyan"), said(beat.text))
    return Group(text, Padding(made, (0, 0, 0, 3)))


def reading_text(reading: ProfileReading) -> Text:
    """The reading of the profile, a paragraph a finding."""
    strong = f"Most of what is asked is shown in {' and '.join(reading.strong)}." if reading.strong else ""
    lines = [reading.summary, strong, *(t.text for t in reading.transfers), *(t.text for t in reading.thin)]
    return said("\n".join(f"- {line}" for line in lines if line))


def interview_record(interview: Interview) -> dict[str, Any]:
    """The same as plain data."""
    match = interview.match
    return {
        "schema": SCHEMA,
        "resume": match.resume.source.path,
        "posting": match.posting.source.path,
        "title": match.posting.title,
        "company": match.posting.company,
        "as_of": str(match.as_of),
        "questions": [question.to_dict() | {"lines": list(question.lines)} for question in interview.questions],
        "reading": interview.reading.to_dict(),
        "guidance": [item.to_dict() for item in interview.guidance],
    }
