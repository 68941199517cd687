"""Rules on place: what proves most stands first, and what serves nothing here may go."""

from __future__ import annotations

from collections.abc import Iterator

from tailor.advisers.grounds import bullet_of, bullets, is_clear, proven, reasons, text_of
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Role, Suggestion

LEAST_LEFT = 2  # bullets of a role that are left when one is cut
FIRST = 2  # bullets that are read first


def move_up(match: Match) -> Iterator[Suggestion]:
    """Move the bullet that proves what is asked to the top of its role."""
    for number, found in by_line(match).items():
        role, whole = bullet_of(match, number) or (None, ())
        above = bullets(match, role) if role else []
        if role is None or whole in above[:FIRST] or not neighbours(role, above[0][0], whole[0]):
            continue
        yield Suggestion(
            rule="move-up",
            action="move",
            line=whole[0].number,
            before=whole[0].text,
            after=above[0][0].text,
            why=f"{reasons(found, match)}, and what stands first is read first.",
            skill=found[0].requirement.skill.id,
        )


def by_line(match: Match) -> dict[int, list[Coverage]]:
    """The requirements that each bullet proves best, by the number of its first line, in the order of need."""
    found: dict[int, list[Coverage]] = {}
    for coverage, proof in proven(match):
        where = bullet_of(match, proof.line) if is_clear(coverage, proof) else None
        if where:
            found.setdefault(where[1][0].number, []).append(coverage)
    return found


def neighbours(role: Role, first: Line, line: Line) -> bool:
    """Whether no line of its own, such as the heading of a project, stands between two bullets of a role."""
    between = [other for other in role.lines if first.number < other.number < line.number]
    return not any(other.kind == "heading" or other.bold or other.text.endswith(":") for other in between)


def cut(match: Match) -> Iterator[Suggestion]:
    """Cut the oldest or longest bullet that proves nothing asked; a role keeps two, and figures are kept longest."""
    most = table("advice.toml")["cuts"]
    for role, whole in sorted(idle(match), key=lambda pair: cut_order(match, *pair))[:most]:
        text = text_of(whole)
        yield Suggestion(
            rule="cut",
            action="cut",
            line=whole[0].number,
            before=text,
            why=f"No line of the posting is answered by these {len(text.split())} words under "
            f'"{role.title or role.company or "a former job"}"; {what_to_do(text)}.',
        )


def what_to_do(text: str) -> str:
    """A line with a figure is worth keeping in short, another may go."""
    return "shorten it to its figure first" if has_figure(text) else "cut it first, or shorten it"


def has_figure(text: str) -> bool:
    """Whether a digit stands in `text`."""
    return any(c.isdigit() for c in text)


def idle(match: Match) -> Iterator[tuple[Role, tuple[Line, ...]]]:
    """The bullets of earlier roles that prove nothing, where a role can spare one and the resume is long enough."""
    proving = {proof.line for coverage in match.coverages for proof in coverage.proofs}
    of_role = [(role, bullets(match, role)) for role in match.resume.roles]
    if sum(len(found) for _, found in of_role) < table("advice.toml")["enough_bullets"]:
        return
    for role, found in of_role[1:]:
        for whole in found if len(found) > LEAST_LEFT else ():
            if not any(line.number in proving for line in whole) and is_spare(text_of(whole)):
                yield role, whole


def is_spare(text: str) -> bool:
    """Whether a line that proves nothing may go: it has no figure, or is long."""
    return not has_figure(text) or len(text.split()) >= table("advice.toml")["long_bullet"]


def cut_order(match: Match, role: Role, whole: tuple[Line, ...]) -> tuple[bool, int, int]:
    """What goes first: lines without a figure, then the oldest role, then the longest line."""
    text = text_of(whole)
    return has_figure(text), -match.resume.roles.index(role), -len(text)
