"""The spaCy pipeline at work: texts in, mentions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tailor.resources import models
from tailor.types import Line, Mention, Need, Posting

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Piece(NamedTuple):
    """A stretch of text to look at: where it stands, and what its surroundings say of it."""

    text: str
    start: int
    line: int
    section: str = ""
    need: Need | None = None


@cache
def load() -> Language:
    """The pipeline of `models/en_pm`, loaded once a process; no network."""
    import spacy

    from tailor.extractors.components import register_attributes

    register_attributes()
    return spacy.load(models() / "en_pm")


def posting_mentions(posting: Posting) -> tuple[Mention, ...]:
    """The skills named in `posting`, in reading order; boilerplate is not looked at."""
    text = posting.source.text
    pieces = [
        Piece(text[p.start : p.end], p.start, p.line, p.section, p.need)
        for p in posting.passages
        if p.boilerplate is None
    ]
    return tuple(mentions(pieces))


def resume_mentions(lines: Iterable[Line]) -> tuple[Mention, ...]:
    """The skills named in `lines` of a resume, in reading order."""
    return tuple(mentions([Piece(line.text, line.start, line.number) for line in lines]))


def mentions(pieces: list[Piece]) -> list[Mention]:
    """The skills named in `pieces`. What spaCy learns of new words is forgotten again at the end."""
    nlp = load()
    with nlp.memory_zone():
        docs = nlp.pipe(docs_of(nlp, pieces))
        return [mention for piece, doc in zip(pieces, docs, strict=True) for mention in read_spans(piece, doc)]


def docs_of(nlp: Language, pieces: Iterable[Piece]) -> Iterator[Doc]:
    """Each piece as a Doc that knows its section and need."""
    for piece in pieces:
        doc = nlp.make_doc(piece.text)
        doc._.section, doc._.need = piece.section, piece.need
        yield doc


def read_spans(piece: Piece, doc: Doc) -> Iterator[Mention]:
    """The spans of `doc` as mentions with offsets into the whole document."""
    for span in doc.spans["skills"]:
        start, end = piece.start + span.start_char, piece.start + span.end_char
        yield Mention(span._.concept, span.text, start, end, piece.line, span._.need, span._.negated)
