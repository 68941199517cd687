"""Which wordings say exactly the same, and how a requirement is called."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tailor.advisers.grammar import capitalized, plain_case, plural, words_of
from tailor.resources import table
from tailor.types import Coverage, Match, Mention, Skill

ONE = re.compile(r"\b(?:an?|one|each|every|another) $", re.IGNORECASE)
QUOTED = 90  # characters of a posting line that a reason quotes


def same_thing(first: str, second: str) -> bool:
    """Whether the two are one wording, or in one group of `models/synonyms.toml`.

    The taxonomy is no ground for this: its wordings lead to a concept, and some say more or less than it.
    """
    one, other = folded(first), folded(second)
    return one == other or (one in groups() and groups()[one] == groups().get(other))


@cache
def groups() -> dict[str, int]:
    """The number of the group of each wording, folded."""
    return {folded(text): at for at, group in enumerate(table("synonyms.toml")["groups"]) for text in group}


def grouped(wording: str) -> tuple[str, ...]:
    """The wordings of the group of `wording`, itself included; empty if it is in none."""
    at = groups().get(folded(wording))
    return () if at is None else tuple(table("synonyms.toml")["groups"][at])


def folded(text: str) -> str:
    """`text` in lower case, hyphens as blanks, each word in the singular as far as an s tells."""
    words = re.split(r"[\s-]+", text.lower().strip())
    return " ".join(
        word[:-1] if len(word) > 2 and word.endswith("s") and word[-2] not in "su" else word for word in words
    )


def asked_as(coverage: Coverage) -> str:
    """The requirement by the posting's name for it, else by the taxonomy's, as it stands inside a sentence."""
    return posting_words(coverage) or table_name(coverage)


def posting_words(coverage: Coverage) -> str:
    """How the posting names the requirement; empty if it does so by a phrase of its own."""
    skill = coverage.requirement.skill
    found = next((name for mention in coverage.requirement.mentions if (name := name_in(mention.text, skill))), "")
    return plain_case(found, name=is_name(skill))


def spoken(coverage: Coverage, match: Match) -> str:
    """The requirement as it may stand alone, without article.

    The posting's word, in the plural if it stands behind "a" there; but the taxonomy's for a bare "launch" or "specs".
    """
    asked, name = asked_as(coverage), table_name(coverage)
    start = coverage.requirement.mentions[0].start
    if ONE.search(match.posting.source.text[max(0, start - 9) : start]):
        asked = plural(asked)
    bare = " " not in asked and asked == asked.lower() and coverage.requirement.skill.type != "tool"
    return name if bare or folded(asked) == folded(name) else asked


def table_name(coverage: Coverage) -> str:
    """The taxonomy's name for the requirement, which the report's table shows, in the capitals the posting uses.

    In the plural where it names a thing ("business cases"), so that it needs no article.
    """
    skill = coverage.requirement.skill
    written = {w.lower(): w for mention in coverage.requirement.mentions for w in mention.text.split()}
    words = [written.get(word, word) for word in skill.name.split(" ")]
    if is_language(skill):
        return skill.name.title()
    if skill.name in table("advice.toml")["named"]:
        return str(table("advice.toml")["named"][skill.name])
    if is_name(skill) and any(word != word.lower() for word in words):
        words = [word if word != word.lower() else capitalized(word) for word in words]
    name = plain_case(" ".join(words), name=is_name(skill))
    return plural(name) if skill.type != "tool" and skill.name.split(" ")[-1] in words_of("count") else name


def is_name(skill: Skill) -> bool:
    """Whether skills of its type are names ("Jira"), so that a capital stays."""
    return skill.type in table("advice.toml")["names"] and not is_award(skill)


def is_award(skill: Skill) -> bool:
    """Whether `skill` is a kind of degree, certificate or clearance rather than the name of one."""
    return skill.type == "credential" and skill.name.split(" ")[-1] in table("advice.toml")["awards"]


def is_language(skill: Skill) -> bool:
    """Whether `skill` is a language that people speak."""
    speaks = skill.type == "credential" and skill.competency == "communication and collaboration"
    return speaks and not is_award(skill) and skill.id not in table("advice.toml")["no_languages"]


def name_in(text: str, skill: Skill) -> str:
    """The name of `skill` that stands in `text`, as written there; empty if none does."""
    found = name_pattern(skill).search(text)
    return found[0] if found else ""


@lru_cache(maxsize=2048)
def name_pattern(skill: Skill) -> re.Pattern[str]:
    """A pattern for the names of `skill`, longest first, in the singular and plural; verb phrases are no names."""
    known = sorted((skill.name, *skill.forms, *skill.cased), key=len, reverse=True)
    named = "|".join(re.escape(name).replace("\\ ", "[ -]") for name in known)
    return re.compile(rf"(?<!\w)(?:{named})s?(?!\w)", re.IGNORECASE)


def quoted(coverage: Coverage, match: Match) -> str:
    """The posting line that asks for the requirement, as 'line 12: "..."', cut around the words that ask."""
    mention = coverage.requirement.asked
    line = next(line for line in match.posting.source.lines if line.number == mention.line)
    return f'line {line.number}: "{stretch(line.text, mention, line.start)}"'


def stretch(text: str, mention: Mention, offset: int) -> str:
    """About `QUOTED` characters of `text` around `mention`, cut at blanks; `offset` is where `text` begins."""
    if len(text) > QUOTED:
        middle = (mention.start + mention.end) // 2 - offset
        first = max(0, min(middle - QUOTED // 2, len(text) - QUOTED))
        first = text.find(" ", first, middle) + 1 if first else 0
        last = text.rfind(" ", middle, first + QUOTED) if first + QUOTED < len(text) else len(text)
        last = last if last > first else len(text)
        text = ("…" if first else "") + text[first:last].rstrip(" ,;") + ("…" if last < len(text) else "")
    return " ".join(text.replace('"', "'").replace("**", "").split())
