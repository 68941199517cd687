"""The plan of a draft: which edits to make, chosen by kind and by gain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from tailor.resources import table
from tailor.types import EDIT_KINDS, Draft, Edit, EditKind, Line, Match, Resume, Source, Suggestion
from tailor.types.words import Action
from tailor.writers.units import ordered_units

# Moves are the business of `advisers.edits`, which orders a whole job; what to cut is for the person to say.
KINDS: dict[Action, EditKind] = {
    "rewrite": "term",
    "surface": "surface",
    "headline": "headline",
    "confirm": "question",
    "measure": "question",
    "ask": "question",
}


def plan_of(match: Match, orders: Iterable[Edit]) -> tuple[Edit, ...]:
    """All edits that serve `match`, best gain first: its suggestions, and `orders`, which have their gain already."""
    found = [*from_suggestions(match.suggestions), *(edit for edit in orders if edit.gain >= 0)]
    return tuple(sorted(found, key=lambda e: (-e.gain, EDIT_KINDS.index(e.kind), e.lines, e.after)))


def from_suggestions(suggestions: Iterable[Suggestion]) -> Iterator[Edit]:
    """Edits of the suggestions that a draft can carry out, and of each kind of question as many as a report shows."""
    most = {"ask": table("advice.toml")["questions"], "confirm": table("advice.toml")["confirmations"]}
    left = {**most, "measure": most["confirm"]}
    for suggestion in suggestions:
        if left.get(suggestion.action, 1) > 0 and (edit := edit_of(suggestion)):
            left[suggestion.action] = left.get(suggestion.action, 2) - (suggestion.action in left)
            yield edit


def edit_of(suggestion: Suggestion) -> Edit | None:
    """The edit that a suggestion comes down to; None if a draft does not carry it out."""
    kind, line = KINDS.get(suggestion.action), suggestion.line
    if kind is None or line is None or (kind in {"term", "surface"} and not suggestion.before):
        return None
    if kind == "question":
        return Edit(kind, (line,), asked(suggestion), gain=suggestion.gain)
    return Edit(kind, (line,), suggestion.why, suggestion.before, suggestion.after, suggestion.gain)


def asked(suggestion: Suggestion) -> str:
    """The question of a suggestion, and how the line could then read."""
    if suggestion.action != "confirm" or not suggestion.before:
        return suggestion.why
    return f'{suggestion.why} If so, it could read: "{suggestion.after}"'


def chosen(draft: Draft, *, only: Collection[str] = (), skip: Collection[str] = (), limit: int | None = None) -> Draft:
    """`draft` with the edits of the kinds `only` (all, if empty) but not `skip`.

    limit : at most so many changes, and as many questions; those that stand first.
    """
    wanted = [edit for edit in draft.edits if (not only or edit.kind in only) and edit.kind not in skip]
    changes = [edit for edit in wanted if edit.kind != "question"][:limit]
    questions = [edit for edit in wanted if edit.kind == "question"][:limit]
    kept = tuple(edit for edit in wanted if any(edit is one for one in (*changes, *questions)))
    return replace(draft, edits=kept)


def as_read(resume: Resume, edits: Iterable[Edit], without: Iterable[Line] = ()) -> Source:
    """The resume as it would be read with `edits` accepted: its lines, with numbers and offsets to match.

    What stands before a line (blank lines, a bullet, the signs of a heading) stays before it: parsers go by it.
    without : lines that are left out.
    """
    units, _, _ = ordered_units(resume, [edit for edit in edits if edit.kind != "question"])
    out = {line.number for line in without}
    told = (line for unit in units for line in unit.lines if line.number not in out)
    before = leads(resume.source)
    text, lines = "", []
    for number, line in enumerate(told, start=1):
        lead = before.get(line.number, "\n")
        text += lead if text else lead.lstrip("\n")
        lines.append(replace(line, number=number, start=len(text)))
        text += line.text
    return replace(resume.source, lines=tuple(lines), text=text)


def leads(source: Source) -> dict[int, str]:
    """What stands before each line of `source`, from the end of the line above on, by its number.

    Lines that share a row, as cells of a table do, get rows of their own.
    """
    between = {line.number: source.text[above.end : line.start] for above, line in pairwise(source.lines)}
    first = {line.number: "\n" + source.text[: line.start] for line in source.lines[:1]}
    return first | {number: lead if "\n" in lead else "\n" for number, lead in between.items()}
