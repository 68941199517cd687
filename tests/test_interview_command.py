"""`tailor interview` on the sample files: what it prints, and its record."""

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from tailor.cli import app

from .conftest import ROOT

PAIRS = [
    ("career_changer.pdf", "senior-pm-payments-uk.txt"),
    ("apm.txt", "apm-programme-ways-in.md"),
    ("senior_pm.docx", "director-product-marketplace.md"),
]


def run(*arguments):
    return CliRunner().invoke(app, ["interview", *map(str, arguments)])


@pytest.mark.parametrize(("resume", "posting"), PAIRS)
def test_the_record_keeps_its_schema_and_asks_enough(samples, resume, posting):
    done = run(samples / "resumes" / resume, samples / posting, "--json")

    record = json.loads(done.stdout)
    schema = json.loads((ROOT / "docs" / "schemas" / "interview-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert len(record["questions"]) >= 10
    assert len({question["text"] for question in record["questions"]}) == len(record["questions"])
    assert "{" not in "".join(question["text"] for question in record["questions"])


def test_the_report_reads_a_changer_as_one(samples):
    done = run(samples / "resumes" / "career_changer.pdf", samples / "senior-pm-payments-uk.txt")

    assert done.exit_code == 0
    page = " ".join(done.output.split())
    assert "and why now, after engineering and analysis?" in page
    assert "Interviewers look for the problem before the solution" in page


def test_a_missing_file_is_one_line(samples):
    done = run("no-such-resume.docx", samples / "senior-pm-payments-uk.txt")

    assert done.exit_code == 3
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_glued_posting_gives_no_duty_of_its_head(samples):
    done = run(samples / "resumes" / "apm.txt", samples / "pm-logistics-glued.txt", "--json")

    cases = [q["text"] for q in json.loads(done.stdout)["questions"] if q["kind"] == "case"]
    assert len(cases) == 2
    assert not [text for text in cases if "Ferrowick" in text]
