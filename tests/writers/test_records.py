"""A resume as a record for other tools."""

import json

import pytest

from tailor.parsers import parse_resume
from tailor.readers import from_text
from tailor.writers.records import resume_record

TEXT = """Jo Doe
Senior Product Manager
Leeds, UK | jo@example.com | +44 20 7946 0321

EXPERIENCE
Product Manager, Acme
Jan 2019 – Present
- Shipped a
- Shipped b

Analyst, Beta Ltd
2016 – 2018
I mapped the processes of a bank and wrote what vendors used.

EDUCATION
MBA, Oxford University, 2014

SKILLS
"""


def record(skills="SQL, Jira"):
    return resume_record(parse_resume(from_text(TEXT + skills)))


def test_the_record_holds_what_the_resume_says():
    found = record()

    assert found["basics"] == {
        "name": "Jo Doe",
        "label": "Senior Product Manager",
        "email": "jo@example.com",
        "phone": "+44 20 7946 0321",
        "location": "Leeds, UK",
        "links": [],
    }
    assert [(w["position"], w["name"], w["startDate"], w["endDate"]) for w in found["work"]] == [
        ("Product Manager", "Acme", "2019-01", "present"),
        ("Analyst", "Beta Ltd", "2016", "2018"),
    ]
    assert [len(w["highlights"]) for w in found["work"]] == [2, 1]
    assert found["education"] == [
        {"studyType": "MBA", "area": None, "institution": "Oxford University", "startDate": None, "endDate": "2014"}
    ]
    assert [s["type"] for s in found["sections"]] == ["experience", "education", "skills"]
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("lines", "skills"),
    [
        ("SQL, Jira; Figma | Python", ["SQL", "Jira", "Figma", "Python"]),
        ("- SQL\n- Risk and control", ["SQL", "Risk and control"]),
        ("Tools: SQL, Python (pandas, numpy)", ["SQL", "Python (pandas, numpy)"]),
        ("Data\tSQL, dbt", ["SQL", "dbt"]),
        ("CI/CD, A/B testing", ["CI/CD", "A/B testing"]),
        ("SQL, Jira\nPhone (512) 555-0187", ["SQL", "Jira"]),
    ],
    ids=["marks", "bullets", "label", "tab label", "slashes", "page foot"],
)
def test_skills_are_single_items(lines, skills):
    assert record(lines)["skills"] == skills
