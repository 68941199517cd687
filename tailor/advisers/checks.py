"""Run the catalogue of checks, and put what it finds in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from tailor.advisers.check_rules import OF_POSTING, data
from tailor.registry import check
from tailor.types import Check, Layout, Match, Resume

# Importing them is what fills the catalogue.
BUILT_IN = (
    "bullets",
    "contact",
    "dates",
    "file",
    "look",
    "outline",
    "page",
    "posting_fit",
    "posting_skills",
    "results",
    "tense",
    "tone",
    "words",
)
for name in BUILT_IN:
    import_module(f"tailor.advisers.check_{name}")


def resume_checks(resume: Resume, layout: Layout) -> tuple[Check, ...]:
    """Every check that needs no posting; `layout` is that of `tailor.readers.layout`, or an empty one."""
    rules = sorted(check.get_all().items())
    return ordered(c for name, rule in rules if not name.startswith(OF_POSTING) for c in rule(resume, layout))


def match_checks(match: Match) -> tuple[Check, ...]:
    """Every check that holds a resume against a posting."""
    rules = sorted(check.get_all().items())
    return ordered(c for name, rule in rules if name.startswith(OF_POSTING) for c in rule(match))


def ordered(found: Iterable[Check]) -> tuple[Check, ...]:
    """Checks by group and rule as `models/checks.toml` has them; what it does not name comes last."""
    groups = data("groups")
    places = {rule: (at, place) for at, group in enumerate(groups) for place, rule in enumerate(groups[group])}
    last = (len(groups), 0)
    return tuple(sorted(found, key=lambda c: (*places.get(c.rule, last), "" if c.rule in places else c.rule)))
