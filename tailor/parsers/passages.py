"""Lines cut into sentences, also where a bad scrape glued two of them together.

Linear in the length of the text: one pass finds the places to look at, each is judged by the few letters around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tailor.parsers.clauses import clauses
from tailor.parsers.joins import GLUE, MANY, NAMED_TWICE, after_small_word, heading_joints, is_glue, word_lists
from tailor.types import Line, Source

# Places that may be a joint: the end of a sentence before a blank, a bullet inside a line, a capital without a blank.
STOP = r"[.!?…。！？](?:[\"'”’»)\]]{0,3})(?=\s)"
PICTURED = "(?<=[\\w?!:] )[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?(?=[A-Z0-9])"
BULLET = r"[•·●▪◦■★✓✔➢►*](?:(?<=\s[^*])|(?<=\s\*)(?=\s))(?=\s?\S)|[•●▪◦■➢►](?<=\S.)(?=\s?\S)"
JOINT = re.compile(f"(?P<stop>{STOP}|{PICTURED}|{NAMED_TWICE})|(?P<bullet>{BULLET})|(?P<glue>{GLUE})")
TAIL = re.compile(r"[A-Za-z'’&./-]{1,30}$")
AFTER = re.compile(r"\s+(\S)")
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch `source.text[start:end]` of one line, without blanks at its ends."""

    start: int
    end: int
    line: Line


def cut(source: Source) -> tuple[Cut, ...]:
    """All non-blank text of the lines of `source` as sentences, in order, none across the end of a line."""
    return tuple(piece for line in source.lines for piece in pieces(line))


def pieces(line: Line) -> Iterator[Cut]:
    """The sentences of one line."""
    begin = 0
    for joint in (*joints(line.text), len(line.text)):
        for part in clauses(line.text, begin, joint):
            yield from bounded(line, begin, part)
            begin = part


def bounded(line: Line, begin: int, end: int) -> Iterator[Cut]:
    """`line.text[begin:end]` without blanks at its ends, in parts of at most 1,000 characters."""
    text = line.text
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end:
        stop = end if end - begin <= LONGEST else last_blank(text, begin, begin + LONGEST)
        kept = len(text[begin:stop].rstrip())
        if kept:
            yield Cut(line.start + begin, line.start + begin + kept, line)
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1


def last_blank(text: str, begin: int, end: int) -> int:
    """The last blank of `text[begin:end]`, or `end` if it has none."""
    found = text.rfind(" ", begin + 1, end)
    return end if found < 0 else found


def joints(text: str) -> Iterator[int]:
    """Offsets of `text` at which a new sentence begins, ascending."""
    places = [(found.start(), found.end(), found.lastgroup) for found in JOINT.finditer(text)]
    glued = sum(kind == "glue" and after_small_word(text, at) for at, _, kind in places) >= MANY
    found = {joint for place in places if (joint := judged(text, *place, glued=glued))}
    yield from sorted((found | set(heading_joints(text))) - {0, len(text)})


def judged(text: str, start: int, end: int, kind: str | None, *, glued: bool) -> int | None:
    """The offset to cut at for a place found by JOINT, or None if it is no joint."""
    if kind == "bullet":
        return start
    if kind == "stop":
        return end if ends_sentence(text, start, end) else None
    return start if is_glue(text, start, glued=glued) else None


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the stop at `start` ends a sentence: it is behind no abbreviation, and what follows can begin one."""
    follows = AFTER.match(text, end)
    if follows is None or follows[1].islower() or follows[1] in ",;)":
        return False
    if text[start] != ".":
        return True
    found = TAIL.search(text, max(0, start - 30), start)
    word = found[0].lower() if found else ""
    initial = len(word) == 1 and word != "i" and follows[1].isupper()
    return not initial and word not in word_lists()["abbreviations"]
