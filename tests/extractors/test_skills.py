"""From mentions to requirements and evidence."""

import pytest

from tailor.extractors import evidence, requirements
from tailor.extractors.skills import bare_headers, holds_number
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate

RESUME = """Ada Example
ada@example.com | +1 202 555 0143

Summary
Product manager who likes hard problems.

Experience
Product Manager, Acme Ltd
Jan 2022 - Present
- Ran A/B tests on checkout, lifting conversion by 12 %
- Wrote the product roadmap

Business Analyst, Beta Inc
Jan 2018 - Dec 2018
- Wrote SQL every day

Skills
Tools: Jira, SQL

Interests
Public speaking
"""
POSTING = """Product Manager

About the role

Responsibilities
- Own the product roadmap
- Run A/B testing

Requirements
- 3+ years of product management experience
- You write SQL; the product roadmap is yours
- You do not need Jira

Nice to have
- Tableau
"""


@pytest.fixture(scope="module")
def shown():
    found = evidence(parse_resume(from_text(RESUME)), PartialDate(2022, 12))
    return {item.skill: item for item in found}


@pytest.fixture(scope="module")
def asked():
    return {item.skill.name: item for item in requirements(parse_posting(from_text(POSTING)))}


def test_months_are_those_of_the_roles_that_tell_of_it(shown):
    assert shown["a-b-testing"].months == 12
    assert shown["sql"].months == 12


def test_since_is_counted_from_the_last_use(shown):
    assert shown["a-b-testing"].since == 0
    assert shown["sql"].since == 48
    assert shown["jira"].since is None


def test_a_figure_backs_only_the_skills_of_its_line(shown):
    assert shown["a-b-testing"].has_number
    assert not shown["product-roadmap"].has_number


def test_a_product_title_shows_product_management(shown):
    assert [mention.text for mention in shown["product-management"].mentions if mention.text == "Product Manager"]


def test_pastimes_and_contact_show_nothing(shown):
    assert "public-speaking" not in shown


def test_mentions_are_slices_of_the_document(shown):
    for item in shown.values():
        for mention in item.mentions:
            assert RESUME[mention.start : mention.end] == mention.text


def test_the_strongest_need_wins_and_negated_asks_are_no_requirements(asked):
    assert asked["product roadmap"].need == "required"
    assert asked["a/b testing"].need == "responsibility"
    assert asked["tableau"].need == "preferred"
    assert "jira" not in asked


def test_required_come_first(asked):
    order = ["required", "preferred", "responsibility"]
    needs = [order.index(item.need) for item in asked.values()]
    assert needs == sorted(needs)
    assert len(set(needs)) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cut costs by 5%", True),
        ("in 2019", False),
        ("in 2019, 3 teams", True),
        ("20191 orders", True),
        ("no figure", False),
        ("1999-2020", False),
    ],
)
def test_a_year_is_no_figure(text, expected):
    assert holds_number(text) is expected


def test_a_header_of_names_and_dates_tells_nothing_and_one_that_says_what_is_made_does():
    text = RESUME.replace("Product Manager, Acme Ltd\nJan 2022 - Present", "{}")
    bare = "Product Manager, Bright Speech and Press Clinics, Jan 2022 - Present"
    telling = "Product Manager, Acme Ltd (practice software for 4,000 dental clinics), Jan 2022 - Present"
    headers = [list(bare_headers(parse_resume(from_text(text.format(line))))) for line in (bare, telling)]

    assert [8 in found for found in headers] == [True, False]
