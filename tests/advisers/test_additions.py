"""What a draft puts into the headline and the summary: only what is proven by name, in English."""

import pytest

from tailor import pipeline
from tailor.advisers.additions import additions
from tailor.advisers.edits import edits
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.scorers import settings
from tailor.types import PartialDate

POSTING = """\
Senior Product Manager
Acme

Requirements
- You have built dashboards and written SQL.
- You know onboarding and data science.
- You have run A/B testing.
"""
RESUME = """\
Ada Example
{headline}ada@example.com

SUMMARY
{summary}

EXPERIENCE
{title}, Example Corp\tJan 2020 - Present
- Built dashboards that replaced 12 weekly spreadsheets.
- Wrote SQL to find out why onboarding stalled.
- Shipped it with the data science team.

SKILLS
{skills}
"""
PLAIN = {"headline": "", "summary": "I like small teams.", "title": "Product Manager", "skills": "Jira, Figma"}


def matched(**parts):
    resume = parse_resume(from_text(RESUME.format(**(PLAIN | parts)), path="resume.txt"))
    posting = parse_posting(from_text(POSTING, path="posting.txt"))
    return pipeline.Comparison(posting, settings(), PartialDate(2026, 1)).score(resume)


def made(match, kind, producer=additions):
    return [edit for edit in producer(match) if edit.kind == kind]


def test_a_summary_gains_what_the_jobs_show_by_name():
    (edit,) = made(matched(), "surface")

    assert edit.before == "I like small teams."
    assert edit.after.startswith("I like small teams. Experience with ")
    assert edit.after.endswith(".")
    assert "dashboards" in edit.after
    assert "data science" not in edit.after  # a team of that name is no skill of the person
    assert "A/B" not in edit.after


@pytest.mark.parametrize(
    "summary",
    [
        pytest.param("I like dashboards, SQL and onboarding.", id="said-already"),
        pytest.param("I like small teams", id="no-full-stop"),
        pytest.param("I like small teams. " * 30, id="too-long-already"),
    ],
)
def test_a_summary_is_left_alone(summary):
    assert made(matched(summary=summary.strip()), "surface") == []


@pytest.mark.parametrize(
    ("parts", "before", "begins"),
    [
        pytest.param({}, "", "Product Manager · ", id="none-yet"),
        pytest.param(
            {"headline": "Product Manager\n"}, "Product Manager", "Product Manager · ", id="the-title-and-no-more"
        ),
    ],
)
def test_a_headline_names_the_title_held_and_what_is_proven(parts, before, begins):
    found = [*made(matched(**parts), "headline"), *headline_of_rule(matched(**parts))]

    assert found
    assert all(edit.before == before and edit.after.startswith(begins) for edit in found)
    assert all("data science" not in edit.after for edit in made(matched(**parts), "headline"))


def headline_of_rule(match):
    from tailor.advisers.rules_title import headline

    return list(headline(match))


@pytest.mark.parametrize("headline", ["Product Manager, billing\n", "Builder of small things\n"])
def test_a_headline_that_says_more_is_kept(headline):
    assert made(matched(headline=headline), "headline") == []


def test_a_person_who_held_no_product_title_gets_none():
    assert made(matched(title="Baker"), "headline") == []


@pytest.mark.parametrize(
    ("skills", "kind", "after"),
    [
        pytest.param("Jira; SQL; Figma", "skills", "SQL; Jira; Figma", id="semicolons"),
        pytest.param("Jira  |  SQL  |  Figma", "skills", "SQL  |  Jira  |  Figma", id="bars"),
        pytest.param("Jira • SQL • Figma", "skills", "SQL • Jira • Figma", id="bullets"),
    ],
)
def test_lists_of_any_separator_are_put_in_order(skills, kind, after):
    (edit,) = made(matched(skills=skills), kind, edits)

    assert edit.after == after


@pytest.mark.parametrize(
    ("skills", "first"),
    [
        pytest.param("- Jira\n- Figma\n- SQL", "SQL", id="a-line-each"),
        pytest.param("Tools: Jira, Figma\nData: SQL, Looker", "Data: SQL, Looker", id="lists-with-labels"),
    ],
)
def test_skills_of_a_line_each_are_put_in_order(skills, first):
    match = matched(skills=skills)
    lines = {line.number: line.text for line in match.resume.source.lines}
    ordered = [lines[edit.lines[0]] for edit in made(match, "bullets", edits)]

    assert first in ordered


@pytest.mark.parametrize("skills", ["Jira, SQL; Figma", "Figma (SQL, R), Jira", "SQL\nJira"])
def test_mixed_lists_and_two_single_lines_are_left(skills):
    match = matched(skills=skills)
    numbers = {line.number for s in match.resume.sections if s.kind == "skills" for line in s.lines}

    assert [e for e in edits(match) if e.kind in {"skills", "bullets"} and numbers & set(e.lines)] == []


@pytest.mark.parametrize(
    ("title", "after"),
    [("Lead Senior Product Manager", ["Lead Senior Product Manager"]), ("Product Manager", [])],
)
def test_a_title_that_is_a_step_above_the_one_asked_for_makes_a_headline(title, after):
    text = f"Ada Example\nada@example.com\n\nEXPERIENCE\n{title}, Example Corp\tJan 2020 - Present\n- Walked the dog.\n"
    posting = parse_posting(from_text(POSTING, path="posting.txt"))
    match = pipeline.Comparison(posting, settings(), PartialDate(2026, 1)).score(parse_resume(from_text(text)))

    assert [edit.after for edit in made(match, "headline")] == after
