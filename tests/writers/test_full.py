"""The whole report: what stands beside the match, and that passes are left out."""

from io import StringIO

import pytest
from rich.console import Console

from tailor import pipeline
from tailor.writers.full import full_report
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def printed():
    match = pipeline.compare(ROOT / "sample_jobs/resumes/apm.txt", ROOT / "sample_jobs/apm-programme-ways-in.md")
    out = StringIO()
    Console(file=out, width=120).print(full_report(pipeline.page(match)))
    return out.getvalue()


@pytest.mark.parametrize(
    "heading", ["Requirements", "Competencies", "How it reads", "What would close the gaps", "Hard skills:"]
)
def test_every_section_is_there(printed, heading):
    assert heading in printed


def test_what_passes_is_not_listed(printed):
    assert "\nwarn " in printed
    assert "\npass " not in printed
