"""The match report for people, as rich renderables: coloured in a terminal, plain text in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tailor.resources import table
from tailor.types import Action, Coverage, Match, Proof, Suggestion
from tailor.writers.layout import around, grid, heading, said
from tailor.writers.matches import need_label

STYLE = {"covered": "green", "partly": "yellow", "missing": "red"}
BAR_WIDTH = 20
# Headings of the suggestions, the actions below each, the limit in `models/advice.toml`, what stands there if none.
SUGGESTED: tuple[tuple[str, tuple[Action, ...], str, str], ...] = (
    (
        "Changes worth most",
        ("rewrite", "move", "surface", "headline"),
        "changes",
        "No change of wording would lift the score; the points are in the questions below.",
    ),
    ("Questions on lines you have (change a line only if it stays true)", ("confirm", "measure"), "confirmations", ""),
    ("Questions on the gaps (add a line only if the answer is yes)", ("ask",), "questions", "None."),
    ("If you need room (lines that answer nothing asked here)", ("cut",), "housekeeping", ""),
)


def match_report(match: Match) -> RenderableType:
    """The whole report of `match`, from the score to the questions."""
    return Group(*blocks(match))


def blocks(match: Match) -> Iterator[RenderableType]:
    """The blocks of the report, in order, a blank line between them."""
    yield head(match)
    yield parts_table(match)
    yield heading("Requirements")
    yield requirements_table(match)
    yield heading("Competencies")
    yield profile_table(match)
    yield heading("Gaps")
    yield gaps(match)
    for title, actions, most, otherwise in SUGGESTED:
        found = [s for s in match.suggestions if s.action in actions][: table("advice.toml")[most]]
        if found or otherwise:
            yield heading(title)
            yield suggestion_list(found, otherwise)


def head(match: Match) -> Text:
    """Who against what, and the score."""
    posting = match.posting
    name = match.resume.contact.name or match.resume.source.path
    role = " · ".join(part for part in (posting.title, posting.company) if part)
    text = said(f"{name}  →  {role}\n\n", style="bold")
    text.append_text(said(f"Score {match.score:.1f} of 100", "bold cyan"))
    text.append_text(said(f'  an estimate, not any employer\'s own; "present" read as {match.as_of}\n', "dim"))
    if match.copied:
        lines = f"{len(match.copied)} line{'s' * (len(match.copied) != 1)}"
        text.append_text(
            said(f"{lines} of the resume stand in the posting word for word and count for nothing\n", "red")
        )
    return text


def parts_table(match: Match) -> Table:
    """The parts of the score and their sum."""
    made = grid("Part", "Points", "of", "Why")
    for part in match.parts:
        made.add_row(part.name, f"{part.points:.1f}", f"{part.maximum:.1f}", said(part.why))
    made.add_row("sum", f"{sum(part.points for part in match.parts):.1f}", "100", "")
    return made


def requirements_table(match: Match) -> Table:
    """A row a requirement: asked by which line, answered by which."""
    made = grid("Need", "Requirement", "Status", "Your line", "Posting line")
    for coverage in match.coverages:
        made.add_row(*requirement_row(coverage, match))
    return made


def requirement_row(coverage: Coverage, match: Match) -> tuple[RenderableType, ...]:
    """The cells of one requirement."""
    asked = coverage.requirement.asked
    proof = coverage.proofs[0] if coverage.proofs else None
    shown = f"{proof.line}: {around(proof.text, proof.words)} ({manner(proof)})" if proof else "–"
    line = next(line for line in match.posting.source.lines if line.number == asked.line)
    return (
        need_label(coverage.requirement.need),
        said(asked_name(coverage)),
        said(status_word(coverage), style=STYLE[coverage.status]),
        said(shown),
        said(f"{asked.line}: {around(line.text, asked.text)}"),
    )


def status_word(coverage: Coverage) -> str:
    """The status, or what answers in its place."""
    return f"or {coverage.spared_by}" if coverage.spared_by else coverage.status


def asked_name(coverage: Coverage) -> str:
    """The requirement, with the years asked of it and how many the resume shows."""
    name, years = coverage.requirement.skill.name, coverage.requirement.years
    return name if years is None else f"{name} ({years} years asked, {coverage.months / 12:.1f} shown)"


def manner(proof: Proof) -> str:
    """How a line proves, and how sure that is where it does not name the skill."""
    return proof.how if proof.sure == 1 else f"{proof.how}, {proof.sure:.0%} sure"


def profile_table(match: Match) -> Table:
    """Coverage by competency, as a bar."""
    made = grid("Competency", "Asked", "Shown", "")
    for profile in match.profile:
        full = round(profile.share * BAR_WIDTH)
        bar = "█" * full + "░" * (BAR_WIDTH - full) if profile.asked else ""
        share = f"{profile.share:.0%}" if profile.asked else "–"
        made.add_row(profile.competency, str(profile.asked), share, said(bar, style="cyan"))
    return made


def gaps(match: Match) -> Text:
    """What is asked for and not shown, by need."""
    lines = [
        f"{need}: {', '.join(names)}"
        for need in ("required", "preferred")
        if (names := [any_of(gaps) for gaps in match.gap_choices if gaps[0].requirement.need == need])
    ]
    asked = [found for found in match.coverages if found.requirement.need != "responsibility"]
    halves = sum(found.status == "partly" and found.spared_by is None for found in asked)
    rest = f", {halves} of them in part" if halves else ""
    return said("\n".join(lines) or f"None: every must-have and nice-to-have is answered{rest}.")


def any_of(gaps: Iterable[Coverage]) -> str:
    """The names of gaps of which any one will do."""
    return " or ".join(gap.requirement.skill.name for gap in gaps)


def suggestion_list(suggestions: Iterable[Suggestion], otherwise: str) -> Text:
    """Suggestions as a numbered list with gain, reason and wording; `otherwise` if there is none."""
    text = Text()
    for number, suggestion in enumerate(suggestions, start=1):
        text.append_text(said(f"{number}. {worth(suggestion)}  ", "bold green"))
        text.append_text(said(f"{suggestion.why}\n"))
        text.append_text(said(wording(suggestion), "dim"))
    return text if text.plain else said(otherwise)


def worth(suggestion: Suggestion) -> str:
    """The gain of a suggestion as printed."""
    return f"+{suggestion.gain:.1f}" if suggestion.gain else "no points"


def wording(suggestion: Suggestion) -> str:
    """The change itself, indented below its reason; empty for a question on a gap."""
    line, after = f"   line {suggestion.line}: {suggestion.before}\n", suggestion.after
    if suggestion.action == "ask":
        return ""
    if suggestion.action in ("cut", "measure"):
        return line
    if suggestion.action == "headline" and not suggestion.before:
        return f"   add above line {suggestion.line}: {after}\n"
    how = {"move": "move it above", "confirm": "could read"}.get(suggestion.action, "becomes")
    return f"{line}   {how}: {after}\n"
