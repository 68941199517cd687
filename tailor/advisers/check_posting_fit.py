"""Against a posting: title, level, years and education, and whether its text was pasted in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.check_bullets import called
from tailor.advisers.check_rules import Finding, data, of_posting, on
from tailor.advisers.gap_groups import with_capitals
from tailor.advisers.grammar import joined
from tailor.advisers.grounds import section_lines
from tailor.advisers.wording import asked_as
from tailor.resources import table
from tailor.types import Line, Match, Met, Role, Verdict

GROUP = "fit to the posting"
VERDICTS: dict[Met, Verdict] = {"yes": "pass", "partly": "warn", "no": "fail"}
TOKEN = re.compile(r"[^\W_]+")
TAIL = re.compile(r"\s*(?:[,(|/·•:–—]|\s-\s).*")


@of_posting(GROUP, "posting title")
def title(match: Match) -> Iterator[Finding]:
    """The posting's title, word for word, is what recruiters search by."""
    wanted = TAIL.sub("", match.posting.title).strip()
    if not wanted:
        return
    text = " ".join(TOKEN.findall(match.resume.source.text.lower()))
    words = TOKEN.findall(wanted.lower())
    core = " ".join(word for word in words if word not in data("posting")["level_words"])
    if f" {' '.join(words)} " in f" {text} ":
        yield Finding("pass", f'"{wanted}" stands in the resume.')
    elif core and f" {core} " in f" {text} ":
        yield Finding(
            "warn", f'"{wanted}" does not stand in the resume, "{core}" does; put your true title nearest to it on top.'
        )
    else:
        yield Finding("warn", f'"{wanted}" does not stand in the resume; name it as what you aim for, below your name.')


@of_posting(GROUP, "level")
def level(match: Match) -> Iterator[Finding]:
    """The step on the ladder: the latest product title against the posting's."""
    order = table("score.toml")["levels"]["order"]
    role = latest_product_role(match)
    if match.posting.level not in order:
        return
    if role is None or role.level not in order:
        yield Finding("warn", f"The posting is for {match.posting.level} level; no job of yours has a product title.")
        return
    steps = order.index(role.level) - order.index(match.posting.level)
    line = role.header[0].number if role.header else None
    verdict: Verdict = "pass" if -1 < steps < 2 else "fail" if steps < -1 else "warn"
    note = "; a step up, so show that you did its work already" if steps == -1 else ""
    note = note or ("; several steps up" if steps < -1 else "; they may call you overqualified" if steps > 1 else "")
    yield Finding(verdict, f"Asked: {match.posting.level}. Yours: {role.level} ({called(role)}){note}.", line)


def latest_product_role(match: Match) -> Role | None:
    """The current product job, else the first one with a product title."""
    found = [role for role in match.resume.roles if role.product]
    return next((role for role in found if role.period.current), found[0] if found else None)


@of_posting(GROUP, "years")
def years(match: Match) -> Iterator[Finding]:
    """Years asked for against years shown."""
    bar, asked = match.years, match.posting.years
    if bar.met is None:
        return
    over = asked is not None and match.pm_years > asked + data("posting")["years_over"]
    if bar.met == "yes" and over:
        yield Finding("warn", f"Asked: {bar.asked}. Shown: {bar.shown}; expect to be asked why you want it.")
    else:
        yield Finding(VERDICTS[bar.met], f"Asked: {bar.asked}. Shown: {bar.shown}.")


@of_posting(GROUP, "education")
def education(match: Match) -> Iterator[Finding]:
    """The degree asked for against the one shown."""
    bar = match.degree
    if bar.met is not None:
        preferred = all(degree.status != "required" for degree in match.posting.degrees)
        verdict: Verdict = "warn" if preferred and bar.met == "no" else VERDICTS[bar.met]
        yield Finding(verdict, f"Asked: {with_capitals(bar.asked)}. Shown: {bar.shown.rstrip('.') or 'none'}.")


@of_posting(GROUP, "named at work")
def named_at_work(match: Match) -> Iterator[Finding]:
    """A list of skills is a claim; a line of work that names them is what makes it believed."""
    limits, listed = data("posting"), section_lines(match, "skills")
    shown = [c for c in match.coverages if c.proofs and c.requirement.skill.type in ("hard", "tool", "domain")]
    only = [c for c in shown if all(proof.line in listed for proof in c.proofs)]
    if len(only) >= max(limits["listed_only"], limits["listed_share"] * len(shown)):
        names = joined([asked_as(coverage) for coverage in only[:3]])
        where = list(dict.fromkeys(coverage.proofs[0].line for coverage in only))
        why = f"{len(only)} of {len(shown)} things that your resume answers stand only in its list of skills, such as"
        yield on("warn", f"{why} {names}; say where you used them, or take them out.", where)
    elif shown:
        yield Finding("pass", f"{len(shown) - len(only)} of {len(shown)} things answered are told of outside the list.")


@of_posting(GROUP, "posting pasted in")
def pasted(match: Match) -> Iterator[Finding]:
    """Sentences of the posting in the resume are found out at once."""
    hits = [line for line in match.resume.source.lines if line.number in match.copied]
    if hits:
        verdict: Verdict = "fail" if len(hits) >= data("posting")["pasted_fail"] else "warn"
        yield on(
            verdict,
            f"{stands(hits)} word for word in the posting; say it of your own work.",
            [line.number for line in hits],
        )
    else:
        yield Finding("pass", "No sentence of it stands in the resume.")


def stands(hits: list[Line]) -> str:
    """The beginning of the reason: what stands in the posting."""
    return f'"{hits[0].text[:50]}…" stands' if len(hits) == 1 else f"{len(hits)} lines stand"
