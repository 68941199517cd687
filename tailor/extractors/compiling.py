"""Build time only: from the wordings of the taxonomy to the word lists a component keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language

from tailor.extractors.inflect import inflected, norms_of, variants, vocabulary
from tailor.extractors.taxonomy import Taxonomy
from tailor.extractors.tokens import is_joint
from tailor.types import Skill

Expand = Callable[[str], Iterable[str]]


def compile_norms(skills: Taxonomy) -> dict[str, str]:
    """The lemma table: plural and British spellings of every word of the taxonomy."""
    return norms_of(vocabulary(skills))


def compile_patterns(skills: Taxonomy, nlp: Language) -> dict[str, dict[str, list[list[str]]]]:
    """Word lists by kind of wording and skill id; the canonical name counts as a form."""
    return {
        "forms": rows(skills, nlp, forms_of, variants),
        "verbs": rows(skills, nlp, lambda skill: skill.verbs, inflected),
        "cased": rows(skills, nlp, lambda skill: skill.cased, variants),
        "weak": rows(skills, nlp, lambda skill: skill.weak, variants),
    }


def forms_of(skill: Skill) -> tuple[str, ...]:
    """Name and forms, less what counts in context or in capitals only."""
    guarded = {text.lower() for text in (*skill.weak, *skill.cased)}
    return tuple(text for text in (skill.name, *skill.forms) if text.lower() not in guarded)


def rows(
    skills: Taxonomy, nlp: Language, wordings: Callable[[Skill], Iterable[str]], expand: Expand
) -> dict[str, list[list[str]]]:
    """For each skill that has any: its wordings, expanded, tokenized, each once, in order."""
    found = {skill.id: list(tokenized(nlp, wordings(skill), expand)) for skill in skills}
    return {key: words for key, words in found.items() if words}


def tokenized(nlp: Language, wordings: Iterable[str], expand: Expand) -> Iterator[list[str]]:
    """The distinct token lists of `wordings`, without the hyphens that join words."""
    seen: set[tuple[str, ...]] = set()
    for text in wordings:
        for variant in expand(text):
            doc = nlp.make_doc(variant)
            words = tuple(token.text for token in doc if not is_joint(doc, token.i))
            if words not in seen:
                seen.add(words)
                yield list(words)
