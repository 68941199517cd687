"""A posting pasted into the resume proves nothing."""

from dataclasses import replace

import pytest

from tailor import pipeline, scorers
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text, read
from tailor.scorers.copies import copied_lines, without
from tailor.types import Evidence, Inference, Mention, PartialDate
from tests.conftest import ROOT

POSTING = """Product Manager

What you'll do
- Own the roadmap of the ferry booking desk together with the harbour masters
- Run user research

Requirements
- SQL and Amplitude, used every week on your own
"""
RESUME = """Ada Vance
ada.vance@example.org

Experience
Product Manager, Lowtide Ltd
March 2019 - Present
{line}
"""


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        ("- Own the roadmap of the ferry booking desk together with the harbour masters", True),
        ("- I own the roadmap of the ferry booking desk together with harbour masters", True),
        ("- Run user research", True),
        ("- Moved the roadmap of the ferry desk forward by asking 30 skippers what they miss", False),
        ("- Product Manager", False),
    ],
)
def test_which_lines_are_taken_over(line, copied):
    resume, posting = parse_resume(from_text(RESUME.format(line=line))), parse_posting(from_text(POSTING))
    assert (7 in copied_lines(resume, posting)) is copied


def test_evidence_loses_what_rests_on_them():
    named = Mention("sql", "SQL", 0, 3, 7)
    told = Inference("sql", 8, "paraphrase", 0.8, "asked the database")
    item = Evidence("sql", (named,), inferred=(told,))
    assert list(without([item], [7])) == [replace(item, mentions=())]
    assert list(without([item], [7, 8])) == []


def test_pasting_the_posting_wins_nothing():
    posting = pipeline.read_posting(ROOT / "sample_jobs/senior-pm-billing.txt")
    plain = (ROOT / "sample_jobs/resumes/apm.txt").read_text(encoding="utf-8")
    held = pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11))
    honest = held.score(parse_resume(from_text(plain)))
    stuffed = held.score(parse_resume(read("-", stdin=(plain + "\n" + posting.source.text).encode())))
    assert honest.copied == ()
    assert len(stuffed.copied) > 20
    assert stuffed.score <= honest.score + 5
