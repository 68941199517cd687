"""Build time only: from the wordings of the taxonomy to the word lists a component keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language

from tailor.extractors.inflect import inflections_of, norms_of, variants, vocabulary
from tailor.extractors.taxonomy import Taxonomy
from tailor.extractors.tokens import Fold, install_norms, is_joint
from tailor.types import Skill

Tables = tuple[dict[str, str], dict[str, str], dict[str, dict[str, list[list[str]]]]]


def compile_taxonomy(skills: Taxonomy, nlp: Language) -> Tables:
    """The lemma table, the forms of the verbs, and the word lists by kind of wording and skill id.

    Word lists are folded by the lemma table; "exact" has the "cased" ones with their capitals.
    """
    norms = norms_of(vocabulary(skills))
    fold = install_norms(nlp.vocab, norms)
    verbs = {text.split()[0] for skill in skills for text in skill.verbs}
    kinds: dict[str, Callable[[Skill], Iterable[str]]] = {
        "forms": plain_forms,
        "verbs": lambda skill: skill.verbs,
        "cased": lambda skill: [text for text in skill.cased if text not in skill.weak],
        "weak": lambda skill: skill.weak,
    }
    patterns = {kind: rows(skills, nlp, get, fold) for kind, get in kinds.items()}
    patterns["exact"] = rows(skills, nlp, lambda skill: skill.cased, str)
    return norms, inflections_of(verbs, norms), patterns


def plain_forms(skill: Skill) -> tuple[str, ...]:
    """Name and forms, less what counts in context or in capitals only."""
    guarded = {text.lower() for text in (*skill.weak, *skill.cased)}
    return tuple(text for text in (skill.name, *skill.forms) if text.lower() not in guarded)


def rows(
    skills: Taxonomy, nlp: Language, wordings: Callable[[Skill], Iterable[str]], fold: Fold
) -> dict[str, list[list[str]]]:
    """For each skill that has any: its wordings as folded words, each once, in order."""
    found = {skill.id: list(tokenized(nlp, wordings(skill), fold)) for skill in skills}
    return {key: words for key, words in found.items() if words}


def tokenized(nlp: Language, wordings: Iterable[str], fold: Fold) -> Iterator[list[str]]:
    """The distinct word lists of `wordings`, each word folded, without the hyphens that join words."""
    seen: set[tuple[str, ...]] = set()
    for text in wordings:
        for variant in variants(text):
            doc = nlp.make_doc(variant)
            words = tuple(fold(token.text) for token in doc if not is_joint(doc, token.i))
            if words not in seen:
                seen.add(words)
                yield list(words)
