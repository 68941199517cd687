"""JSON Resume in: what the schema holds is read as a resume."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.parsers import parse_resume
from tailor.readers import read
from tailor.readers.json_resume import read_json_resume

RECORD = {
    "basics": {
        "name": "Ada Vance",
        "label": "Product Manager",
        "email": "ada.vance@example.org",
        "phone": "+44 20 7946 0123",
        "summary": "Ferries, mostly.",
        "location": {"city": "Bristol", "countryCode": "GB"},
        "profiles": [{"network": "LinkedIn", "username": "adavance", "url": "https://linkedin.com/in/adavance"}],
    },
    "work": [
        {
            "name": "Lowtide Ltd",
            "position": "Senior Product Manager",
            "startDate": "2019-03",
            "highlights": ["Cut no-shows by 12 %", "Ran 30 interviews"],
        },
        {"name": "Gull & Co", "position": "Product Manager", "startDate": "2016", "endDate": "2019-02-28"},
    ],
    "education": [
        {
            "institution": "University of Bath",
            "area": "Economics",
            "studyType": "BSc",
            "startDate": "2010",
            "endDate": "2013",
        }
    ],
    "skills": [{"name": "Tools", "keywords": ["Jira", "SQL"]}],
    "languages": [{"language": "English", "fluency": "native"}],
}


@pytest.fixture
def resume(tmp_path):
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return parse_resume(read(path))


def test_the_person(resume):
    who = resume.contact
    assert (who.name, who.email, who.phone) == ("Ada Vance", "ada.vance@example.org", "+44 20 7946 0123")
    assert "Bristol" in who.location
    assert who.links == ("https://linkedin.com/in/adavance",)


def test_the_jobs(resume):
    found = [(r.title, r.company, str(r.period.start), r.period.current, len(r.lines)) for r in resume.roles]
    assert found == [
        ("Senior Product Manager", "Lowtide Ltd", "2019-03", True, 2),
        ("Product Manager", "Gull & Co", "2016", False, 0),
    ]


def test_education_and_sections(resume):
    course = resume.education[0]
    assert (course.school, str(course.period.end), course.level) == ("University of Bath", "2013", "bachelor")
    assert [s.kind for s in resume.sections] == ["contact", "summary", "experience", "education", "skills", "languages"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(RECORD)), json_values, min_size=1))
def test_whatever_a_file_holds_is_read_or_refused_by_name(record):
    from tailor.errors import InputError

    try:
        source = read_json_resume("a.json", json.dumps(record).encode())
    except InputError:
        return
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)


def test_half_a_character_is_left_out(tmp_path):
    r"""JSON can spell half of a pair ("\ud800"), which no text can be written or read with."""
    path = tmp_path / "resume.json"
    job = r'{"position": "Product Manager", "name": "X\udfff", "highlights": ["Wrote SQL \ud83d\ude00 \ud83d"]}'
    person = r'{"name": "\ud800Ada Example", "url": "https://example.com/\udfff"}'
    path.write_text(f'{{"basics": {person}, "work": [{job}]}}')

    source = read(path)

    assert "".join((source.text, *source.links)).encode("utf-8")
    assert "Ada Example" in source.text
    assert "\U0001f600" in source.text
