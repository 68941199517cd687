"""Writing: words that cost more than they bring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.check_rules import (
    Finding,
    body,
    data,
    even,
    graver,
    of_resume,
    on,
    phrases,
    plural,
    quoted,
    statements,
)
from tailor.types import Layout, Resume

GROUP = "writing"
FIRST_PERSON = re.compile(r"(?<![\w.'/&-])(?:I(?=\s+[a-z]|'(?:ve|m|d|ll)\b)|[Mm]y|[Mm]e|[Mm]yself)(?![\w/&-])")


@of_resume(GROUP, "negative words")
def negative(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Nothing bad of oneself or a former employer."""
    hits, fail = found(resume, "negative"), data("negative")["fail"]
    if hits:
        why = (
            f"{quoted(words for words, _ in hits)} speaks against you or an employer; leave it out or say what you did."
        )
        yield on(graver(len(hits) >= fail), why, [line for _, line in hits])
    else:
        yield Finding("pass", "None.")


@of_resume(GROUP, "clichés")
def cliches(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Phrases in every resume say nothing of this one."""
    hits, fail = found(resume, "cliches"), data("cliches")["fail"]
    if hits:
        why = f"{quoted(words for words, _ in hits)} could stand in any resume; show it by a deed instead."
        yield on(graver(len(hits) >= fail), why, [line for _, line in hits])
    else:
        yield Finding("pass", "None.")


@of_resume(GROUP, "buzzwords")
def buzzwords(resume: Resume, _: Layout) -> Iterator[Finding]:
    """One or two are English; more are a style."""
    hits, limits = found(resume, "buzzwords"), data("buzzwords")
    if len(hits) >= limits["warn"]:
        why = f"{plural(len(hits), 'buzzword')}: {quoted(words for words, _ in hits)}; say it in plain words."
        yield on(graver(len(hits) >= limits["fail"]), why, [line for _, line in hits])
    else:
        yield Finding("pass", "None." if not hits else f"Only {quoted(words for words, _ in hits)}.")


@of_resume(GROUP, "first person")
def first_person(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Bullets open with the verb; "I" is understood."""
    told, limits = statements(resume), data("first_person")
    hits = [statement.line for statement in told if speaks_of_self(statement.text)]
    if len(hits) < limits["warn"]:
        yield Finding("pass", "Bullets go without I and my." if not hits else f"Only in {plural(len(hits), 'line')}.")
    else:
        often = len(hits) >= limits["fail_share"] * len(told)
        why = f'{plural(len(hits), "line")} on your jobs with "I", "me" or "my"; begin with the verb instead.'
        yield on(graver(often), why, hits)


def speaks_of_self(text: str) -> bool:
    """Whether somebody says "I"; the number of a phase or a course does not count."""
    numbered = data("first_person")["numbered"]
    for hit in FIRST_PERSON.finditer(text):
        before = text[: hit.start()].split()
        if hit[0] != "I" or not before or before[-1].lower() not in numbered:
            return True
    return False


def found(resume: Resume, group: str) -> list[tuple[str, int]]:
    """The phrases of a list that stand in the resume, in small letters, each with its line."""
    pattern = phrases(group, "phrases")
    return [(hit[0].lower(), line.number) for line in body(resume) for hit in pattern.finditer(even(line.text))]
