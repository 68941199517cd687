"""Views of a Doc for matching: the norms of some of its tokens, and the way back.

In the plain view "cross-functional" and "cross functional" are the same two words; in the tight view
"gather the right feedback" and "gather feedback" are. One pass over a view does what would otherwise
take a pattern for each variant.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span

from tailor.extractors.tokens import HYPHENS
from tailor.extractors.trie import Found

PLAIN = "tailor.plain"  # where a Doc keeps its plain view
TEXTS = "tailor.texts"  # and the texts of its tokens


class View(NamedTuple):
    """Word i of the view is the norm of token `places[i]` of the Doc."""

    words: list[str]
    places: list[int]

    def span(self, doc: Doc, found: Found, label: str) -> Span:
        """What was found in the view as a span of `doc`."""
        return Span(doc, self.places[found.start], self.places[found.end - 1] + 1, label=label)


def plain_view(doc: Doc) -> View:
    """`doc` without the hyphens that join words; made once, for each matcher asks for it."""
    kept = doc.user_data.get(PLAIN)
    if kept is None:
        kept = doc.user_data[PLAIN] = View(*unhyphenated(doc))
    found: View = kept
    return found


def texts_of(doc: Doc) -> list[str]:
    """The texts of the tokens of `doc`; made once, for going through tokens takes long."""
    found: list[str] | None = doc.user_data.get(TEXTS)
    if found is None:
        found = doc.user_data[TEXTS] = [token.text for token in doc]
    return found


def unhyphenated(doc: Doc) -> tuple[list[str], list[int]]:
    """The norms of the tokens of `doc` without the hyphens that join words, and their places."""
    places, words = [], []
    joint_possible = False
    for token in doc:
        text = token.norm_
        if not (joint_possible and text in HYPHENS and not token.whitespace_ and token.i < len(doc) - 1):
            places.append(token.i)
            words.append(text)
        joint_possible = not token.whitespace_
    return words, places


def tight_view(plain: View, fillers: frozenset[str]) -> View:
    """`plain` without `fillers` and adverbs in -ly."""
    kept = [at for at, word in enumerate(plain.words) if not is_filler(word, fillers)]
    return View([plain.words[at] for at in kept], [plain.places[at] for at in kept])


def is_filler(word: str, fillers: frozenset[str]) -> bool:
    """Whether `word` may stand between a verb and its object without changing the skill."""
    return word in fillers or is_adverb(word)


def is_adverb(word: str) -> bool:
    """Whether `word` looks like an adverb: it ends in -ly."""
    return len(word) > 4 and word.endswith("ly")


def merge_brackets(doc: Doc, spans: list[Span]) -> list[Span]:
    """Join a long form with its acronym in brackets: "minimum viable product (MVP)" is one mention.

    `spans` are sorted and do not overlap; both halves must have the same label.
    """
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.label == span.label and is_bracketed(doc, last.end, span):
            joined[-1] = Span(doc, last.start, span.end + 1, label=last.label)
        else:
            joined.append(span)
    return joined


def is_bracketed(doc: Doc, end: int, span: Span) -> bool:
    """Whether `span` stands in brackets of its own right behind token `end`."""
    return span.start == end + 1 and doc[end].text == "(" and span.end < len(doc) and doc[span.end].text == ")"
