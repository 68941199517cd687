"""The whole report on a terminal: the match, how the competencies read, what to fix, what would close the gaps."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType

from tailor.types import Page, ProfileReading
from tailor.writers.check_lists import checks_report
from tailor.writers.guidance import guidance_table
from tailor.writers.layout import heading, said
from tailor.writers.report import match_report


def full_report(page: Page) -> RenderableType:
    """The match report with what stands beside it; of the checks only those that found something."""
    return Group(match_report(page.match), *beside(page))


def beside(page: Page) -> Iterator[RenderableType]:
    """What stands beside the match, each under its heading."""
    if page.reading:
        yield heading("How it reads")
        yield said("\n".join(sentences(page.reading)))
    if page.guidance:
        yield heading("What would close the gaps")
        yield guidance_table(page.guidance)
    found = [check for check in page.checks if check.verdict != "pass"]
    if found:
        yield checks_report(found)


def sentences(reading: ProfileReading) -> Iterator[str]:
    """The reading of the profile, a line each."""
    yield reading.summary
    yield from (transfer.text for transfer in reading.transfers)
    yield from (thin.text for thin in reading.thin)
