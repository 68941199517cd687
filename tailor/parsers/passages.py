"""Lines cut into sentences, also where a bad scrape glued two of them together.

Linear in the length of the text: one pass finds the places to look at, each is judged by the few letters around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tailor.parsers.clauses import clauses
from tailor.resources import table
from tailor.types import Line, Source

# Places that may be a joint: a sentence's end before a blank, a bullet inside a line, or a capital without a blank before it.
STOP = r"[.!?…。！？](?:[\"'”’»)\]]{0,3})(?=\s)"
BULLET = r"(?<=\s)(?:[•·●▪◦■★✓✔➢►]|\*(?=\s))(?=\s?\S)"
GLUED_BULLET = r"(?<=[^\s])[•●▪◦■➢►](?=\s?\S)"
GLUE = r"(?<=[a-z)\]%+.!?:;”’…])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{3})|(?<=[A-Z]{2}s)(?=[A-Z][a-z]{3})|(?<=[a-z)][.!?;:])(?=\d)|(?<=[a-z)…])(?=\d\d?(?:\+|[-–]\d))"
NAMED_TWICE = r"(?<=[a-z.!?] )(?:About|Meet|Join|Why) (?P<name>[A-Z][\w.]{2,20}(?: [A-Z]\w{1,20})?)(?=(?P=name)\b|At (?P=name)\b)|^(?:About|Meet|Join|Why) (?P<name2>[A-Z][\w.]{2,20}(?: [A-Z]\w{1,20})?)(?=(?P=name2)\b|At (?P=name2)\b)"
PICTURE = "[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?"
PICTURED = f"(?<=[\\w?!:] ){PICTURE}(?=[A-Z0-9])"
JOINT = re.compile(f"(?P<stop>{STOP}|{PICTURED}|{NAMED_TWICE})|(?P<bullet>{BULLET}|{GLUED_BULLET})|(?P<glue>{GLUE})")
TAIL = re.compile(r"[A-Za-z'’&./-]{1,30}$")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]{0,30}")
AFTER = re.compile(r"\s+(\S)(\S?)")
LONGEST = 1_000
SHORT = 90
MANY = 3


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


INSIDE = r"(?<!\ban )(?<!\ba )(?<!\bthe )(?<!\bThe )(?<!\bour )(?<!\bof )(?<!\bto )(?<!\bin )(?<!\bwith )(?<!\band )(?<!\bor )(?<!\byour )(?<!\bthis )(?<!\bon )"


def judged(text: str, start: int, end: int, kind: str | None, *, glued: bool) -> int | None:
    """The offset to cut at for a place found by JOINT, or None if it is no joint."""
    if kind == "bullet":
        return start
    if kind == "stop":
        return end if ends_sentence(text, start, end) else None
    return start if is_glue(text, start, glued=glued) else None


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the stop at `start` ends a sentence: not an abbreviation, and what follows can begin one."""
    follows = AFTER.match(text, end)
    if follows is None or follows[1].islower() or follows[1] in ",;)":
        return False
    if text[start] != ".":
        return True
    found = TAIL.search(text, max(0, start - 30), start)
    word = found[0].lower() if found else ""
    known = table("posting.toml")["passages"]["abbreviations"]
    return not (word in known or (len(word) == 1 and word != "i" and follows[1].isupper()))


def is_glue(text: str, at: int, *, glued: bool) -> bool:
    """Whether two sentences are glued together at `at`; brands such as "JavaScript" or "SaaS" are not."""
    words = word_lists()
    right = WORD.match(text, at)
    following = right[0] if right else ""
    if address(text, at):
        return False
    opener = following.lower()
    if opener in words["openers"] or opener.removesuffix("s") in words["openers"] or phrase_opens(text, at):
        return text[at - 1] not in "'’" and not branded(text, at)
    return after_small_word(text, at) and (text[at - 1] in ".!?" or (glued and following[1:].islower()))


def address(text: str, at: int) -> bool:
    """Whether the word around `at` is part of an e-mail or web address."""
    begin = text.rfind(" ", max(0, at - 100), at) + 1
    word = text[begin : at + 1]
    return "://" in word or "@" in word or "www." in word


def phrase_opens(text: str, at: int) -> bool:
    """Whether a number of years or an article stands at `at`."""
    return text[at].isdigit() or (text[at] == "A" and text[at : at + 2] == "A ")


def branded(text: str, at: int) -> bool:
    """Whether the word around `at` is a known name with a capital inside."""
    left = TAIL.search(text, max(0, at - 30), at)
    right = WORD.match(text, at)
    return f"{left[0] if left else ''}{right[0] if right else ''}".lower() in word_lists()["brands"]


def after_small_word(text: str, at: int) -> bool:
    """Whether a word of four small letters or more, or a stop behind one, ends at `at`."""
    left = text[max(0, at - 5) : at]
    return left[-4:].islower() and left[-4:].isalpha() or (left[-1:] in ".!?;:)" and left[:-1][-3:].islower())


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of `[passages]` in `models/posting.toml`."""
    return {name: frozenset(words) for name, words in table("posting.toml")["passages"].items()}


@cache
def run_in() -> re.Pattern[str]:
    """Finds a heading inside a line, with the colon or question mark behind it."""
    phrases = table("posting.toml")["run_in"]
    strong, weak = "|".join(phrases["strong"]), "|".join(phrases["weak"])
    return re.compile(
        rf"(?<![\w'’&-]){INSIDE}(?:{strong})(?![\w/])\s?[:?]?|(?<=[a-z.!?:;)\]”])(?:{strong}|{weak})(?=[:A-Z])[:?]?"
        rf"|(?<=[.!?:;)\]”] )(?:{weak})(?:\s?:|(?=\s+[A-Z0-9•·*-]))"
        rf"|(?<=\s)(?:(?:[A-Z][a-z]{{2,14}}|and|&) ){{0,3}}(?:{weak})(?:/[A-Z][a-z]+)?\s?:"
        rf"|^(?:{strong}|{weak})(?:(?=[:A-Z])[:?]?|(?=\s+[A-Z0-9]))"
    )


def heading_joints(text: str) -> Iterator[int]:
    """Where the headings inside `text` begin and end; a short line with a label ("Salary: ...") stays whole."""
    for found in run_in().finditer(text):
        if found.start() == 0 and len(text) <= SHORT:
            continue
        yield found.start()
        yield found.end()
