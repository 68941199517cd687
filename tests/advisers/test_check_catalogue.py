"""The catalogue as a whole: an ordinary resume passes, and every rule has its place in the report."""

import pytest

from tailor.advisers import resume_checks
from tailor.advisers.check_rules import OF_POSTING, at_lines, data, listed, plural, quoted
from tailor.registry import check
from tailor.types import Check, Layout

from .checking import DOCX, changed


def test_an_ordinary_resume_passes_every_check_but_its_shortness():
    issues = [c.rule for c in resume_checks(changed(), DOCX) if c.verdict != "pass"]

    assert issues == ["word count"]


def test_every_rule_has_a_place_in_the_report_and_every_place_a_rule():
    placed = {rule for group in data("groups").values() for rule in group}

    assert {name.removeprefix(OF_POSTING) for name in check.get_all()} == placed


def test_checks_come_in_the_order_of_the_report():
    groups = list(data("groups"))
    places = [groups.index(c.group) for c in resume_checks(changed(), DOCX)]

    assert places == sorted(places)
    assert len(set(places)) == 5


def test_reasons_are_one_line_and_lines_exist():
    resume = changed()
    numbers = {line.number for line in resume.source.lines}
    for found in resume_checks(resume, DOCX):
        assert found.why.endswith("."), found
        assert "\n" not in found.why
        assert found.line is None or found.line in numbers


def test_without_a_layout_only_what_needs_none_is_checked():
    rules = {c.rule for c in resume_checks(changed(), Layout()) if c.group == "layout"}

    assert rules == {"keyword stuffing"}


def test_an_outside_rule_joins_and_comes_last(monkeypatch):
    def rule(_resume, _layout):
        yield Check("own", "own", "warn", "Why not.")

    monkeypatch.setattr("tailor.advisers.checks.check", Catalogue({**check.get_all(), "a-own": rule}))

    assert resume_checks(changed(), DOCX)[-1].rule == "own"


class Catalogue(dict):
    """A catalogue for one test."""

    get_all = dict.copy


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([], ""), ([3], "line 3"), ([3, 3, 5], "lines 3 and 5"), ([1, 2, 3, 4, 5, 6], "lines 1, 2, 3, 4 and 2 more")],
    ids=["none", "one", "twice", "many"],
)
def test_lines_are_named_in_words(numbers, text):
    assert at_lines(numbers) == text


def test_words_of_a_reason():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert quoted(["a", "b", "a"]) == '"a" and "b"'
    assert (plural(1, "box", "boxes"), plural(2, "box", "boxes"), plural(0, "line")) == ("1 box", "2 boxes", "0 lines")
