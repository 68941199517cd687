"""The gate of the letter: no word that is not in the resume, in the posting's name for what is proven, or fixed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tailor.advisers.letter_clauses import data
from tailor.advisers.letter_names import company_phrase, role_phrase
from tailor.advisers.letter_terms import BY_NAME, term_of
from tailor.types import Coverage, Match, Paragraph
from tailor.types.letters import PLACEHOLDER

ADDED = frozenset({"i", "and", "was", "am"})
EDGES = " \t.,;:!?()\"“”'’–—-"
FIXED = {
    "opening": ("opening", "now", "before", "strongest", "strongest_named", "nearest", "nearest_named", "bridge"),
    "evidence": ("priorities",),
    "example": (),
    "gap": ("gap",),
    "why": (),
    "close": ("close",),
}


def must_be_true(paragraph: Paragraph, match: Match) -> None:
    """Raise ValueError if the paragraph says a word that nothing allows: that is a mistake of Tailor's."""
    strange = strange_words(paragraph, match)
    if strange:
        raise ValueError(f"the letter would say {', '.join(strange)}, which the resume does not")


def strange_words(paragraph: Paragraph, match: Match) -> tuple[str, ...]:
    """The words of a paragraph that stand neither in its lines nor in what may be said without them."""
    allowed = fixed_words(paragraph.kind) | backed_words(paragraph, match)
    return tuple(word for word in words(PLACEHOLDER.sub(" ", paragraph.text)) if word not in allowed)


@cache
def fixed_words(kind: str) -> frozenset[str]:
    """The words of the fixed sentences of a kind of paragraph."""
    sentences = data("sentences")
    texts = [text for name in FIXED[kind] for text in as_list(sentences[name])]
    links = [text for value in data("links").values() for text in as_list(value)] if kind == "evidence" else []
    return ADDED | frozenset(word for text in (*texts, *links) for word in words(re.sub(r"\{\w+\}", " ", text)))


def as_list(value: Any) -> list[str]:
    """A sentence, or lists of them, as one list."""
    return [value] if isinstance(value, str) else [text for item in value for text in as_list(item)]


def backed_words(paragraph: Paragraph, match: Match) -> frozenset[str]:
    """The words of its lines and of their roles, of the posting's name, and of the terms that are backed."""
    numbers = frozenset(paragraph.lines)
    told = [line.text for line in match.resume.source.lines if line.number in numbers]
    roles = [role for role in match.resume.roles if numbers & {line.number for line in (*role.header, *role.lines)}]
    heads = [text for role in roles for text in (role.title, role.company) if text]
    named = [role_phrase(match.posting), company_phrase(match.posting)] if paragraph.kind == "opening" else []
    terms = [term for term in paragraph.terms if is_backed(term, paragraph, match)]
    return frozenset(word for text in (*told, " ".join(told), *heads, *named, *terms) for word in words(text))


def is_backed(term: str, paragraph: Paragraph, match: Match) -> bool:
    """Whether the lines prove the term by name; of a gap, whether it is one."""
    told = {line.number: line.text for line in match.resume.source.lines if line.number in paragraph.lines}
    if paragraph.kind == "gap":
        return any(term_of(gap) == term for gap in match.gaps)
    return any(term_of(coverage) == term and is_named(coverage, told) for coverage in match.coverages)


def is_named(coverage: Coverage, told: dict[int, str]) -> bool:
    """Whether a proof by name lies in one of the lines."""
    return any(proof.line in told and proof.how in BY_NAME for proof in coverage.proofs)


def keeps_to(said: Iterable[str], text: str) -> bool:
    """Whether the sentences say words of `text` only, in their order, but for "I", "was", "am" and "and"."""
    source = iter(words(text))
    return all(word in source for word in words(" ".join(said)) if word not in ADDED) and not_forged(said)


def not_forged(said: Iterable[str]) -> bool:
    """Whether no sentence holds what would read as a placeholder."""
    return not any(mark in sentence for sentence in said for mark in "[]")


def words(text: str) -> list[str]:
    """The words of `text` in small letters, without the marks around them."""
    return [word for piece in text.casefold().split() if (word := piece.strip(EDGES))]
