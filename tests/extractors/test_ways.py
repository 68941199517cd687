"""Ways into product management: which title shows which, and what it shows."""

import pytest

from tailor.extractors import evidence, taxonomy
from tailor.extractors.ways import implied, known_ways, ways, written
from tailor.parsers import parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate

RESUME = """Ada Vance
ada.vance@example.org

Experience

{title}, Lowtide Ltd
March 2019 - May 2023
- Kept the harbour gates in order

{heading}
- A tide table for anglers, 400 readers
"""


def resume(title="Harbour Master", heading="Publications"):
    return parse_resume(from_text(RESUME.format(title=title, heading=heading)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Senior Software Engineer", ["engineering"]),
        ("Data Analyst", ["data and analysis"]),
        ("Technical Program Manager", ["project management"]),
        ("Management Consultant", ["consulting"]),
        ("Associate Product Manager", ["product programme"]),
        ("Product Manager", []),
        ("Co-Founder and Developer", ["engineering", "founding"]),
        ("Microdeveloper", []),
    ],
)
def test_a_title_shows_a_way(title, expected):
    assert [way.name for way in ways(resume(title))] == expected


def test_side_projects_are_a_way():
    assert [(way.name, way.words) for way in ways(resume(heading="Side Projects"))] == [
        ("side projects", "Side Projects")
    ]


def test_what_a_way_shows_is_implied_by_its_line():
    shown = resume("Business Analyst")
    found = {item.skill: item for item in implied(shown)}
    item = found["requirements-gathering"]
    line = next(line for line in shown.source.lines if "Business Analyst" in line.text)
    assert (item.line, item.how, item.words) == (line.number, "implied", "Business Analyst")


def test_inferred_evidence_has_the_months_of_its_role():
    found = {item.skill: item for item in evidence(resume("Business Analyst"), PartialDate(2024, 5))}
    item = found["requirements-gathering"]
    assert (item.mentions, item.months, item.since) == ((), 51, 12)


def test_every_way_shows_skills_of_the_taxonomy():
    rows = known_ways()
    assert all(key in taxonomy().skills for row in rows for key in row["shows"])
    assert all(0 < sure <= 1 for row in rows for sure in row["shows"].values())
    assert len({row["name"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Led the team that built the ferry app and wrote to all of the captains each week. " * 8, ["english"]),
        ("Dirigí el equipo que construyó la aplicación y escribí a todos los capitanes. " * 8, []),
        ("Led the team that built the ferry app.", []),
    ],
)
def test_a_resume_shows_the_language_it_is_written_in(told, shown):
    assert [
        item.skill for item in written(parse_resume(from_text(RESUME.format(title="Owner", heading=told))))
    ] == shown
