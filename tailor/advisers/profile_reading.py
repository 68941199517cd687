"""How a resume reads against the six competencies, above all that of somebody who changes trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tailor.advisers.gap_groups import term
from tailor.resources import table
from tailor.types import Match, Profile, ProfileReading, Proof, Thin, Transfer, Way

STARTS = "product programme"  # a way into the trade that is already inside it


def profile_reading(match: Match, ways: Iterable[Way] = ()) -> ProfileReading:
    """Where the person stands, what carries over from `ways`, which competencies are strong and which thin."""
    rules, found = table("transfer.toml"), list(ways)
    stage = stage_of(match, found)
    names = [labels()[name] for name in trades(found)]
    return ProfileReading(
        stage=stage,
        summary=rules["stage"][stage].format(years=f"{match.pm_years:.1f}", ways=listed(names)),
        strong=tuple(p.competency for p in telling(match) if p.share >= rules["strong_from"]),
        transfers=() if stage == "product" else tuple(transfers(match, found)),
        thin=tuple(thin(match))[: rules["most_thin"]],
    )


def stage_of(match: Match, ways: Iterable[Way]) -> str:
    """The key of `stage` in `models/transfer.toml` that fits."""
    if match.pm_years >= table("transfer.toml")["newcomer_below"]:
        return "product"
    stage = "changer" if trades(ways) else "newcomer"
    return stage if match.pm_years > 0 else f"{stage} without a title"


def trades(ways: Iterable[Way]) -> list[str]:
    """The names of the trades in `ways`, each once; a product programme is none, nor are side projects alone."""
    names = [name for name in dict.fromkeys(way.name for way in ways) if name != STARTS]
    return names if names != ["side projects"] else []


def transfers(match: Match, ways: Iterable[Way]) -> Iterator[Transfer]:
    """What each way brings to what is asked for, by the lines that belong to it."""
    for way in ways:
        lines = lines_of(match, way)
        shows = tuple(term(c) for c in match.coverages if any(carries(p, lines) for p in c.proofs))
        yield Transfer(way.name, way.words, way.line, shows, carried(way, shows))


def carries(proof: Proof, lines: frozenset[int]) -> bool:
    """Whether `proof` stands in `lines`, shows the skill itself, and is sure enough."""
    return proof.line in lines and proof.how != "broader" and proof.sure >= table("transfer.toml")["sure"]


def carried(way: Way, shows: tuple[str, ...]) -> str:
    """The sentence on what carries over, what the trade is trusted for, and what is watched for."""
    rule = rules_of(way.name)
    most = table("transfer.toml")["names"]
    more = f" and {len(shows) - most} more" if len(shows) > most else ""
    named = ", ".join(shows[:most]) + more if more else listed(shows)
    brought = f"answers {named}" if shows else "answers nothing that this posting asks for"
    return f"Line {way.line} ({way.words}), with what stands below it, {brought}. {rule['usually']} {rule['watch']}"


def lines_of(match: Match, way: Way) -> frozenset[int]:
    """The lines of the role or section whose title or heading is the way's."""
    inside = {way.line}
    for role in match.resume.roles:
        if any(line.number == way.line for line in role.header):
            inside.update(line.number for line in role.lines)
    for section in match.resume.sections:
        if section.heading and section.heading.number == way.line:
            inside.update(line.number for line in section.lines)
    return frozenset(inside)


def thin(match: Match) -> Iterator[Thin]:
    """The competencies of which little of what is asked is shown, the widest gap first."""
    rules = table("transfer.toml")
    for profile in sorted(telling(match), key=lambda p: -p.asked * (1 - p.share)):
        if profile.share < rules["thin_below"]:
            names = missing(match, profile)
            yield Thin(profile.competency, profile.asked, profile.share, names, sentence(profile, names))


def sentence(profile: Profile, names: Sequence[str]) -> str:
    """That the competency of `profile` is thin, what of it is not shown, and what to tell."""
    rules, name = table("transfer.toml"), profile.competency
    shown = f"{profile.share:.0%}" if profile.share else "none"
    missed = f"Not shown: {', '.join(names[: rules['names']])}. " if names else ""
    return (
        f"{name[0].upper()}{name[1:]} is thin: {shown} of what is asked is shown ({profile.asked} things). "
        f"{missed}In letter and interview, {rules['thin'][name]}."
    )


def telling(match: Match) -> list[Profile]:
    """The competencies of which enough is asked to say something."""
    return [profile for profile in match.profile if profile.asked >= table("transfer.toml")["asked"]]


def missing(match: Match, profile: Profile) -> tuple[str, ...]:
    """The names of what is asked for in that competency and not shown, in the order of need."""
    return tuple(
        term(c)
        for c in match.coverages
        if c.status == "missing" and c.spared_by is None and c.requirement.skill.competency == profile.competency
    )


def labels() -> dict[str, str]:
    """How each way is called in a sentence."""
    return {row["name"]: row["label"] for row in table("transfer.toml")["way"]}


def rules_of(name: str) -> dict[str, Any]:
    """The row of the way `name` in `models/transfer.toml`."""
    found: dict[str, Any] = next(row for row in table("transfer.toml")["way"] if row["name"] == name)
    return found


def listed(names: Iterable[str]) -> str:
    """`names` as a list in a sentence: "a, b and c"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last
