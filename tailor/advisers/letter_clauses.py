"""What a stretch of a resume line is: a clause with a subject, a predicate without one, or a note in telegram style."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tailor.resources import table

BRACKETS = re.compile(r"\([^()]*\)")
WORD = re.compile(r"[^\s,;:()\"“”]+")
COMMA = re.compile(r",\s+")
FIGURE = re.compile(r"[\d%$€£]")
LONGEST_SUBJECT = 14  # words before the verb of a clause


def data(group: str) -> dict[str, Any]:
    """A table of `models/letter.toml`."""
    found: dict[str, Any] = table("letter.toml")[group]
    return found


@cache
def words_of(group: str, name: str) -> frozenset[str]:
    """A list of `models/letter.toml`, for membership."""
    return frozenset(data(group)[name])


@cache
def past_verbs() -> frozenset[str]:
    """All verbs in the past a line may open with."""
    return words_of("verbs", "problem") | words_of("verbs", "strategy") | words_of("verbs", "delivery")


def is_past(word: str) -> bool:
    """Whether `word` is one of those verbs, or one of them behind "co-" or "re-"."""
    low = word.lower()
    rests = [low.removeprefix(affix) for affix in affixes() if low.startswith(affix)]
    regular = [rest for rest in rests if rest.endswith("ed") or low[-len(rest) - 1] == "-"]  # "reset" is a noun as well
    return low in past_verbs() or any(rest in past_verbs() for rest in regular if rest)


def affixes() -> list[str]:
    """What may stand before a verb in one word with it."""
    found: list[str] = data("verbs")["prefixes"]
    return found


def is_clause(text: str) -> bool:
    """Whether `text` certainly is a clause of its own, such as "churn fell from 8 to 5 %"; brackets do not count."""
    parts = [[word.lower() for word in WORD.findall(part)] for part in COMMA.split(BRACKETS.sub(" ", text))]
    first = parts[0]
    if (
        sum(map(len, parts)) < 2
        or not first
        or first[0] in words_of("clauses", "never_first") | words_of("clauses", "bare")
    ):
        return False
    if opens_with_verb(first[0]) or first[0].endswith("ed") or is_note(" ".join(first)) or is_telegram(text):
        return False
    return any(is_main_verb(first, at) for at in range(1, min(len(first), LONGEST_SUBJECT)))


def is_main_verb(words: list[str], at: int) -> bool:
    """Whether the word at `at` is finite and not part of a smaller clause, as far as its neighbours tell."""
    word, before, after = words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else ""
    if before in words_of("clauses", "relative") or (at > 1 and words[at - 2] in words_of("clauses", "relative")):
        return False
    if at > 1 and before in words_of("clauses", "pronouns"):
        return False
    if word in words_of("clauses", "finite"):
        return True
    acts = words[0] in words_of("clauses", "subjects") and after not in words_of("clauses", "no_object")
    return is_past(word) and (acts or after in words_of("clauses", "objects"))


def is_listing(text: str) -> bool:
    """Whether `text` is a list in full, with "and" before its last thing; none opens with a verb or is a note."""
    parts = COMMA.split(BRACKETS.sub(" ", text))
    last = parts[-1].removeprefix("and ")
    if not parts[0].strip():
        return False
    if parts[0].split()[0].lower() in words_of("clauses", "never_first") or is_clause(last):
        return False
    return " and " in f" {parts[-1]}" and not any(opens_with_verb(part) or is_note(part) for part in parts)


def opens_with_verb(text: str) -> bool:
    """Whether the first word is a verb in the past."""
    first = WORD.match(text.strip())
    return first is not None and is_past(first[0])


def is_note(text: str) -> bool:
    """Whether `text` is a note such as "clicks up 19%": a direction before a figure, and no verb."""
    words = [word.lower() for word in WORD.findall(text)]
    towards = [at for at, word in enumerate(words) if word in words_of("clauses", "notes")]
    leaves = [at for at in towards if at + 1 == len(words) or is_amount(words[at + 1 : at + 3])]
    return bool(leaves) and not any(is_past(w) or w in words_of("clauses", "finite") for w in words[: leaves[0]])


def is_amount(words: list[str]) -> bool:
    """Whether these words tell by how much."""
    return words[0] in words_of("verbs", "after_change") or bool(FIGURE.search(" ".join(words)))


def is_telegram(text: str) -> bool:
    """Whether a noun that needs an article stands without one, as in "worked with fraud team"."""
    words = [word.lower() for word in re.findall(r"[^\s()\"“”]+", text)]
    return any(
        lacks_article(words, at) for at, word in enumerate(words) if word.strip(",;:.") in words_of("clauses", "bare")
    )


def lacks_article(words: list[str], at: int) -> bool:
    """Whether the noun at `at` ends a phrase that begins behind a preposition, without an article."""
    inner = words[at].strip(",;:.") == words[at] and at + 1 < len(words)
    if inner and words[at + 1] not in words_of("clauses", "prepositions") | {"and"}:
        return False
    start = next(
        (i for i in range(at - 1, max(at - 4, -1), -1) if words[i] in words_of("clauses", "prepositions")), None
    )
    between = words[start + 1 : at] if start is not None else []
    opened = start is not None and not any(
        w in words_of("clauses", "articles") or w[-1] in ",'’" or w.endswith(("'s", "’s")) or w[0].isdigit()
        for w in between
    )
    return opened and len(between) < 3


def outside(text: str, mark: re.Pattern[str]) -> list[int]:
    """Where `mark` begins in `text` outside brackets."""
    hidden = BRACKETS.sub(lambda found: "(" + " " * (len(found[0]) - 2) + ")", text)
    return [found.start() for found in mark.finditer(hidden)]


def cut_at(text: str, mark: re.Pattern[str]) -> list[str]:
    """`text` cut where `mark` stands outside brackets; the marks go."""
    pieces, start = [], 0
    for at in outside(text, mark):
        found = mark.match(text, at)
        pieces.append(text[start:at])
        start = found.end() if found else at
    return [*pieces, text[start:]]
