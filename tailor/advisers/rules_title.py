"""The rule on the headline: the target title if the person held it, else the nearest held, and what proves fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.grammar import joined
from tailor.advisers.grounds import BY_NAME, tellable_lines
from tailor.advisers.wording import folded, spoken
from tailor.resources import table
from tailor.types import Coverage, Line, Match, Role, Suggestion

CORE = re.compile(r"\s*(?:[,;:|(/·•–—]| - )")
LEAST, LONGEST = 2, 60


def headline(match: Match) -> Iterator[Suggestion]:
    """Put a title the person held below the name: into the headline that is there, or into a new one.

    A new one also has up to three things asked for that the resume names; what an old one says besides is kept.
    """
    held, line = held_title(match), match.resume.headline
    if held and line:
        yield from retitled(match, held, line)
    elif held:
        yield from new_headline(match, held)


def retitled(match: Match, held: str, line: Line) -> Iterator[Suggestion]:
    """Another title held, where the headline begins with one that is further from the posting's."""
    now = core(line.text)
    known = {folded(core(role.title)) for role in match.resume.roles if role.title}
    if folded(now) in known - {folded(held)}:
        after = held + line.text[len(now) :]
        yield suggestion(match, line, after, f"{ground(match, held)}; your headline says {now}.")


def new_headline(match: Match, held: str) -> Iterator[Suggestion]:
    """A headline where there is none."""
    fits, place = fitting(match), below_name(match)
    if len(fits) >= LEAST and place:
        named = joined([spoken(coverage, match) for coverage in fits])
        why = f"{ground(match, held)}, and your resume names {named}; it has no headline."
        yield suggestion(match, place, f"{held} · {named}", why)


def suggestion(match: Match, line: Line, after: str, why: str) -> Suggestion:
    """A headline to be, in place of `line` or, where there is none, above it."""
    before = line.text if line == match.resume.headline else ""
    asked = f'The posting is for "{shortened(match.posting.title)}" (line {title_line(match)})'
    return Suggestion("headline", "headline", f"{asked}; {why}", line.number, before, after)


def title_line(match: Match) -> int:
    """The number of the posting's line that holds its title; 1 if only the page's data do."""
    lines = match.posting.source.lines
    return next((line.number for line in lines if match.posting.title.lower() in line.text.lower()), 1)


def shortened(title: str) -> str:
    """A title without brackets, at most about `LONGEST` characters."""
    bare = title.partition(" (")[0]
    return bare if len(bare) <= LONGEST else f"{bare[:LONGEST].rsplit(' ', 1)[0]}…"


def ground(match: Match, held: str) -> str:
    """Why that title."""
    if folded(held) in folded(match.posting.title):
        return "you have held that title" if folded(held) == folded(core(match.posting.title)) else f"you were {held}"
    return f"the nearest title you have held is {held}"


def held_title(match: Match) -> str | None:
    """The title of the posting if the person held it, else that of the latest product job."""
    titles = [core(role.title) for role in product_roles(match) if role.title]
    wanted = folded(core(match.posting.title))
    return next((title for title in titles if folded(title) == wanted), titles[0] if titles else None)


def product_roles(match: Match) -> list[Role]:
    """The product jobs, in the order of the resume; those below the level of the first are left out."""
    order = table("score.toml")["levels"]["order"]
    found = [role for role in match.resume.roles if role.product]
    rank = {role: order.index(role.level) if role.level in order else 0 for role in found}
    return [role for role in found if rank[role] >= rank[found[0]]]


def core(title: str) -> str:
    """A title without what stands behind a comma, dash or bracket."""
    return CORE.split(title.strip(), maxsplit=1)[0]


def below_name(match: Match) -> Line | None:
    """The line that a new headline would stand above: the one after the name."""
    lines, name = match.resume.source.lines, match.resume.contact.name
    at = next((i for i, line in enumerate(lines[:5]) if name and name.lower() in line.text.lower()), None)
    return lines[at + 1] if at is not None and at + 1 < len(lines) else None


def fitting(match: Match, kinds: tuple[str, ...] = ("hard", "domain")) -> list[Coverage]:
    """Up to three things asked for, in the order of need, whose very words stand in the resume.

    kinds : types of skill, those that say most first.
    """
    found: list[Coverage] = []
    told, text = tellable_lines(match), folded(match.resume.source.text)
    title, held = folded(match.posting.title), f" {folded(held_title(match) or '')} "
    for coverage in match.coverages:
        name, skill = folded(spoken(coverage, match)), coverage.requirement.skill
        named = coverage.status == "covered" and any(p.how in BY_NAME and p.line in told for p in coverage.proofs)
        named = named and f" {name} " not in held  # the headline begins with that title
        if not named or skill.type not in kinds or skill.id in table("advice.toml")["plain"]:
            continue
        if re.search(rf"(?<!\w){re.escape(name)}", text) and not overlaps(name, found, match):
            found.append(coverage)
    first = {name: at > 1 for at, name in enumerate(kinds)}
    return sorted(found, key=lambda c: (first[c.requirement.skill.type], folded(spoken(c, match)) not in title))[:3]


def overlaps(name: str, found: list[Coverage], match: Match) -> bool:
    """Whether a word of `name` is in what was found already."""
    return any(set(name.split()) & set(folded(spoken(other, match)).split()) for other in found)
