"""What was found in one document, and the taxonomy itself, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from tailor.types import Posting, Reading, Skill
from tailor.writers.layout import grid, heading, said


def reading_report(reading: Reading) -> RenderableType:
    """Facts, skills by frequency, and how much of the text is boilerplate."""
    made = grid("Skill", "Times", "Need", "As written")
    for key, count in Counter(m.skill for m in reading.mentions).most_common():
        same = [m for m in reading.mentions if m.skill == key]
        needs = ", ".join(dict.fromkeys(m.need for m in same if m.need)) or "–"
        written = said("; ".join(dict.fromkeys(m.text for m in same)))
        made.add_row(said(reading.skills[key].name), str(count), needs, written)
    return Group(said(reading.id, style="bold"), facts(reading.posting, reading.notice), made, Text())


def facts(posting: Posting | None, notice: str = "") -> Text:
    """The facts of a posting, one line each; where the text is none, `notice` says why."""
    if posting is None:
        why = f"this does not look like a job posting: it {notice}\n" if notice else ""
        return said(f"{why}skills only, no facts\n", style="dim")
    pay = posting.salary
    shown = {
        "title": posting.title,
        "company": posting.company,
        "level": posting.level,
        "years": posting.years,
        "degree": "; ".join(f"{d.level} ({d.status})" for d in posting.degrees),
        "salary": pay and " ".join(str(v) for v in (pay.minimum, "to", pay.maximum or "?", pay.currency or "")),
        "mode": posting.mode,
        "location": posting.location,
        "boilerplate": f"{boilerplate_share(posting):.0%} of the text",
    }
    return said("".join(f"{name:12}{value}\n" for name, value in shown.items() if value))


def boilerplate_share(posting: Posting) -> float:
    """Share of the passages' characters that are boilerplate, in [0, 1]."""
    total = sum(p.end - p.start for p in posting.passages)
    return sum(p.end - p.start for p in posting.passages if p.boilerplate) / total if total else 0.0


def skills_report(skills: Sequence[Skill], *, detailed: bool, near: Sequence[str] = ()) -> RenderableType:
    """The taxonomy: a table, or with `detailed` everything known of each skill; of none, what was probably meant."""
    if not skills:
        meant = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        return said(f"No skill has such a name or wording.{meant}")
    if detailed:
        return Group(*(skill_card(skill) for skill in skills))
    made = grid("Skill", "Type", "Competency", "Wordings")
    for skill in skills:
        count = len(skill.forms) + len(skill.verbs) + len(skill.cased) + len(skill.weak) + 1
        made.add_row(skill.name, skill.type, skill.competency, str(count))
    return Group(made, said(f"\n{len(skills)} skills"))


def skill_card(skill: Skill) -> RenderableType:
    """Everything known of one skill."""
    rows = {
        "also": (*skill.forms, *skill.cased),
        "by deed": skill.verbs,
        "in context": skill.weak,
        "kind of": skill.broader,
        "shows": skill.implies,
        "note": (skill.note,) if skill.note else (),
    }
    lines = "".join(f"  {name:12}{', '.join(values)}\n" for name, values in rows.items() if values)
    return Group(heading(skill.name), said(f"  {skill.type}, {skill.competency}\n{lines}".rstrip("\n")))
