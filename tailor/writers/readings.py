"""What was found in one document as JSON for other programs; the schema is `docs/schemas/extract-1.json`."""

from __future__ import annotations

from typing import Any

from tailor.types import Posting, Reading

SCHEMA = "tailor.extract/1"


def reading_record(reading: Reading) -> dict[str, Any]:
    """`reading` as plain data: skills with offsets into the text as given, facts and boilerplate.

    Offsets count code points, the end is exclusive.
    """
    found = [
        {
            "start": m.start,
            "end": m.end,
            "text": m.text,
            "canonical": reading.skills[m.skill].name,
            "type": reading.skills[m.skill].type,
            "competency": reading.skills[m.skill].competency,
            "requirement": m.need,
            "years": m.years,
        }
        for m in reading.mentions
        if not m.negated
    ]
    record: dict[str, Any] = {"schema": SCHEMA, "id": reading.id, "skills": found}
    if reading.notice:
        record["notice"] = f"this does not look like a job posting: it {reading.notice}"
    if reading.posting is not None:
        record |= {"facts": facts_record(reading.posting), "boilerplate": boilerplate_record(reading.posting)}
    return record


def facts_record(posting: Posting) -> dict[str, Any]:
    """Title, company, level, years, degrees, salary, place, mode, visa and last day to apply."""
    pay = posting.salary
    return {
        "title": posting.title,
        "company": posting.company,
        "level": posting.level,
        "years_min": posting.years,
        "degree": [degree.to_dict() | {"studies": list(degree.studies)} for degree in posting.degrees],
        "salary": pay and {"min": pay.minimum, "max": pay.maximum, "currency": pay.currency},
        "location": posting.location,
        "mode": posting.mode,
        "visa": posting.visa,
        "deadline": posting.deadline,
    }


def boilerplate_record(posting: Posting) -> list[dict[str, Any]]:
    """Boilerplate as ranges; neighbours of one kind are joined. Title, place and pay at the top are facts, not it."""
    ranges: list[dict[str, Any]] = []
    for passage in posting.passages:
        if passage.boilerplate in (None, "top"):
            ranges.append({})
        elif ranges and ranges[-1].get("kind") == passage.boilerplate:
            ranges[-1]["end"] = passage.end
        else:
            ranges.append({"start": passage.start, "end": passage.end, "kind": passage.boilerplate})
    return [found for found in ranges if found]
