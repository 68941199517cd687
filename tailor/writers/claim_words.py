"""Words as the gate of a draft compares them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from tailor.resources import table

WORD = re.compile(r"[^\s,;]+")
SPLIT = re.compile(r"[^\s,;:·|•()\[\]/–—“”\"]+")
EDGES = ".!?'’‘*"
NUMBER = re.compile(r"[~<>+−-]?[$€£¥]?\d")
BREAK = re.compile(r"[,;:·|•()\[\]/–—]|[.!?] ")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words of `models/draft.toml`."""
    return frozenset(table("draft.toml")[name])


def words(text: str) -> list[str]:
    """The words of `text` as they are written, without the marks around them."""
    return [word for piece in SPLIT.findall(text) if (word := piece.strip(EDGES))]


@cache
def folded(text: str) -> str:
    """The words of `text` in small letters, hyphens as blanks, each in the singular as far as an s tells."""
    return " ".join(single(part) for word in words(text.casefold()) for part in word.split("-") if part)


def single(word: str) -> str:
    """A word without the s of its plural or of its possessive."""
    bare = re.sub(r"['’]s?$", "", word)
    return bare[:-1] if len(bare) > 2 and bare.endswith("s") and bare[-2] not in "su" else bare


def stands_in(phrase: str, text: str) -> bool:
    """Whether `phrase` stands in `text` as whole words; both folded."""
    return f" {phrase} " in f" {text} "


def equals(text: str) -> Iterator[str]:
    """The wordings, in the singular and the plural, that say exactly what a wording in the folded `text` says."""
    for group in groups():
        if any(stands_in(wording, text) for wording in group):
            yield from group
            yield from filter(None, map(in_plural, group))


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The groups of `models/synonyms.toml`, folded."""
    return tuple(tuple(folded(wording) for wording in group) for group in table("synonyms.toml")["groups"])


def in_plural(wording: str) -> str:
    """A folded wording in a plural that its s does not tell: "strategies", "hypotheses"."""
    known: dict[str, str] = table("advice.toml")["grammar"]["plurals"]
    before, _, last = wording.rpartition(" ")
    regular = f"{last[:-1]}ies" if last.endswith("y") else f"{last}es"
    return folded(f"{before} {known.get(last, regular)}")


def added_words(before: str, after: str) -> list[str]:
    """The words of `after` that are more often in it than in `before`, in their order."""
    left = [word.casefold() for word in words(before)]
    found = []
    for word in words(after):
        if word.casefold() in left:
            left.remove(word.casefold())
        else:
            found.append(word)
    return found


def is_number(word: str) -> bool:
    """Whether a word is a figure, or a number or a share in words."""
    return bool(NUMBER.match(word)) or any(part in listed("numbers") for part in word.casefold().split("-"))


def is_name(word: str) -> bool:
    """Whether a word is written as a name: with a capital."""
    return word[:1].isupper()


def runs_of_names(before: str, after: str) -> list[str]:
    """Stretches of words with capitals that `after` has and `before` has not, each up to a comma or the like.

    A word that is put before or behind a name makes it another name.
    """
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    codes = [(tag, a, b) for tag, _, _, a, b in matcher.get_opcodes()]
    changed = [widened(new, a, b) for tag, a, b in codes if tag == "insert"]
    changed += [new[a:b] for tag, a, b in codes if tag == "replace"]
    pieces = [piece for text in changed for piece in BREAK.split(" ".join(text))]
    return [run for piece in pieces for run in capital_runs(piece)]


def widened(new: list[str], start: int, end: int) -> list[str]:
    """Words that came in, with the names that they stand beside."""
    if any(is_name(word) for word in words(" ".join(new[start:end]))):
        while start and is_name(new[start - 1]) and not BREAK.search(f"{new[start - 1]} "):
            start -= 1
        while end < len(new) and is_name(new[end]) and not BREAK.search(f"{new[end - 1]} "):
            end += 1
    return new[start:end]


def capital_runs(piece: str) -> list[str]:
    """The longest stretches of neighbouring words with capitals."""
    found: list[list[str]] = [[]]
    for word in words(piece):
        if is_name(word) and word.casefold() not in listed("connecting"):
            found[-1].append(word)
        else:
            found.append([])
    return [" ".join(run) for run in found if run]
