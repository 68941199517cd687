"""Searchability: does a parser find the sections, the jobs and their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.check_rules import (
    Finding,
    at_lines,
    data,
    graver,
    lines_of,
    of_resume,
    on,
    phrases,
    plural,
    quoted,
)
from tailor.types import Layout, Line, Resume, Role

GROUP = "searchability"
NUMERIC = re.compile(
    r"(?<![\d/.-])(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[/.-](?:0[1-9]|1[0-2])(?!\d)"
)
WORDED = re.compile(r"[^\W\d_]{3,10}\.?,?\s{1,3}(?:['’]\d\d|(?:19|20)\d\d)(?!\d)")
SHORT_YEAR = re.compile(r"['’]\d\d(?!\d)|(?<![\d/.-])(?:0?[1-9]|1[0-2])/\d\d(?![\d/])")


@of_resume(GROUP, "target title")
def target_title(resume: Resume, _: Layout) -> Iterator[Finding]:
    """The title one aims for stands below the name, or opens the summary."""
    summary = lines_of(resume, "summary")
    if resume.headline:
        yield Finding("pass", f'"{resume.headline.text}" stands below your name.', resume.headline.number)
    elif hit := next((hit for line in summary if (hit := phrases("summary", "titles").search(line.text))), None):
        yield Finding("pass", f'The summary names "{hit[0]}"; a headline below your name would be found sooner.')
    else:
        yield Finding("warn", "No title stands below your name; put the one you aim for there, truthfully worded.")


@of_resume(GROUP, "summary")
def summary(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Two to four sentences on what one brings."""
    limits, sections = data("summary"), [s for s in resume.sections if s.kind == "summary" and s.lines]
    words = sum(len(line.text.split()) for section in sections for line in section.lines)
    first = sections[0].lines[0].number if sections else None
    heading = sections[0].heading.text.strip(" :").lower() if sections and sections[0].heading else ""
    if not sections and (line := untitled(resume)):
        why = 'It stands without a heading; put "Summary" above it, so that a parser files it as one.'
        yield Finding("warn", why, line.number)
    elif not sections:
        yield Finding("warn", "There is no summary; two or three sentences on what you bring help a reader place you.")
    elif heading in limits["dated"]:
        yield Finding("warn", "An objective says what you want; a summary of what you bring serves you better.", first)
    elif words > limits["most_words"]:
        yield Finding("warn", f"It has {words} words; {limits['most_words']} are the most that get read.", first)
    elif words < limits["least_words"]:
        yield Finding(
            "warn", f"It has only {plural(words, 'word')}; say what you bring in two or three sentences.", first
        )
    else:
        yield Finding("pass", f"It has {words} words.", first)


def untitled(resume: Resume) -> Line | None:
    """The line above the first heading that tells of the person as a summary does, in a sentence."""
    top = [line for line in lines_of(resume, "contact") if line.kind == "body" and "@" not in line.text]
    least = data("summary")["least_words"] // 2
    return next((line for line in top if len(line.text.split()) >= least and line.text.rstrip().endswith(".")), None)


@of_resume(GROUP, "headings")
def headings(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Headings by names that parsers know."""
    named = [section for section in resume.sections if section.heading]
    odd = [section.heading for section in named if section.kind == "other" and section.heading]
    if not named:
        yield Finding("fail", "No heading was recognised; name the parts: Summary, Experience, Education, Skills.")
    elif odd:
        why = f"No usual heading: {quoted(line.text for line in odd)}; what stands below may be filed nowhere."
        yield on("warn", why, [line.number for line in odd])
    else:
        yield Finding("pass", f"All {len(named)} are of a usual kind." if len(named) > 1 else "It is of a usual kind.")


@of_resume(GROUP, "work history")
def history(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Title, employer and dates of each job, as application forms ask for them."""
    lacking = [(role, missing) for role in resume.roles if (missing := missing_in(role))]
    undated = [role for role, missing in lacking if "dates" in missing]
    if not resume.roles:
        yield Finding("fail", "No job was found; give each a line with title, employer and dates.")
    elif not lacking:
        yield Finding("pass", f"{plural(len(resume.roles), 'job')} with title, employer and dates.")
    else:
        what = "; ".join(f'"{role.header[0].text[:40]}" without {" and ".join(m)}' for role, m in lacking[:3])
        more = f"; {len(lacking) - 3} more" if len(lacking) > 3 else ""
        verdict = graver(len(undated) * 2 > len(resume.roles))
        numbers = [role.header[0].number for role, _ in lacking]
        yield Finding(verdict, f"A parser reads {what}{more}.", numbers[0], at_lines(numbers))


def missing_in(role: Role) -> list[str]:
    """What the header of a job does not say."""
    known = {"title": role.title, "employer": role.company, "dates": role.period.start or role.period.end}
    return [name for name, value in known.items() if not value] if role.header else []


@of_resume(GROUP, "education section")
def education(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Forms ask for it, and filters use it."""
    if resume.education or lines_of(resume, "education"):
        yield Finding("pass", f"{plural(max(1, len(resume.education)), 'entry', 'entries')} found.")
    else:
        yield Finding("warn", "No education was found; name degree and school, or the training that stands for it.")


@of_resume(GROUP, "skills section")
def skills(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Where searches for a word hit first."""
    lines = lines_of(resume, "skills")
    if lines:
        yield Finding("pass", f"Found, with {plural(len(lines), 'line')}.", lines[0].number)
    else:
        yield Finding("warn", "No skills section was found; list methods and tools in the words postings use.")


@of_resume(GROUP, "date format")
def date_format(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Month and year, in one way of writing."""
    dated = [role for role in resume.roles if role.period.start or role.period.end]
    texts = {role: " ".join(line.text for line in role.header) for role in dated}
    yearly = [role for role in dated if any(d and not d.month for d in (role.period.start, role.period.end))]
    short = [role for role in dated if SHORT_YEAR.search(texts[role])]
    numeric = [role for role in dated if NUMERIC.search(texts[role])]
    worded = [role for role in dated if role not in numeric and WORDED.search(texts[role])]
    if short:
        yield on("warn", "Years of two figures are misread; write 03/2021 or March 2021.", first_lines(short))
    elif yearly:
        yield on(
            "warn",
            f"{plural(len(yearly), 'job')} without months; parsers then count too much or too little.",
            first_lines(yearly),
        )
    elif numeric and worded:
        fewer = min(numeric, worded, key=len)
        yield on("warn", "Months stand as figures in some jobs and as words in others; choose one.", first_lines(fewer))
    elif dated:
        yield Finding("pass", "Month and year, all in one way.")


def first_lines(roles: list[Role]) -> list[int]:
    """The line each job begins at."""
    return [role.header[0].number for role in roles if role.header]
