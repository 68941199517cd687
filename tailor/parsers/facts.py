"""What a posting says of itself: its title, its company and the level of the job."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tailor.parsers.lexicon import word_set
from tailor.parsers.outline import Place
from tailor.parsers.wording import hinted
from tailor.resources import table
from tailor.types import Source

ALTERNATIVE = re.compile(r"\s*[/|]\s*|\s+or\s+")
ASIDE = re.compile(r",| [-–—:|] |(?<=\w)[-–—] ")
BREAK = re.compile(r"\s*[\t|]\s*")
WORD = re.compile(r"[a-z]+")
TOP_LINES = 8
WANTED = 150


def title_of(source: Source, places: Sequence[Place]) -> str:
    """The title as the file declares it, else the first piece of the top lines that names a job, else the first line.

    A first line too long for a title is cut to its first sentence.
    """
    declared = source.hints.get("title")
    if declared or not places:
        return declared or ""
    nouns = table("posting.toml")["levels"]["jobs"]
    lines = list(dict.fromkeys(place.cut.line.text for place in places[:TOP_LINES]))
    shown = [title_label().sub("", line) for line in lines]
    pieces = [piece.strip() for line in shown if len(line) <= WANTED for piece in BREAK.split(line)]
    named = (piece for piece in pieces if not piece.endswith(".") and set(WORD.findall(piece.lower())) & set(nouns))
    return next(named, shown[0] if len(shown[0]) <= WANTED else places[0].text)


@cache
def title_label() -> re.Pattern[str]:
    """A label before the title, such as "Job title:"."""
    words = "|".join(table("posting.toml")["levels"]["labels"])
    return re.compile(rf"^\W*(?:{words})\s*:\s*", re.IGNORECASE)


def company_of(source: Source, places: Sequence[Place]) -> str | None:
    """The company as the file declares it, else as the text names it most often; None if it does not."""
    declared = source.hints.get("company")
    if declared:
        return declared
    told = [place.text[:WANTED] for place in places if hinted("company", place.even[:WANTED])]
    found = (
        names for kind in ("sure", "likely") if (names := [name for text in told for name in named_in(text, kind)])
    )
    names = next(found, [])
    return max(dict.fromkeys(names), key=names.count) if names else None


def named_in(text: str, kind: str) -> list[str]:
    """The companies that the wording of `text` ("About X", "X is hiring", "At X, we") gives away."""
    found = (match[1].strip(" .,:") for pattern in company_patterns(kind) if (match := pattern.search(text)))
    return [name for name in found if may_be_company(name)]


def may_be_company(name: str) -> bool:
    """Whether `name` is more than a common word, and neither a language, a nation nor a place."""
    words = name.lower().split()
    company = table("posting.toml")["company"]
    place = any(" ".join(words) in word_set("places", kind) for kind in ("regions", "cities"))
    return bool(words) and not place and words[0] not in company["not"] and words[-1] not in company["languages"]


@cache
def company_patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of one kind ("sure", "likely") whose group 1 is the name of a company."""
    company = table("posting.toml")["company"]
    return tuple(re.compile(text.replace("NAME", company["name"])) for text in company[kind])


def level_of(title: str) -> str:
    """The level of a title; of alternatives ("Senior / Lead") the lower, "mid" if it names none."""
    order: list[str] = table("posting.toml")["levels"]["order"]
    head, *rest = ASIDE.split(title.lower())
    alone = [part for part in rest if any(pattern.fullmatch(part.strip(" .()")) for _, pattern in level_patterns())]
    levels = [level for part in ALTERNATIVE.split(" ".join([head, *alone])) if (level := level_in(part))]
    return min(levels, key=order.index) if levels else level_in(title.lower()) or "mid"


def level_in(part: str) -> str | None:
    """The level of one of the alternatives of a title: of compound levels ("Senior Director") the highest."""
    named = [level for level, pattern in level_patterns() if pattern.search(part)]
    noun = any(word in part for word in table("posting.toml")["levels"]["nouns"])
    return named[-1] if named else "mid" if noun else None


@cache
def level_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each level with the pattern of its words, lowest first; a word in brackets of its own is an option."""
    levels = table("posting.toml")["levels"]
    return tuple((name, level_pattern(levels[name])) for name in levels["order"])


def level_pattern(words: list[str]) -> re.Pattern[str]:
    """Finds one of `words` as a word of its own, but not alone in brackets."""
    any_word = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w(])(?:{any_word})(?![\w-])|(?<=\()(?:{any_word})(?![\w)-])")
