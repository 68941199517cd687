"""Dates at the end of a header."""

import pytest

from tailor.writers.date_ends import is_dates, parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Analyst, Example Corp, Jan 2020 – Present", ("Analyst, Example Corp", "Jan 2020 – Present"), id="comma"
        ),
        pytest.param("Analyst | Example Corp | 2017 - 2019", ("Analyst | Example Corp", "2017 - 2019"), id="bar"),
        pytest.param("Analyst (03/2019–04/2020)", ("Analyst", "03/2019–04/2020"), id="parentheses"),
        pytest.param(
            "Analyst, Example Corp 2019-2020", ("Analyst, Example Corp", "2019-2020"), id="a-company-is-no-month"
        ),
        pytest.param("Intern June - Aug. 2025", ("Intern", "June - Aug. 2025"), id="one-year-for-both"),
        pytest.param("Intern, Summer 2024", ("Intern", "Summer 2024"), id="season"),
        pytest.param("Jan 2020 - Present", None, id="dates-alone"),
        pytest.param("Analyst at Example Corp", None, id="no-dates"),
        pytest.param("Moved 2019 accounts", None, id="a-number-within"),
        pytest.param("Analyst, " + "very " * 60 + "2019", None, id="prose"),
    ],
)
def test_dates_are_parted_from_what_they_date(text, expected):
    assert parted(text) == expected


@pytest.mark.parametrize("text", ["2019", "(Jan 2020 - Present)", "10.2021 - today", "Mar 2020 to Apr 2021"])
def test_dates_alone(text):
    assert is_dates(text)


@pytest.mark.parametrize("text", ["", "Jan", "Analyst 2019", "Present"])
def test_not_dates_alone(text):
    assert not is_dates(text)
