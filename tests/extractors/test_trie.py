"""The trie finds what a search phrase by phrase would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.extractors.trie import Found, Trie, longest

words = st.lists(st.sampled_from("abc"), min_size=1, max_size=4)
phrases = st.dictionaries(st.sampled_from(["one", "two", "three"]), st.lists(words, max_size=3), max_size=3)


@given(phrases, st.lists(st.sampled_from("abc"), max_size=12))
def test_it_finds_every_occurrence(table, text):
    expected = {
        Found(key, start, start + len(phrase))
        for key, wordings in table.items()
        for phrase in wordings
        for start in range(len(text))
        if text[start : start + len(phrase)] == phrase
    }

    found = list(Trie(table).find(text))

    assert set(found) == expected
    assert len(found) == len(expected)


@given(phrases, st.lists(st.sampled_from("abc"), max_size=12))
def test_the_longest_do_not_overlap_and_leave_nothing_that_would_fit(table, text):
    found = list(Trie(table).find(text))

    kept = longest(found)

    taken = [at for item in kept for at in range(item.start, item.end)]
    assert len(taken) == len(set(taken))
    assert all(set(range(item.start, item.end)) & set(taken) for item in found)


def test_the_first_word_may_be_inflected():
    trie = Trie({"prioritization": [["prioritize", "feature"]]})

    assert list(trie.find(["prioritizing", "feature"], {"prioritizing": "prioritize"})) == [("prioritization", 0, 2)]
    assert list(trie.find(["prioritizing", "feature"])) == []


@pytest.mark.parametrize("phrase", [[], [""], ["a", ""]], ids=["none", "empty", "empty-inside"])
def test_an_empty_phrase_is_an_error(phrase):
    with pytest.raises(ValueError, match="a phrase of 'x' is empty"):
        Trie().add("x", phrase)
