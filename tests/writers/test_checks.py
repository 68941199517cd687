"""What `tailor check` shows: what a parser sees, how sure it is, and what to fix."""

import json
from io import StringIO

import jsonschema
import pytest
from rich.console import Console

from tailor.parsers import parse_resume
from tailor.readers import from_text
from tailor.types import Check
from tailor.writers import check_record, check_report
from tailor.writers.check_lists import issues
from tests.conftest import ROOT

TEXT = """Jo Doe
Leeds, UK | jo@example.com

EXPERIENCE
Product Manager, Acme
Jan 2019 – Present
- Shipped a

MISCELLANEOUS
Ran [bold]three[/bold] marathons

EDUCATION
MBA, Oxford University, 2014
"""
CHECKS = (
    Check("name", "searchability", "pass", "Found."),
    Check("phone", "searchability", "fail", "None.", 2, "line 2"),
    Check("tense", "writing", "warn", "Mixed [red]tenses[/red]."),
)


def shown(text=TEXT, checks=CHECKS):
    page = StringIO()
    Console(file=page, width=100, highlight=False).print(check_report(parse_resume(from_text(text)), checks))
    return page.getvalue()


def row(name):
    return next(line for line in shown().splitlines() if line.startswith(name))


@pytest.mark.parametrize(
    ("field", "words"),
    [("name", "sure"), ("e-mail", "sure"), ("place", "sure"), ("phone", "not found"), ("headline", "not found")],
)
def test_each_field_says_how_sure_it_is(field, words):
    assert row(field).rstrip().endswith(words)


def test_an_address_far_down_is_likely_only():
    far = TEXT.replace(" | jo@example.com", "").replace("2014", "2014, jo@example.com")

    assert check_record(parse_resume(from_text(far)))["confidence"]["e-mail"] == "likely"


def test_lines_no_rule_understood_are_shown():
    page = shown()

    assert "Lines below headings no parser knows" in page
    assert "  10  Ran [bold]three[/bold] marathons" in page
    assert "no parser knows" not in shown(TEXT.replace("MISCELLANEOUS", "INTERESTS"))


def test_checks_stand_by_group_with_what_to_fix_first():
    page = shown()
    places = [page.index(words) for words in ("Searchability: 1 issue to fix", "phone   None.", "name    Found.")]

    assert "Checks: 2 issues to fix" in page
    assert places == sorted(places)
    assert "Writing: 1 issue to fix" in page
    assert "Mixed [red]tenses[/red]." in page
    assert "line 2" in page


def test_nothing_to_fix_is_said():
    assert issues(CHECKS[:1]) == "nothing to fix"
    assert "Checks" not in shown(checks=())


def test_the_record_keeps_its_schema():
    schema = json.loads((ROOT / "docs" / "schemas" / "check-1.json").read_text(encoding="utf-8"))
    record = json.loads(json.dumps(check_record(parse_resume(from_text(TEXT)), CHECKS)))

    jsonschema.validate(record, schema)
    assert record["notUnderstood"] == [{"line": 10, "text": "Ran [bold]three[/bold] marathons"}]
    assert [check["verdict"] for check in record["checks"]] == ["pass", "fail", "warn"]
