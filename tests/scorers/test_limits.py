"""What a bar decides is shown in part only where the bar is not met."""

import pytest

from tailor import parsers, readers, scorers
from tailor.comparison import Comparison
from tailor.types import PartialDate

POSTING = """Product Manager

Requirements
- {years} years of product management
- Bachelor's degree in {field}
"""
RESUME = """Ada Vance
ada@example.org

Experience
{title}, Acme Ltd
Jan 2022 - Dec 2025
- Led product management for two ferries

Education
B.A. Economics, Cork College, 2014
"""


def statuses(*, title="Product Manager", years=3, field="economics"):
    posting = parsers.parse_posting(readers.from_text(POSTING.format(years=years, field=field)))
    resume = parsers.parse_resume(readers.from_text(RESUME.format(title=title)))
    match = Comparison(posting, scorers.settings(), PartialDate(2025, 12)).score(resume)
    return {found.requirement.skill.id: found.status for found in match.coverages}


@pytest.mark.parametrize(
    ("title", "years", "status"),
    [
        ("Product Manager", 3, "covered"),
        ("Product Manager", 9, "partly"),
        ("Service Designer", 3, "partly"),
    ],
)
def test_product_management_takes_the_title_and_the_years(title, years, status):
    assert statuses(title=title, years=years)["product-management"] == status


@pytest.mark.parametrize(("field", "status"), [("economics", "covered"), ("computer science", "partly")])
def test_a_degree_in_another_field_is_half_a_degree(field, status):
    assert statuses(field=field)["bachelors-degree"] == status


def test_a_founder_had_the_duties_without_the_title():
    posting = parsers.parse_posting(readers.from_text(POSTING.format(years=3, field="economics")))
    resume = parsers.parse_resume(readers.from_text(RESUME.format(title="Co-founder")))
    assert Comparison(posting, scorers.settings(), PartialDate(2025, 12)).score(resume).years.met == "partly"


def test_years_asked_of_product_management_itself_are_what_it_is_measured_by():
    asked = "\nRequirements\n- 10 years of experience in software\n- {} years of product management\n"
    resume = parsers.parse_resume(readers.from_text(RESUME.format(title="Product Manager")))
    statuses = []
    for years in (3, 8):
        posting = parsers.parse_posting(readers.from_text("Product Manager\n" + asked.format(years)))
        match = Comparison(posting, scorers.settings(), PartialDate(2025, 12)).score(resume)
        statuses.append(next(c.status for c in match.coverages if c.requirement.skill.id == "product-management"))
    assert statuses == ["covered", "partly"]
