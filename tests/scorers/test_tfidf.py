"""The frozen TF-IDF: one posting alone gives the same answer as among many."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.scorers.plain import similarity
from tailor.scorers.tfidf import frozen, learn, read_tfidf, save, vectorizer

WORDS = ["roadmap", "pricing", "the", "zebraic", "sql", "data", "and", "experiments"]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(texts, st.lists(texts, max_size=5))
def test_a_text_has_the_same_vector_alone_and_in_company(text, others):
    alone = frozen(text).transform([text]).toarray()[0]
    among = frozen(text).transform([*others, text]).toarray()[-1]

    assert np.array_equal(alone, among)


@given(texts, texts)
def test_similarity_is_symmetric_and_in_the_unit_interval(first, second):
    assert similarity(first, second) == similarity(second, first)
    assert 0 <= similarity(first, second) <= 1


def test_a_text_is_like_itself():
    assert similarity("pricing and roadmap", "pricing and roadmap") == pytest.approx(1)


def test_rare_words_weigh_more():
    assert similarity("data roadmap", "roadmap") > similarity("data roadmap", "data")


def test_what_is_saved_is_read_back_the_same(tmp_path):
    fitted = learn(["own the roadmap", "price the roadmap", "own pricing"], min_df=1)
    save(fitted, tmp_path / "tfidf.json", documents=3)

    again = read_tfidf(tmp_path / "tfidf.json")

    assert again.get_feature_names_out().tolist() == fitted.get_feature_names_out().tolist()
    assert np.allclose(
        again.transform(["price the roadmap"]).toarray(), fitted.transform(["price the roadmap"]).toarray(), atol=1e-3
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++, Node.js and P&L", ["c++", "node.js", "p&l"]),
        ("B2B SaaS v2", ["b2b", "saas"]),
        ("a I 4 x9f3k2", []),
    ],
    ids=["inner-marks", "digit-words", "codes"],
)
def test_words(text, words):
    assert vectorizer().build_analyzer()(text) == words


@given(texts, texts)
def test_the_plain_twin_agrees_with_scikit_learn(first, second):
    vectors = frozen(first, second).transform([first, second])

    assert similarity(first, second) == pytest.approx(float((vectors[0] @ vectors[1].T).sum()), abs=1e-9)
