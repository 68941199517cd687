"""What a draft puts where it is read first: in the headline and at the end of the summary. Only what is proven by name.

The score hardly moves, as the resume says it already; a reader who looks for half a minute finds it sooner.
"""

from __future__ import annotations

from collections.abc import Iterator

from tailor.advisers.grammar import joined
from tailor.advisers.grounds import BY_NAME, proven, section_lines, tellable_lines, text_of
from tailor.advisers.letter_terms import overlap, proves, term_of
from tailor.advisers.rules_title import below_name, core, fitting, ground, headline, held_title, title_line
from tailor.advisers.wording import folded, quoted, spoken
from tailor.resources import table
from tailor.types import Coverage, Edit, Line, Match


def additions(match: Match) -> Iterator[Edit]:
    """A headline where the rule on headlines has none, and a sentence of the summary."""
    if not any(True for _ in headline(match)):
        yield from headlines(match)
    yield from summaries(match)


def headlines(match: Match) -> Iterator[Edit]:
    """The title held, with what is asked for and named in the resume; a headline that says more is left alone."""
    held, line, place = held_title(match), match.resume.headline, below_name(match)
    if held is None:
        return
    told = {number: other.text for number, other in tellable_lines(match).items()}
    found = fitting(match, kinds=("hard", "domain", "tool"))
    named = [spoken(coverage, match) for coverage in found if proves(coverage, told)]
    same = f" {folded(held)}".endswith(f" {folded(core(match.posting.title))}")  # held, or a higher step of it
    why = f'The posting is for "{match.posting.title}" (line {title_line(match)}); {ground(match, held)}'
    if line and named and folded(line.text) == folded(held):
        why += f", and your resume names {joined(named)}."
        yield Edit("headline", (line.number,), why, line.text, f"{line.text.strip()} · {joined(named)}")
    elif line is None and place and (named or same):
        names = f" · {joined(named)}" if named else ""
        why += f", and your resume names {joined(named)}; it has no headline." if named else "; it has no headline."
        yield Edit("headline", (place.number,), why, after=f"{held}{names}")


def summaries(match: Match) -> Iterator[Edit]:
    """One sentence more of the summary: what is asked for and shown by name below it, but not said in it."""
    lines = list(section_lines(match, "summary").values())
    if not lines or not lines[-1].text.rstrip().endswith(".") or len(text_of(tuple(lines)).split()) > most_words():
        return
    found = unsaid(match, folded(text_of(tuple(lines))))
    if len(found) < table("advice.toml")["summary"]["least"]:
        return
    terms = joined([term_of(coverage) for coverage in found])
    last: Line = lines[-1]
    why = (
        f"What the posting asks for ({quoted(found[0], match)}) and your jobs show by name stands in your summary, too."
    )
    sentence = table("advice.toml")["summary"]["sentence"].format(terms=terms)
    yield Edit("surface", (last.number,), why, last.text, f"{last.text.rstrip()} {sentence}")


def most_words() -> int:
    """How long a summary may be that another sentence is added to."""
    found: int = table("advice.toml")["summary"]["most_words"]
    return found


def unsaid(match: Match, summary: str) -> list[Coverage]:
    """Up to three things that are covered, said by name in a line of a job, and not in the summary."""
    told = {line.number: line.text for role in match.resume.roles for line in role.lines}
    found: list[Coverage] = []
    for coverage, _ in proven(match):
        term, skill = term_of(coverage), coverage.requirement.skill
        named = any(proof.how in BY_NAME and proof.line in told for proof in coverage.proofs)
        if not term or not named or coverage.status != "covered" or skill.id in table("advice.toml")["plain"]:
            continue
        if proves(coverage, told) and folded(term) not in summary and not any(overlap(term, term_of(o)) for o in found):
            found.append(coverage)
    return found[: table("advice.toml")["summary"]["terms"]]
