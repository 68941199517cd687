"""What a letter says and what is left to do in it, for people and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.text import Text

from tailor.resources import table
from tailor.types import Letter, Paragraph
from tailor.writers.layout import said

SCHEMA = "tailor.letter/1"


def letter_report(letter: Letter, path: Path) -> Text:
    """Where the letter is, what only the person can fill in, and which lines of the resume it rests on."""
    text = said(f"Wrote {path}: {letter.words} words\n\n")
    text.append_text(said("Left for you to fill in\n", "bold"))
    text.append_text(said("".join(f"- {mark}\n" for mark in letter.placeholders)))
    text.append_text(said("\nEvery claim rests on your resume\n", "bold"))
    text.append_text(said("".join(f"- {rest}\n" for rest in map(grounds, letter.paragraphs) if rest)))
    remarks = notes(letter)
    if remarks:
        text.append_text(said("\nTo know\n", "bold"))
        text.append_text(said("".join(f"- {remark}\n" for remark in remarks)))
    return text


def grounds(paragraph: Paragraph) -> str:
    """A paragraph by its first words, with the lines it rests on; "" if it claims nothing of the person."""
    if not paragraph.lines:
        return ""
    numbers, begins = ", ".join(map(str, sorted(paragraph.lines))), " ".join(paragraph.text.split()[:6])
    return f'{paragraph.kind} "{begins} …": line{"s" * (len(paragraph.lines) > 1)} {numbers}'


def notes(letter: Letter) -> list[str]:
    """What the person should know of the letter before sending it."""
    told = [
        f"The letter says that your resume does not show {gap.terms[0]}; take the line out if you can show it."
        for gap in letter.paragraphs
        if gap.kind == "gap"
    ]
    if letter.untold:
        told.append(f'It says nothing of the main gap, "{letter.untold}": add a sentence if you have done it.')
    if letter.words < table("letter.toml")["size"]["least"]:
        told.append("It is short: few lines of your resume begin with what you did and can be told as they are.")
    return told


def letter_record(letter: Letter, path: Path) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "output": str(path),
        "words": letter.words,
        "placeholders": list(letter.placeholders),
        "untold": letter.untold,
        "paragraphs": [paragraph.to_dict() for paragraph in letter.paragraphs],
    }
