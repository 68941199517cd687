"""From mentions to what a posting requires and what a resume is evidence of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from tailor.extractors.pipeline import line_mentions, posting_mentions
from tailor.extractors.taxonomy import taxonomy
from tailor.extractors.telling import FEWEST_WORDS, shown_in
from tailor.extractors.ways import implied, written
from tailor.timeline import months, since
from tailor.types import (
    Evidence,
    Inference,
    Mention,
    Need,
    PartialDate,
    Posting,
    Requirement,
    Resume,
)

# What may stand between the items of a list, and what makes its items alternatives.
BETWEEN = re.compile(r"\s*(?:,|/|,? ?\bor\b)\s*(?:(?:an?|the|other)\s+)?", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{2,}")
OR = re.compile(r"\bor\b", re.IGNORECASE)
Shown = TypeVar("Shown", Mention, Inference)
NEEDS: tuple[Need, ...] = ("required", "preferred", "responsibility")
# Sections that name people, places and pastimes, not what the person can do.
SILENT = frozenset({"contact", "personal", "references", "links", "interests"})
NAMED_ONLY = frozenset({"tool", "credential"})  # types of skills that no line shows without a name
# Sections whose lines tell of deeds.
TELLING = frozenset(
    {"summary", "experience", "projects", "volunteering", "achievements", "awards", "education", "other"}
)
PRODUCT = "product-management"  # the skill that a product title shows
# A figure that is no year; the figures of "2019" begin at a word's edge, so none of its digits starts a match.
FIGURE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d")


def requirements(posting: Posting) -> tuple[Requirement, ...]:
    """What `posting` asks for: a skill once, at its strongest need; required first, then by frequency."""
    asked = [mention for mention in posting_mentions(posting) if mention.need and not mention.negated]
    either = alternatives(asked, posting.source.text)
    found = [
        replace(requirement(key, tuple(group)), alternatives=either.get(key, ()))
        for key, group in by_skill(asked).items()
    ]
    return tuple(sorted(found, key=lambda r: (NEEDS.index(r.need), -len(r.mentions), r.mentions[0].start)))


def alternatives(mentions: Iterable[Mention], text: str) -> dict[str, tuple[str, ...]]:
    """For each skill in a list that ends in "or": the others of it; none for one that is asked for elsewhere too."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    lists: list[list[Mention]] = []
    for mention in ordered:
        joined = bool(lists) and bool(BETWEEN.fullmatch(text[lists[-1][-1].end : mention.start]))
        lists = [*lists[:-1], [*lists[-1], mention]] if joined else [*lists, [mention]]
    counts = Counter(mention.skill for mention in ordered)
    found: dict[str, tuple[str, ...]] = {}
    for listed in lists:
        gaps = [text[a.end : b.start] for a, b in pairwise(listed)]
        behind = text[listed[-1].end : listed[-1].end + len(", or ")]  # "Looker, Tableau or something like it"
        if gaps and (OR.search(gaps[-1]) or OR.match(behind.lstrip(" ,"))):
            ids = list(dict.fromkeys(mention.skill for mention in listed))
            found |= {key: tuple(other for other in ids if other != key) for key in ids if counts[key] == 1}
    return found


def requirement(key: str, mentions: tuple[Mention, ...]) -> Requirement:
    """The requirement that `mentions` of one skill make together."""
    need = min((mention.need for mention in mentions if mention.need), key=NEEDS.index)
    return Requirement(taxonomy()[key], need, mentions)


def by_skill(shown: Iterable[Shown]) -> dict[str, list[Shown]]:
    """`shown` grouped by skill, in the order of their first appearance."""
    groups: dict[str, list[Shown]] = {}
    for item in shown:
        groups.setdefault(item.skill, []).append(item)
    return groups


def evidence(resume: Resume, as_of: PartialDate) -> tuple[Evidence, ...]:
    """What `resume` shows, skills it names first, in the order found; a current role lasts until `as_of`."""
    named = by_skill(sorted((m for m in resume_mentions(resume) if not m.negated), key=lambda mention: mention.start))
    inferred = by_skill(inferences(resume))
    lines = {line.number: line for line in resume.source.lines}
    periods = {line.number: role.period for role in resume.roles for line in (*role.header, *role.lines)}
    found = []
    for key in dict.fromkeys((*named, *inferred)):
        mentions, told_of = tuple(named.get(key, ())), tuple(inferred.get(key, ()))
        shown = {item.line for item in mentions or told_of}  # a name is surer than what a line tells
        used = [periods[line] for line in shown if line in periods]
        backed = any(holds_number(lines[line].text) for line in shown)
        found.append(Evidence(key, mentions, months(used, as_of), since(used, as_of), backed, told_of))
    return tuple(found)


def inferences(resume: Resume) -> tuple[Inference, ...]:
    """What `resume` shows without naming it, in the order of lines."""
    return tuple(sorted((*implied(resume), *written(resume), *told(resume)), key=lambda item: item.line))


def told(resume: Resume) -> Iterator[Inference]:
    """What the lines of `resume` tell of by what was done."""
    bare = set(bare_headers(resume))
    for section in resume.sections:
        for line in section.lines if section.kind in TELLING else ():
            for skill, sure in () if line.number in bare else shown_in(line.text):
                if taxonomy()[skill].type not in NAMED_ONLY:
                    yield Inference(skill, line.number, "paraphrase", sure, line.text)


def bare_headers(resume: Resume) -> Iterator[int]:
    """The numbers of lines above a role that hold little but title, employer and dates; others say what it makes."""
    for role in resume.roles:
        for line in role.header:
            rest = line.text
            for name in filter(None, (role.title, role.company)):
                rest = rest.replace(name, " ")
            if len(WORD.findall(rest)) < FEWEST_WORDS:
                yield line.number


def resume_mentions(resume: Resume) -> tuple[Mention, ...]:
    """The skills `resume` names, and product management where a title says it was the job."""
    telling = [section for section in resume.sections if section.kind not in SILENT]
    named = [mention for section in telling for mention in line_mentions(section.lines, section.kind)]
    return (*named, *titles(resume))


def titles(resume: Resume) -> Iterator[Mention]:
    """Each product title held, as a mention of product management."""
    for role in resume.roles:
        for line in role.header if role.product and role.title else ():
            if (at := line.text.find(role.title or "")) >= 0:
                start = line.start + at
                yield Mention(PRODUCT, role.title or "", start, start + len(role.title or ""), line.number)


@lru_cache(maxsize=4096)
def holds_number(text: str) -> bool:
    """Whether `text` holds a figure other than a year."""
    return FIGURE.search(text) is not None
