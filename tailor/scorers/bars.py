"""The bars a posting sets beside skills: years, degree, level."""

from __future__ import annotations

from collections.abc import Mapping

from tailor.scorers.settings import Settings
from tailor.timeline import months
from tailor.types import Bar, Evidence, Met, PartialDate, Posting, Resume


def years_bar(posting: Posting, resume: Resume, as_of: PartialDate, settings: Settings) -> Bar:
    """Years asked for against months held with a product title.

    "partly" is half a year short, or met only by counting roles without a product title.
    """
    held = product_months(resume, as_of)
    all_held = months([role.period for role in resume.roles], as_of)
    shown = f"{held / 12:.1f} years in product roles ({all_held / 12:.1f} in all)"
    if posting.years is None:
        return Bar("", shown, None)
    asked = posting.years * 12
    short = settings.years["months_short_is_partly"]
    met: Met = "yes" if held >= asked else "partly" if held >= asked - short or 0 < asked <= all_held else "no"
    return Bar(f"{posting.years} years", shown, met)


def product_months(resume: Resume, as_of: PartialDate) -> int:
    """Months held with a product title, overlaps counted once."""
    return months([role.period for role in resume.roles if role.product], as_of)


def degree_bar(posting: Posting, evidence: Mapping[str, Evidence], settings: Settings) -> Bar:
    """The highest degree required (else preferred) against the highest the resume shows."""
    order = list(settings.degrees["order"])
    held = [key for key in order if key in evidence]
    shown = evidence[held[-1]].mentions[0].text if held else "none found"
    asked = [d for d in posting.degrees if d.status == "required"] or list(posting.degrees)
    ranks = [order.index(settings.degrees["asked"][d.level]) for d in asked if d.level in settings.degrees["asked"]]
    if not ranks:
        return Bar("", shown, None)
    lowest = min(ranks)
    met: Met = "yes" if held and order.index(held[-1]) >= lowest else "no"
    return Bar(f"{asked[ranks.index(lowest)].level} ({asked[ranks.index(lowest)].status})", shown, met)


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
    return float(share) * (1.0 if latest else float(settings.levels["no_product_title"]))
