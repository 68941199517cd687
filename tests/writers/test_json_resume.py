"""JSON Resume out: the schema's shapes, and the way back."""

import json
import re

import pytest

from tailor.parsers import parse_resume
from tailor.readers import from_text, read
from tailor.writers.json_resume import exported, groups, items, language, profile

# jsonresume.org/schema 1.0.0: a year, a month or a day.
DATE = re.compile(r"[1-2]\d{3}-[01]\d-[0-3]\d|[1-2]\d{3}-[01]\d|[1-2]\d{3}")
TEXT = """Ada Vance
Product Manager
ada.vance@example.org | +44 20 7946 0123 | Bristol, England | linkedin.com/in/adavance | ada.example.org

Summary
Ferries, mostly.

Experience
Senior Product Manager, Lowtide Ltd
March 2019 - Present
Booking for 14 harbours.
- Cut no-shows by 12 %
- Ran 30 interviews

Product Manager, Gull & Co
2016 - 2019
- Built a timetable app

Education
BSc Economics, University of Bath, 2013

Skills
Tools: Jira, SQL (Postgres, MySQL), Figma
Roadmaps, pricing

Languages
English (native), German - B2
"""


@pytest.fixture
def record():
    return exported(parse_resume(from_text(TEXT)))


def test_basics(record):
    assert record["basics"] == {
        "name": "Ada Vance",
        "label": "Product Manager",
        "email": "ada.vance@example.org",
        "phone": "+44 20 7946 0123",
        "url": "https://ada.example.org",
        "summary": "Ferries, mostly.",
        "location": {"address": "Bristol, England"},
        "profiles": [{"network": "LinkedIn", "username": "adavance", "url": "https://linkedin.com/in/adavance"}],
    }


def test_work(record):
    assert record["work"][0] == {
        "name": "Lowtide Ltd",
        "position": "Senior Product Manager",
        "summary": "Booking for 14 harbours.",
        "highlights": ["Cut no-shows by 12 %", "Ran 30 interviews"],
        "startDate": "2019-03",
    }
    assert (record["work"][1]["startDate"], record["work"][1]["endDate"]) == ("2016", "2019")


def test_dates_are_as_the_schema_has_them(record):
    found = re.findall(r'"(?:startDate|endDate)": "([^"]*)"', json.dumps(record))
    assert found
    assert all(DATE.fullmatch(date) for date in found)


def test_skills_and_languages(record):
    assert record["skills"] == [
        {"name": "Tools", "keywords": ["Jira", "SQL (Postgres, MySQL)", "Figma"]},
        {"name": "Roadmaps"},
        {"name": "pricing"},
    ]
    assert record["languages"] == [
        {"language": "English", "fluency": "native"},
        {"language": "German", "fluency": "B2"},
    ]


def test_what_goes_out_comes_back(record, tmp_path):
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    again = exported(parse_resume(read(path)))
    assert again["work"] == record["work"]
    assert again["basics"] == record["basics"]
    assert again["skills"] == record["skills"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a, b (c, d); e", ["a", "b (c, d)", "e"]),
        ("a • b | c", ["a", "b", "c"]),
        (" , ", []),
        ("A/B tests", ["A/B tests"]),
    ],
)
def test_items(text, expected):
    assert items(text) == expected


def test_a_label_alone_is_no_group():
    assert list(groups("https://ada.example")) == [{"name": "https://ada.example"}]


def test_a_language_alone():
    assert language("Welsh") == {"language": "Welsh"}


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://github.com/ada", {"network": "GitHub", "username": "ada", "url": "https://github.com/ada"}),
        ("ada.example.org", {"url": "https://ada.example.org"}),
        ("https://linkedin.com", {"url": "https://linkedin.com"}),
    ],
)
def test_profiles(link, expected):
    assert profile(link) == expected
