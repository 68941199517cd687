"""A resume and a posting for the tests of guidance and interview."""

from __future__ import annotations

from functools import cache

from tailor import extractors, pipeline, scorers
from tailor.extractors.ways import ways
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import Interview, PartialDate

RESUME = """Ada Example
ada@example.com

Summary
Engineer turned to product.

Experience
Software Engineer, Acme Ltd
Jan 2020 - Present
- Wrote the weekly newsletter
- Ran split tests on checkout with two marketers, lifting revenue by 12 %
- Wrote SQL to size the backlog; disputed invoices fell from 140 to 22

Side projects
- Talked to 25 carers before writing a line of code

Skills
Tools: Jira, Confluence, Figma
"""
POSTING = """Senior Product Manager, Payments
Company: Farthing

Responsibilities
- Define the product roadmap for payments with engineering, design and legal
- Run user research every month

Requirements
- You run A/B testing every week
- You write SQL
- You use Kubernetes and Amplitude
- Experience in payments
- Stakeholder management and negotiation
- You design in Figma

Nice to have
- A Certified Scrum Product Owner
- Fluent German
"""


@cache
def coached(resume: str = RESUME, posting: str = POSTING) -> Interview:
    """What Tailor says of the two."""
    person, job = parse_resume(from_text(resume)), parse_posting(from_text(posting))
    match = pipeline.Comparison(job, scorers.settings(), PartialDate(2026, 11)).score(person)
    known, trades = extractors.taxonomy().skills, ways(person)
    from tailor import advisers

    return Interview(
        match,
        advisers.questions(match, known, ways=trades),
        advisers.guidance(match, known, ways=trades),
        advisers.profile_reading(match, trades),
    )
