"""Tokens: spaCy's English tokenizer without its slow path, and norms that fold inflection.

Why not the default tokenizer: after the first special case in a text spaCy caches none of its
chunks, and "\\n" is a special case (explosion/spaCy issue 13950). Without the whitespace-only special
cases it gives the same tokens, 3.4 times as fast; `tests/extractors/test_tokens.py` holds it to that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

Fold = Callable[[str], str]
HYPHENS = frozenset("-‐‑‒–")
# Hyphens of typesetters, which spaCy does not know ("data‑driven" with U+2011), and a dash before a figure ("K–12").
INFIXES = (r"(?<=\w)[‐‑‒](?=\w)", r"(?<=\w)–(?=\d)")


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """spaCy's factory of a tokenizer, with the whitespace-only special cases left out."""
    return tokenizer_of


def tokenizer_of(nlp: Language) -> Tokenizer:
    """The default tokenizer of the language of `nlp`, less its whitespace rules, and with all hyphens between words."""
    defaults = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules={key: value for key, value in defaults.tokenizer_exceptions.items() if key.strip()},
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
        infix_finditer=compile_infix_regex((*(defaults.infixes or ()), *INFIXES)).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def install_norms(vocab: Vocab, norms: Mapping[str, str]) -> Fold:
    """Make `vocab` fold each key of `norms` to its value, on top of the norms it has; give the folding function.

    A norm is computed once per word type, so that matching on NORM matches lemmas at no cost per token.
    """
    present = norm_of(vocab)
    default: Fold = getattr(present, "default", present)

    def norm(word: str) -> str:
        base = default(word)
        return norms.get(base, base)

    norm.default = default  # type: ignore[attr-defined]  # so that a second call replaces, not stacks
    vocab.lex_attr_getters[NORM] = norm  # type: ignore[attr-defined]  # missing in spaCy's stub
    for lexeme in vocab:
        lexeme.norm = vocab.strings.add(norm(lexeme.orth_))
    return norm


def norm_of(vocab: Vocab) -> Fold:
    """The function by which `vocab` folds words."""
    getter: Fold = vocab.lex_attr_getters[NORM]  # type: ignore[attr-defined]  # missing in spaCy's stub
    return getter


def is_joint(doc: Doc, at: int) -> bool:
    """Whether token `at` is a hyphen that joins two words: no blank on either side."""
    token = doc[at]
    return token.text in HYPHENS and 0 < at < len(doc) - 1 and not token.whitespace_ and not doc[at - 1].whitespace_
