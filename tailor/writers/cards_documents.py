"""The cards of what is read: a resume, a posting, what is found in any document, a skill."""

from __future__ import annotations

from collections import Counter

from tailor.types import Period, Posting, Reading, Resume, Salary, Skill
from tailor.writers.cards import Card, Grid, card_of, cut, known, listed
from tailor.writers.html_page import file_name
from tailor.writers.matches import need_label


@card_of.register
def resume_card(resume: Resume) -> Card:
    """Who, what they did and when, where they studied."""
    contact = resume.contact
    roles = [
        (r.title or "–", r.company or "–", span(r.period), r.level or "–", "yes" if r.product else "no", len(r.lines))
        for r in resume.roles
    ]
    courses = [(c.degree or "–", c.field or "–", c.school or "–", span(c.period)) for c in resume.education]
    blocks = (
        Grid("Roles", ("Title", "Company", "When", "Level", "Product title", "Lines"), roles),
        Grid("Education", ("Degree", "Field", "School", "When"), courses),
        Grid("Sections", ("Section", "Lines"), [(s.kind, len(s.lines)) for s in resume.sections]),
    )
    return Card(
        contact.name or file_name(resume.source.path),
        note=resume.headline.text if resume.headline else "",
        facts=known(
            ("e-mail", contact.email),
            ("phone", contact.phone),
            ("place", contact.location),
            ("links", listed(contact.links)),
            ("file", file_name(resume.source.path)),
        ),
        blocks=tuple(block for block in blocks if block.rows),
    )


@card_of.register
def posting_card(posting: Posting) -> Card:
    """What it says of the job, and how many of its sentences ask for something."""
    count = Counter(need_label(p.need) if p.need else p.boilerplate or "other" for p in posting.passages)
    return Card(
        " · ".join(part for part in (posting.title, posting.company) if part) or file_name(posting.source.path),
        facts=facts(posting),
        blocks=(Grid("Sentences by what they are", ("Kind", "Sentences"), count.most_common()),),
    )


def facts(posting: Posting) -> tuple[tuple[str, str], ...]:
    """What a posting says of the job beside skills."""
    degrees = listed(f"{d.level} ({d.status}{', or equivalent' if d.or_equivalent else ''})" for d in posting.degrees)
    return known(
        ("level", posting.level),
        ("years asked", posting.years),
        ("degrees", degrees),
        ("place", posting.location),
        ("mode", posting.mode),
        ("pay a year", pay(posting.salary)),
        ("visa", posting.visa),
        ("apply by", posting.deadline),
        ("file", file_name(posting.source.path)),
    )


def pay(salary: Salary | None) -> str:
    """A range of pay in words; "" for none."""
    if salary is None:
        return ""
    most = f" to {salary.maximum:,.0f}" if salary.maximum else ""
    return f"{salary.minimum:,.0f}{most} {salary.currency or ''}".strip()


def span(period: Period) -> str:
    """From when to when."""
    ends = "present" if period.current else str(period.end or "")
    return " – ".join(part for part in (str(period.start or ""), ends) if part) or "–"


@card_of.register
def reading_card(reading: Reading) -> Card:
    """The skills a document names, a row a mention, and its facts if it is a posting."""
    posting = reading.posting
    rows = [
        (reading.skills[m.skill].name, cut(m.text), m.line, need_label(m.need) if m.need else "–")
        for m in reading.mentions
    ]
    named = len({mention.skill for mention in reading.mentions})
    title = " · ".join(part for part in (posting.title, posting.company) if part) if posting else ""
    return Card(
        title or file_name(reading.source.path),
        note=reading.notice,
        facts=facts(posting) if posting else known(("file", file_name(reading.source.path))),
        blocks=(Grid(f"Mentions of {named} skills", ("Skill", "Words", "Line", "Need"), rows),),
    )


@card_of.register
def skill_card(skill: Skill) -> Card:
    """A concept with all its wordings and relations."""
    wordings = [(name, listed(getattr(skill, name))) for name in ("forms", "verbs", "cased", "weak")]
    relations = [("a kind of", listed(skill.broader)), ("shows besides", listed(skill.implies))]
    return Card(
        skill.name,
        note=f"{skill.type}, {skill.competency}",
        facts=known(("id", skill.id), *wordings, *relations, ("note", skill.note)),
    )
