"""What is suggested, and what is never suggested."""

import pytest

from tailor import pipeline, scorers
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate

RESUME = """Ada Example
ada@example.com

Summary
Product manager for business tools.

Experience
Product Manager, Acme Ltd
Jan 2020 - Present
- Wrote the weekly newsletter
- Sat in meetings
- Ran split tests on checkout, lifting revenue by 12 %
- Wrote SQL to size the backlog

Skills
Tools: Jira, Confluence
Practice: workshops, interviews
"""
POSTING = """Senior Product Manager

Requirements
- You run A/B testing every week
- You write SQL
- You use Kubernetes
"""


@pytest.fixture(scope="module")
def suggested():
    posting, resume = parse_posting(from_text(POSTING)), parse_resume(from_text(RESUME))
    match = pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11)).match(resume)
    return {(s.rule, s.skill): s for s in match.suggestions}


def test_the_posting_term_goes_in_brackets_behind_the_own_word(suggested):
    found = suggested["posting-term", "a-b-testing"]

    assert found.after == "Ran split tests (A/B testing) on checkout, lifting revenue by 12 %"
    assert found.why == 'The posting says "A/B testing" where you say "split tests".'


def test_a_tool_shown_at_work_goes_to_the_tools(suggested):
    assert suggested["surface-skill", "sql"].after == "Tools: Jira, Confluence, SQL"


def test_a_practice_goes_to_the_other_list(suggested):
    assert suggested["surface-skill", "a-b-testing"].after == "Practice: workshops, interviews, A/B testing"


def test_a_proving_bullet_is_moved_above_the_first(suggested):
    found = suggested["move-up", "a-b-testing"]

    assert (found.before[:15], found.after) == ("Ran split tests", "Wrote the weekly newsletter")


def test_a_gap_becomes_a_question_and_never_a_change(suggested):
    about = [s for (_, skill), s in suggested.items() if skill == "kubernetes"]

    assert [s.action for s in about] == ["ask"]
    assert about[0].before == ""


def test_gains_are_positive_and_come_first(suggested):
    gains = [s.gain for s in suggested.values()]

    assert gains == sorted(gains, reverse=True)
    assert min(gains) > 0


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        pytest.param("Set the price of two plans", "usage-based pricing", id="says-more"),
        pytest.param("Built a public API", "APIs", id="same-word"),
    ],
)
def test_a_term_that_shares_a_word_is_not_put_in(own, asked):
    resume = parse_resume(from_text(RESUME.replace("Sat in meetings", own)))
    posting = parse_posting(from_text(POSTING.replace("You write SQL", f"Experience with {asked}")))

    match = pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11)).match(resume)

    assert not [s for s in match.suggestions if s.action == "rewrite" and asked in s.after]
