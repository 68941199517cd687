"""Suggestions, checks and guidance as the templates of the page take them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from tailor.resources import table
from tailor.types import Check, Guidance, Match, Suggestion
from tailor.writers.check_lists import issues
from tailor.writers.guidance import NAMED, grouped, span, told
from tailor.writers.matches import need_label
from tailor.writers.report import SUGGESTED, worth

LONGEST = 400  # words a line may have for its changes to be marked word by word
HOW = {"move": "Move it above", "confirm": "Could read", "measure": "Could read", "cut": "Could go"}
WORDS = re.compile(r"\w+\s*|[^\w\s]+\s*|\s+")
Change = tuple[str, bool]  # a stretch of a wording, and whether it is only on this side


@dataclass(frozen=True, slots=True)
class Advice:
    """A suggestion as shown; `gain` is "" where the score does not move, `copied` what its button copies, "" for none.

    before, after : the two wordings in stretches, or nothing where there is none to show.
    """

    gain: str
    why: str
    line: int | None
    how: str
    before: tuple[Change, ...]
    after: tuple[Change, ...]
    copied: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Suggestions under one heading: those to begin with, and the rest."""

    title: str
    otherwise: str
    first: tuple[Advice, ...]
    more: tuple[Advice, ...]


def suggestion_groups(match: Match) -> list[Bundle]:
    """The suggestions under the headings of the terminal's report; a heading with nothing to say is left out."""
    made = []
    for title, actions, limit, otherwise in SUGGESTED:
        most = table("advice.toml")[limit]
        found = tuple(advice(s) for s in match.suggestions if s.action in actions)
        if found or otherwise:
            made.append(Bundle(title, otherwise, found[:most], found[most:]))
    return made


def advice(suggestion: Suggestion) -> Advice:
    """One suggestion; a question on a gap has no wording, a line to cut no second one."""
    action, after = suggestion.action, suggestion.after
    reworded = action in ("rewrite", "surface", "headline", "confirm", "measure")
    if action == "ask":
        sides: tuple[tuple[Change, ...], tuple[Change, ...]] = ((), ())
    elif reworded:
        sides = changes(suggestion.before, after)
    else:
        sides = (((suggestion.before, False),), ((after, False),) if action == "move" else ())
    added = action == "headline" and not suggestion.before
    how = f"Add above line {suggestion.line}" if added else HOW.get(action, "Becomes")
    return Advice(
        gain=f"{worth(suggestion)} points" if suggestion.gain else "",
        why=suggestion.why,
        line=suggestion.line,
        how=how,
        before=sides[0],
        after=sides[1],
        copied=after if reworded else "",
    )


def changes(before: str, after: str) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Both wordings in stretches, those that the other has not marked; unmarked where a line is too long."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if not old or max(len(old), len(new)) > LONGEST:
        return ((before, False),) if before else (), ((after, False),)
    steps = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False).get_opcodes()
    gone = [("".join(old[a:b]), kind != "equal") for kind, a, b, _, _ in steps]
    come = [("".join(new[a:b]), kind != "equal") for kind, _, _, a, b in steps]
    return tuple(c for c in gone if c[0]), tuple(c for c in come if c[0])


def check_groups(checks: Sequence[Check]) -> list[tuple[str, str, int, list[Check]]]:
    """The checks by group: its name, its issues in words and as a number, what is to be fixed first."""
    made = []
    for name, found in groupby(checks, key=lambda check: check.group):
        of_group = sorted(found, key=lambda check: ("fail", "warn", "pass").index(check.verdict))
        wrong = sum(check.verdict != "pass" for check in of_group)
        made.append((f"{name[:1].upper()}{name[1:]}", issues(of_group), wrong, of_group))
    return made


def closings(guidance: Sequence[Guidance]) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """What closes the first gaps: need, names of the gaps, and steps as kind, text and how long it takes."""
    shown = list(grouped(guidance))[: table("guidance.toml")["shown"]]
    return [
        (
            need_label(together[0].need),
            ", ".join(gap.name for gap in together),
            [(NAMED[step.kind], step.text, span(step.weeks)) for step in told(together[0].steps)],
        )
        for together in shown
    ]
