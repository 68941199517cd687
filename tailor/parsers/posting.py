"""Parse a posting: its facts, and every sentence with its section, its need, and whether it is boilerplate."""

from __future__ import annotations

from tailor.parsers.boilerplate import boilerplate_of, opening_lines
from tailor.parsers.degrees import degrees_of
from tailor.parsers.evidence import must_be_posting
from tailor.parsers.facts import company_of, level_of, title_of
from tailor.parsers.needs import need_of
from tailor.parsers.outline import Place, outline
from tailor.parsers.passages import cut
from tailor.parsers.pay import salary_of
from tailor.parsers.place import location_of, mode_of
from tailor.parsers.products import is_product
from tailor.parsers.terms import deadline_of, visa_of
from tailor.parsers.wording import cue, hinted
from tailor.parsers.years import years_in, years_of
from tailor.types import Passage, Posting, Source

SHORT = 120
ASKING, TELLING = ("required", "preferred"), ("about", "benefits", "eeo", "legal")

DECLINED = "declined"  # the section of what is said not to be needed: it is asked of nobody


def parse_posting(source: Source) -> Posting:
    """The facts of a posting and all its sentences. Raises NotAPosting if it tells no duties and no requirements."""
    places = outline(source, cut(source))
    kinds = boilerplate_of(places)
    asks = tuple(place for place, kind in zip(places, kinds, strict=True) if kind is None)
    must_be_posting(source, places, asks)
    wanted = tuple(place for place, kind in zip(places, kinds, strict=True) if kind is None or surely_asks(place))
    opening = opening_lines(places)
    title = title_of(source, places)
    return Posting(
        title=title,
        company=company_of(source, places),
        level=level_of(title),
        years=years_of(wanted),
        degrees=degrees_of(wanted),
        salary=salary_of(places),
        mode=mode_of(places, opening),
        location=location_of(source, places, opening),
        passages=tuple(passage(place, kind) for place, kind in zip(places, kinds, strict=True)),
        source=source,
        visa=visa_of(places),
        deadline=deadline_of(source, places),
        product=is_product(title) if title else True,
    )


def passage(place: Place, boilerplate: str | None) -> Passage:
    """`place` as a passage of the posting."""
    told = boilerplate or place.heading or place.section == DECLINED
    need = None if told else need_of(place)
    where = place.cut
    years = years_in(place.text, where.start) if need else ()
    return Passage(where.start, where.end, where.line.number, place.section, need, boilerplate, years)


def surely_asks(place: Place) -> bool:
    """Whether `place` asks for years or a degree in so many words, even if it looks like boilerplate."""
    degree = place.section in ASKING and len(place.text) <= SHORT and hinted("degrees", place.even)
    opens = place.section not in TELLING and bool(cue("degrees", "opens").match(place.even))
    return degree or opens or bool(cue("years", "opens").match(place.even))
