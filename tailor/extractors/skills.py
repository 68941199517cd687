"""From mentions to what a posting requires and what a resume is evidence of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tailor.extractors.pipeline import posting_mentions, resume_mentions
from tailor.extractors.taxonomy import taxonomy
from tailor.timeline import months, since
from tailor.types import Evidence, Line, Mention, Need, PartialDate, Period, Posting, Requirement, Resume

NEEDS: tuple[Need, ...] = ("required", "preferred", "responsibility")
# Sections that name people, places and pastimes, not what the person can do.
SILENT = frozenset({"contact", "personal", "references", "links", "interests"})
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def requirements(posting: Posting) -> tuple[Requirement, ...]:
    """What `posting` asks for: a skill once, at its strongest need; required first, then by frequency."""
    asked = [mention for mention in posting_mentions(posting) if mention.need and not mention.negated]
    found = [requirement(key, tuple(group)) for key, group in by_skill(asked).items()]
    return tuple(sorted(found, key=lambda r: (NEEDS.index(r.need), -len(r.mentions), r.mentions[0].start)))


def requirement(key: str, mentions: tuple[Mention, ...]) -> Requirement:
    """The requirement that `mentions` of one skill make together."""
    need = min((mention.need for mention in mentions if mention.need), key=NEEDS.index)
    return Requirement(taxonomy()[key], need, mentions)


def by_skill(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """`mentions` grouped by skill, in the order of their first appearance."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.skill, []).append(mention)
    return groups


def evidence(resume: Resume, as_of: PartialDate) -> tuple[Evidence, ...]:
    """What `resume` shows, in the order of first mention; a current role lasts until `as_of`."""
    lines = {line.number: line for line in telling_lines(resume)}
    periods = {line.number: role.period for role in resume.roles for line in (*role.header, *role.lines)}
    groups = by_skill(resume_mentions(lines.values()))
    return tuple(evidence_of(key, tuple(group), lines, periods, as_of) for key, group in groups.items())


def telling_lines(resume: Resume) -> list[Line]:
    """The lines that can show a skill: all but headings, contact, references and pastimes."""
    return [line for section in resume.sections if section.kind not in SILENT for line in section.lines]


def evidence_of(
    key: str,
    mentions: tuple[Mention, ...],
    lines: Mapping[int, Line],
    periods: Mapping[int, Period],
    as_of: PartialDate,
) -> Evidence:
    """Evidence for one skill: how long and how lately it was used, and whether a figure backs it."""
    used = [periods[mention.line] for mention in mentions if mention.line in periods]
    backed = any(holds_number(lines[mention.line].text) for mention in mentions)
    return Evidence(key, mentions, months(used, as_of), since(used, as_of), backed)


def holds_number(text: str) -> bool:
    """Whether `text` holds a figure other than a year."""
    return any(character.isdigit() for character in YEAR.sub("", text))
