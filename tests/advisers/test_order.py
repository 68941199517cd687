"""Bullets and skills in the order of what is asked: the same things, in another order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.advisers.order import bullet_groups, reordered
from tailor.types import Line, Period, Role

items = st.lists(st.text("abc XYZ/+", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=2, max_size=6)


@given(items, st.sets(st.sampled_from("abcxyz"), max_size=3), st.sampled_from(["", "Tools: "]))
def test_items_are_the_same_in_another_order(listed, asked, label):
    text = label + ", ".join(listed)

    after = reordered(text, asked)

    assert sorted(after.removeprefix(label).lower().split(", ")) == sorted(item.lower() for item in listed)
    assert after.startswith(label)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        pytest.param("Tools: Jira, SQL, Figma", {"sql"}, "Tools: SQL, Jira, Figma", id="asked-first"),
        pytest.param("Jira, SQL.", {"sql"}, "SQL, Jira.", id="full-stop-stays"),
        pytest.param("Jira", {"jira"}, "Jira", id="one-item"),
        pytest.param("SQL (Postgres, Hive), Jira", {"jira"}, "Jira, SQL (Postgres, Hive)", id="brackets-stay-whole"),
        pytest.param("SQL (Postgres, Hive, Jira", {"jira"}, "SQL (Postgres, Hive, Jira", id="open-brackets-are-left"),
        pytest.param(
            "Stakeholder management, user stories, vendor selection",
            {"vendor selection"},
            "Vendor selection, stakeholder management, user stories",
            id="the-capital-stays-in-front",
        ),
        pytest.param("Aha!, Jira, basic SQL", {"sql"}, "Basic SQL, Aha!, Jira", id="a-name-keeps-its-capital"),
        pytest.param("Python, dbt, pandas", {"dbt"}, "dbt, Python, pandas", id="names-in-small-letters"),
        pytest.param("jira, user stories", {"user stories"}, "user stories, jira", id="all-small"),
    ],
)
def test_reordered(text, asked, expected):
    assert reordered(text, asked) == expected


def role(*kinds):
    """A role with a line of each kind; "nested" is a bullet below the one before it."""
    made = [
        Line(f"line {at}", at, 0, "bullet" if kind == "nested" else kind, level=int(kind == "nested"))
        for at, kind in enumerate(kinds, start=1)
    ]
    return Role(None, None, None, Period(None, None), (), tuple(made))


@pytest.mark.parametrize(
    ("kinds", "groups"),
    [
        pytest.param(["bullet", "bullet"], [[1, 2]], id="a-run"),
        pytest.param(["bullet"], [], id="alone"),
        pytest.param(["bullet", "bullet", "body", "bullet", "bullet"], [[1, 2], [4, 5]], id="two-runs"),
        pytest.param(["bullet", "bullet", "nested", "bullet"], [], id="nested-bullets-keep-their-parent"),
    ],
)
def test_groups_are_runs_of_top_level_bullets(kinds, groups):
    assert [[head.number for head, _ in group] for group in bullet_groups(role(*kinds))] == groups


def test_a_wrapped_bullet_moves_with_its_rest():
    (group,) = bullet_groups(role("bullet", "body", "bullet"), frozenset({2}))

    assert [(head.number, [line.number for line in rest]) for head, rest in group] == [(1, [2]), (3, [])]
