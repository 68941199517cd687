"""The benchmarks are never run here; what they rest on is the same everywhere, and they tell the truth."""

import sys

import pytest

from benchmarks.generate import postings
from benchmarks.timing import Row, in_turn, ratio, run

from .conftest import ROOT


def test_the_same_postings_each_time():
    assert list(postings(3)) == list(postings(3))
    assert list(postings(3)) != list(postings(3, seed=1))
    assert len(set(postings(20))) == 20


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        pytest.param(Row("x", 1.1, 1.2), "yes", id="below"),
        pytest.param(Row("x", 1.3, 1.2), "NO", id="above"),
        pytest.param(Row("x", 900, 1_000, least=True), "NO", id="too-few"),
        pytest.param(Row("x", 2_000, 1_000, least=True), "yes", id="enough"),
        pytest.param(Row("x", None, 1_000), "skipped", id="not-here"),
        pytest.param(Row("x", 1.0), "", id="for-orientation"),
    ],
)
def test_a_row_says_whether_what_is_asked_is_reached(row, verdict):
    assert row.verdict == verdict


def test_ratios_are_taken_within_a_round():
    given = iter([9, 9, 2, 1, 30, 10, 400, 100])
    rounds = in_turn({"ours": lambda: next(given), "theirs": lambda: next(given)}, 3)

    assert ratio(rounds, "ours", "theirs") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="a process's own peak memory cannot be asked for there")
def test_a_process_tells_what_it_took():
    small = run([sys.executable, "-c", "pass"], {})
    large = run([sys.executable, "-c", "x = bytearray(100_000_000)"], {})

    assert 90 < large.mebibytes - small.mebibytes < 150
    assert small.seconds > 0


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.stem)
def test_every_benchmark_can_be_imported(path):
    __import__(f"benchmarks.{path.stem}")
