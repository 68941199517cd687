"""A whole resume, what is none, and how long it may take."""

import importlib.util
import json
import time

import pytest

from tailor.errors import NotAResume
from tailor.parsers import parse_resume
from tailor.readers import from_text, read
from tailor.writers.records import resume_record

RECIPE = "Lentil soup\nFor 4 people\n250 g red lentils\n1 onion, 2 carrots\nChop and fry them for five minutes."


def test_a_text_without_contact_headings_and_dates_is_refused():
    with pytest.raises(NotAResume, match=r"soup\.txt: does not look like a resume: .*\. Give a resume") as caught:
        parse_resume(from_text(RECIPE, path="soup.txt"))

    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "more", ["mail: cook@example.com", "EDUCATION", "Written in May 2019"], ids=["contact", "heading", "date"]
)
def test_one_sign_of_a_resume_is_enough(more):
    assert parse_resume(from_text(f"{RECIPE}\n{more}")).source.lines


def test_the_samples_are_read(samples):
    found = {path.name: parse_resume(read(path)) for path in sorted((samples / "resumes").glob("*.[dpt]*"))}

    assert found
    for resume in found.values():
        assert resume.contact.name
        assert resume.contact.email
        assert all(role.title and role.company and role.period.start for role in resume.roles)
        assert {"experience", "education", "skills"} <= {section.kind for section in resume.sections}


@pytest.mark.parametrize(
    "text",
    [
        " " * 60_000 + "x",
        "\t " * 30_000 + "x",
        "(" * 60_000,
        "- " * 30_000,
        "Jan 2019 - " * 6_000,
        "a@" * 30_000,
        "www." * 15_000,
        "1 2 3 4 5 6 7 8 9 " * 4_000,
        ", " * 30_000,
        "J " * 30_000,
    ],
    ids=["blanks", "tabs", "brackets", "dashes", "dates", "mail", "links", "digits", "commas", "letters"],
)
def test_long_odd_lines_take_no_long_time(text):
    body = f"Jo Doe\njo@example.com\nEXPERIENCE\nx {text} y\nSKILLS\nx {text} y\nEDUCATION\nx {text} y"
    started = time.perf_counter()

    resume_record(parse_resume(from_text(body)))

    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "line", ["FROM", "Organisation", "ZZZ QQQ JJJ", "Jan 2019 - Present", "Designation : Analyst", "Acme Ltd"]
)
def test_many_lines_take_no_long_time(line):
    lines = [f"{line}{chr(0x3B1 + n % 20) if n % 3 == 2 else ''}" for n in range(3_000)]
    body = "Jo Doe\njo@example.com\nEXPERIENCE\n" + "\n".join(lines)
    started = time.perf_counter()

    parse_resume(from_text(body))

    assert time.perf_counter() - started < 5


def test_measured_resumes_are_read_as_well_as_promised(shared, tmp_path):
    spec = importlib.util.spec_from_file_location("score_resumes", shared / "resumes" / "score_resumes.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = [json.loads(line) for line in (shared / "resumes" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    found = {r["id"]: resume_record(parse_resume(read(shared / "resumes" / "files" / r["file"]))) for r in gold}

    result = scorer.run(gold, found)

    floors = {
        "work_entry": 0.9,
        "work_title": 0.95,
        "work_company": 0.95,
        "name": 0.95,
        "email": 1.0,
        "phone": 0.97,
        "sections_typed": 0.95,
    }
    assert {name: result[name]["f1"] for name, floor in floors.items() if result[name]["f1"] < floor} == {}
    assert result["mean_f1"] >= 0.95
    assert result["bullets_within1"]["share"] >= 0.95
