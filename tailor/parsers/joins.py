"""Places inside a line where a bad scrape glued two texts together or left a heading without a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tailor.resources import table

# A capital, or a number of years, with no blank before it.
GLUE = (
    r"(?=[A-Z])(?:(?<=[a-z)\]%+.!?:;”’…])|(?<=[A-Z])(?=[A-Z][a-z]{3}))"
    r"|(?=\d)(?:(?<=[a-z)][.!?;:])|(?<=[a-z)…])(?=\d\d?(?:\+|[-–]\d)))"
)
HEADED = r"(?:About|Meet|Join|Why) (?P<{0}>[A-Z][\w.]{{2,20}}(?: [A-Z]\w{{1,20}})?)(?=(?P={0})\b|At (?P={0})\b)"
# "About AcmeAcme is ...": the end of a heading that is glued to the name it ends with.
NAMED_TWICE = rf"(?<=[a-z.!?] ){HEADED.format('inner')}|^{HEADED.format('first')}"
# Words behind which the words of a heading are only words: "meets the minimum qualifications".
JOINING = ("an", "a", "the", "The", "our", "of", "to", "in", "with", "and", "or", "your", "this", "on")
LEFT = re.compile(r"[A-Za-z'’&./-]{1,30}$")
RIGHT = re.compile(r"[A-Za-z][A-Za-z'’]{0,30}")
MANY, SHORT = 3, 90


def is_glue(text: str, at: int, *, glued: bool) -> bool:
    """Whether two sentences meet at `at`; names such as "JavaScript" or "SaaS" are none.

    glued : whether the line has many such places, so that also words that seldom open a sentence count.
    """
    lists = word_lists()
    left, right = LEFT.search(text, max(0, at - 30), at), RIGHT.match(text, at)
    before, behind = left[0] if left else "", right[0] if right else ""
    if (before + behind).lower() in lists["brands"] or before.endswith(("'", "’")) or is_address(text, at):
        return False
    opener, plain = (
        behind.lower(),
        glued or not (before.isalpha() and before.istitle()) or before.lower() in heading_words(),
    )
    if opener in lists["openers"] or opener.removesuffix("s") in lists["openers"] or opens_phrase(text, at):
        return plain
    if not after_small_word(text, at):
        return False
    return text[at - 1] in ".!?" or (glued and behind[1:].islower() and before[:1].islower())


def is_address(text: str, at: int) -> bool:
    """Whether the word around `at` is part of an e-mail or web address."""
    far = max(0, at - 100)
    word = text[max(far, text.rfind(" ", far, at) + 1) : at + 1]
    return "://" in word or "@" in word or "www." in word


def opens_phrase(text: str, at: int) -> bool:
    """Whether a number of years or an article stands at `at`."""
    return text[at].isdigit() or text[at : at + 2] == "A "


def after_small_word(text: str, at: int) -> bool:
    """Whether a word that ends in four small letters, or in three and a stop, ends at `at`."""
    left = text[max(0, at - 4) : at]
    whole = left.islower() and left.isalpha()
    return whole or (left[-1:] in (".", "!", "?", ";", ":", ")") and left[:-1].isalpha() and left[:-1].islower())


def heading_joints(text: str) -> Iterator[int]:
    """Where the headings inside `text` begin and end; a short line with a label ("Salary: ...") stays whole."""
    for found in run_in().finditer(text) if len(text) > SHORT else ():
        yield found.start()
        yield found.end()


@cache
def run_in() -> re.Pattern[str]:
    """Finds a heading inside a line, with the colon or question mark behind it."""
    phrases = table("posting.toml")["run_in"]
    strong, weak = "|".join(phrases["strong"]), "|".join(phrases["weak"])
    free = "".join(rf"(?<!\b{word} )" for word in JOINING)
    ways = (
        rf"(?<![\w'’&-]){free}(?:{strong})(?:(?![\w/])\s?[:?]?|(?=[A-Z][a-z]))",
        rf"(?<=[a-z.!?:;)\]”])(?:{strong}|{weak})(?=[:A-Z])[:?]?",
        rf"(?<=[.!?:;)\]”] )(?:{weak})(?:\s?:|(?=\s+[A-Z0-9•·*-]))",
        rf"(?<=\s)(?:(?:[A-Z][a-z]{{2,14}}|and|&) ){{0,3}}(?:{weak})(?:/[A-Z][a-z]+)?\s?:",
        rf"^(?:{strong}|{weak})(?:(?=[:A-Z])[:?]?|(?=\s+[A-Z0-9]))",
    )
    return re.compile(rf"(?=[A-Z])(?:{'|'.join(ways)})")


@cache
def heading_words() -> frozenset[str]:
    """The words that open a heading."""
    return frozenset(table("posting.toml")["headings"]["openers"])


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of `[passages]` in `models/posting.toml`."""
    return {name: frozenset(words) for name, words in table("posting.toml")["passages"].items()}
