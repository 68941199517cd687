"""Put one wording for another of the same meaning into a sentence, so that it stays English; or say that it cannot be.

The two are of one group of `models/synonyms.toml`. An abbreviation and its long form go side by side, the short one
in brackets, as style guides have it; other wordings take each other's place. Number follows the word replaced, the
article the sound of the new one, and capitals the place. Where that is not enough, nothing is proposed.
"""

from __future__ import annotations

import re

from tailor.advisers.grammar import (
    article,
    capitalized,
    is_abbreviation,
    is_doing,
    is_mass,
    plain_case,
    plural,
    titled,
    words_of,
)
from tailor.advisers.wording import folded, grouped

ARTICLE = re.compile(r"(?<![\w'’])(a|an|A|An) $")
LAST_WORD = re.compile(r"([\w%'’.$€£+-]+) $")
NEXT_WORD = re.compile(r" ([\w'’-]+)")
ABSTRACT = ("ment", "tion", "ence", "ance", "ship", "sis", "ity", "debt")
STARTS = re.compile(r"(?:^|[,;:•|(] ?|\. )$")


def swapped(text: str, own: str, term: str) -> str | None:
    """`text` with `term` for `own`, which stands in it; None where no rule says how."""
    at = place_of(text, own)
    if at is None or folded(term) in folded(text).replace(folded(own), ""):
        return None
    before, after = text[:at], text[at + len(own) :]
    new = replacement(own, term, before, after)
    return None if new is None else f"{with_article(before, new)}{new}{after}"


def place_of(text: str, own: str) -> int | None:
    """Where `own` stands in `text` as words of their own; None if it is part of a compound or followed by a bracket."""
    found = re.search(rf"(?<![\w/&-]){re.escape(own)}(?![\w/&'’-]| \()", text)
    return found.start() if found else None


def replacement(own: str, term: str, before: str, after: str) -> str | None:
    """What stands for `own` between `before` and `after`."""
    many = is_plural(own)
    if is_abbreviation(own) != is_abbreviation(term):
        return beside(own, term, before, many=many)
    base = shaped(own, term, before, after)
    if base is None or folded(base) == folded(own):
        return None
    return like(own, numbered(base, many=many), before)


def beside(own: str, term: str, before: str, *, many: bool) -> str | None:
    """The long form with the abbreviation behind it; the new one of the two alone where a bracket is open already."""
    short, long = (own, term) if is_abbreviation(own) else (term, own)
    lone = in_capitals_of(long, listed(long))
    if lone.lower() in words_of("plural_only") and not many:
        return None  # "the OKR process" has no long form
    long, short = (plural(lone), plural(singular_short(short))) if many else (lone, singular_short(short))
    if before.count("(") > before.count(")"):
        return long if is_abbreviation(own) else short
    return f"{like(own, long, before)} ({short})"


def in_capitals_of(written: str, base: str) -> str:
    """`base` in the capitals of `written`, as far as they have the same letters."""
    same = written.lower().replace("-", " ").startswith(base.lower().replace("-", " "))
    return written[: len(base)] if same else base


def singular_short(short: str) -> str:
    """An abbreviation without its plural s."""
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


def is_plural(own: str) -> bool:
    """Whether `own` stands in the plural: the groups have the singular, but for what has none."""
    base = listed(own).lower()
    return base.replace("-", " ") != own.lower().replace("-", " ") or base in words_of("plural_only")


def listed(wording: str) -> str:
    """`wording` as its group has it; itself if in none."""
    return next((other for other in grouped(wording) if folded(other) == folded(wording)), wording)


def shaped(own: str, term: str, before: str, after: str) -> str | None:
    """The form of `term` that fits where `own` stands, before its number is set; None if none does."""
    base = in_capitals_of(term, listed(term))
    if is_doing(own) or is_doing(term):
        fits = is_doing(own) == is_doing(term) or stands_free(before, after)
        return (plural(base) if is_doing(own) and is_countable(base) else base) if fits else None
    if is_mass(own) == is_mass(term):
        return base
    if is_mass(term) and is_plural(own) and takes_mass(before, after):
        return base
    other = sibling(term, mass=is_mass(own))
    if other or is_plural(own) or counted(before) or is_countable(base):
        return other
    return base


def is_countable(phrase: str) -> bool:
    """Whether `phrase` needs an article or a plural: nouns of doing and abstract ones ("refinement") do not."""
    low = phrase.lower()
    return not (is_mass(low) or is_doing(low) or low in words_of("no_plural") or low.endswith(ABSTRACT))


def sibling(term: str, *, mass: bool) -> str | None:
    """The wording of the same stem as `term`, of the other shape: "A/B test" for "A/B testing"."""
    stem = folded(listed(term)).removesuffix("ing")
    other = next((o for o in grouped(term) if is_mass(o) == mass and folded(o).removesuffix("ing") == stem), None)
    return None if other is None else term[: len(stem)] + other[len(stem) :]


def stands_free(before: str, after: str) -> bool:
    """Whether a noun and a verb in -ing fit alike: behind a preposition or at a beginning, and nothing hangs on it."""
    last = LAST_WORD.search(before)
    ahead = STARTS.search(before) is not None or bool(last and last[1].lower() in words_of("prepositions"))
    return ahead and ends_well(after)


def takes_mass(before: str, after: str) -> bool:
    """Whether a plural may become a noun without number: nothing counts it and no verb agrees with it."""
    return not counted(before) and ends_well(after)


def counted(before: str) -> bool:
    """Whether the word before counts, or points to one of several."""
    last = LAST_WORD.search(before)
    return bool(last and (last[1].lower() in words_of("counting") or any(c.isdigit() for c in last[1])))


def ends_well(after: str) -> bool:
    """Whether what follows is the end, a sign, or a word that opens a phrase of its own."""
    following = NEXT_WORD.match(after)
    return following is None or following[1].lower() in words_of("prepositions") | {"and", "or"}


def numbered(base: str, *, many: bool) -> str:
    """`base` in the number of the word it stands for."""
    return plural(base) if many and not is_mass(base) and not is_doing(base) else base


def like(own: str, new: str, before: str) -> str:
    """`new` with capitals as `own` has them in its place."""
    words = [word for word in own.split() if word not in words_of("small")]
    if plain_case(words[0]) == words[0]:  # its capital, if any, is its own
        begins = own[:1].isupper() and (not before or before.endswith(". "))
        return capitalized(new) if begins else new
    return titled(new) if len(words) > 1 and all(word[:1].isupper() for word in words) else capitalized(new)


def with_article(before: str, new: str) -> str:
    """`before`, the article at its end fitting `new`."""
    found = ARTICLE.search(before)
    if not found:
        return before
    fitting = article(new)
    return f"{before[: found.start()]}{fitting.capitalize() if found[1][0] == 'A' else fitting} "
