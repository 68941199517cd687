"""The card of a match."""

from __future__ import annotations

from tailor.resources import table
from tailor.types import Coverage, Match, Profile
from tailor.writers.cards import Bars, Card, Cell, Grid, Tag, card_of, cut
from tailor.writers.html_page import file_name
from tailor.writers.html_score import Stair, waterfall
from tailor.writers.html_texts import spelled, standing
from tailor.writers.layout import around
from tailor.writers.matches import need_label
from tailor.writers.report import manner, status_word, wording, worth


@card_of.register
def match_card(match: Match) -> Card:
    """The score, its parts as a waterfall, each requirement with its proof, the competencies, the best changes."""
    posting, person = match.posting, match.resume.contact.name or file_name(match.resume.source.path)
    role = " · ".join(part for part in (posting.title, posting.company) if part)
    copied = f"; {len(match.copied)} lines taken over from the posting count for nothing" if match.copied else ""
    return Card(
        title=f"{person} → {role}",
        figure=f"{match.score:.1f}",
        note=f'of 100, an estimate, not any employer\'s own; "present" read as {match.as_of}{copied}',
        blocks=tuple(
            block
            for block in (
                Bars("How the score comes about", waterfall(match)),
                requirements(match),
                Bars("Competencies: the share shown of what is asked", [competency(one) for one in match.profile]),
                changes(match),
            )
            if block.rows
        ),
    )


def requirements(match: Match) -> Grid:
    """A row a requirement: asked by which line, answered by which."""
    lines = {line.number: line.text for line in match.posting.source.lines}
    return Grid(
        "Requirements, with the line that answers each best",
        ("Need", "Requirement", "Status", "Your line", "Posting line"),
        [requirement(coverage, lines) for coverage in match.coverages],
    )


def requirement(coverage: Coverage, lines: dict[int, str]) -> tuple[Cell, ...]:
    """The cells of one requirement; `lines` are those of the posting by number."""
    wanted = coverage.requirement
    asked, proof = wanted.asked, coverage.proofs[0] if coverage.proofs else None
    years = f", {wanted.years} years" if wanted.years is not None else ""
    return (
        need_label(wanted.need),
        spelled(wanted) + years,
        Tag(status_word(coverage), standing(coverage)),
        f"{proof.line}: {around(proof.text, proof.words, width=90)} ({manner(proof)})" if proof else "–",
        f"{asked.line}: {around(lines[asked.line], asked.text, width=90)}",
    )


def competency(profile: Profile) -> Stair:
    """One competency as a bar; it has none where nothing is asked."""
    share = round(profile.share * 100) if profile.asked else 0
    points = f"{share}% of {profile.asked}" if profile.asked else "not asked"
    return Stair(profile.competency, "part", 0.0, share, 100.0 if profile.asked else 0.0, points, "")


def changes(match: Match) -> Grid:
    """The suggestions worth most."""
    best = match.suggestions[: int(table("show.toml")["card"]["changes"])]
    rows = [(worth(s), cut(s.why), cut(wording(s).strip()) or "–") for s in best]
    return Grid("Worth doing first", ("Points", "Why", "How"), rows)
