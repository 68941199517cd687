"""How alike two texts are in the skills that their lines tell of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tailor import extractors, parsers, readers
from tailor.scorers.likeness import likeness
from tailor.types import Told

NUMBERS = hnp.arrays(np.float64, 4, elements=st.floats(0, 10).map(lambda x: round(x, 3)))


def test_of_each_skill_the_line_that_shows_it_most_counts():
    lines = {1: [1.0, 0.0], 2: [0.5, 0.0], 3: [0.0, 1.0]}
    assert likeness(Told([1.0, 1.0], lines)) == pytest.approx(1.0)
    assert likeness(Told([1.0, 1.0], lines), without=[3]) == pytest.approx(0.5**0.5, abs=1e-6)


@given(NUMBERS, st.dictionaries(st.integers(1, 9), NUMBERS, max_size=5))
def test_it_is_a_share_and_does_not_depend_on_the_order_of_lines(posting, lines):
    found = likeness(Told(posting, lines))
    assert 0 <= found <= 1.000001
    assert found == likeness(Told(posting, dict(reversed(lines.items()))))


def test_nothing_told_is_like_nothing():
    assert likeness(Told([1.0, 0.0], {})) == 0.0
    assert likeness(Told([0.0, 0.0], {1: [1.0, 0.0]})) == 0.0


def told(posting, resume):
    job, person = parsers.parse_posting(readers.from_text(posting)), parsers.parse_resume(readers.from_text(resume))
    return Told(extractors.posting_told(job, extractors.requirements(job)), extractors.resume_told(person))


def test_who_tells_of_what_is_asked_is_more_alike_than_who_does_not():
    posting = "Product Manager\n\nRequirements\n- Experience with user research and usability testing\n"
    resume = "Jo Doe\njo@example.com\n\nEXPERIENCE\nProduct Manager, Acme, 2019 - 2022\n- {}\n"
    near = resume.format("Sat with 12 riders and asked them to buy a ticket")
    far = resume.format("Signed off the yearly budget for 30 depots with finance")
    assert likeness(told(posting, near)) > likeness(told(posting, far))
