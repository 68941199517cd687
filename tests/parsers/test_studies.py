"""Fields of study, and whether a degree's field is the one asked for."""

import pytest

from tailor.parsers.studies import studies_in
from tailor.scorers.bars import fits
from tailor.types import Degree, Education, Period


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Computer Science", {"computing"}),
        ("B.Sc. Mechanical Engineering", {"engineering"}),
        ("a degree in Economics or Finance", {"economics"}),
        ("Computer Science, Design or similar", {"computing", "design"}),
        ("technical field", {"computing", "engineering", "mathematics", "natural-sciences"}),
        ("Industrial Design", {"design"}),
        ("a related field", set()),
        ("sobriety", set()),
    ],
)
def test_groups(text, groups):
    assert set(studies_in(text)) == groups


@pytest.mark.parametrize(
    ("asked", "has", "fit"),
    [
        (("computing",), ("computing",), True),
        (("computing", "design"), ("design",), True),
        (("computing",), ("communication",), False),
        ((), ("communication",), True),
        (("computing",), (), True),
    ],
)
def test_a_field_fits_where_it_is_asked_for_or_nobody_says(asked, has, fit):
    course = Education("BA", None, None, Period(None, None), (), "bachelor", has)
    assert fits(course, Degree("bachelor", "required", False, asked)) is fit
