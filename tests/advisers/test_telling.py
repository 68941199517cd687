"""Where a resume line turns from what was done to what came of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.advisers.telling import around, deed_and_result, runs, short
from tailor.types import Line


@pytest.mark.parametrize(
    ("text", "result"),
    [
        pytest.param("Ran tests on checkout, lifting revenue by 12 %", "lifting revenue by 12 %", id="participle"),
        pytest.param("Rewrote it; failures fell from 9 to 2", "failures fell from 9 to 2", id="semicolon"),
        pytest.param("Rewrote the guide. It is now read by all", "It is now read by all", id="sentence"),
        pytest.param("Asked to take over; began by reading 340 tickets", "", id="a-number-is-no-result"),
        pytest.param("Kept the list in order", "", id="none"),
        pytest.param("Bought the layer, and cut disputes by 61%.", "and cut disputes by 61%.", id="and-cut"),
    ],
)
def test_the_result_is_told_apart(text, result):
    assert deed_and_result(text)[1] == result


@given(st.text(alphabet="abc ;.,–0%", max_size=60))
def test_nothing_is_added(text):
    deed, result = deed_and_result(text)

    assert deed.strip() in text
    assert result in text


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(12, 60))
def test_what_is_cut_stands_in_the_text(words, most):
    text = " ".join(words)

    for found in (short(text, most), around(text, words[-1], most)):
        assert len(found) <= most + 2
        assert found.strip("…") in text


def test_a_bullet_runs_on_in_the_next_line():
    lines = [
        Line("Software for farms", 1, 0),
        Line("Asked twenty growers,", 2, 20, kind="bullet"),
        Line("then built less.", 3, 42),
        Line("Sold it.", 4, 60, kind="bullet"),
        Line("A Heading", 5, 70),
    ]

    assert [[line.number for line in run] for run in runs(lines)] == [[2, 3], [4]]
