"""Searchability: the file itself, its type and its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from tailor.advisers.check_rules import Finding, data, of_resume
from tailor.types import Layout, Resume

GROUP = "searchability"
SCAN = 25  # characters a page, below which a PDF is pictures
COPIES = re.compile(r"\(\d{1,3}\)|(?<![a-z])v\.?\s?\d{1,3}(?![a-z0-9])", re.IGNORECASE)
PLAIN = re.compile(r"[\w .-]*")
PARTS = re.compile(r"[^\W\d_]+")


@of_resume(GROUP, "file type")
def file_type(resume: Resume, layout: Layout) -> Iterator[Finding]:
    """What application forms take, with text in it."""
    form = resume.source.format
    if layout.format == "pdf" and layout.pages and layout.characters < SCAN * layout.pages:
        yield Finding("fail", "The PDF is a scan: pictures without text. Export it from the program it was written in.")
    elif form in data("file")["good"]:
        yield Finding("pass", f".{form} is read everywhere.")
    else:
        yield Finding("warn", f".{form} is good for pasting; send a .docx or .pdf.")


@of_resume(GROUP, "file name")
def file_name(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Whose file it is, for somebody with two hundred of them."""
    path = resume.source.path
    if path == "-" or "://" in path:
        return
    stem, suffix = PurePath(path).stem, PurePath(path).suffix
    words = {word.lower() for word in PARTS.findall(stem)}
    draft = next((word for word in data("file")["drafts"] if word in words), None) or next(
        (hit[0] for hit in COPIES.finditer(stem)), None
    )
    if not PLAIN.fullmatch(stem):
        odd = next(c for c in stem if not PLAIN.fullmatch(c))
        yield Finding(
            "warn", f'"{odd}" in the name trips some upload forms; use letters, figures, - and _.', place="file name"
        )
    elif draft:
        yield Finding(
            "warn", f'"{draft}" in the name shows it is one of many; {better(resume, suffix)}', place="file name"
        )
    elif len(stem) > data("file")["longest_name"]:
        yield Finding("warn", f"The name has {len(stem)} characters; {better(resume, suffix)}", place="file name")
    elif not names_person(stem, resume):
        yield Finding("warn", f"It does not say whose resume it is; {better(resume, suffix)}", place="file name")
    else:
        yield Finding("pass", f"{stem}{suffix} says whose it is.")


def names_person(stem: str, resume: Resume) -> bool:
    """Whether a part of the person's name stands in `stem`; true where no name is known."""
    parts = [part.lower() for part in PARTS.findall(resume.contact.name or "") if len(part) > 2]
    return not parts or any(part in stem.lower() for part in parts)


def better(resume: Resume, suffix: str) -> str:
    """A name to use instead."""
    parts = (resume.contact.name or "First Last").title().split()
    return f"better: {parts[0]}_{parts[-1]}_Resume{suffix}"
