"""JSON Resume (jsonresume.org/schema, version 1.0.0), as the lines it would be printed in."""

from __future__ import annotations

import json
import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tailor.errors import CorruptFile, TooLarge
from tailor.readers.build import Piece, compose
from tailor.readers.plain import decode
from tailor.resources import table
from tailor.types import Source

ISO = re.compile(r"(\d{4})(?:-(\d\d))?")
Entry = Mapping[str, Any]

# Section of the schema -> heading, and the keys of what names an entry, of whom it was with and of the place.
DATED = {
    "work": ("Experience", ("position",), ("name",), ("location",)),
    "volunteer": ("Volunteering", ("position",), ("organization",), ("location",)),
    "education": ("Education", ("studyType", "area"), ("institution",), ()),
    "projects": ("Projects", ("name",), ("entity",), ()),
    "certificates": ("Certifications", ("name",), ("issuer",), ()),
    "awards": ("Awards", ("title",), ("awarder",), ()),
    "publications": ("Publications", ("name",), ("publisher",), ()),
}
LISTED = {
    "skills": ("Skills", "name", "keywords"),
    "languages": ("Languages", "language", "fluency"),
    "interests": ("Interests", "name", "keywords"),
}


def read_json_resume(path: str, data: bytes) -> Source:
    """The lines of a JSON Resume. Raises CorruptFile for other JSON, EmptyFile or TooLarge."""
    record = loaded(path, decode(path, data))
    links = [text(profile.get("url")) for profile in entries(object_in(record, "basics").get("profiles"))]
    return compose(path, "json", pieces(record), links=[*links, text(object_in(record, "basics").get("url"))])


def loaded(path: str, content: str) -> Entry:
    """The object in `content`. Raises CorruptFile if it is none, or no resume."""
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise CorruptFile(path, "is not valid JSON", "Export it again, or give the resume as .docx.") from error
    if not isinstance(record, dict) or not ({"basics", "work", "education", "skills"} & record.keys()):
        raise CorruptFile(path, "is JSON, but no JSON Resume", "Give a JSON Resume (jsonresume.org) or a .docx.")
    most = table("limits.toml")["json_resume"]["entries"]
    if any(isinstance(section, list) and len(section) > most for section in record.values()):
        raise TooLarge(path, f"holds a section with more than {most:,} entries", "Keep only what is your resume.")
    return record


def pieces(record: Entry) -> Iterator[Piece]:
    """The lines of a resume, section by section, in the order people print them."""
    yield from basics(object_in(record, "basics"))
    for key, (heading, names, firms, places) in DATED.items():
        found = entries(record.get(key))
        yield from headed(heading, (piece for entry in found for piece in dated(entry, names, firms, places)))
    for key, (heading, name, more) in LISTED.items():
        rows = (row(entry, name, more) for entry in entries(record.get(key)))
        yield from headed(heading, (Piece(line, "bullet") for line in rows))


def headed(heading: str, below: Iterable[Piece]) -> Iterator[Piece]:
    """The lines of a section under its heading; nothing without lines."""
    found = [piece for piece in below if piece.text]
    if found:
        yield Piece(heading, "heading")
        yield from found


def basics(person: Entry) -> Iterator[Piece]:
    """Name, label, a line of contacts, and the summary."""
    place = object_in(person, "location")
    where = ", ".join(filter(None, (text(place.get(key)) for key in ("address", "city", "region", "countryCode"))))
    profiles = [text(profile.get("url")) for profile in entries(person.get("profiles"))]
    yield Piece(text(person.get("name")), "heading")
    yield Piece(text(person.get("label")))
    contacts = (text(person.get("email")), text(person.get("phone")), text(person.get("url")), *profiles)
    yield Piece(" | ".join(filter(None, contacts)))
    yield Piece(f"Location: {where}" if where else "")
    yield from headed("Summary", [Piece(line) for line in str(person.get("summary") or "").splitlines()])


def dated(entry: Entry, names: Iterable[str], firms: Iterable[str], places: Iterable[str]) -> Iterator[Piece]:
    """An entry: what and with whom, when, and what was done."""
    title = " in ".join(filter(None, (text(entry.get(key)) for key in names)))
    others = [text(entry.get(key)) for key in (*firms, *places)]
    yield Piece("\t".join(filter(None, (title, period(entry)))))
    yield Piece(", ".join(filter(None, others)))
    yield Piece(text(entry.get("summary") or entry.get("description")))
    for line in (*strings(entry.get("highlights")), *strings(entry.get("courses"))):
        yield Piece(line, "bullet")


def row(entry: Entry, name: str, more: str) -> str:
    """A group of skills with its keywords, or a language with how well it is known."""
    told = entry.get(more)
    rest = ", ".join(strings(told)) if isinstance(told, list) else text(told)
    return ": ".join(filter(None, (text(entry.get(name)), rest)))


def period(entry: Entry) -> str:
    """From when to when, as printed; a start without an end lasts."""
    if (start := date(entry.get("startDate"))) is None:
        return date(entry.get("endDate") or entry.get("date") or entry.get("releaseDate")) or ""
    return f"{start} - {date(entry.get('endDate')) or 'Present'}"


def date(value: Any) -> str | None:
    """A date of the schema ("2019", "2019-03", "2019-03-01") in words; None if it is none."""
    found = ISO.match(text(value))
    if not found:
        return None
    month = int(found[2] or 0)
    return f"{month_name[month]} {found[1]}" if 1 <= month <= 12 else found[1]


def object_in(record: Entry, key: str) -> Entry:
    """The object under `key`; an empty one if there is none."""
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def entries(value: Any) -> list[Entry]:
    """The objects of a list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def strings(value: Any) -> list[str]:
    """The texts of a list."""
    return [line for entry in value if (line := text(entry))] if isinstance(value, list) else []


def text(value: Any) -> str:
    """`value` on one line; "" for what is neither text nor number."""
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
