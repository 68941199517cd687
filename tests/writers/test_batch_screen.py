"""A batch in the terminal: one is one."""

from dataclasses import replace

from rich.console import Console

from tailor.types import Spread
from tailor.writers.batch_screen import batch_report
from tests.writers.batch_making import batch


def text(**changed):
    console = Console(width=200)
    with console.capture() as shown:
        console.print(batch_report(batch(**changed), 10))
    return shown.get()


def test_one_is_told_in_the_singular():
    market = replace(batch().market, postings=1, salaries=(Spread("CAD", 1, 127500.0, 127500.0, 127500.0),))
    told = text(market=market, failures=batch().failures[:1], ignored=1)

    assert "1 posting could not be compared" in told
    assert "1 file of another kind was left out." in told
    assert "What the posting asks for\n" in told
    assert "Pay a year of 1 posting in CAD, its middle: 127,500\n" in told


def test_several_are_told_with_their_quartiles():
    market = replace(batch().market, salaries=(Spread("USD", 3, 1000.0, 2000.0, 3000.0),))
    assert "Pay a year, quartiles of 3 postings in USD: 1,000 · 2,000 · 3,000" in text(market=market)
