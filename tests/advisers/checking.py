"""Resumes to be checked: an ordinary one, and what to change in it."""

from dataclasses import replace

from tailor.advisers import resume_checks
from tailor.parsers import parse_resume
from tailor.readers import from_text
from tailor.types import Layout

ORDINARY = """Ada Example
Senior Product Manager
Leeds, UK | ada@example.com | +44 20 7946 0321 | linkedin.com/in/ada-example

Summary
Product manager with eight years in payments and logistics, at home with carriers, drivers and their depots.

Experience
Senior Product Manager, Acme Ltd
Jan 2021 - Present
- Ran split tests on checkout, lifting revenue by 12 %
- Wrote the problem briefs that the squad of nine builds from
- Cut the time to a refund from 9 days to 2 with the support team

Product Manager, Beta Ltd
Mar 2018 - Dec 2020
- Launched card payments for 40 depots in seven months
- Queried the warehouse to find where drivers gave up
- Met 31 dispatchers at their desks and rewrote the load screen

Education
BSc Economics, University of Leeds, 2014 - 2017

Skills
Product: interviews, pricing, roadmaps
Tools: SQL, Figma, Jira
"""
DOCX = Layout(
    format="docx",
    pages=1,
    page_size=(612.0, 792.0),
    margins=(54.0, 54.0, 54.0, 54.0),
    fonts=(("Calibri", 900),),
    sizes=((11.0, 900),),
    colours=(("000000", 900),),
    characters=900,
)


def changed(old="", new="", *, path="Ada_Example_Resume.docx", form="docx"):
    """The ordinary resume with `old` replaced by `new`, as if read from `path`."""
    assert old in ORDINARY
    source = from_text(ORDINARY.replace(old, new) if old else ORDINARY)
    return parse_resume(replace(source, path=path, format=form))


def found(rule, resume, layout=DOCX):
    """What a rule says of a resume: verdict, reason and line."""
    checks = [check for check in resume_checks(resume, layout) if check.rule == rule]
    assert len(checks) <= 1
    return checks[0] if checks else None


def verdict(rule, resume, layout=DOCX):
    """Its verdict alone; None where it does not apply."""
    check = found(rule, resume, layout)
    return check and check.verdict
