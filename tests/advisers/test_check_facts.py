"""Results and dates."""

import pytest

from tailor.advisers.check_results import has_figure
from tailor.advisers.check_rules import Statement
from tailor.parsers import parse_resume
from tailor.readers import from_text

from .checking import changed, found, verdict

LATEST = """- Ran split tests on checkout, lifting revenue by 12 %
- Wrote the problem briefs that the squad of nine builds from
- Cut the time to a refund from 9 days to 2 with the support team"""
PAST = """- Launched card payments for 40 depots in seven months
- Queried the warehouse to find where drivers gave up
- Met 31 dispatchers at their desks and rewrote the load screen"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut churn by 12%", True),
        ("Cut churn by 12 percent", True),
        ("Grew revenue to $4.5M", True),
        ("Sold for €300k", True),
        ("Made it 3x faster", True),
        ("Met 40 users", True),
        ("Served 1,150 accounts.", True),
        ("Halved the wait", True),
        ("Grew to 50+ shops", True),
        ("Wrote the plan of 2021", False),
        ("Kept ISO 27001 and SOC 2", False),
        ("Built HL7 and B2B flows on S3", False),
        ("Ran Phase 2", False),
        ("Wrote the plan", False),
    ],
)
def test_what_counts_as_a_figure(text, expected):
    assert has_figure(Statement(text, 1, True)) is expected


@pytest.mark.parametrize(
    ("rule", "old", "new", "expected"),
    [
        pytest.param("measurable results", "", "", "pass", id="four-of-six"),
        pytest.param("measurable results", PAST, PAST.replace("40", "all").replace("31", "many"), "warn", id="two"),
        pytest.param("results in the latest job", "", "", "pass", id="latest"),
        pytest.param(
            "results in the latest job", LATEST, "- Ran tests on checkout\n- Wrote plans", "warn", id="none-in-latest"
        ),
        pytest.param("order of jobs", "", "", "pass", id="newest-first"),
        pytest.param(
            "order of jobs", "Mar 2018 - Dec 2020", "Mar 2025 - Dec 2025", "pass", id="within-the-present-job"
        ),
        pytest.param("impossible dates", "", "", "pass", id="possible"),
        pytest.param("impossible dates", "Mar 2018 - Dec 2020", "Mar 2021 - Dec 2020", "fail", id="backwards"),
        pytest.param("gaps", "", "", "pass", id="no-gap"),
        pytest.param("gaps", "Mar 2018 - Dec 2020", "Mar 2018 - Aug 2020", "pass", id="four-months"),
        pytest.param("gaps", "Mar 2018 - Dec 2020", "Mar 2018 - Jan 2020", "warn", id="eleven-months"),
        pytest.param("gaps", "Mar 2018 - Dec 2020", "2018 - 2020", "pass", id="years-alone-prove-no-gap"),
        pytest.param("overlaps", "", "", "pass", id="one-at-a-time"),
        pytest.param("overlaps", "Mar 2018 - Dec 2020", "Mar 2018 - Mar 2021", "pass", id="handover"),
        pytest.param("overlaps", "Mar 2018 - Dec 2020", "Mar 2018 - Dec 2021", "warn", id="a-year-at-once"),
        pytest.param(
            "overlaps", "Beta Ltd\nMar 2018 - Dec 2020", "Acme Ltd\nMar 2018 - Dec 2021", "pass", id="one-employer"
        ),
        pytest.param(
            "overlaps",
            "Beta Ltd\nMar 2018 - Dec 2020",
            "Beta Ltd (part-time)\nMar 2018 - Dec 2021",
            "pass",
            id="part-time",
        ),
    ],
)
def test_facts(rule, old, new, expected):
    assert verdict(rule, changed(old, new)) == expected


def test_no_figure_at_all_fails():
    plain = f"{LATEST}\n\nProduct Manager, Beta Ltd\nMar 2018 - Dec 2020\n{PAST}"

    resume = changed(plain, "- Ran tests\n- Wrote plans\n- Cut the time to a refund")

    assert verdict("measurable results", resume) == "fail"
    assert found("measurable results", resume).why.startswith("None of 3 lines")


def test_oldest_first_is_turned_round():
    resume = changed("Jan 2021 - Present", "Jan 2012 - Feb 2018")

    assert verdict("order of jobs", resume) == "warn"


def test_a_gap_is_told_with_its_months_and_studies_fill_it():
    gap = "Mar 2018 - Jan 2020"
    studies = "MBA, University of York, Feb 2020 - Dec 2020"
    bare = changed("Mar 2018 - Dec 2020", gap)
    text = bare.source.text.replace("Education\n", f"Education\n{studies}\n")
    studied = parse_resume(from_text(text))

    assert "11 months without a job before Senior Product Manager, 2020-02 to 2020-12" in found("gaps", bare).why
    assert verdict("gaps", studied) == "pass"
