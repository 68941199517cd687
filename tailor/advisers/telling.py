"""What a resume line tells, cut into what was done and what came of it; words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tailor.resources import table
from tailor.types import Line, Match

TOLD = ("experience", "projects", "volunteering", "leadership")  # kinds of section whose bullets tell of deeds


def told_deeds(match: Match) -> dict[int, str]:
    """What each line of work says, by its number; a line that runs on in the next has the words of both.

    Of a role with bullets only these: what stands above them speaks of the company.
    """
    blocks = [role.lines for role in match.resume.roles]
    blocks += [section.lines for section in match.resume.sections if section.kind in TOLD]
    found: dict[int, str] = {}
    for lines in blocks:
        for run in runs(lines):
            text = " ".join(line.text for line in run)
            found |= {line.number: text for line in run if line.number not in found}
    return found


def runs(lines: Sequence[Line]) -> list[list[Line]]:
    """`lines` in runs, each a bullet with the lines it runs on in; single lines where there is no bullet."""
    if not any(line.kind == "bullet" for line in lines):
        return [[line] for line in lines]
    found: list[list[Line]] = []
    for line in lines:
        if line.kind == "bullet":
            found.append([line])
        elif found and runs_on(found[-1][-1], line):
            found[-1].append(line)
    return found


def runs_on(first: Line, second: Line) -> bool:
    """Whether `second` goes on with the sentence of `first`."""
    broken = not first.text.endswith((".", "!", "?")) or second.text[:1].islower()
    return broken and second.kind == "body" and second.number == first.number + 1


def deed_and_result(text: str) -> tuple[str, str]:
    """`text` in two, at the first place behind which a result is told; the second is "" if none is."""
    for at, behind in sorted(cuts(text)):
        if at and tells_result(text[behind:]):
            return text[:at].strip(), text[behind:].strip()
    return text, ""


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Places where a result may begin: where what stands before it ends, and where it begins itself."""
    for sign in table("interview.toml")["cut"]["signs"]:
        at = text.find(sign)
        while at >= 0:
            yield at + len(sign.rstrip()) * (sign not in {" – ", " — "}), at + len(sign)
            at = text.find(sign, at + 1)
    for found in opener().finditer(text):
        yield found.start(), found.start(1)


@cache
def opener() -> re.Pattern[str]:
    """A comma and one of the words that open a result."""
    words = "|".join(map(re.escape, table("interview.toml")["cut"]["openers"]))
    return re.compile(rf",? ({words})\b")


def tells_result(text: str) -> bool:
    """Whether `text` holds a figure, or a word of change."""
    words = text.lower()
    outcomes = table("interview.toml")["cut"]["outcomes"]
    return has_figure(text) or any(re.search(rf"\b{re.escape(word)}\b", words) for word in outcomes)


def has_figure(text: str) -> bool:
    """Whether `text` holds a figure that tells a result, such as a share or a change; a bare number is none."""
    return any(re.search(pattern, text) for pattern in table("interview.toml")["cut"]["figures"])


def short(text: str, most: int) -> str:
    """`text`, cut at a blank after at most `most` characters; it ends in "…" if it was cut."""
    return text if len(text) <= most else text[: text.rfind(" ", 0, most)].rstrip(" ,;:–—") + "…"


def around(text: str, words: str, most: int) -> str:
    """The stretch of `text` around `words`, at most about `most` characters, cut at blanks; "…" where it was cut."""
    at = text.find(words)
    if len(text) <= most or at + len(words) <= most:
        return short(text, most)
    start = text.find(" ", max(0, min(at + len(words) // 2 - most // 2, len(text) - most))) + 1
    return "…" + short(text[start:], most)
