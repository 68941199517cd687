"""How the paragraphs of a letter are joined."""

from itertools import pairwise

import pytest

from tailor.advisers.letter_links import links_of
from tailor.types import PartialDate, Period, Role


def role(company, start, end):
    when = Period(None if start is None else PartialDate(*start), None if end is None else PartialDate(*end))
    return Role("Product Manager", company, None, when, (), ())


NOW = role("Acme", (2022, 3), None)
UNKNOWN = role(None, (2015,), (2016,))


@pytest.mark.parametrize(
    ("roles", "firsts"),
    [
        ((NOW, NOW), ["At {place} I", "In the same role I also"]),
        ((NOW, role("Rill", (2019, 1), (2022, 3))), ["At {place} I", "Earlier, at {place}, I"]),
        ((NOW, role("Rill", (2019, 1), (2022, 4))), ["At {place} I", "At {place} I"]),  # beside it for a month
        ((NOW, role("Rill", (2019,), (2022,))), ["At {place} I", "At {place} I"]),  # perhaps beside it
        ((NOW, role("Rill", None, None)), ["At {place} I", "At {place} I"]),
        ((NOW, role("Acme", (2019, 1), (2021, 3))), ["At {place} I", "Earlier, also at {place}, I"]),
        ((NOW, role("Acme", None, None)), ["At {place} I", "At {place} I also"]),
        (
            (NOW, role("Rill", (2019, 1), (2022, 3)), role("Bell", (2015,), (2018,))),
            ["At {place} I", "Earlier, at {place}, I", "Earlier still, at {place}, I"],
        ),
        ((UNKNOWN, role(None, (2010,), (2012,))), ["In one role I", "In another role I"]),
    ],
)
def test_a_paragraph_says_where_and_when_as_far_as_the_dates_tell(roles, firsts):
    links = links_of(roles)

    assert [link.first.removesuffix(" {told}") for link in links] == firsts
    assert all(one.following != other.following for one, other in pairwise(links) if " also " in other.first)
