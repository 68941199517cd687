"""Years asked of one skill, and what they do to its coverage."""

import pytest

from tailor.extractors import requirements
from tailor.parsers import parse_posting
from tailor.readers import from_text
from tailor.scorers import settings
from tailor.scorers.coverage import long_enough
from tailor.types import Mention, Requirement, Skill

POSTING = """Senior Product Manager

What you'll do
- Own the product roadmap of the ferry booking desk

Requirements
- {ask}
"""


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("3+ years of SQL", {"sql": 3}),
        ("At least 5–7 years of experience in product management", {"product-management": 5}),
        ("2 years with Python and SQL", {"python": 2, "sql": 2}),
        ("4 years of product management, SQL", {"product-management": 4, "sql": None}),
        ("SQL, and 3 years of product management", {"sql": None, "product-management": 3}),
        ("8 years of product management, including 2 years of people management",
         {"product-management": 8, "people-management": 2}),
        ("SQL", {"sql": None}),
    ],
)  # fmt: skip
def test_years_belong_to_the_skill_behind_them(ask, expected):
    found = {item.skill.id: item.years for item in requirements(parse_posting(from_text(POSTING.format(ask=ask))))}
    assert {key: found.get(key, "not found") for key in expected} == expected


@pytest.mark.parametrize(
    ("years", "months", "left"),
    [(None, 0, 1.0), (5, 60, 1.0), (5, 54, 1.0), (5, 48, 0.8), (5, 6, 0.5), (2, 0, 0.5), (0, 0, 1.0)],
)
def test_too_few_months_leave_a_part(years, months, left):
    skill = Skill("sql", "sql", "tool", "technical proficiency")
    asked = Requirement(skill, "required", (Mention("sql", "SQL", 0, 3, 1, "required", years=years),))
    assert long_enough(asked, months, settings()) == pytest.approx(left)
