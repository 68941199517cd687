"""Posting and resume as marked lines, and the requirements that link the marks of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tailor.types import Coverage, Line, Match, Need, Proof, Requirement, Status
from tailor.writers.layout import around
from tailor.writers.report import manner, status_word

NEEDS: dict[Need, str] = {"required": "Must-haves", "preferred": "Nice-to-haves", "responsibility": "Duties"}
QUOTED = 220  # characters of a line shown as proof; the whole line stands beside it
Standing = Status | Literal["spared"]  # "spared" where an alternative is answered better
Span = tuple[int, int, int]  # where it starts and ends in the line, and the number of the requirement


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `asked` holds the numbers of the requirements it speaks of, `status` is the first one's."""

    text: str
    asked: tuple[int, ...] = ()
    status: Standing | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a document as shown; `asked` holds every requirement it speaks of, also those it has no mark for.

    aside : it is boilerplate, which is not counted.
    """

    line: Line
    pieces: tuple[Piece, ...]
    asked: tuple[int, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A proof as shown; `sure` is a percentage, None where the line names the skill."""

    line: int
    pieces: tuple[Piece, ...]
    manner: str
    sure: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """One requirement: where it is asked (line, quotation), and what proves it.

    said : its status in words.
    instead : the alternative that is answered better, or "".
    """

    number: int
    name: str
    status: Standing
    said: str
    instead: str
    strength: int
    years: str
    competency: str
    asked: tuple[tuple[int, tuple[Piece, ...]], ...]
    proofs: tuple[Shown, ...]


def needs(match: Match) -> list[tuple[str, str, list[Card]]]:
    """The requirements by need: the heading, how many are covered in words, and their cards."""
    numbered = list(enumerate(match.coverages, start=1))
    texts = {line.number: line.text for line in match.posting.source.lines}
    groups = [
        (title, [card(n, c, texts) for n, c in numbered if c.requirement.need == need]) for need, title in NEEDS.items()
    ]
    return [
        (title, f"{sum(c.status == 'covered' for c in cards)} of {counted(cards)} covered", cards)
        for title, cards in groups
        if cards
    ]


def counted(cards: Iterable[Card]) -> int:
    """How many of the requirements count in the score."""
    return sum(card.status != "spared" for card in cards)


def standing(coverage: Coverage) -> Standing:
    """The status of a requirement, or that it is spared."""
    return "spared" if coverage.spared_by else coverage.status


def card(number: int, coverage: Coverage, texts: Mapping[int, str]) -> Card:
    """The card of one requirement; `texts` are the lines of the posting by number."""
    wanted = coverage.requirement
    first = {mention.line: mention for mention in reversed(wanted.mentions)}
    shown = f"{wanted.years} years asked, {coverage.months / 12:.1f} shown" if wanted.years is not None else ""
    return Card(
        number,
        spelled(wanted),
        standing(coverage),
        status_word(coverage),
        coverage.spared_by or "",
        round(coverage.strength * 100),
        shown,
        wanted.skill.competency,
        tuple((m.line, quoted(texts[m.line], m.text, number, standing(coverage))) for m in reversed(first.values())),
        tuple(
            Shown(p.line, quoted(p.text, p.words, number, standing(coverage)), manner(p), sureness(p))
            for p in coverage.proofs
        ),
    )


def spelled(wanted: Requirement) -> str:
    """The name of the skill, in the posting's capitals where the posting says it so ("SQL")."""
    name = wanted.skill.name
    written = (*(mention.text for mention in wanted.mentions), *wanted.skill.cased)
    return next((text for text in written if text.lower() == name.lower()), name)


def sureness(proof: Proof) -> int | None:
    """How sure an inferred proof is, in percent; None for a line that names the skill."""
    return round(proof.sure * 100) if proof.how in ("paraphrase", "implied") else None


def quoted(text: str, words: str, number: int, status: Standing) -> tuple[Piece, ...]:
    """The stretch of a line around `words`, with them marked."""
    cut = around(text, words, width=QUOTED)
    return pieces(cut, places(cut, words, number), {number: status})


def posting_rows(match: Match) -> list[Row]:
    """The lines of the posting, the words that ask for something marked."""
    spans: dict[int, list[Span]] = {}
    for number, coverage in enumerate(match.coverages, start=1):
        for mention in coverage.requirement.mentions:
            spans.setdefault(mention.line, []).append((mention.start, mention.end, number))
    lines, aside = match.posting.source.lines, aside_lines(match)
    at = {
        line.number: [(a - line.start, b - line.start, n) for a, b, n in spans.get(line.number, ())] for line in lines
    }
    return [row(line, at[line.number], match, aside=line.number in aside) for line in lines]


def aside_lines(match: Match) -> frozenset[int]:
    """The lines of the posting that are boilerplate throughout."""
    counted = {p.line for p in match.posting.passages if p.boilerplate in (None, "top")}
    return frozenset(p.line for p in match.posting.passages) - counted


def resume_rows(match: Match) -> list[Row]:
    """The lines of the resume, the words that prove something marked; a line that proves as a whole has no mark."""
    proofs: dict[int, list[tuple[int, Proof]]] = {}
    for number, coverage in enumerate(match.coverages, start=1):
        for proof in coverage.proofs:
            proofs.setdefault(proof.line, []).append((number, proof))
    rows = []
    for line in match.resume.source.lines:
        found = proofs.get(line.number, [])
        spans = [span for n, proof in found for span in places(line.text, proof.words, n)]
        rows.append(row(line, spans, match, whole=[n for n, _ in found]))
    return rows


def places(text: str, words: str, number: int) -> list[Span]:
    """Where `words` stand in `text`; nowhere if they are all of it or not in it."""
    at = text.find(words) if words and words.strip() != text.strip() else -1
    return [(at, at + len(words), number)] if at >= 0 else []


def row(line: Line, spans: list[Span], match: Match, *, whole: Iterable[int] = (), aside: bool = False) -> Row:
    """A line with its marks; `whole` are requirements that it answers besides."""
    status = {number: standing(match.coverages[number - 1]) for _, _, number in spans}
    asked = dict.fromkeys([*(number for _, _, number in spans), *whole])
    return Row(line, pieces(line.text, spans, status), tuple(asked), aside)


def pieces(text: str, spans: list[Span], status: dict[int, Standing]) -> tuple[Piece, ...]:
    """`text` cut wherever a mark begins or ends, so that marks that overlap share the piece they have in common."""
    cuts = sorted({0, len(text), *(min(max(at, 0), len(text)) for span in spans for at in span[:2])})
    made = []
    for start, end in pairwise(cuts):
        asked = tuple(dict.fromkeys(number for a, b, number in spans if a <= start and end <= b))
        made.append(Piece(text[start:end], asked, status[asked[0]] if asked else None))
    return tuple(made)
