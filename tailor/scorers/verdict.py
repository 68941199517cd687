"""The match of a resume and a posting: coverages, parts, score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tailor.scorers.bars import degree_bar, level_share, limits, product_months, worth, years_bar
from tailor.scorers.copies import copied_lines, without
from tailor.scorers.coverage import cover, grounds
from tailor.scorers.likeness import likeness
from tailor.scorers.plain import contributions, similarity
from tailor.scorers.settings import PARTS, Settings, settings
from tailor.types import (
    COMPETENCIES,
    Bar,
    Coverage,
    Evidence,
    Match,
    Need,
    Part,
    PartialDate,
    Posting,
    Profile,
    Requirement,
    Resume,
    Skill,
    Told,
)

NEED_OF_PART: Mapping[str, Need] = {
    "must-haves": "required",
    "nice-to-haves": "preferred",
    "responsibilities": "responsibility",
}


def score(
    posting: Posting,
    resume: Resume,
    requirements: Iterable[Requirement],
    evidence: Iterable[Evidence],
    *,
    told: Told,
    skills: Mapping[str, Skill],
    as_of: PartialDate,
    using: Settings | None = None,
) -> Match:
    """Hold `evidence` against `requirements`; `told` is what both tell of, `skills` the taxonomy by id.

    The score is the sum of the points of the parts: a weighted mean of shares in [0, 1], over the parts
    that apply, on 0 to 100.
    """
    using = using or settings()
    asked, copied = tuple(requirements), copied_lines(resume, posting)
    found = tuple(without(evidence, copied))
    held = round(product_months(resume, as_of) / 12, 1)
    years = years_bar(posting, resume, found, as_of, using)
    degree = degree_bar(posting, resume, as_of, using)
    ground = replace(grounds(resume, found, skills, using), limits=limits(resume, asked, years, degree, held, using))
    coverages = spared(tuple(cover(requirement, ground, using) for requirement in asked))
    words, telling = text_similarity(posting, resume, copied), likeness(told, copied)
    alike = {"similarity": similarity_share(words, telling, using)}
    beside = bar_shares(posting, resume, years, degree, using) | alike
    why = reasons(posting, resume, coverages, years, degree)
    why["similarity"] = f"TF-IDF cosine of the skills told of {telling:.2f}, of the words {words:.2f}"
    parts = parts_of(coverages, beside, why, using)
    return Match(
        posting=posting,
        resume=resume,
        score=total(parts),
        parts=parts,
        coverages=coverages,
        profile=profile(coverages, using),
        years=years,
        degree=degree,
        similarity=words,
        likeness=telling,
        as_of=as_of,
        pm_years=held,
        copied=copied,
    )


def text_similarity(posting: Posting, resume: Resume, copied: Sequence[int]) -> float:
    """TF-IDF cosine of what the posting says of the role and the company, and what the resume says.

    What the company makes is the best sign of the field the job is in; benefits, terms and the like tell nothing.
    """
    text = posting.source.text
    told = "\n".join(text[p.start : p.end] for p in posting.telling)
    own = [line.text for line in resume.source.lines if line.number not in copied] if copied else [resume.source.text]
    return round(similarity(told, "\n".join(own)), 6)


def similarity_share(words: float, telling: float, using: Settings) -> float:
    """The cosines of words and of the skills told of as one share in [0, 1]."""
    figures = using.similarity
    reach = (telling - figures["skills_least"]) / (figures["skills_full"] - figures["skills_least"])
    part = figures["skills"]
    return (1 - part) * min(1.0, words / figures["full"]) + part * min(1.0, max(0.0, reach))


def spared(coverages: tuple[Coverage, ...]) -> tuple[Coverage, ...]:
    """`coverages`, those marked for which an alternative is answered better."""
    by_skill = {c.requirement.skill.id: c for c in coverages}
    return tuple(replace(c, spared_by=better(c, by_skill)) for c in coverages)


def better(coverage: Coverage, others: Mapping[str, Coverage]) -> str | None:
    """The name of the alternative that the resume answers best, if it answers that better than `coverage`."""
    found = [others[key] for key in coverage.requirement.alternatives if key in others]
    best = max(found, key=lambda c: c.strength, default=coverage)
    return best.requirement.skill.name if best.strength > coverage.strength else None


def bar_shares(posting: Posting, resume: Resume, years: Bar, degree: Bar, using: Settings) -> dict[str, float | None]:
    """What is reached of the parts that are no requirements: level, years and education; None where none is set."""
    return {
        "level": level_share(posting, resume, using),
        "years": worth(years.met, using),
        "education": worth(degree.met, using),
    }


def part_shares(coverages: Sequence[Coverage], using: Settings) -> dict[str, float | None]:
    """The three parts made of requirements: mean strength by need, weighted; None where nothing is asked."""
    groups = {name: [c for c in coverages if c.requirement.need == need] for name, need in NEED_OF_PART.items()}
    return {name: mean_strength(group, using) for name, group in groups.items()}


def mean_strength(coverages: Iterable[Coverage], using: Settings) -> float | None:
    """Mean strength in [0, 1], weighted by `weight`, of those that count; None if nothing has weight."""
    pairs = [(weight(c.requirement, using), c.strength) for c in coverages if c.spared_by is None]
    total = sum(w for w, _ in pairs)
    return sum(w * strength for w, strength in pairs) / total if total else None


def weight(requirement: Requirement, using: Settings) -> float:
    """What a requirement counts in its part: by its type; degrees have a part of their own."""
    skill = requirement.skill
    if skill.type == "credential" and skill.id not in using.degrees["skills"]:
        return float(using.credentials["other"])
    return float(using.types[skill.type])


def parts_of(
    coverages: Sequence[Coverage], beside: Mapping[str, float | None], why: Mapping[str, str], using: Settings
) -> tuple[Part, ...]:
    """The parts that apply, with the points each brings and could bring, rounded to a tenth, and the cap if it binds.

    beside : shares of the parts that are no requirements; what is above 1 counts as 1.
    """
    shares = part_shares(coverages, using) | {n: None if s is None else min(1.0, s) for n, s in beside.items()}
    found = contributions({name: shares[name] for name in PARTS}, using.weights)
    parts = tuple(Part(name, round(got, 1), round(most, 1), why.get(name, "")) for name, (got, most) in found.items())
    return capped(parts, coverages, using)


def total(parts: Iterable[Part]) -> float:
    """The score: the sum of the points."""
    return round(sum(part.points for part in parts), 1)


def capped(parts: tuple[Part, ...], coverages: Sequence[Coverage], using: Settings) -> tuple[Part, ...]:
    """`parts`, and one that takes off what lies above the cap that missing must-haves set, so that the sum holds."""
    musts = next((part for part in parts if part.name == "must-haves"), None)
    if musts is None or not musts.maximum:  # a weight of 0, or as good as
        return parts
    cap = round(using.cap["least"] + (100 - using.cap["least"]) * musts.points / musts.maximum, 1)
    above = round(sum(part.points for part in parts) - cap, 1)
    if above <= 0:
        return parts
    musts_missing = [c for c in coverages if c.status == "missing" and c.requirement.need == "required"]
    missing = sum(c.spared_by is None for c in musts_missing)
    lack = f"{missing} must-have{'s' if missing > 1 else ''} missing" if missing else "must-haves answered in part"
    return (*parts, Part("cap", -above, 0.0, f"with {lack} the score stays at {cap:g} or below"))


def reasons(posting: Posting, resume: Resume, coverages: Sequence[Coverage], years: Bar, degree: Bar) -> dict[str, str]:
    """One line a part: what its points rest on."""
    counts = {name: count_line([c for c in coverages if c.requirement.need == n]) for name, n in NEED_OF_PART.items()}
    latest = next((role for role in resume.roles if role.product), None) or next(iter(resume.roles), None)
    held = f"{latest.title or 'untitled role'} ({latest.level or 'mid'})" if latest else "no role found"
    wanted = posting.level if posting.product else f"{posting.level}, not for a product role"
    return counts | {
        "level": f"posting asks for {wanted}; latest role: {held}",
        "years": f"asked {years.asked or 'none'}; shown {years.shown}",
        "education": f"asked {degree.asked or 'none'}; shown {degree.shown}",
    }


def count_line(coverages: Sequence[Coverage]) -> str:
    """How many of `coverages` have which status."""
    counting = [c for c in coverages if c.spared_by is None]
    count = {status: sum(c.status == status for c in counting) for status in ("covered", "partly", "missing")}
    return f"{count['covered']} covered, {count['partly']} partly, {count['missing']} missing of {len(counting)}"


def profile(coverages: Sequence[Coverage], using: Settings) -> tuple[Profile, ...]:
    """Coverage by the six competencies, in their fixed order."""
    groups = {name: [c for c in coverages if c.requirement.skill.competency == name] for name in COMPETENCIES}
    return tuple(
        Profile(name, len(group), round(mean_strength(group, using) or 0.0, 4)) for name, group in groups.items()
    )
