"""The text of a resume line before and after it is turned: is it prose, where its sentences end, how one is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.letter_clauses import WORD, data, is_past, opens_with_verb, words_of

LABEL = re.compile(r"(?:[^\s:.;,()]+ ){0,3}[^\s:.;,()]+: +(?=\S)")
STOP = re.compile(r"[.!](?=\s+[\"“(]?[A-Z0-9])")
LEAST_WORDS = 4
ENDS = " .,;:–—-!"


def is_prose(text: str) -> bool:
    """Whether `text` is one line of plain words, brackets and quotes in pairs, that is not told from outside."""
    limits, words = data("size"), {word.lower() for word in WORD.findall(text)}
    if len(text) > limits["line_characters"] or len(text.split()) > limits["line_words"] or not text.isprintable():
        return False
    if any(mark in text for mark in data("text")["marks"]) or words & words_of("text", "others"):
        return False
    pairs = text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
    return pairs and sum(c.islower() for c in text) > sum(c.isupper() for c in text)


def without_label(text: str) -> str:
    """`text` without a label such as "Growth: " where a verb comes behind it."""
    found = LABEL.match(text)
    return (
        text[found.end() :]
        if found and not is_past(text.partition(":")[0]) and opens_with_verb(text[found.end() :])
        else text
    )


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text`, without the period at their end; abbreviations and initials end none."""
    start = 0
    for found in STOP.finditer(text):
        last = text[start : found.start()].split()[-1:]
        if last and not is_abbreviation(last[0]):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:].strip()


def is_abbreviation(word: str) -> bool:
    """Whether a period behind `word` is a part of it."""
    bare = word.lstrip('("“').lower()
    return bare in words_of("text", "abbreviations") or (len(bare) == 1 and bare.isalpha())


def is_hanging(text: str) -> bool:
    """Whether `text` breaks off."""
    return text.rsplit(maxsplit=1)[-1].lower() in words_of("text", "open_ends") if text.split() else True


def ended(text: str) -> str:
    """`text` with a capital and one period at its end; "" if there is nothing to end, or if it breaks off."""
    bare = text.rstrip(ENDS)
    if len(bare.split()) < LEAST_WORDS or is_hanging(bare):
        return ""
    return f"{bare[0].upper()}{bare[1:]}."
