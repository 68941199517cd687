"""Against a posting: each skill, with how often either side names it, and the words no skill list holds."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tailor.advisers.check_rules import Finding, data, graver, of_posting
from tailor.advisers.grammar import joined
from tailor.advisers.wording import asked_as, name_pattern
from tailor.resources import models
from tailor.types import Coverage, Match, Verdict

NAMED = ("same words", "synonym")
TERM = re.compile(r"(?<![\w@./&-])[^\W\d_]{4,24}(?![\w@&])")
HARD = ("hard", "tool", "domain")


@of_posting("hard skills", "hard skill")
def hard_skills(match: Match) -> Iterator[Finding]:
    """A finding for each method, tool and field asked for; one where any of several will do and none is shown."""
    choices = {gaps[0].requirement.skill.id: gaps for gaps in match.gap_choices if len(gaps) > 1}
    inside = {gap.requirement.skill.id for gaps in choices.values() for gap in gaps}
    for coverage in match.coverages:
        key = coverage.requirement.skill.id
        if coverage.requirement.skill.type in HARD and (key in choices or key not in inside):
            yield choice_finding(match, choices[key]) if key in choices else skill_finding(match, coverage)


@of_posting("soft skills", "soft skill")
def soft_skills(match: Match) -> Iterator[Finding]:
    """The same for soft skills."""
    for coverage in match.coverages:
        if coverage.requirement.skill.type == "soft":
            yield skill_finding(match, coverage)


def choice_finding(match: Match, gaps: Sequence[Coverage]) -> Finding:
    """That none of several is shown of which any one would do."""
    names, need = [asked_as(gap) for gap in gaps], gaps[0].requirement.need
    named = sum(named_times(match, gap) for gap in gaps)
    note = "no work shows any of them" if named else "nothing shows any of them"
    why = f"{joined(names, last='or')}: {named} × in the resume ({need}, one will do); {note}."
    return Finding(graver(need == "required"), why)


def skill_finding(match: Match, coverage: Coverage) -> Finding:
    """How often a skill is named on both sides; missing, or shown without its name."""
    asked, ours = len(coverage.requirement.mentions), named_times(match, coverage)
    proof = next(iter(coverage.proofs), None)
    limits = data("posting")
    verdict: Verdict = "pass" if coverage.status == "covered" else "warn"
    note = ""
    if coverage.spared_by:
        verdict, note = "pass", f"; {coverage.spared_by} is asked as an alternative, and answers better"
    elif coverage.status == "missing":
        verdict = graver(coverage.requirement.need == "required" and coverage.requirement.skill.type in HARD)
        note = "; nothing shows it" if not ours else "; no work shows it"
    elif not ours and proof:
        verdict = "warn"
        note = "; shown by what you did, never named" if proof.how not in NAMED else "; named in other words"
    elif ours >= max(limits["stuffed"], limits["stuffed_ratio"] * asked):
        verdict, note = "warn", "; so often reads as stuffing"
    why = f"{asked_as(coverage)}: {ours} × in the resume, {asked} × in the posting ({coverage.requirement.need}){note}."
    return Finding(verdict, why, proof.line if proof else None, f"line {proof.line}" if proof else "")


def named_times(match: Match, coverage: Coverage) -> int:
    """How often the resume names the skill; at least once where a proof does."""
    found = len(name_pattern(coverage.requirement.skill).findall(match.resume.source.text))
    return max(found, sum(proof.how in NAMED for proof in coverage.proofs))


@of_posting("other terms", "other term")
def other_terms(match: Match) -> Iterator[Finding]:
    """Words the posting repeats, rare elsewhere, that are no skill: its field, its customers, its things."""
    ours = Counter(folded(word) for word in TERM.findall(match.resume.source.text.lower()))
    limits = data("posting")
    counts = Counter(folded(word) for word in terms_in(match))
    ranked = sorted(counts.items(), key=lambda item: (-item[1] * weight(item[0]), item[0]))
    chosen = [(w, n) for w, n in ranked if n >= limits["term_count"] and weight(w) >= limits["term_weight"]]
    for word, count in chosen[: limits["terms"]]:
        here = ours[word]
        why = f"{word}: {here} × in the resume, {count} × in the posting."
        yield Finding("pass" if here else "warn", why)


def terms_in(match: Match) -> Iterator[str]:
    """The words of what the posting asks for, but for skills, its title and the company's name."""
    posting = match.posting
    taken = sorted((m.start, m.end) for c in match.coverages for m in c.requirement.mentions)
    names = set(TERM.findall(f"{posting.title} {posting.company or ''} {posting.location or ''}".lower()))
    for passage in posting.passages:
        if passage.need is None or passage.boilerplate:
            continue
        for hit in TERM.finditer(posting.source.text, passage.start, passage.end):
            inside = any(start <= hit.start() < end for start, end in taken)
            if not inside and hit[0].lower() not in names | common():
                yield hit[0].lower()


@cache
def common() -> frozenset[str]:
    """Words that tell of no field: those of any text, any posting and any resume."""
    return frozenset((*data("posting")["stop"], *data("stuffing")["usual"]))


def folded(word: str) -> str:
    """`word` in the singular, as far as an s tells."""
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4 else word


def weight(word: str) -> float:
    """How rare a word is in postings; a word not known is rarer than all."""
    known = frequencies()
    return min(known.get(word, known[""]), known.get(f"{word}s", known[""]))


@cache
def frequencies() -> dict[str, float]:
    """Inverse document frequencies of single words, that of unknown ones under ""."""
    found: dict[str, float] = json.loads((models() / "tfidf.json").read_text(encoding="utf-8"))["idf"]
    return {**found, "": max(found.values())}
