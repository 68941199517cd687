"""A match to make pages of, from texts that would do harm if they were not escaped."""

from functools import cache

from lxml import html as markup

from tailor import advisers, extractors, scorers
from tailor.parsers import parse_posting, parse_resume
from tailor.pipeline import Comparison
from tailor.readers import from_text
from tailor.types import Check, Page, PartialDate

SCRIPT = "<script>alert('you')</script>"
ATTRIBUTE = '" onmouseover="alert(1)'
TRICKS = "\u202e\u200b"  # turns the text round, and a blank that nobody sees
RESUME = f"""Jo {SCRIPT} Doe
jo@example.com | +44 20 7946 0018

EXPERIENCE
Product Manager, Acme
Jan 2019 – Present
- Owned the product roadmap {SCRIPT} and wrote SQL for 12 dashboards{TRICKS}
- Sat with 12 riders for a day each and rewrote the booking screen around what they told me {ATTRIBUTE}
- Ran A/B tests on <b>pricing</b> & onboarding in 2021; conversion rose by 14%
"""
POSTING = f"""Senior Product Manager {SCRIPT}
Acme Rides

Responsibilities
- Own the product roadmap {ATTRIBUTE} for our rider app
- Do user research with riders

Requirements
- 5+ years of product management
- Python, Looker or SQL
- Tableau {SCRIPT}
- Fluent in German & A/B testing
- Bachelor's degree

About us
Founded in 2009, we move people </style></main>.
"""
ODD = Check("tense", "writing", "warn", f"Mixed {SCRIPT}", 7, f"line 7 {SCRIPT}")


def must_hold_no_element_of_a_document(text):
    """Fail if a document could add an element or an attribute to the page, or close one of its own."""
    tree = markup.document_fromstring(text)
    for tag in ("style", "script", "main"):
        assert len(tree.findall(f".//{tag}")) == 1
        assert text.count(f"</{tag}>") == 1
    names = {name for element in tree.iter() for name in element.attrib}
    assert "class" in names
    assert [name for name in names if name.startswith("on") or name in {"style", "src", "srcset"}] == []


@cache
def page():
    """The page of the two texts, with checks and guidance."""
    resume, posting = parse_resume(from_text(RESUME)), parse_posting(from_text(POSTING))
    match = Comparison(posting, scorers.settings(), PartialDate(2026, 11)).match(resume)
    return Page(
        match,
        (*advisers.match_checks(match), ODD),
        advisers.guidance(match, extractors.taxonomy().skills),
        advisers.profile_reading(match),
    )
