"""What the posting asks for, as a letter can say it: proven by name, and a noun that needs no article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tailor.advisers.letter_clauses import data, words_of
from tailor.advisers.order import NEED_WEIGHT
from tailor.advisers.wording import folded, posting_words, same_thing
from tailor.types import Coverage, Match, Proof

BY_NAME = ("same words", "synonym")  # the ways of proving that let the posting's name for it be written down


def term_of(coverage: Coverage) -> str:
    """The requirement in the posting's own words; "" where it cannot stand in a sentence as it is."""
    skill, term = coverage.requirement.skill, posting_words(coverage)
    if skill.type not in words_of("terms", "types") or not term or term.lower() in words_of("terms", "dull"):
        return ""
    return term if is_product(coverage, term) or needs_no_article(term) else ""


def is_product(coverage: Coverage, term: str) -> bool:
    """Whether the term is the name of a tool, such as "Jira", which takes no article."""
    return coverage.requirement.skill.type == "tool" and any(letter.isupper() for letter in term)


def needs_no_article(term: str) -> bool:
    """Whether `term` is a plural or a noun of a kind that is not counted."""
    last = term.rsplit(maxsplit=1)[-1].lower()
    if last in words_of("terms", "mass"):
        return True
    if last in words_of("terms", "count") or last.split("-")[-1] in words_of("terms", "count"):
        return False
    plural = len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is", "ous"))
    return plural or last.endswith(tuple(data("terms")["endings"]))


def proven_terms(match: Match, told: Mapping[int, str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """What the sentences `told`, by line of the resume, prove by name, most needed first.

    Nothing that is `taken` or shares a word with it, and at most as many as a sentence can hold.
    """
    found = list(taken)
    given = len(found)
    for coverage in sorted(match.coverages, key=weight):
        term = term_of(coverage)
        if term and proves(coverage, told) and not any(overlap(term, other) for other in found):
            found.append(term)
    return tuple(found[given : given + data("size")["terms"]])


def proves(coverage: Coverage, told: Mapping[int, str]) -> bool:
    """Whether one of the sentences says what is asked for in the posting's words, or in ones that say the same."""
    term = term_of(coverage)
    proofs = [proof for proof in coverage.proofs if proof.line in told and proof.how in BY_NAME]
    return bool(term) and any(names(proof, term, told[proof.line], is_product(coverage, term)) for proof in proofs)


def names(proof: Proof, term: str, text: str, is_name: bool) -> bool:
    """Whether `text` says the term, not only a wording that leads to the same skill, nor as part of another name.

    "privacy" is not proven by "the privacy officer"; the name of a tool may stand before a noun.
    """
    said = [term, *([proof.words] if same_thing(proof.words, term) else [])]
    return any(stands(word, text, alone=not is_name) for word in said)


def stands(words: str, text: str, *, alone: bool) -> bool:
    """Whether `words` stand in `text`, not taken back by "no" or the like; `alone`: with no noun behind them."""
    low, wanted = folded(text), folded(words)
    found = list(re.finditer(rf"(?<![\w-]){re.escape(wanted)}(?!\w)", low))
    return any(is_meant(low[: at.start()]) and (not alone or ends(low[at.end() :])) for at in found)


def is_meant(before: str) -> bool:
    """Whether what comes before a phrase does not take it back."""
    return not words_of("terms", "negators") & set(before.split()[-data("terms")["negated_within"] :])


def ends(rest: str) -> bool:
    """Whether what comes behind a phrase ends it."""
    first = rest.split()[:1]
    return not first or not rest.startswith(" ") or first[0] in words_of("terms", "ends") or not first[0][0].isalnum()


def weight(coverage: Coverage) -> float:
    """Sorts the most needed and best proven first."""
    return -NEED_WEIGHT[coverage.requirement.need] * coverage.strength


def overlap(one: str, other: str) -> bool:
    """Whether two terms share a word, so that naming both would repeat it."""
    return bool(stems(one) & stems(other))


def stems(term: str) -> frozenset[str]:
    """The words of a term, without an s at their end."""
    return frozenset(word.rstrip("s") for word in term.lower().replace("-", " ").split())


def listed(terms: tuple[str, ...]) -> str:
    """The terms as a list in a sentence; "" of none."""
    return " and ".join(filter(None, [", ".join(terms[:-1]), *terms[-1:]]))


def small_gap(match: Match) -> str:
    """The main gap, if it is small enough to be told and can be named; else ""."""
    main = next((gap for gap in match.gaps if gap.requirement.skill.type != "soft"), None)
    if main is None:
        return ""
    rules = data("gap")
    small = main.requirement.need in rules["needs"] or main.requirement.skill.type in rules["types"]
    term = term_of(main) if small else ""
    return term if term and folded(term) not in folded(match.resume.source.text) else ""


def main_gap(match: Match) -> str:
    """The main gap as the posting names it; "" if there is none."""
    told = (gap for gap in match.gaps if gap.requirement.skill.type != "soft")
    return next((gap.requirement.mentions[0].text for gap in told), "")
