"""Writing: how bullets open, how long they are, how many a job has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tailor.advisers.check_rules import (
    Finding,
    Statement,
    data,
    graver,
    listed,
    of_resume,
    on,
    phrases,
    plural,
    quoted,
    statements,
    told,
)
from tailor.types import Layout, Resume, Role

GROUP = "writing"


@of_resume(GROUP, "weak openers")
def weak_openers(resume: Resume, _: Layout) -> Iterator[Finding]:
    """ "Responsible for" names a duty, not what was done."""
    found, limits = statements(resume), data("openers")
    hits = [(s, hit[0].lower()) for s in found if (hit := phrases("openers", "weak").match(s.text))]
    if hits:
        many = len(hits) >= limits["fail"] and len(hits) >= limits["fail_share"] * len(found)
        lines = plural(len(hits), "line opens", "lines open")
        why = f"{lines} with {quoted(w for _, w in hits)}; say what you did instead."
        yield on(graver(many), why, at(hits))
    elif found:
        yield Finding("pass", "Lines open with what was done.")


def at(hits: list[tuple[Statement, str]]) -> list[int]:
    """The lines of the hits."""
    return [statement.line for statement, _ in hits]


@of_resume(GROUP, "repeated openers")
def repeated_openers(resume: Resume, _: Layout) -> Iterator[Finding]:
    """The same verb again and again tires, and hides what was different."""
    bullets = [s for s in statements(resume) if s.bullet and s.opener not in data("openers")["ordinary"]]
    repeated = [word for word in dict.fromkeys(s.opener for s in bullets) if is_repeated(word, bullets)]
    if repeated:
        counts = Counter(s.opener for s in bullets)
        what = listed([f'"{word}" {counts[word]} times' for word in repeated[:3]])
        lines = [s.line for s in bullets if s.opener in repeated]
        yield on("warn", f"Bullets open with {what}; vary the verbs.", lines)
    elif bullets:
        yield Finding("pass", f"{plural(len({s.opener for s in bullets}), 'opening word')} in {len(bullets)} bullets.")


def is_repeated(word: str, bullets: list[Statement]) -> bool:
    """Whether too many bullets of one job, or of the whole resume, open with `word`."""
    limits = data("openers")
    hits = [s for s in bullets if s.opener == word]
    in_job = max(Counter(id(s.role) for s in hits).values())
    overall: bool = len(hits) >= max(limits["repeated_overall"], limits["repeated_share"] * len(bullets))
    return overall or bool(in_job >= limits["repeated_in_job"])


@of_resume(GROUP, "bullet length")
def bullet_length(resume: Resume, _: Layout) -> Iterator[Finding]:
    """One thought, two lines on paper; a fragment is none."""
    bullets, limits = [s for s in statements(resume) if s.bullet], data("bullets")
    long = [s for s in bullets if len(s.words) > limits["longest_words"]]
    short = [s for s in bullets if len(s.words) < limits["shortest_words"]]
    if long:
        most = max(len(s.words) for s in long)
        bullets_long = f"{plural(len(long), 'bullet')} of more than {limits['longest_words']} words"
        why = f"{bullets_long} (the longest has {most}); cut or split."
        yield on("warn", why, [s.line for s in long])
    elif len(short) >= limits["short_count"]:
        why = f"{plural(len(short), 'bullet')} of fewer than {limits['shortest_words']} words; say what came of it."
        yield on("warn", why, [s.line for s in short])
    elif bullets:
        average = sum(len(s.words) for s in bullets) / len(bullets)
        yield Finding("pass", f"{average:.0f} words on average, none above {limits['longest_words']}.")


@of_resume(GROUP, "paragraphs")
def paragraphs(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Nobody reads a block of text in a pile of two hundred."""
    limit = data("bullets")["paragraph_words"]
    long = [s for s in statements(resume) if not s.bullet and len(s.words) > limit]
    if long:
        why = f"{plural(len(long), 'paragraph')} of more than {limit} words on a job; break it into bullets."
        yield on("warn", why, [s.line for s in long])
    elif resume.roles:
        yield Finding("pass", "No long paragraph tells of a job.")


@of_resume(GROUP, "bullets a job")
def bullets_a_job(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Most room for the latest job, little for old ones."""
    limits, counts = data("bullets"), [(role, len(told(resume, role.lines, role))) for role in resume.roles]
    full = [(role, n) for role, n in counts if n > limits["most_a_job"] and role.header]
    latest = next(((role, n) for role, n in counts if role.period.current), counts[0] if counts else None)
    if full:
        role, count = max(full, key=lambda item: item[1])
        why = f"{called(role)} has {count} bullets; keep the best {limits['best_a_job']}."
        yield on("warn", why, [role.header[0].number for role, _ in full])
    elif latest and latest[1] < limits["least_in_latest"] and latest[0].header:
        deeds = plural(latest[1], "thing")
        why = f"{called(latest[0])}, your latest job, tells of {deeds} you did; it should have most of the room."
        yield on("warn", why, [latest[0].header[0].number])
    elif counts:
        numbers = [n for _, n in counts]
        few, many = min(numbers), max(numbers)
        yield Finding("pass", f"{few} to {many} a job." if few < many else f"{few} a job.")


def called(role: Role) -> str:
    """A job in a few words."""
    return role.title or role.company or "A job"
