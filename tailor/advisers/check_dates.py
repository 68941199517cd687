"""Dates: the order of jobs, gaps between them, and jobs that run at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from tailor.advisers.check_bullets import called
from tailor.advisers.check_rules import Finding, data, of_resume, on, phrases, plural, reference
from tailor.timeline import month_numbers
from tailor.types import Layout, PartialDate, Period, Resume, Role

GROUP = "dates"
YEAR = 12
Span = tuple[Role, int, int]  # a job with its first and last month, as counts from year 0


@of_resume(GROUP, "order of jobs")
def order(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Newest first is what readers and parsers expect."""
    spans = spans_of(resume)
    wrong = [later for (earlier, _, first), (later, _, second) in pairwise(spans) if second > first + 1]
    if len(spans) < 2:
        return
    if wrong and len(wrong) * 2 >= len(spans) - 1:
        yield on("warn", "Jobs do not begin with the newest; turn them round.", starts(wrong))
    else:
        yield Finding("pass", "The newest job stands first.")


@of_resume(GROUP, "impossible dates")
def impossible(resume: Resume, _: Layout) -> Iterator[Finding]:
    """A period that ends before it begins is a slip that costs trust."""
    periods = [(role.header, role.period) for role in resume.roles] + [(e.lines, e.period) for e in resume.education]
    wrong = [lines[0] for lines, period in periods if lines and backwards(period)]
    if wrong:
        yield on("fail", f'"{wrong[0].text[:60]}" ends before it begins.', [line.number for line in wrong])
    elif any(period.start for _, period in periods):
        yield Finding("pass", "Every period ends after it begins.")


def backwards(period: Period) -> bool:
    """Whether a period ends before it begins."""
    if period.start is None or period.end is None:
        return False
    first, last = period.start, period.end
    return (last.year, last.month or 12) < (first.year, first.month or 1)


@of_resume(GROUP, "gaps")
def gaps(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Months between jobs that no study, project or other job fills."""
    limits, spans = data("dates"), spans_of(resume)
    found = [gap for gap in gaps_between(resume, spans) if gap[1] - gap[0] > limits["gap_months"]]
    if found:
        first, last, role = max(found, key=lambda gap: gap[1] - gap[0])
        more = f" ({len(found)} such gaps)" if len(found) > 1 else ""
        when = f"{month(first)} to {month(last - 1)}{more}"
        why = f"{last - first} months without a job before {called(role)}, {when}; say what you did."
        yield on("warn", why, starts([role]))
    elif len(spans) > 1:
        yield Finding("pass", f"No more than {plural(limits['gap_months'], 'month')} between jobs.")


def gaps_between(resume: Resume, spans: list[Span]) -> Iterator[tuple[int, int, Role]]:
    """First month of each gap behind a job, first month after it, and the job that follows; studies fill gaps.

    A year alone may be any month of it: what may not be a gap is none.
    """
    as_of = reference(resume)
    studies = [(entry.period, month_numbers(entry.period, as_of)) for entry in resume.education]
    filled = [(None, months[0], latest(period, months)) for period, months in studies if months]
    jobs = [
        (role, earliest(role.period, first), latest(role.period, range(last, last + 1))) for role, first, last in spans
    ]
    until: int | None = None  # the last month filled, from the first job on
    for role, first, last in sorted([*jobs, *filled], key=lambda span: (span[1], span[2])):
        if until is not None and first > until + 1 and role is not None:
            yield until + 1, first, role
        if until is not None or role is not None:
            until = last if until is None else max(until, last)


def earliest(period: Period, first: int) -> int:
    """The earliest month `period` may have begun in, where `first` is the one it is read as."""
    return first - first % YEAR if period.start and not period.start.month else first


def latest(period: Period, months: range) -> int:
    """The latest month `period` may have ended in, where `months` are those it is read as."""
    last = months[-1]
    return last - last % YEAR + YEAR - 1 if period.end and not period.end.month else last


@of_resume(GROUP, "overlaps")
def overlaps(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Two employers at once, where nothing says how."""
    spans = spans_of(resume)
    found = [
        (a[0], b[0], n) for a, b in combinations(spans, 2) if (n := shared(a, b)) > data("dates")["overlap_months"]
    ]
    unclear = [(one, other, n) for one, other, n in found if not explained(one, other)]
    if unclear:
        one, other, months = max(unclear, key=lambda item: item[2])
        why = f"{named(one)} and {named(other)} run beside each other for {months} months; say which was part-time."
        yield on("warn", why, starts([one, other]))
    elif len(spans) > 1:
        yield Finding("pass", "No two employers at once." if not found else "What runs beside a job says why.")


def shared(one: Span, other: Span) -> int:
    """Months two jobs have in common; where a year alone is given, months that may be common do not count."""
    vague = any(d and not d.month for role in (one[0], other[0]) for d in (role.period.start, role.period.end))
    return min(one[2], other[2]) - max(one[1], other[1]) + 1 - YEAR * vague


def explained(one: Role, other: Role) -> bool:
    """Whether two jobs are at one employer, or the header of one says how it runs beside the other."""
    companies = [(role.company or "").lower().split()[:1] for role in (one, other)]
    same = not all(companies) or companies[0] == companies[1]
    texts = (" ".join(line.text for line in role.header) for role in (one, other))
    return same or any(phrases("dates", "beside").search(text) for text in texts)


def spans_of(resume: Resume) -> list[Span]:
    """The jobs with their first and last month as counts from year 0, as far as they are dated."""
    as_of = reference(resume)
    dated = [(role, months) for role in resume.roles if (months := month_numbers(role.period, as_of))]
    return [(role, months[0], months[-1]) for role, months in dated]


def month(number: int) -> str:
    """A count of months from year 0 as "2019-05"."""
    return str(PartialDate(number // 12, number % 12 + 1))


def named(role: Role) -> str:
    """A job by title and employer."""
    return ", ".join(part for part in (role.title, role.company) if part) or "A job"


def starts(roles: list[Role]) -> list[int]:
    """The line each job begins at."""
    return [role.header[0].number for role in roles if role.header]
