"""Views of a Doc for matching: the same tokens with some left out, and the way back.

In the plain view "cross-functional" and "cross functional" are the same two tokens; in the tight view
"gather the right feedback" and "gather feedback" are. One phrase matcher over a view does what would
otherwise take a pattern for each variant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from tailor.extractors.tokens import is_joint


class View(NamedTuple):
    """`doc` holds some tokens of another Doc; token i of it is token `places[i]` there."""

    doc: Doc
    places: list[int]


class Hit(NamedTuple):
    """A pattern found: its key, and the token range [start, end) in the original Doc."""

    key: int
    start: int
    end: int


def plain_view(doc: Doc) -> View:
    """`doc` without the hyphens that join words."""
    return view_of(doc, [at for at in range(len(doc)) if not is_joint(doc, at)])


def tight_view(doc: Doc, fillers: frozenset[str]) -> View:
    """`doc` without joining hyphens, without `fillers` and without adverbs in -ly."""
    return view_of(doc, [at for at in range(len(doc)) if not is_joint(doc, at) and not is_filler(doc, at, fillers)])


def view_of(doc: Doc, places: list[int]) -> View:
    """The tokens at `places` as a Doc of their own; `doc` itself when none is left out."""
    if len(places) == len(doc):
        return View(doc, places)
    return View(Doc(doc.vocab, words=[doc[at].text for at in places]), places)


def is_filler(doc: Doc, at: int, fillers: frozenset[str]) -> bool:
    """Whether token `at` may stand between a verb and its object without changing the skill."""
    word = doc[at].lower_
    return word in fillers or (len(word) > 4 and word.endswith("ly"))


def hits(matcher: PhraseMatcher, view: View) -> Iterator[Hit]:
    """What `matcher` finds in `view`, as token ranges of the Doc the view was made of."""
    for key, start, end in matcher(view.doc):
        yield Hit(key, view.places[start], view.places[end - 1] + 1)


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
