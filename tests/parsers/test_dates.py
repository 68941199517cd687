"""Dates and ranges in the shapes that resumes have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.parsers.dates import find_periods

RANGES = [
    ("Mar 2020 – Present", "2020-03", "now"),
    ("March 2020 - present", "2020-03", "now"),
    ("Feb'19 to till now", "2019-02", "now"),
    ("Oct'12 to Feb'15", "2012-10", "2015-02"),
    ("Jan ‘19 – Dec ’20", "2019-01", "2020-12"),
    ("2018-08 – 2021-01", "2018-08", "2021-01"),
    ("2016-08-01 – 2018-06-30", "2016-08", "2018-06"),
    ("04/2020 – heute", "2020-04", "now"),
    ("03/20 - 04/21", "2020-03", "2021-04"),
    ("Mar-20 - Apr-21", "2020-03", "2021-04"),
    ("6/19-12/21", "2019-06", "2021-12"),
    ("4/17 - 5/19", "2017-04", "2019-05"),
    ("1/22-Present", "2022-01", "now"),
    ("01/08/2017 to 31/07/2018", "2017-08", "2018-07"),
    ("01.04.2015 – 30.09.2016", "2015-04", "2016-09"),
    ("12/25/2015 - 01/31/2017", "2015-12", "2017-01"),
    ("1st Aug 2017 to till date", "2017-08", "now"),
    ("May 15, 2020 to June 3, 2021", "2020-05", "2021-06"),
    ("Jan 2020 \u2012 Feb 2021", "2020-01", "2021-02"),
    ("Jan 2020 \u00ad Feb 2021", "2020-01", "2021-02"),
    ("June - Aug. 2025", "2025-06", "2025-08"),
    ("2010 – 2012", "2010", "2012"),
    ("2018-20", "2018", "2020"),
    ("2018/19", "2018", "2019"),
    ("Q3 2021 – Q1 2022", "2021-07", "2022-01"),
    ("Summer 2019 - Fall 2020", "2019-06", "2020-09"),
    ("since 2018", "2018", "now"),
    ("2023/09 to today", "2023-09", "now"),
    ("8/2021 to date", "2021-08", "now"),
    ("seit 04/2019", "2019-04", "now"),
    ("Depuis mars 2020", "2020-03", "now"),
    ("From Apr 2018 onwards", "2018-04", "now"),
    ("Apr 2018 On-wards", "2018-04", "now"),
    ("2021-02 – ongoing", "2021-02", "now"),
    ("Apr 2016 -", "2016-04", "now"),
    ("janv. 2020 à aujourd’hui", "2020-01", "now"),
    ("septembre 2016 à février 2020", "2016-09", "2020-02"),
    ("marzo de 2020 – actualidad", "2020-03", "now"),
    ("mar. 2019 até o momento", "2019-03", "now"),
    ("gennaio 2018 - oggi", "2018-01", "now"),
    ("Aug 2019\tJul 2020", "2019-08", "2020-07"),
    ("Aug 2019\tTill date", "2019-08", "now"),
    ("Month 20XX - Ongoing", "None", "now"),
]


def shown(text):
    return [
        (str(d.period.start), "now" if d.period.current else str(d.period.end), d.single) for d in find_periods(text)
    ]


@pytest.mark.parametrize(("text", "start", "end"), RANGES, ids=[r[0] for r in RANGES])
def test_a_range_is_read_at_its_precision(text, start, end):
    assert shown(text) == [(start, end, False)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("May 2012", "2012-05"),
        ("Summer 2024 (10 weeks)", "2024-06"),
        ("15 March 2020", "2020-03"),
        ("2020年3月", "2020-03"),
        ("class of 2016", "2016"),
        ("Sept. 2022", "2022-09"),
    ],
)
def test_a_single_date_says_so(text, date):
    assert shown(text) == [(date, "None", True)]


@pytest.mark.parametrize(
    "text",
    [
        "2,020 users",
        "$2020 a month",
        "we may march on",
        "now and then",
        "12 to 15 people",
        "room 2020a",
        "5/12 done",
        "up from 6/10 to 9/10",
    ],
)
def test_numbers_and_words_are_no_dates(text):
    assert find_periods(text) == ()


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Acme (Jan 2019 – Feb 2020), Bonn", "Jan 2019 – Feb 2020"),
        ("worked from May 2019 to June 2020 there", "from May 2019 to June 2020"),
        ("Treasurer (since 2018)", "since 2018"),
    ],
)
def test_offsets_cover_the_dates_and_their_words(text, covered):
    (found,) = find_periods(text)

    assert text[found.start : found.end] == covered


WORDS = st.sampled_from(
    ["May", "2020", "-", "–", "to", "Present", "'19", "03/2020", "since", "(", ")", "\t", "bis", "Q1", "a"]
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_gives_spans_in_order_inside_it(text):
    edges = [edge for found in find_periods(text) for edge in (found.start, found.end)]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_an_open_period_has_no_end_and_months_are_months(text):
    for found in find_periods(text):
        assert not (found.period.current and found.period.end)
        for date in (found.period.start, found.period.end):
            assert date is None or (0 <= date.month <= 12 and 1940 <= date.year <= 2049)
