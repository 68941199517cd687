"""Visa, last day to apply, and the company, as a posting tells them."""

from dataclasses import replace

import pytest

from tailor.parsers.posting import parse_posting
from tailor.readers import from_text

TEXT = (
    "Product Manager\nRotterdam\n\nAbout the role\n\nYou will own the roadmap.\n\n{line}"
    "\n\nRequirements\n\n- Strong SQL skills\n"
)


def parsed(line, **hints):
    return parse_posting(replace(from_text(TEXT.format(line=line)), hints=hints))


@pytest.mark.parametrize(
    "line",
    [
        "Visa sponsorship is available for this role.",
        "We can sponsor your visa.",
        "We offer visa sponsorship.",
        "- Relocation and visa support",
        "- Immigration support",
        "We are happy to sponsor work visas.",
        "Visa sponsorship available: we are willing to sponsor H-1B visas.",
        "We do sponsor visas!",
    ],
)
def test_a_visa_is_sponsored(line):
    assert parsed(line).visa == "sponsored"


@pytest.mark.parametrize(
    "line",
    [
        "We are unable to provide visa sponsorship.",
        "We cannot sponsor visas at this time.",
        "Unfortunately we can't offer sponsorship for this role.",
        "You must be authorized to work in the US without sponsorship.",
        "Able to work without the need for current or future visa sponsorship",
        "Visa sponsorship is not available.",
        "No visa sponsorship",
        "We do not sponsor employment visas.",
        "Applicants will not be eligible for immigration sponsorship.",
        "Not providing sponsorship for this job",
        "Sponsorship cannot be provided.",
        "Candidates who will not require sponsorship now or in the future are welcome.",
    ],
)
def test_a_visa_is_not_sponsored(line):
    assert parsed(line).visa == "not sponsored"


@pytest.mark.parametrize(
    "line",
    [
        "It matters.",
        "Will you now or in the future require visa sponsorship?",
        "Experience with Visa and Mastercard",
        "You will track the sponsorship of events.",
        "You win executive sponsorship for the product.",
        "Visa sponsorship may be available.",
        "You must be authorized to work in the US.",
    ],
)
def test_nothing_is_said_of_a_visa(line):
    assert parsed(line).visa is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Apply by March 31, 2026.", "2026-03-31"),
        ("Application deadline: 31 March 2026", "2026-03-31"),
        ("Applications close on 2026-03-31.", "2026-03-31"),
        ("Closing date: 31.03.2026", "2026-03-31"),
        ("The deadline to apply is 03/31/2026.", "2026-03-31"),
        ("We will accept applications for the role until December 15th, 2025.", "2025-12-15"),
        ("Applications are accepted through the 1st of Sept 2026.", "2026-09-01"),
        ("This position will close on Sep. 9, 2026", "2026-09-09"),
        ("Application deadline:\n\nMay 2, 2026", "2026-05-02"),
        ("Apply by 04/04/2026.", "2026-04-04"),
        ("Apply by 03/04/2026.", None),
        ("Apply by February 30, 2026.", None),
        ("Apply by March 31.", None),
        ("Applications are read on a rolling basis; there is no deadline.", None),
        ("You meet deadlines. We were founded on March 31, 2020.", None),
    ],
)
def test_the_last_day_to_apply(line, day):
    assert parsed(line).deadline == day


def test_a_day_without_a_year_follows_the_day_of_posting():
    assert parsed("Apply by March 31.", posted="2025-11-02").deadline == "2026-03-31"
    assert parsed("Apply by March 31.", posted="2026-03-31").deadline == "2026-03-31"


def test_the_day_that_the_file_declares_beats_the_text():
    assert parsed("Apply by March 31, 2026.", deadline="2026-04-01T23:59").deadline == "2026-04-01"
    assert parsed("Apply by March 31, 2026.", deadline="soon").deadline == "2026-03-31"


@pytest.mark.parametrize(
    ("line", "company"),
    [
        ("About Quillware", "Quillware"),
        ("Join Quillware", "Quillware"),
        ("Quillware is hiring product people.", "Quillware"),
        ("Quillware Labs is currently looking for you.", "Quillware Labs"),
        ("At Quillware, you learn a lot.", "Quillware"),
        ("Life at Quillware", "Quillware"),
        ("You will work as a product manager at Quillware.", "Quillware"),
        ("Quillware is a maker of pens.", "Quillware"),
        ("Quillware is hiring. Inkwell is a competitor.", "Quillware"),
        ("German is a plus.", None),
        ("Fluent English is a must.", None),
        ("Germany is a big market.", None),
        ("Join our team at Berlin", None),
        ("Working with Unix is a must.", None),
        ("Experimentation is the heart of it.", None),
        ("About You", None),
    ],
)
def test_the_company_is_never_a_language_or_a_place(line, company):
    assert parsed(line).company == company
