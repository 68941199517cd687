"""What a line leaves to go by."""

import pytest

from tailor.extractors.traces import classes_of, pieces, shape, traces

PHRASES = {"rider": "users", "sit with": "learning", "sit": "resting", "ticket": "things travel"}


@pytest.mark.parametrize(
    ("word", "kind"),
    [("rider", "rider"), ("12", "#number"), ("$2m", "#money"), ("30%", "#share"), ("q3", "#number")],
)
def test_numbers_are_told_by_their_kind(word, kind):
    assert shape(word) == kind


def test_the_longest_phrase_counts_and_a_word_may_stand_in_two_classes():
    assert list(classes_of(["sit", "with", "rider", "ticket"], PHRASES)) == ["learning", "users", "things", "travel"]


def test_pieces_know_the_edges_of_a_word():
    assert list(pieces("ab")) == [" ab", "ab ", " ab "]


def test_each_block_has_its_own():
    found = traces(["sit", "with", "12", "rider", "."], ["user-research"], PHRASES)
    assert found["words"] == ["sit", "with", "#number", "rider", "sit with", "with #number", "#number rider"]
    assert found["classes"] == ["learning", "users", "learning users"]
    assert found["skills"] == ["user-research"]
    assert " sit" in found["letters"]


def test_an_empty_line_leaves_nothing():
    assert traces([], [], PHRASES) == {"words": [], "letters": [], "classes": [], "skills": []}
