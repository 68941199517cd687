"""Places: whether a text is one, and how to take one off the end of a text."""

from __future__ import annotations

import re
from functools import lru_cache

from tailor.parsers.lexicon import company_score, even, title_score, word_set

ZIP = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4,6}(?:-\d{4})?)\b")
EDGES = " \t,;:|•·-()[]/●▪"


def is_place(text: str) -> bool:
    """Whether `text` is a place and nothing else: "Austin, TX", "Berlin", "London, UK (remote)"."""
    left, place = split_place(text)
    return bool(place) and not left


@lru_cache(maxsize=4096)
def split_place(text: str) -> tuple[str, str | None]:
    """`text` without the place at its end, and the place; None where there is none.

    A name before a state or country is taken for its city, unless that would leave nothing else and it sounds
    like an organisation.
    """
    pieces = [piece for piece in re.split(r"\s*,\s*|\s+[/]\s+|\s*[()]\s*", text.strip(EDGES)) if piece]
    count = place_pieces(pieces)
    if not count:
        return text, None
    place = ", ".join(pieces[-count:])
    if count == len(pieces):
        return "", place
    left = text[: text.rfind(pieces[-count])].rstrip(EDGES) if pieces[-count] in text else text
    return left, place


def place_pieces(pieces: list[str]) -> int:
    """How many of the last pieces are a place."""
    if len(pieces) > 1 and is_town_of_state(pieces[-1]):
        return 1
    known = 0
    while known < len(pieces) and is_known(pieces[-1 - known]):
        known += 1
    wide = known > 0 and all(not is_city(piece) for piece in pieces[len(pieces) - known :])
    return known + 1 if wide and known < len(pieces) and may_be_city(pieces, known) else known


def may_be_city(pieces: list[str], known: int) -> bool:
    """Whether the piece before a state or country may be the name of a city."""
    piece = pieces[-1 - known]
    if is_mode(pieces[-1]) or company_score(piece) or title_score(piece) or any(c.isdigit() for c in piece):
        return False
    named = len(piece.split()) <= 3 and piece[:1].isupper()
    return named and (len(pieces) > known + 1 or is_state(pieces[-known]))


def is_known(piece: str) -> bool:
    """Whether `piece` is the name of a state, region, country or city, or a mode of work."""
    return is_state(piece) or is_city(piece) or is_mode(piece) or plain(piece) in word_set("places", "regions")


def is_town_of_state(piece: str) -> bool:
    """Whether `piece` is a town with the code of its state ("Denver CO") and no name with a legal form ("Volvo AB")."""
    *town, state = piece.split() or [""]
    if (
        not is_state(state)
        or state.lower() in word_set("places", "forms")
        or company_score(piece)
        or title_score(piece)
    ):
        return False
    return 0 < len(town) <= 3 and all(word[:1].isupper() and not word.isupper() for word in town)


def is_state(piece: str) -> bool:
    """Whether `piece` is the code of a state or province, in capitals."""
    code = ZIP.sub("", piece).strip()
    return code.isupper() and code.lower() in word_set("places", "states")


def is_city(piece: str) -> bool:
    """Whether `piece` is a city that is well known, with or without a postcode."""
    return plain(ZIP.sub("", piece)) in word_set("places", "cities")


def is_mode(piece: str) -> bool:
    """Whether `piece` says "remote" or the like."""
    return plain(piece) in word_set("places", "modes")


def plain(piece: str) -> str:
    """`piece` in lower case without what surrounds it."""
    return even(piece).lower().strip(EDGES + ".") if not piece.endswith(".") else even(piece).lower().strip(EDGES)
