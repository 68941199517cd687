"""The spaCy pipeline at work: texts in, mentions out."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tailor.cache import is_kept, kept
from tailor.resources import models
from tailor.types import Line, Mention, Need, Posting

if TYPE_CHECKING:
    from spacy.language import Language


LEARNT = 30_000  # strings
YEARS_REACH = 60  # characters between "5 years" and the skill they are asked of
CLAUSE_END = re.compile(r"[.;:(\n]|, (?!and\b|or\b)|\b(?:including|with at least)\b")


class Piece(NamedTuple):
    """A stretch of text to look at: where it stands, and what its surroundings say of it."""

    text: str
    start: int
    line: int
    section: str = ""
    need: Need | None = None


@cache
def load() -> Language:
    """The pipeline of `models/en_pm`, loaded once a process; no network.

    Its tokenizer and vocabulary are those its config makes anew, so the copies on disk need not be read. What is
    loaded stays, so the search for garbage, which would go through all of it again and again, rests meanwhile.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        import spacy

        from tailor.extractors.components import register_attributes

        register_attributes()
        return spacy.load(models() / "en_pm", exclude=["tokenizer", "vocab"])
    finally:
        if collecting:
            gc.enable()


def posting_mentions(posting: Posting) -> tuple[Mention, ...]:
    """The skills named in `posting`, in reading order; boilerplate and headings of sections are not looked at."""
    text = posting.source.text
    asking = [p for p in posting.passages if p.need]
    found = mentions([Piece(text[p.start : p.end], p.start, p.line, p.section, p.need) for p in asking])
    spans = [span for passage in asking for span in passage.years]
    return tuple(replace(m, years=years_of(m, spans, text)) for m in found) if spans else found


def years_of(mention: Mention, spans: Iterable[tuple[int, int]], text: str) -> int | None:
    """How many years of the skill are asked for: the nearest number before it in the same clause."""
    near = [(end, value) for value, end in spans if 0 <= mention.start - end <= YEARS_REACH]
    if not near or CLAUSE_END.search(text, max(near)[0], mention.start):
        return None
    return max(near)[1]


def line_mentions(lines: Iterable[Line], section: str = "") -> tuple[Mention, ...]:
    """The skills named in `lines`, which stand in a section of that kind, in reading order."""
    return mentions([Piece(line.text, line.start, line.number, section) for line in lines])


def mentions(pieces: Iterable[Piece]) -> tuple[Mention, ...]:
    """The skills named in `pieces`. Of new words spaCy keeps the first ones only, see `bounded`."""
    asked = tuple(pieces)
    known = all(is_kept("skills", piece.text, piece.section, piece.need) for piece in asked)
    with nullcontext() if known else bounded():
        return tuple(mention for piece in asked for mention in placed(piece))


def bounded() -> AbstractContextManager[object]:
    """A memory zone, in which spaCy forgets new words at the end; none until it has learnt the common ones.

    Inside a zone no token is remembered, so with common words unknown each is taken apart anew, at three times the
    cost of a text. The first `LEARNT` strings cost some 10 MB.
    """
    nlp = load()
    return nullcontext() if len(nlp.vocab.strings) < LEARNT else nlp.memory_zone()


def placed(piece: Piece) -> Iterator[Mention]:
    """The skills named in `piece`, with offsets into the whole document."""
    for skill, start, end, negated in skills_in(piece.text, piece.section, piece.need):
        first, last = piece.start + start, piece.start + end
        yield Mention(skill, piece.text[start:end], first, last, piece.line, piece.need, negated)


def words_and_skills(text: str) -> tuple[list[str], list[str]]:
    """The words of a resume line as the vocabulary folds them, and the skills it names. Inside a memory zone only."""
    return plain_words(text), skills_named(text)


def skills_named(text: str) -> list[str]:
    """Ids of the skills that a resume line names. Inside a memory zone, unless they are kept."""
    return [skill for skill, _, _, negated in skills_in(text, "", None) if not negated]


def plain_words(text: str) -> list[str]:
    """The words of `text` as the vocabulary folds them. Inside a memory zone only."""
    from tailor.extractors.views import plain_view

    return plain_view(load().make_doc(text)).words


@lru_cache(maxsize=4096)
@kept("skills")
def skills_in(text: str, section: str, need: Need | None) -> tuple[tuple[str, int, int, bool], ...]:
    """(skill, start, end, negated) of each mention in `text`.

    Remembered, because a resume is looked at again for each change that is tried out, and most of its
    lines stay the same. Must run inside a memory zone of the pipeline.
    """
    nlp = load()
    doc = nlp.make_doc(text)
    doc._.section, doc._.need = section, need
    return tuple((s._.concept, s.start_char, s.end_char, s._.negated) for s in nlp(doc).spans["skills"])
