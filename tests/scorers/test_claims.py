"""What only a list of skills names goes less far than what work shows."""

import pytest

from tailor import extractors, parsers, readers, scorers
from tailor.comparison import Comparison
from tailor.types import PartialDate

POSTING = """Product Manager

Requirements
- Experience with pricing strategy
- Jira
- 3+ years of product management
"""
RESUME = """Ada Vance
ada@example.org

Experience
Product Manager, Acme Ltd
Jan 2022 - Present
- {work}

Skills
{listed}
"""


def coverage(skill, *, work="Met the harbour masters", listed="Figma"):
    posting = parsers.parse_posting(readers.from_text(POSTING))
    resume = parsers.parse_resume(readers.from_text(RESUME.format(work=work, listed=listed)))
    match = Comparison(posting, scorers.settings(), PartialDate(2026, 11)).score(resume)
    return next(found for found in match.coverages if found.requirement.skill.id == skill)


@pytest.mark.parametrize(
    ("skill", "where", "status"),
    [
        ("pricing-strategy", {"listed": "Pricing strategy"}, "partly"),
        ("pricing-strategy", {"work": "Set the pricing strategy for ferries"}, "covered"),
        ("jira", {"listed": "Jira"}, "covered"),
        ("pricing-strategy", {}, "missing"),
    ],
)
def test_a_claim_is_no_proof_but_for_a_tool(skill, where, status):
    assert coverage(skill, **where).status == status


def test_a_name_in_the_list_takes_nothing_from_what_work_shows():
    work = "Set the pricing strategy for ferries"
    assert (
        coverage("pricing-strategy", work=work, listed="Pricing strategy").strength
        >= coverage("pricing-strategy", work=work).strength
    )


def test_the_skills_are_known():
    assert {"pricing-strategy", "jira"} <= extractors.taxonomy().skills.keys()
