"""Lists that end in "or": any of them will do, and none of the others is a gap."""

import pytest

from tailor import pipeline, scorers
from tailor.extractors import requirements
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate

POSTING = "Product Manager\n\nWhat you'll do\n- Own the product roadmap of the ferries\n\nRequirements\n{asks}\n"
RESUME = """Ada Vance
ada.vance@example.org

Experience
Product Manager, Lowtide Ltd
March 2019 - Present
- Read our funnels in Amplitude every morning and moved sign-up from 3 to 5 %
"""


def alternatives(*asks):
    posting = parse_posting(from_text(POSTING.format(asks="\n".join(f"- {ask}" for ask in asks))))
    return {item.skill.id: set(item.alternatives) for item in requirements(posting)}


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("You use Amplitude or Mixpanel", {"amplitude": {"mixpanel"}, "mixpanel": {"amplitude"}}),
        ("Jira, Asana or Trello", {"jira": {"asana", "trello"}, "asana": {"jira", "trello"}}),
        ("Jira, Asana and Trello", {"jira": set(), "asana": set()}),
        ("Looker, Tableau or something like it", {"looker": {"tableau"}, "tableau": {"looker"}}),
        ("SQL and Jira or Asana", {"sql": set(), "jira": {"asana"}}),
        ("SQL. Or bring Jira", {"sql": set(), "jira": set()}),
    ],
)
def test_what_stands_in_for_what(ask, expected):
    found = alternatives(ask)
    assert {key: found[key] for key in expected} == expected


def test_what_is_asked_for_elsewhere_too_is_not_optional():
    assert alternatives("Amplitude or Mixpanel", "Daily work in Mixpanel")["mixpanel"] == set()


@pytest.fixture(scope="module")
def match():
    posting = parse_posting(from_text(POSTING.format(asks="- You use Amplitude or Mixpanel\n- You use Jira")))
    return pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11)).score(
        parse_resume(from_text(RESUME))
    )


def test_the_other_one_is_no_gap(match):
    found = {c.requirement.skill.id: c for c in match.coverages}
    assert (found["mixpanel"].status, found["mixpanel"].spared_by) == ("missing", "amplitude")
    assert found["amplitude"].spared_by is None
    assert "mixpanel" not in {gap.requirement.skill.id for gap in match.gaps}
    assert "jira" in {gap.requirement.skill.id for gap in match.gaps}


def test_the_other_one_costs_nothing(match):
    why = next(part.why for part in match.parts if part.name == "must-haves")
    assert why.endswith("of 2")
