"""Who the resume is of, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from tailor.parsers.cells import LONGEST, strong_pieces
from tailor.parsers.lexicon import even, letters, lexicon, title_score, word_set
from tailor.parsers.locations import EDGES, is_known, is_place, split_place
from tailor.parsers.person import name_in
from tailor.parsers.phones import phone_in
from tailor.types import Contact, Line, Section, Source

EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
LINK = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>|,;()]{3,300}|(?:www\.)?[a-z0-9][a-z0-9-]{2,62}(?:\.[a-z0-9-]{1,62}){0,3}"
    r"\.(?:com|org|net|io|dev|me|co|ai|app|in|de|fr|uk|edu|info|eu|es|it|nl|se|ch|at|us|ca|page|site|design|tech|blog|xyz)"
    r"(?![\w@.-])(?:/[^\s<>|,;()]{0,200})?)",
    re.IGNORECASE,
)
LABEL = re.compile(r"\s*([^\W\d_][^:\d@]{0,30}?)\s*(?:\t\s*:?|:)\s*(?=\S)")
TOP_KINDS = ("contact", "personal", "links")
TOP_LINES = 12


def contact_of(source: Source, sections: Sequence[Section], top: Line | None) -> Contact:
    """Name, e-mail, phone, place and links; the lines of contact come before the rest of the document."""
    lines = contact_lines(source, sections, top)
    name = name_in(top.text) if top else None
    return Contact(
        name=name,
        email=email_in(line.text for line in (*lines, *source.lines)) or mailto(source.links),
        phone=phone_in([line.text for line in lines]) or phone_in([line.text for line in around(source)]),
        location=location_in([line.text for line in lines if line != top]),
        links=tuple(links_of(source, [line.text for line in lines])),
    )


def contact_lines(source: Source, sections: Sequence[Section], top: Line | None) -> tuple[Line, ...]:
    """The lines of the sections about the person, and those around the name."""
    found = [line for section in sections if section.kind in TOP_KINDS for line in section.lines]
    if top is not None and top in source.lines:
        at = source.lines.index(top)
        after = source.lines[at + 1 : at + 4]
        heads = {section.heading for section in sections}
        found += takewhile(lambda line: line not in heads, after)
    return tuple(sorted(set(found), key=lambda line: line.number))


def around(source: Source) -> tuple[Line, ...]:
    """The first and last lines of the document, where a page's head and foot stand."""
    return source.lines[:TOP_LINES] + source.lines[-TOP_LINES:]


def email_in(texts: Iterable[str]) -> str | None:
    """The first e-mail address in `texts`."""
    return next((found[0].rstrip(".-") for text in texts if (found := EMAIL.search(text))), None)


def mailto(links: Sequence[str]) -> str | None:
    """The first e-mail address among the targets of links."""
    return email_in(link[7:] for link in links if link.lower().startswith("mailto:"))


def links_of(source: Source, texts: Iterable[str]) -> Iterator[str]:
    """Web addresses of the person: those printed among the lines of contact, then targets of links; each once."""
    seen: set[str] = set()
    printed = [found[0].rstrip("./") for text in texts for found in LINK.finditer(EMAIL.sub(" ", text[:LONGEST]))]
    for link in [*printed, *source.links]:
        key = re.sub(r"^[a-z]+:(?://)?(?:www\.)?|^www\.|[/?#]+$", "", link.lower())
        if key and key not in seen and not link.lower().startswith(("mailto:", "tel:", "#")):
            seen.add(key)
            yield link


def location_in(texts: Iterable[str]) -> str | None:
    """The first place among the pieces of `texts`, or what is labelled as an address."""
    labels = {letters(label) for label in lexicon("contact")["location_labels"]}
    for text in texts:
        for piece in strong_pieces(LINK.sub(" ", EMAIL.sub(" ", text[:LONGEST]))):
            label = LABEL.match(even(piece))
            value = piece[label.end() :] if label else piece
            if label and letters(label[1]) in labels:
                return value.strip(EDGES)
            if place := place_in(value):
                return place
    return None


def place_in(piece: str) -> str | None:
    """`piece` if it is a place; its end if it is an address or a title before one."""
    bare = piece.strip(EDGES)
    if not bare or len(bare.split()) > 8:
        return None
    if is_place(bare):
        return bare
    left, place = split_place(bare)
    if place and is_town(left) and bare.count(",") <= 2:
        return bare
    return place if place and ("," in bare or "/" in bare) and not is_known(left) and not odd(left) else None


def is_town(name: str) -> bool:
    """Whether `name`, before a state or country on a line of contact, may be a town."""
    words = name.split()
    return (
        0 < len(words) <= 3
        and name[0].isupper()
        and name.replace(" ", "").replace("-", "").isalpha()
        and not title_score(name)
    )


def odd(left: str) -> bool:
    """Whether what stands before a place makes a sentence of it."""
    words = even(left).lower().split()
    return len(words) > 5 or not word_set("contact", "not_places").isdisjoint(words)
