"""The bars a posting sets beside skills: years, degree, level."""

from __future__ import annotations

from collections.abc import Iterable

from tailor.scorers.settings import Settings
from tailor.timeline import months
from tailor.types import Bar, Degree, Education, Evidence, Met, PartialDate, Posting, Requirement, Resume, Role


def years_bar(
    posting: Posting, resume: Resume, evidence: Iterable[Evidence], as_of: PartialDate, settings: Settings
) -> Bar:
    """Years asked for against months held with a product title.

    "partly" is half a year short, or met only by roles that show a product manager's duties without the title.
    """
    held = product_months(resume, as_of)
    duties = [role for role in resume.roles if role.product or shows_duties(role, evidence, settings)]
    with_duties = months([role.period for role in duties], as_of)
    shown = f"{held / 12:.1f} years in product roles"
    if with_duties > held:
        shown += f" ({with_duties / 12:.1f} with product duties under other titles)"
    if posting.years is None:
        return Bar("", shown, None)
    short = posting.years * 12 - held
    near = short <= settings.years["months_short_is_partly"] or with_duties >= posting.years * 12
    met: Met = "yes" if short <= 0 else "partly" if near else "no"
    return Bar(f"{posting.years} year{'s' if posting.years != 1 else ''}", shown, met)


def shows_duties(role: Role, evidence: Iterable[Evidence], settings: Settings) -> bool:
    """Whether the lines of `role` name enough of a product manager's duties, or its title says that it had them all."""
    if any(word in (role.title or "").lower() for word in settings.years["duties_of"]):
        return True
    lines = {line.number for line in role.lines}
    shown = [
        e.skill for e in evidence if e.skill in settings.years["duties"] and any(m.line in lines for m in e.mentions)
    ]
    return len(shown) >= int(settings.years["duties_shown"])


def product_months(resume: Resume, as_of: PartialDate) -> int:
    """Months held with a product title, overlaps counted once."""
    return months([role.period for role in resume.roles if role.product], as_of)


def degree_bar(posting: Posting, resume: Resume, as_of: PartialDate, settings: Settings) -> Bar:
    """The lowest level among the degrees required (else preferred) against those on the resume.

    "partly" is a course that is not finished, or one in another field.
    """
    order = list(settings.degrees["order"])
    courses = [course for course in resume.education if course.level]
    best = max(courses, key=lambda course: order.index(course.level or ""), default=None)
    shown = (best.degree or "") if best else "none found"
    asked = [d for d in posting.degrees if d.status == "required"] or list(posting.degrees)
    if not asked:
        return Bar("", shown, None)
    lowest = min(asked, key=lambda degree: order.index(degree.level))
    reached = [course for course in courses if order.index(course.level or "") >= order.index(lowest.level)]
    done = [course for course in reached if finished(course, as_of)]
    met: Met = "yes" if any(fits(course, lowest) for course in done) else "partly" if reached else "no"
    return Bar(f"{lowest.level} ({lowest.status})", shown, met)


def fits(course: Education, asked: Degree) -> bool:
    """Whether the field of `course` is one of those asked for, or next to one; True where either names none."""
    return not (asked.studies and course.studies) or not set(asked.studies).isdisjoint(course.studies)


def finished(course: Education, as_of: PartialDate) -> bool:
    """Whether `course` ended by `as_of`; one without dates is taken as finished."""
    return not course.period.current and (course.period.end is None or course.period.end <= as_of)


def limits(
    resume: Resume, requirements: Iterable[Requirement], years: Bar, degree: Bar, held: float, settings: Settings
) -> dict[str, float]:
    """The most strength of each skill, by id, that a bar decides which is not met.

    held : years with a product title. A requirement of product management that names years of its own is measured by
        those.
    """
    most, skill = float(settings.status["short"]), str(settings.years["skill"])
    own = next((r.years for r in requirements if r.skill.id == skill and r.years), None)
    short = years.met == "no" if own is None else (own - held) * 12 > settings.years["months_short_is_partly"]
    titled = any(role.product for role in resume.roles)
    jobs = {} if titled and not short else {skill: most}
    return jobs | (dict.fromkeys(settings.degrees["skills"], most) if degree.met == "partly" else {})


def worth(met: Met | None, settings: Settings) -> float | None:
    """A bar as a share in [0, 1]; None where the posting sets none."""
    return None if met is None else {"yes": 1.0, "partly": float(settings.years["partly"]), "no": 0.0}[met]


def level_share(posting: Posting, resume: Resume, settings: Settings) -> float | None:
    """How near the latest product role is to the posting's level, in [0, 1]; None without any role."""
    latest = next((role for role in resume.roles if role.product), None)
    role = latest or next(iter(resume.roles), None)
    if role is None:
        return None
    order = list(settings.levels["order"])
    step = order.index(role.level or "mid") - order.index(posting.level)
    share = settings.levels["above"][step] if step >= 0 else settings.levels["below"][-step]
    held = 1.0 if latest else float(settings.levels["no_product_title"])
    return float(share) * held * (1.0 if posting.product else float(settings.levels["other_trade"]))
