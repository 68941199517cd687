"""English by rule, as far as putting one noun phrase for another needs it: number, article, capitals."""

from __future__ import annotations

import re
from functools import cache

from tailor.resources import table

LETTERS_SAID_WITH_VOWEL = frozenset("AEFHILMNORSX")
NUMBERS_SAID_WITH_VOWEL = re.compile(r"(?:8|11(?!\d)|18(?!\d))")
SAID_AS_YOU = re.compile(r"(?:uni(?!n|m)|us[aeu]|uti|ubi|eu|one\b|once\b)", re.IGNORECASE)
SILENT_H = re.compile(r"(?:hour|honest|honor|honour|heir)", re.IGNORECASE)
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$", re.IGNORECASE)
INNER = re.compile(r" (?:of|for|to|on|in|with|per) ")


def words_of(name: str) -> frozenset[str]:
    """A list of words of `models/advice.toml`, table "grammar"."""
    return frozenset(table("advice.toml")["grammar"][name])


def article(phrase: str) -> str:
    """ "a" or "an", by how the first word of `phrase` is said."""
    first = re.split(r"[\s/-]", phrase.strip(), maxsplit=1)[0]
    if not first or first[0].isdigit():
        return "an" if NUMBERS_SAID_WITH_VOWEL.match(first) else "a"
    if is_spelled(first):
        return "an" if first[0] in LETTERS_SAID_WITH_VOWEL else "a"
    if SILENT_H.match(first):
        return "an"
    return "an" if first[0].lower() in "aeiou" and not SAID_AS_YOU.match(first) else "a"


def is_spelled(word: str) -> bool:
    """Whether `word` is said letter by letter, such as "KPI"; "SaaS" and the like are not."""
    bare = word.removesuffix("s")
    return bare.isupper() and bare.upper() not in {said.upper() for said in words_of("said_as_words")}


def is_abbreviation(phrase: str) -> bool:
    """Whether `phrase` is one word with two capitals or more, such as "OKRs", "P&L" or "SaaS"."""
    return " " not in phrase.strip() and sum(letter.isupper() for letter in phrase) >= 2


def plural(phrase: str) -> str:
    """`phrase`, a noun phrase in the singular, in the plural; its head is what stands before "of", "for" and the like.

    What has no plural ("machine learning"), or is one already, stays as it is.
    """
    if is_abbreviation(phrase):
        return phrase if phrase.endswith("s") else f"{phrase}s"
    if phrase.lower() in words_of("no_plural"):
        return phrase
    inner = INNER.search(phrase)
    head, rest = (phrase[: inner.start()], phrase[inner.start() :]) if inner else (phrase, "")
    before, _, noun = head.rpartition(" ")
    return f"{before} {plural_noun(noun)}{rest}".strip()


def plural_noun(noun: str) -> str:
    """One noun in the plural."""
    irregular: dict[str, str] = table("advice.toml")["grammar"]["plurals"]
    low = noun.lower()
    if low in irregular:
        return irregular[low]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return noun
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if SIBILANT.search(noun) else f"{noun}s"


def is_mass(phrase: str) -> bool:
    """Whether `phrase` ends in a noun of doing ("split testing"), which takes no number and no "a"."""
    return phrase.lower().endswith("ing") and " " in phrase


def is_doing(phrase: str) -> bool:
    """Whether `phrase` is a verb in -ing with what it is done to: "managing stakeholders"."""
    first, _, rest = phrase.lower().partition(" ")
    return bool(rest) and first in words_of("doing")


def capitalized(phrase: str) -> str:
    """`phrase` with its first letter as a capital."""
    return phrase[:1].upper() + phrase[1:]


def titled(phrase: str) -> str:
    """`phrase` with every word of weight as in a title."""
    small = words_of("small")
    return " ".join(word if word in small else capitalized(word) for word in phrase.split(" "))


def plain_case(phrase: str, *, name: bool = False) -> str:
    """`phrase` as it stands inside a sentence: small letters but for abbreviations, proper names, and `name`s."""
    return " ".join(cased_word(word, name=name) for word in phrase.split(" "))


def cased_word(word: str, *, name: bool) -> str:
    """One word as it stands inside a sentence."""
    known = capitals().get(word.lower())
    if known:
        return known
    inner = any(letter.isupper() for letter in word[1:])
    return word if name or inner or (len(word) == 1 and word not in "AI") else word.lower()


@cache
def capitals() -> dict[str, str]:
    """How words that keep their capitals are written, by their small letters."""
    written = table("advice.toml")["grammar"]["capitals"]
    return {word.lower(): word for word in written}


def joined(names: list[str] | tuple[str, ...], *, last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
