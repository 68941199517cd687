"""Writing and layout: how many words there are, and whether one is repeated to please a machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tailor.advisers.check_rules import Finding, data, graver, lines_of, of_resume, on, phrases, plural
from tailor.resources import table
from tailor.types import Layout, Resume

LONG_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,30}(?![\w@])")
WORD = re.compile(r"[^\W\d_]+")
ITEM = re.compile(r"[,;|•·]")


@of_resume("searchability", "language")
def language(resume: Resume, _: Layout) -> Iterator[Finding]:
    """English is all that Tailor reads; it says so where a resume is written in another language."""
    limits, words = data("language"), WORD.findall(resume.source.text.lower())
    small = frozenset(table("posting.toml")["evidence"]["english"])
    english = sum(word in small for word in words)
    counts = {name: sum(word in known for word in words) for name, known in limits["words"].items()}
    name, most = max(counts.items(), key=lambda item: item[1])
    if most >= max(limits["least"], limits["share"] * len(words), english + 1):
        yield Finding(
            "fail",
            f"It reads like {name}; Tailor knows skills in English only, so what it says of them is worth little.",
        )
    else:
        yield Finding("pass", "It is written in English.")


@of_resume("writing", "word count")
def word_count(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Enough to judge by, and not more than gets read."""
    limits, count = data("words"), sum(len(line.text.split()) for line in resume.source.lines)
    if count < limits["least"]:
        why = f"{count} words are too few to judge you by; {limits['least']} is the least."
        yield Finding(graver(count < limits["few"]), why)
    elif count > limits["most"]:
        why = f"{count:,} words; beyond {limits['most']:,} nobody reads all of it."
        yield Finding(graver(count > limits["many"]), why)
    else:
        yield Finding("pass", f"{count:,} words.")


@of_resume("layout", "keyword stuffing")
def stuffing(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Repeating a word fools no one and reads badly."""
    found = next(stuffed(resume), None)
    yield found or Finding("pass", "No word is repeated to please a machine.")


def stuffed(resume: Resume) -> Iterator[Finding]:
    """Signs of stuffing, the surest first."""
    limits, commands = data("stuffing"), phrases("stuffing", "commands")
    for line in resume.source.lines:
        if hit := commands.search(line.text):
            why = f'"{hit[0]}" speaks to a machine. Tailor does not obey it, and people who find it turn you down.'
            yield on("fail", why, [line.number])
    for line in resume.source.lines:
        word, count = most_common(line.text)
        if count >= limits["in_a_line"]:
            yield on("fail", f'"{word}" stands {count} times in one line.', [line.number])
    for text, numbers in repeated_lines(resume).items():
        if len(numbers) >= limits["same_lines"]:
            yield on("warn", f'"{text[:50]}…" stands {len(numbers)} times; say what differed.', numbers)
    word, count = most_common(" ".join(line.text for line in resume.source.lines))
    total = sum(len(line.text.split()) for line in resume.source.lines)
    if count >= limits["count"] and count >= limits["share"] * total:
        yield Finding("warn", f'"{word}" stands {count} times in {total:,} words; say it where you show it.')
    skills = lines_of(resume, "skills")
    items = sum(len([item for item in ITEM.split(line.text) if item.strip()]) for line in skills)
    if items > limits["listed"]:
        yield on(
            "warn", f"{plural(items, 'skill')} are listed; a list of everything proves nothing.", [skills[0].number]
        )


def most_common(text: str) -> tuple[str, int]:
    """The most frequent word that is not usual in resumes, and how often it stands in `text`."""
    usual = frozenset(data("stuffing")["usual"])
    counts = Counter(word for word in LONG_WORD.findall(text.lower()) if word not in usual)
    return max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))


def repeated_lines(resume: Resume) -> dict[str, list[int]]:
    """The numbers of the lines with each text of some length."""
    found: dict[str, list[int]] = {}
    for line in resume.source.lines:
        if len(line.text.split()) >= data("stuffing")["line_words"]:
            found.setdefault(line.text, []).append(line.number)
    return found
