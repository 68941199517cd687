"""Which lines the rules touch: what may be cut, listed, or stand in the headline."""

import pytest

from tailor import advisers, pipeline, scorers
from tailor.advisers.rules_title import held_title
from tailor.advisers.wording import spoken
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate

POSTING = """Product Manager, Checkout

Requirements
- You write SQL and user stories
- You have run a launch and built a business case
"""
HEAD = """Ada Example
ada@example.com

Experience
Product Manager, Acme Ltd
Jan 2020 - Present
- Sold 4 things
- Sold 5 things
"""
OLD = """Project Manager, Old Ltd
Jan 2015 - Dec 2019
"""


def matched(resume, posting=POSTING):
    """The match of the two texts."""
    job, person = parse_posting(from_text(posting)), parse_resume(from_text(resume))
    return pipeline.Comparison(job, scorers.settings(), PartialDate(2026, 11)).score(person)


def lines_of(match, rule):
    """What a rule speaks of, before and after."""
    return [(s.before, s.after) for s in advisers.suggest(match) if s.rule == rule]


def with_old_role(*bullets):
    """A resume of two jobs, the older one with `bullets`; the newer one has enough of them."""
    filler = "".join(f"- Sold {n} more things\n" for n in range(10))
    return f"{HEAD}{filler}\n{OLD}" + "".join(f"- {bullet}\n" for bullet in bullets)


@pytest.mark.parametrize(
    ("bullets", "cut"),
    [
        pytest.param(["Filed badges", "Watered plants"], [], id="a-role-keeps-two"),
        pytest.param(
            ["Filed badges", "Sorted pens", "Wrote SQL daily"], ["Sorted pens", "Filed badges"], id="proofs-stay"
        ),
        pytest.param(["Filed 9 badges", "Sorted 8 pens", "Fed 7 cats"], [], id="short-lines-with-a-figure-stay"),
    ],
)
def test_cuts(bullets, cut):
    found = lines_of(matched(with_old_role(*bullets)), "cut")

    assert sorted(before for before, _ in found) == sorted(cut)


@pytest.mark.parametrize(
    ("where", "listed"),
    [
        pytest.param("- Wrote SQL daily\n", [("Tools: Jira, Figma", "Tools: Jira, Figma, SQL")], id="at-work"),
        pytest.param("\nEducation\nB.A. in SQL, Some College, 2014\n", [], id="at-school"),
    ],
)
def test_only_work_is_surfaced(where, listed):
    assert lines_of(matched(f"{HEAD}{where}\nSkills\nTools: Jira, Figma\n"), "surface-skill") == listed


@pytest.mark.parametrize(
    ("listed", "after"),
    [
        pytest.param("Jira; Figma", "Jira; Figma; SQL", id="semicolons"),
        pytest.param("Jira  |  Figma (basic, for comments)", "Jira  |  Figma (basic, for comments)  |  SQL", id="bars"),
        pytest.param("Tools: Jira • Figma.", "Tools: Jira • Figma • SQL.", id="bullets"),
    ],
)
def test_a_list_goes_on_as_it_is_divided(listed, after):
    found = lines_of(matched(f"{HEAD}- Wrote SQL daily\n\nSkills\n{listed}\n"), "surface-skill")

    assert found == [(listed, after)]


@pytest.mark.parametrize(
    ("earlier", "asked", "held"),
    [
        pytest.param(
            "Senior Product Manager", "Senior Product Manager, Billing", "Senior Product Manager", id="asked-for"
        ),
        pytest.param("Associate Product Manager", "Associate Product Manager", "Product Manager", id="not-a-step-down"),
        pytest.param("Head of Product", "Director of Product", "Product Manager", id="the-latest-otherwise"),
    ],
)
def test_the_title_for_a_headline(earlier, asked, held):
    resume = f"{HEAD}\n{earlier}, Old Ltd\nJan 2015 - Dec 2019\n- Sold things\n"

    assert held_title(matched(resume, POSTING.replace("Product Manager, Checkout", asked))) == held


def test_a_requirement_is_named_so_that_it_needs_no_article():
    match = matched(HEAD)
    names = {c.requirement.skill.id: spoken(c, match) for c in match.coverages}

    assert names["product-launch"] == "product launches"
    assert names["business-case"] == "business cases"


@pytest.mark.parametrize("posting", ["senior-pm-billing.txt", "apm-programme-ways-in.md", "pm-public-sector.pdf"])
@pytest.mark.parametrize("resume", ["apm.txt", "career_changer.pdf", "senior_pm.docx"])
def test_a_sample_pair_gets_five_suggestions_in_plain_words(samples, resume, posting):
    match = pipeline.compare(samples / "resumes" / resume, samples / posting)

    told = [s.why for s in match.suggestions]
    assert len(told) >= 5
    assert len({(s.rule, s.line, s.skill, s.after) for s in match.suggestions}) == len(told)
    assert [why for why in told if "  " in why or why[-1] not in ".?"] == []
    assert [
        s.why for s in match.suggestions if s.action != "cut" and "(line" not in s.why and ", line" not in s.why
    ] == []
