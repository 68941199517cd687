"""The catalogue of checks: how a rule joins it, and what rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from tailor.registry import check
from tailor.resources import table
from tailor.types import Check, Layout, Line, Match, PartialDate, Resume, Role, Verdict

OF_POSTING = "posting-"
SHOWN = 4  # examples in a reason, lines in a place
LONGEST = 2_000
WORD = re.compile(r"[^\W_](?:[\w'’&+/.%-]*[\w%+])?")
TEXT_FORMATS = ("txt", "md")
LEAST_WORDS = 6  # of a paragraph that tells of a job; less is the name of a place or department


class Finding(NamedTuple):
    """What a rule found, without the names the catalogue adds; the fields are those of `Check`."""

    verdict: Verdict
    why: str
    line: int | None = None
    place: str = ""


ResumeRule = Callable[[Resume, Layout], Iterable[Finding]]
MatchRule = Callable[[Match], Iterable[Finding]]


def of_resume(group: str, name: str) -> Callable[[ResumeRule], ResumeRule]:
    """Put a rule that needs no posting into the catalogue under `name`."""

    def join(rule: ResumeRule) -> ResumeRule:
        def checked(resume: Resume, layout: Layout) -> Iterator[Check]:
            for found in rule(resume, layout):
                yield named(name, group, found)

        check.register(name, func=checked)
        return rule

    return join


def of_posting(group: str, name: str) -> Callable[[MatchRule], MatchRule]:
    """Put a rule that needs a posting into the catalogue under "posting-" and `name`."""

    def join(rule: MatchRule) -> MatchRule:
        def checked(match: Match) -> Iterator[Check]:
            for found in rule(match):
                yield named(name, group, found)

        check.register(OF_POSTING + name, func=checked)
        return rule

    return join


def named(name: str, group: str, found: Finding) -> Check:
    """A finding with the names of its rule; a single line is its place."""
    place = found.place or (f"line {found.line}" if found.line is not None else "")
    return Check(name, group, found.verdict, found.why, found.line, place)


def data(group: str) -> dict[str, Any]:
    """A table of `models/checks.toml`."""
    found: dict[str, Any] = table("checks.toml")[group]
    return found


@cache
def phrases(group: str, name: str) -> re.Pattern[str]:
    """Finds any entry of a list of `models/checks.toml` as whole words, the longest first, whatever its case."""
    entries = sorted(data(group)[name], key=lambda entry: (-len(entry), entry))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, entries))})(?![\w-])", re.IGNORECASE)


class Statement(NamedTuple):
    """A bullet, or a paragraph that tells of a job: its text, its first line, and the job."""

    text: str
    line: int
    bullet: bool
    role: Role | None = None

    @property
    def words(self) -> list[str]:
        """Its words; a figure with its sign is one."""
        return WORD.findall(self.text[:LONGEST])

    @property
    def opener(self) -> str:
        """Its first word, in small letters."""
        return self.words[0].lower() if self.words else ""


def statements(resume: Resume) -> list[Statement]:
    """What the jobs tell, in reading order."""
    return [statement for role in resume.roles for statement in told(resume, role.lines, role)]


def told(resume: Resume, lines: Sequence[Line], role: Role | None = None) -> list[Statement]:
    """The bullets among `lines`; where there are none, the paragraphs."""
    joined = list(unwrapped(lines)) if resume.source.format in TEXT_FORMATS else [(line, line.text) for line in lines]
    found = [Statement(even(text), line.number, line.kind == "bullet", role) for line, text in joined]
    bullets = [statement for statement in found if statement.bullet]
    return bullets or [statement for statement in found if len(statement.words) >= LEAST_WORDS]


def unwrapped(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Lines of a text file with those they go on in: what follows at once and is no bullet.

    Where every line is a sentence of its own, none goes on.
    """
    whole = all(line.kind == "body" and line.text.rstrip(")\"'”’ ").endswith((".", "!", "?")) for line in lines)
    first, text, last = None, "", 0
    for line in lines:
        if first is not None and line.kind == "body" and line.number == last + 1 and not whole:
            text, last = f"{text} {line.text}", line.number
            continue
        if first is not None:
            yield first, text
        first, text, last = line, line.text, line.number
    if first is not None:
        yield first, text


def even(text: str) -> str:
    """`text` with straight apostrophes."""
    return text.replace("’", "'")


def lines_of(resume: Resume, *kinds: str) -> list[Line]:
    """The lines of the sections of these kinds."""
    return [line for section in resume.sections if section.kind in kinds for line in section.lines]


def body(resume: Resume) -> list[Line]:
    """All lines but those about the person, of references and of headings."""
    out = {"contact", "personal", "links", "references"}
    return [line for section in resume.sections if section.kind not in out for line in section.lines]


def at_lines(numbers: Iterable[int]) -> str:
    """ "line 3", "lines 3, 5 and 9", "lines 3, 5, 9, 12 and 4 more"; "" for none."""
    found = list(dict.fromkeys(numbers))
    shown = [str(number) for number in found[:SHOWN]] + ([f"{len(found) - SHOWN} more"] if len(found) > SHOWN else [])
    return f"line{'s' * (len(found) > 1)} {listed(shown)}" if found else ""


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def quoted(items: Iterable[str]) -> str:
    """The first few of `items`, each once, in quotation marks."""
    found = list(dict.fromkeys(items))
    more = [f"{len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return listed([f'"{item}"' for item in found[:SHOWN]] + more)


def plural(count: int, noun: str, many: str = "") -> str:
    """ "1 bullet", "2 bullets"; `many` where it is not made by an s."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def graver(is_grave: bool) -> Verdict:
    """ "fail" if it is grave, else "warn"."""
    return "fail" if is_grave else "warn"


def on(verdict: Verdict, why: str, numbers: Sequence[int]) -> Finding:
    """A finding about these lines."""
    return Finding(verdict, why, numbers[0] if numbers else None, at_lines(numbers))


def reference(resume: Resume) -> PartialDate:
    """The month "present" stands for: no later date is known than the latest of these."""
    dates = [date for role in resume.roles for date in (role.period.start, role.period.end) if date]
    return max([PartialDate(*table("dates.toml")["release"]), *dates])
