"""Build time only: from the wordings of the taxonomy to the patterns and norms a component keeps.

Runs under `spacy assemble`, never when Tailor itself runs; needs lemminflect (extra `build`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tailor.extractors.taxonomy import Taxonomy, wordings
from tailor.resources import table

VERB_TAGS = ("VBZ", "VBG", "VBD", "VBN")
Words = list[str]


def norms_of(words: Iterable[str]) -> dict[str, str]:
    """Map plurals and British spellings of `words` to the word itself; sorted by key.

    A word that is a plural of another word of the list ("metrics") still folds to its singular: patterns
    and texts are folded alike. A word whose singular is nowhere in the list ("sales") stays as it is.
    """
    known = sorted({word.lower() for word in words if word.strip("-/&+.") and not word.isdigit()})
    folded = {variant: word for word in known for variant in spellings(word)}
    folded |= {plural: word for word in known for plural in plurals(word)}
    folded |= {variant: word for plural, word in list(folded.items()) for variant in spellings(plural)}
    return {key: resolve(folded, value) for key, value in sorted(folded.items()) if key != value}


def resolve(folded: dict[str, str], word: str) -> str:
    """The end of the chain of foldings that begins at `word`."""
    seen = {word}
    while (further := folded.get(word, word)) not in seen:
        word = further
        seen.add(word)
    return word


def plurals(word: str) -> Iterator[str]:
    """Plural forms of `word`, taken as a noun."""
    from lemminflect import getInflection

    if len(word) < 2 or not word[-1].isalpha() or word in table("spelling.toml")["invariable"]:
        return
    yield from (form.lower() for form in getInflection(word, "NNS") if form.lower() != word)


def spellings(word: str) -> Iterator[str]:
    """British spellings of an American `word`."""
    rules = table("spelling.toml")
    for american, british in rules["endings"].items():
        if american in word and word not in rules["american_only"]:
            yield word.replace(american, british)
    if word in rules["words"]:
        yield rules["words"][word]


def inflections_of(verbs: Iterable[str], norms: Mapping[str, str]) -> dict[str, str]:
    """Map the inflected forms of `verbs`, as `norms` fold them, to the verb as folded; sorted by key.

    A form that is itself one of the verbs ("found", "lead") stays what it is.
    """
    from lemminflect import getInflection

    known = sorted(set(verbs))
    forms = {form: verb for verb in known for tag in VERB_TAGS for form in getInflection(verb, tag, inflect_oov=True)}
    british = {variant: verb for form, verb in forms.items() for variant in spellings(form)}
    british |= {variant: verb for verb in known for variant in spellings(verb)}
    pairs = {norms.get(form, form): norms.get(verb, verb) for form, verb in (forms | british).items()}
    return {form: verb for form, verb in sorted(pairs.items()) if form != verb and form not in known}


def variants(phrase: str) -> Iterator[str]:
    """`phrase`, and what it becomes where the tokenizer treats a hyphen otherwise ("0-to-1")."""
    yield phrase
    if any(character.isdigit() for character in phrase):
        yield phrase.replace("-", " ")
        yield phrase.replace(" ", "-")


def vocabulary(skills: Taxonomy) -> list[str]:
    """Every word of every wording of `skills`, hyphenated words also in parts."""
    texts = [text for skill in skills for text in wordings(skill)]
    texts += [text for group in table("collaboration.toml")["partners"].values() for text in group]
    return [part for text in texts for word in text.split() for part in (word, *word.replace("/", "-").split("-"))]
