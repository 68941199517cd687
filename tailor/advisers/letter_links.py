"""How the sentences of evidence in a letter are joined: where and when it was, and no link twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tailor.advisers.letter_clauses import data
from tailor.advisers.letter_evidence import Example
from tailor.advisers.letter_names import filled, inside, place_of
from tailor.timeline import number
from tailor.types import Role

FIRST_MONTH, LATEST_MONTH = 1, 12  # of a year whose month is not known: what may only be earlier is not called so


@dataclass(frozen=True, slots=True)
class Link:
    """How a paragraph opens, and how the sentences behind its first are joined to it."""

    first: str
    following: Sequence[str]


def links_of(roles: Sequence[Role]) -> tuple[Link, ...]:
    """A link for each paragraph; `roles` : the job that each of them tells of, in order."""
    firsts, earlier = [opening_of(roles[0])], 0
    for before, role in pairwise(roles):
        firsts.append(joined(before, role, earlier))
        earlier += is_earlier(role, before)
    following = data("links")["next"]
    return tuple(Link(first, following[way(first, at)]) for at, first in enumerate(firsts))


def way(first: str, at: int) -> int:
    """Which of the ways to go on suits paragraph `at`: behind an "also" the one that does not begin with another."""
    return 1 if " also " in first else (0, 2, 1)[at % 3]


def opening_of(role: Role) -> str:
    """How the first paragraph opens."""
    return str(data("links")["first"] if place_of(role) else data("links")["nowhere"][0])


def joined(before: Role, role: Role, earlier: int) -> str:
    """How a paragraph on `role` opens behind one on `before`; `earlier` : how many were called earlier already."""
    links = data("links")
    if role is before:
        return str(links["same"])
    if not place_of(role):
        return str(links["nowhere"][1])
    again = place_of(role) == place_of(before)
    if is_earlier(role, before):
        return str(links["earlier_again"] if again else links["earlier"][min(earlier, len(links["earlier"]) - 1)])
    return str(links["again"] if again else links["first"])


def is_earlier(role: Role, other: Role) -> bool:
    """Whether `role` had surely ended when `other` began."""
    end, start = role.period.end, other.period.start
    if role.period.current or end is None or start is None:
        return False
    return number(end, default=LATEST_MONTH) <= number(start, default=FIRST_MONTH)


def linked(group: Sequence[Example], place: str, link: Link) -> Iterator[str]:
    """The sentences of a paragraph: where, then what, joined so that none stands alone."""
    for at, item in enumerate(group):
        words = link.first if at == 0 else link.following[(at - 1) % len(link.following)]
        named = place if "{place}," in words else inside(place)
        yield filled(words, place=named, told=item.said[0].removeprefix("I ")).replace(*agreeing(item.said[0]))
        yield from item.said[1:]


def agreeing(sentence: str) -> tuple[str, str]:
    """What to put in place of what in a linked sentence: "also" stands behind "was" and "am", not before them."""
    verb = sentence.split()[1]
    return (f"I also {verb} ", f"I {verb} also ") if verb in ("was", "am") else ("", "")
