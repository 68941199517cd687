"""The fast tokenizer gives spaCy's own tokens."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from tailor.extractors.tokens import tokenizer_of

default = spacy.blank("en")
fast = tokenizer_of(spacy.blank("en"))

TRICKY = [
    "Don't split A/B tests, e.g. 0-to-1\n\n  indented\ttabbed  two  blanks \n",
    "C++, C#, Node.js & .NET (v2.0) – $120k-150k/yr; 5+ years",
    "you'll :) http://example.com/a?b=c me@example.com 10:30am",
    "\n \n\t",
    "",
]


def tokens(tokenizer, text):
    return [(token.text, token.idx, token.norm_) for token in tokenizer(text)]


@pytest.mark.parametrize("text", TRICKY)
def test_same_tokens_as_spacy(text):
    assert tokens(fast, text) == tokens(default.tokenizer, text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab C'./-\n\t 1&:)(,’"), max_size=60))
def test_same_tokens_on_any_text(text):
    assert tokens(fast, text) == tokens(default.tokenizer, text)


def test_same_tokens_on_the_samples(samples):
    files = sorted(samples.glob("*.txt"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert tokens(fast, text) == tokens(default.tokenizer, text)


def test_the_slow_path_is_gone():
    assert all(key.strip() for key in fast.rules)
