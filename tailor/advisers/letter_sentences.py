"""From a bullet to sentences in the first person, or to none: what cannot be turned safely is not used.

The words stay as they are and in their order. What may change: the capital of the verb, "I" (and "was" or "am")
before it, "and" for the comma of a telegram, and what comes after the last safe place is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tailor.advisers.letter_clauses import (
    BRACKETS,
    COMMA,
    WORD,
    cut_at,
    data,
    is_clause,
    is_listing,
    is_note,
    is_past,
    is_telegram,
    opens_with_verb,
    words_of,
)
from tailor.advisers.letter_prose import ENDS, LEAST_WORDS, ended, is_hanging, is_prose, sentences, without_label

HARD_BLANK = "\u00a0"
BLANKS = re.compile(r"\s+")
SEMICOLON = re.compile(r"\s*;\s+")
DASH = re.compile(r"\s+[–—-]\s+")
COLON = re.compile(r":\s+")
OPENER = re.compile(r"(?P<first>[^\s,]+)(?P<mark>,?)(?:\s+(?P<next>[^\s,]+))?")
SERIES_LENGTH = 3
LEAST_PREDICATE = 2  # words: a verb and what it is done to
PREPOSITIONS = frozenset({"by", "in", "at", "on", "for", "from", "to", "with", "across", "over", "as", "of"})
POINTS_BACK = re.compile(r" (?:behind|of|for|with|about|on|in|to|around|after) (?:it|them|this|these|those)$")
FURTHER = re.compile(r"(?:,| and|;) ((?!put |set |cut |read |split |hit )[a-z-]+) ")
SERIES = re.compile(r" and ([\w-]+)")
UNSOUND = re.compile(r"  |\.\.|; [;.]|\s[,;:.]|[\s,;:–]\.$")


def told(text: str, *, current: bool) -> tuple[str, ...]:
    """The sentences of the bullet `text`, the first beginning with "I"; empty if it cannot be turned.

    current : whether the role is still held, so that verbs in the present may stand.
    """
    text = text.replace(HARD_BLANK, " ")
    line = BLANKS.sub(" ", text).strip() if is_prose(text) else ""
    found = list(turned(sentences(without_label(line)), current))
    return tuple(found) if found and found[0].startswith("I ") and all(map(is_sound, found)) else ()


def is_sound(text: str) -> bool:
    """Whether the marks of a finished sentence are in order; one that was cut badly is not told at all."""
    return text.count("(") == text.count(")") and not UNSOUND.search(text)


def turned(parts: Iterator[str], current: bool) -> Iterator[str]:
    """The sentences as the letter says them, up to the first that is not wholly safe."""
    for part in parts:
        said, whole = sentence(part.strip(), current)
        if said:
            yield said
        if not (said and whole):
            return


def sentence(text: str, current: bool) -> tuple[str, bool]:
    """One sentence with its period, as much of it as is safe, and whether that is all of it; "" if nothing is."""
    segments = cut_at(text, SEMICOLON)
    safe: list[str] = []
    for segment in segments:
        said, whole = clause(segment, current)
        if said:
            safe.append(said)
        if not (said and whole):
            break
    else:
        return ended(strung(safe)), True
    return ended(strung(safe)), False


def strung(clauses: list[str]) -> str:
    """Clauses as one sentence; three deeds or more without commas of their own become a series."""
    if len(clauses) < SERIES_LENGTH or any("," in part or ":" in part or not part.startswith("I ") for part in clauses):
        return "; ".join(clauses)
    deeds = [part.removeprefix("I ") for part in clauses]
    return f"I {', '.join(deeds[:-1])}, and {deeds[-1]}"


def clause(segment: str, current: bool) -> tuple[str, bool]:
    """One clause with its subject, as much of it as is safe, and whether that is all of it."""
    head, whole = shortened(segment.strip(ENDS.replace(".", "")))
    said = predicate(head, current)
    if said:
        safe = evened(said)
        broken = len(safe.split()) < LEAST_PREDICATE or is_telegram(safe) or (POINTS_BACK.search(safe) and not whole)
        return ("", False) if broken else (f"I {safe}", whole and len(safe) >= len(said))
    return (head, whole) if is_clause(head) and not is_hanging(head) else ("", False)


def shortened(text: str) -> tuple[str, bool]:
    """`text` up to a dash or colon, unless what follows is safe to keep; and whether all of it was kept."""
    dashed = cut_at(text, DASH)
    if len(dashed) > 2:
        return "", False
    if len(dashed) == 2 and not is_clause(dashed[1]):
        return shortened(dashed[0])[0], False
    head, *rest = cut_at(text, COLON)
    if not rest:
        return text, True
    return (text, True) if len(rest) == 1 and (is_clause(rest[0]) or is_listing(rest[0])) else (head, False)


def predicate(text: str, current: bool) -> str:
    """What "I" can stand before: `text` from its verb on, in small letters; "" where no verb opens it."""
    text = text[2:] if text.startswith("I ") else text
    low = text.lower()
    if any(low.startswith(f"{opening} ") for opening in data("be")["events"]):
        return f"{data('be')['past']} {small(text)}"
    if any(low.startswith(f"{opening} ") for opening in data("be")["lasting"]):
        return f"{data('be')['present' if current else 'past']} {small(text)}"
    adverb, verb = parted(text)
    if opens_deed(verb) or (current and opens_duty(verb) and not any(is_past(w) for w in FURTHER.findall(verb))):
        return f"{adverb}{small(verb)}"
    return ""


def small(text: str) -> str:
    """`text` with its first word in small letters."""
    first, blank, rest = text.partition(" ")
    return f"{first.lower()}{blank}{rest}"


def parted(text: str) -> tuple[str, str]:
    """An adverb before the verb, in small letters with its blank, and the rest."""
    first, _, rest = text.partition(" ")
    return (f"{first.lower()} ", rest) if first.lower() in words_of("verbs", "adverbs") else ("", text)


def opens_deed(text: str) -> bool:
    """Whether `text` opens with a verb in the past of which the person is the subject."""
    found = OPENER.match(text)
    if found is None or not is_past(found["first"]) or text.lower().startswith(never()):
        return False
    first, after = found["first"].lower(), (found["next"] or "").lower()
    if not after or (after in words_of("verbs", "never_after") and first not in exceptions().get(after, ())):
        return False
    if first in words_of("verbs", "changes") and after in words_of("verbs", "after_change") and not found["mark"]:
        return False
    doubtful = first in words_of("verbs", "adjectival") and after not in words_of("present", "follow")
    return not (doubtful and is_clause(text.partition(" ")[2]))


@cache
def never() -> tuple[str, ...]:
    """Openings that are no deed, in small letters, each with the blank behind it."""
    return tuple(f"{opening} " for opening in data("verbs")["never"])


@cache
def exceptions() -> dict[str, frozenset[str]]:
    """Verbs that may stand before a word that otherwise makes them passive."""
    return {word: frozenset(verbs) for word, verbs in data("verbs")["may_precede"].items()}


def opens_duty(text: str) -> bool:
    """Whether `text` opens with a verb in the present, certain by the word behind it."""
    found = OPENER.match(text)
    if found is None or found["first"].lower() not in words_of("present", "verbs") or found["mark"]:
        return False
    after = (found["next"] or "").lower()
    fitting = data("present")["with"].get(found["first"].lower(), ())
    sure = found["first"].lower() in words_of("present", "sure") and "," not in BRACKETS.sub("", text)
    return sure or after in words_of("present", "follow") or after in fitting or after[:1].isdigit()


def evened(text: str) -> str:
    """A predicate with "and" before the last of its verbs, and without a note in telegram style at its end."""
    parts = cut_at(text, COMMA)
    parts = parts[: next((at for at in range(1, len(parts)) if is_apart(parts[at], parts[at - 1])), len(parts))]
    verbs = [at for at, part in enumerate(parts) if at and goes_on(part)]
    if not verbs or is_series(parts, verbs[-1]):
        return ", ".join(parts)
    last, earlier = verbs[-1], len(verbs) > 1
    before, behind = ", ".join(parts[:last]), ", ".join(parts[last:])
    return f"{before.rstrip()}{',' if earlier else ''} and {behind.lstrip()}"


def is_apart(part: str, before: str) -> bool:
    """Whether a stretch behind a comma is no part of the sentence: a note, or a clause that nothing leads to."""
    words, leads = WORD.findall(part), WORD.findall(before)[-1:]
    if leads and leads[0].lower() in words_of("clauses", "never_first"):
        return False
    return is_note(part) or is_clause(part) or (1 < len(words) < LEAST_WORDS and is_past(words[-1]))


def goes_on(part: str) -> bool:
    """Whether a stretch behind a comma is a further deed, not a participle that describes."""
    words = [word.lower() for word in WORD.findall(part)[:2]]
    describes = len(words) == 2 and words[1] in PREPOSITIONS and words[0] in words_of("clauses", "describing")
    return opens_with_verb(part) and not describes


def is_series(parts: list[str], last: int) -> bool:
    """Whether the verbs end in "and" as they are: "wrote, tested and shipped", "wrote it, and shipped it"."""
    rest = ", ".join(parts[last:])
    return any(is_past(verb) for verb in SERIES.findall(rest))
