"""A cover letter for a match: what goes into it, made of the person's own lines and of fixed sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tailor.advisers.letter_clauses import data
from tailor.advisers.letter_evidence import Example, counted, examples, fits, grouped
from tailor.advisers.letter_gate import must_be_true
from tailor.advisers.letter_links import linked, links_of
from tailor.advisers.letter_names import company_phrase, filled, inside, place_of, role_phrase, sender_of, title_of
from tailor.advisers.letter_terms import listed, main_gap, proven_terms, proves, small_gap, term_of, weight
from tailor.errors import NothingToCompare
from tailor.timeline import number
from tailor.types import Letter, Match, Paragraph, Role

REMEDY = "Add bullets below your jobs that begin with what you did in the past tense, such as 'Led' or 'Built'."
COUNTS = ("no line", "only one line")
LATEST_MONTH = 12
OPENING_TERMS = 2
RICHEST = 2


def letter_for(match: Match) -> Letter:
    """The letter; nothing is written until `tailor.writers.write_letter`.

    Raises NothingToCompare if fewer than two lines of the resume can be told in the first person.
    """
    usable = examples(match)
    if len(usable) < data("size")["lines"]:
        reason = f"{COUNTS[len(usable)]} of it can be told in a letter, which takes at least two"
        raise NothingToCompare(match.resume.source.path, reason, REMEDY)
    first = opening(match, usable)
    paragraphs = tuple(body(match, first, best_pick(match, first, usable)))
    for paragraph in paragraphs:
        must_be_true(paragraph, match)
    sender, sentences = sender_of(match.resume.contact), data("sentences")
    untold = "" if any(p.kind == "gap" for p in paragraphs) else main_gap(match)
    return Letter(match, sender, sentences["salutation"], paragraphs, sentences["farewell"], sender[0], untold)


def best_pick(match: Match, first: Paragraph, usable: tuple[Example, ...]) -> tuple[Example, ...]:
    """The best examples of all; of the two roles with most to tell where those would make the letter too short."""
    best = picked(match, first, usable)
    if length(match, first, best) >= data("size")["least"]:
        return best
    told = {at: sum(len(" ".join(item.said).split()) for item in usable if item.role == at) for at in counted(usable)}
    richest = sorted(told, key=lambda at: (-told[at], at))[:RICHEST]
    other = picked(match, first, tuple(item for item in usable if item.role in richest))
    return max(best, other, key=lambda chosen: length(match, first, chosen))


def length(match: Match, first: Paragraph, chosen: tuple[Example, ...]) -> int:
    """How many words the letter has with these examples."""
    return sum(paragraph.words for paragraph in body(match, first, chosen))


def picked(match: Match, first: Paragraph, usable: tuple[Example, ...]) -> tuple[Example, ...]:
    """The best examples that find room, until the letter is as long as it should be."""
    chosen: tuple[Example, ...] = ()
    for item in usable:
        more = (*chosen, item)
        if fits(more) and length(match, first, more) <= data("size")["most"]:
            chosen = more
        if len(chosen) >= data("size")["lines"] and length(match, first, chosen) >= data("size")["aim"]:
            break
    return chosen


def body(match: Match, first: Paragraph, chosen: tuple[Example, ...]) -> Iterator[Paragraph]:
    """The paragraphs from the opening to the close."""
    told = [first, *evidence(match, chosen, first.terms), *gap(match)]
    close = Paragraph("close", data("sentences")["close"])
    yield from told
    if sum(paragraph.words for paragraph in (*told, close)) < data("size")["least"]:
        yield Paragraph("example", data("placeholders")["example"])
    yield Paragraph("why", data("placeholders")["why"])
    yield close


def opening(match: Match, usable: tuple[Example, ...]) -> Paragraph:
    """Role and company, the job held now, and what of it answers the posting best."""
    sentences = data("sentences")
    said = [filled(sentences["opening"], role=role_phrase(match.posting), company=company_phrase(match.posting))]
    lines: tuple[int, ...] = ()
    role = latest(match)
    if role is not None and title_of(role) and place_of(role):
        kind = "now" if role.period.current else "before"
        said.append(filled(sentences[kind], title=inside(title_of(role)), place=place_of(role)))
        lines = tuple(line.number for line in role.header)
    named = place_of(role) if role is not None and lines else ""
    place, terms, proofs = strongest(match, usable)
    if not terms:
        place, proofs = nearest(match, usable)
    if place:
        fitting = f"{'strongest' if terms else 'nearest'}{'_named' if place == named else ''}"
        said.append(filled(sentences[fitting], place=inside(place), terms=listed(terms)))
    return Paragraph("opening", " ".join([*said, sentences["bridge"]]), (*lines, *proofs), terms)


def latest(match: Match) -> Role | None:
    """The job held now, else the one that ended last; the first of several in the resume."""
    dated = [role for role in match.resume.roles if role.period.current or role.period.end]
    return max(dated, key=lambda r: (r.period.current, ended(r)), default=None)


def ended(role: Role) -> int:
    """The month a role ended, as a count; 0 for one that has not."""
    return number(role.period.end, default=LATEST_MONTH) if role.period.end else 0


def strongest(match: Match, usable: tuple[Example, ...]) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
    """The employer whose lines name what is asked for most, what they name, and the lines; empty if none do.

    Only lines that can be told count: what stands in none of them could not be explained.
    """
    for coverage in sorted(match.coverages, key=weight):
        for at in sorted(counted(usable)):
            told = sentences_of(item for item in usable if item.role == at)
            place = place_of(match.resume.roles[at])
            if place and proves(coverage, told):
                terms = proven_terms(match, told)[:OPENING_TERMS]
                return place, terms, proof_lines(match, terms, told)
    return "", (), ()


def sentences_of(told: Iterable[Example]) -> dict[int, str]:
    """What is told, by each line it rests on."""
    return {line: " ".join(item.said) for item in told for line in item.lines}


def nearest(match: Match, usable: tuple[Example, ...]) -> tuple[str, tuple[int, ...]]:
    """The employer whose lines answer most of what is asked for, and those lines; empty unless there are others."""
    worth = {at: sum(item.worth for item in usable if item.role == at) for at in sorted(counted(usable))}
    at = max(worth, key=lambda role: worth[role])
    place, others = place_of(match.resume.roles[at]), {place_of(role) for role in match.resume.roles}
    lines = tuple(line for item in usable if item.role == at for line in item.lines)
    return (place, lines) if place and len(others) > 1 else ("", ())


def proof_lines(match: Match, terms: tuple[str, ...], told: dict[int, str]) -> tuple[int, ...]:
    """The lines whose sentences prove any of the terms by name."""
    asked = [coverage for coverage in match.coverages if term_of(coverage) in terms]
    return tuple(line for line in sorted(told) if any(proves(coverage, {line: told[line]}) for coverage in asked))


def evidence(match: Match, chosen: tuple[Example, ...], taken: tuple[str, ...]) -> Iterator[Paragraph]:
    """A paragraph a role: what the posting asks for that its lines name, and the lines as sentences."""
    used, named, groups = list(taken), 0, grouped(chosen)
    roles = [match.resume.roles[group[0].role] for group in groups]
    for group, role, link in zip(groups, roles, links_of(roles) if roles else (), strict=True):
        lines = tuple(line for item in group for line in item.lines)
        terms = proven_terms(match, sentences_of(group), used)
        used += terms
        lead = [filled(data("sentences")["priorities"][named], terms=listed(terms))] if terms else []
        named += bool(terms)
        text = " ".join([*lead, *linked(group, place_of(role), link)])
        yield Paragraph("evidence", text, lines, terms)


def gap(match: Match) -> Iterator[Paragraph]:
    """An honest line on the main gap, if it is small."""
    term = small_gap(match)
    if term:
        yield Paragraph("gap", filled(data("sentences")["gap"], terms=term), (), (term,))
