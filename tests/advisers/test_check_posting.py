"""Against a posting: fit, skills and terms."""

import pytest

from tailor import pipeline, scorers
from tailor.advisers import match_checks
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate

from .checking import ORDINARY

POSTING = """Senior Product Manager, Depots
Location: Leeds, UK

Requirements
- At least 5 years of product management experience
- You write SQL, and your SQL is read by others
- Experience with Kubernetes
- Strong empathy
- You know haulage, and how haulage companies pay
- A bachelor's degree in economics

Responsibilities
- Own the roadmap for haulage customers and sit with dispatchers at the depots each week
"""


def checks(resume=ORDINARY, posting=POSTING):
    comparison = pipeline.Comparison(parse_posting(from_text(posting)), scorers.settings(), PartialDate(2026, 11))
    return match_checks(comparison.match(parse_resume(from_text(resume))))


def of_rule(rule, **documents):
    return [check for check in checks(**documents) if check.rule == rule]


def one(rule, **documents):
    (check,) = of_rule(rule, **documents)
    return check


def about(name, **documents):
    (check,) = [check for check in checks(**documents) if check.why.lower().startswith(f"{name}:")]
    return check


@pytest.mark.parametrize(
    ("rule", "resume", "posting", "expected"),
    [
        pytest.param("posting title", ("", ""), ("", ""), "pass", id="title-stands-there"),
        pytest.param(
            "posting title", ("", ""), ("Senior Product Manager", "Staff Product Manager"), "warn", id="nearly"
        ),
        pytest.param("posting title", ("", ""), ("Senior Product Manager", "Growth Lead"), "warn", id="another-title"),
        pytest.param("level", ("", ""), ("", ""), "pass", id="same-level"),
        pytest.param("level", ("", ""), ("Senior Product Manager", "Director of Product"), "fail", id="far-below"),
        pytest.param("level", ("", ""), ("Senior Product Manager", "Staff Product Manager"), "warn", id="a-step-below"),
        pytest.param("level", ("Product Manager", "Accountant"), ("", ""), "warn", id="no-product-title"),
        pytest.param("years", ("", ""), ("", ""), "pass", id="years-met"),
        pytest.param("years", ("", ""), ("5 years", "20 years"), "fail", id="years-not-met"),
        pytest.param("years", ("Mar 2018", "Mar 2008"), ("5 years", "3 years"), "warn", id="far-more-years"),
        pytest.param("education", ("", ""), ("", ""), "pass", id="degree-met"),
        pytest.param(
            "education", ("BSc Economics, University of Leeds, 2014 - 2017", ""), ("", ""), "fail", id="no-degree"
        ),
        pytest.param("posting pasted in", ("", ""), ("", ""), "pass", id="nothing-pasted"),
    ],
)
def test_fit(rule, resume, posting, expected):
    assert one(rule, resume=ORDINARY.replace(*resume), posting=POSTING.replace(*posting)).verdict == expected


def test_nothing_is_said_of_years_and_degrees_nobody_asks_for():
    posting = "Product Manager\n\nRequirements\n- You write SQL\n"

    assert of_rule("years", posting=posting) == of_rule("education", posting=posting) == []


@pytest.mark.parametrize(("lines", "expected"), [(1, "warn"), (3, "fail")], ids=["one-line", "three-lines"])
def test_a_posting_pasted_into_the_resume_is_noticed(lines, expected):
    told = [
        "Own the roadmap for haulage customers and sit with dispatchers at the depots each week",
        "Own the prices for haulage customers and sit with the managers at the depots each month",
        "Own the sales for haulage customers and talk with the drivers at the depots each year",
    ]
    resume = ORDINARY.replace("- Wrote the", "".join(f"- {line}\n" for line in told[:lines]) + "- Wrote the")

    found = one("posting pasted in", resume=resume, posting=f"{POSTING}- {told[1]}\n- {told[2]}\n")

    assert found.verdict == expected
    assert found.line == 12


def test_a_skill_is_told_with_its_counts_on_both_sides():
    sql = about("sql")

    assert (sql.verdict, sql.line) == ("pass", 26)
    assert sql.why == "SQL: 1 × in the resume, 2 × in the posting (required)."


def test_a_missing_tool_fails_and_a_missing_soft_skill_warns():
    assert about("kubernetes").verdict == "fail"
    assert about("kubernetes").why.endswith("(required); nothing shows it.")
    assert {check.verdict for check in checks() if check.rule == "soft skill"} == {"warn"}


def test_a_tool_beside_one_that_is_shown_is_no_fault():
    check = about("tableau", posting=POSTING.replace("- Strong empathy", "- SQL or Tableau\n- Strong empathy"))

    assert check.verdict == "pass"
    assert check.why.endswith("; sql is asked as an alternative, and answers better.")


def test_a_skill_named_everywhere_reads_as_stuffing():
    resume = ORDINARY.replace("SQL,", f"{'SQL, ' * 20}")

    assert about("sql", resume=resume).verdict == "warn"


def test_other_terms_are_what_the_posting_is_about():
    terms = {check.why.split(":")[0]: check for check in of_rule("other term")}

    assert set(terms) == {"haulage"}
    assert terms["haulage"].verdict == "warn"
    assert terms["haulage"].why == "haulage: 0 × in the resume, 2 × in the posting."


def test_a_term_the_resume_has_passes():
    resume = ORDINARY.replace("payments and logistics", "haulage and logistics")

    assert one("other term", resume=resume).verdict == "pass"


EITHER = POSTING.replace("Experience with Kubernetes", "Experience with Amplitude, Mixpanel or Heap")


def test_any_of_several_that_is_not_shown_is_one_finding():
    (found,) = [check for check in checks(posting=EITHER) if "Mixpanel" in check.why]

    assert (found.verdict, found.why) == (
        "fail",
        "Amplitude, Mixpanel or Heap: 0 × in the resume (required, one will do); nothing shows any of them.",
    )


def test_what_an_alternative_answers_is_no_failure():
    found = about("kubernetes", posting=POSTING.replace("Kubernetes", "Kubernetes or Figma"))

    assert found.verdict == "pass"
    assert "figma is asked as an alternative, and answers better" in found.why


def test_skills_that_no_work_names_are_said_to_be_a_list():
    asked = "Kubernetes, Amplitude, Looker, Tableau, Braze and Asana"
    posting = POSTING.replace("Kubernetes", asked)
    resume = ORDINARY.replace("Tools: SQL, Figma, Jira", "Tools: Asana, Tableau, Amplitude, Kubernetes, Looker, Braze")

    found = one("named at work", resume=resume, posting=posting)

    assert found.verdict == "warn"
    assert "stand only in its list of skills, such as" in found.why
    assert one("named at work").verdict == "pass"


def test_a_degree_that_is_preferred_is_no_failure():
    found = one("education", posting=POSTING.replace("A bachelor's degree in economics", "MBA preferred"))

    assert (found.verdict, found.why) == ("warn", "Asked: MBA (preferred). Shown: BSc.")
