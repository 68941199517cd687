"""What kind of document a text is."""

from __future__ import annotations

from tailor.errors import NotAPosting, NotAResume
from tailor.parsers.contact import email_in
from tailor.parsers.posting import parse_posting
from tailor.parsers.resume import parse_resume
from tailor.types import Source

LEAST_REQUIRED = 3  # sentences under a heading such as "Requirements"
TOP_LINES = 12  # where a resume says how to reach the person


def looks_like_posting(source: Source) -> bool:
    """Whether `source` sets requirements under a heading of their own, as a posting does."""
    try:
        passages = parse_posting(source).passages
    except NotAPosting:
        return False
    return sum(passage.section == "required" for passage in passages) >= LEAST_REQUIRED


def looks_like_resume(source: Source) -> bool:
    """Whether `source` has an e-mail address near its top and tells of jobs with dates, as a posting does not."""
    if email_in(line.text for line in source.lines[:TOP_LINES]) is None:
        return False
    try:
        return any(role.period.start for role in parse_resume(source).roles)
    except NotAResume:
        return False
