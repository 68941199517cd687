"""Articles, plurals and capitals by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.advisers import grammar


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("MVP", "an"),
        ("KPI dashboard", "a"),
        ("PRD", "a"),
        ("SLA", "an"),
        ("SaaS product", "a"),
        ("SOX audit", "a"),
        ("UX designer", "a"),
        ("UI kit", "a"),
        ("A/B test", "an"),
        ("8-week cycle", "an"),
        ("11-person team", "an"),
        ("110-person team", "a"),
        ("18-month plan", "an"),
        ("5-year plan", "a"),
        ("user story", "a"),
        ("usability test", "a"),
        ("unique idea", "a"),
        ("unit test", "a"),
        ("unimportant thing", "an"),
        ("European market", "a"),
        ("one-pager", "a"),
        ("hourly rate", "an"),
        ("honest answer", "an"),
        ("house", "a"),
        ("experiment", "an"),
        ("roadmap", "a"),
    ],
)
def test_article(phrase, expected):
    assert grammar.article(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("roadmap", "roadmaps"),
        ("user story", "user stories"),
        ("survey", "surveys"),
        ("business case analysis", "business case analyses"),
        ("acceptance criterion", "acceptance criteria"),
        ("feature launch", "feature launches"),
        ("business", "businesses"),
        ("request for proposal", "requests for proposal"),
        ("statement of work", "statements of work"),
        ("KPI", "KPIs"),
        ("OKRs", "OKRs"),
        ("machine learning", "machine learning"),
        ("release notes", "release notes"),
        ("product strategy", "product strategies"),
    ],
)
def test_plural(phrase, expected):
    assert grammar.plural(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "name", "expected"),
    [
        ("Product roadmap", False, "product roadmap"),
        ("A/B Testing", False, "A/B testing"),
        ("okrs", False, "OKRs"),
        ("Saas metrics", False, "SaaS metrics"),
        ("Power BI", True, "Power BI"),
        ("GitHub Actions", False, "GitHub actions"),
    ],
)
def test_capitals_inside_a_sentence(phrase, name, expected):
    assert grammar.plain_case(phrase, name=name) == expected


@given(st.lists(st.text("abc", min_size=1), min_size=1, max_size=5))
def test_joined_holds_every_name_once(names):
    assert grammar.joined(names).replace(" and ", ", ").split(", ") == names


@given(st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1).map(str.strip).filter(bool))
def test_a_plural_is_never_shorter_than_one_letter_less(phrase):
    assert len(grammar.plural(phrase)) >= len(phrase) - 2
