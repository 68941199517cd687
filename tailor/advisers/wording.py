"""Which wordings say exactly the same: the only ones that may stand for each other in a resume."""

from __future__ import annotations

import re
from functools import cache

from tailor.resources import table
from tailor.types import Coverage, Skill


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


def folded(text: str) -> str:
    """`text` in lower case, hyphens as blanks, each word in the singular as far as an s tells."""
    words = re.split(r"[\s-]+", text.lower().strip())
    return " ".join(
        word[:-1] if len(word) > 2 and word.endswith("s") and word[-2] not in "su" else word for word in words
    )


def asked_as(coverage: Coverage) -> str:
    """The requirement by the posting's name for it, else by the taxonomy's."""
    return posting_words(coverage) or coverage.requirement.skill.name


def posting_words(coverage: Coverage) -> str:
    """How the posting names the requirement, in its capitals; empty if it does so by a phrase of its own."""
    skill = coverage.requirement.skill
    found = next((name for mention in coverage.requirement.mentions if (name := name_in(mention.text, skill))), "")
    return found if any(letter.isupper() for letter in found) and not found.istitle() else cased(found, coverage)


def cased(found: str, coverage: Coverage) -> str:
    """`found` in small letters, but for tools, credentials and the like, which are names."""
    return found if coverage.requirement.skill.type in table("advice.toml")["names"] else found.lower()


def name_in(text: str, skill: Skill) -> str:
    """The name of `skill` that stands in `text`, as written there; empty if none does."""
    found = name_pattern(skill).search(text)
    return found[0] if found else ""


def name_pattern(skill: Skill) -> re.Pattern[str]:
    """A pattern for the names of `skill`, longest first, in the singular and plural; verb phrases are no names."""
    known = sorted((skill.name, *skill.forms, *skill.cased), key=len, reverse=True)
    named = "|".join(re.escape(name).replace("\\ ", "[ -]") for name in known)
    return re.compile(rf"(?<!\w)(?:{named})s?(?!\w)", re.IGNORECASE)
