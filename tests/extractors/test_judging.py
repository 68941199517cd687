"""The judge weighs candidates by what it learnt, and no two of its choices overlap."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from tailor.extractors.clues import Candidate, Scene, clues, log_odds, summed
from tailor.extractors.components import register_attributes
from tailor.extractors.judging import Judge, Weights, read_weights, write_weights

WEIGHTS = Weights(
    bias=-1.0,
    threshold=0.0,
    clues={"before=own": 2.0, "behind=team": -3.0, "kind=forms": 1.5},
    forms={"weak:growth|growth": 1.5},
    unseen={"weak": -0.5, "skill": 0.1},
)
nlp = spacy.blank("en")
register_attributes()


def judged(words, candidates, *, need="required", section="required", weights=WEIGHTS):
    """The (text, skill) pairs chosen among (kind, skill, start, end) candidates in `words`."""
    doc = Doc(nlp.vocab, words=words.split())
    doc._.need, doc._.section = need, section
    doc.spans["candidates"] = [Span(doc, start, end, label=f"{kind}:{skill}") for kind, skill, start, end in candidates]
    judge = Judge("judge", listing=["skills"], plain=["billing"])
    judge.weights = weights
    return [(span.text, span._.concept) for span in judge(doc).spans["skills"]]


@pytest.mark.parametrize(
    ("words", "candidates", "expected"),
    [
        pytest.param("own pricing now", [("forms", "pricing", 1, 2)], [("pricing", "pricing")], id="clue-for"),
        pytest.param("the pricing team", [("forms", "pricing", 1, 2)], [], id="clue-against"),
        pytest.param("the growth here", [("weak", "growth", 1, 2)], [("growth", "growth")], id="known-wording"),
        pytest.param("the scale here", [("weak", "scale", 1, 2)], [], id="unknown-weak-wording"),
        pytest.param(
            "own user research now",
            [("forms", "research", 2, 3), ("forms", "user-research", 1, 3)],
            [("user research", "user-research")],
            id="likelier-of-overlapping",
        ),
    ],
)
def test_in_a_posting_the_learnt_weights_decide(words, candidates, expected):
    assert judged(words, candidates) == expected


@pytest.mark.parametrize(
    ("section", "expected"),
    [("skills", [("growth", "growth"), ("sql", "sql")]), ("experience", [("sql", "sql")])],
)
def test_elsewhere_weak_wordings_count_only_in_lists_of_skills(section, expected):
    candidates = [("weak", "growth", 0, 1), ("forms", "sql", 1, 2)]

    assert judged("growth sql", candidates, need=None, section=section) == expected


def test_elsewhere_a_plain_weak_wording_counts_anywhere():
    candidates = [("weak", "billing", 1, 2), ("weak", "growth", 2, 3)]

    assert judged("Rebuilt Billing growth", candidates, need=None, section="experience") == [("Billing", "billing")]


ranges = st.tuples(st.integers(0, 7), st.integers(1, 4)).map(lambda pair: (pair[0], min(8, pair[0] + pair[1])))
found = st.lists(st.tuples(st.sampled_from(["forms", "weak", "verbs"]), st.sampled_from("abc"), ranges), max_size=12)


@given(found, st.sampled_from(["required", None]))
def test_no_two_choices_overlap_and_each_was_a_candidate(drawn, need):
    doc = Doc(nlp.vocab, words=list("abcdefgh"))
    doc._.need = need
    doc.spans["candidates"] = [Span(doc, s, e, label=f"{kind}:{skill}") for kind, skill, (s, e) in drawn]
    judge = Judge("judge", listing=[])
    judge.weights = Weights(bias=1.0)

    chosen = judge(doc).spans["skills"]

    tokens = [at for span in chosen for at in range(span.start, span.end)]
    assert len(tokens) == len(set(tokens))
    assert {(span.label_, (span.start, span.end)) for span in chosen} <= {(skill, place) for _, skill, place in drawn}


def test_clues_tell_of_the_words_around_and_of_rivals():
    scene = Scene(["own", "the", "user", "research"], ["Own", "the", "user", "Research"], "required", "required")
    both = [Candidate("forms", "user-research", 2, 4), Candidate("weak", "research", 3, 4)]

    seen = summed(clues(scene, 1, both, {"research": "hard"}))

    assert seen["before=user"] == 1
    assert seen["behind=·"] == 1
    assert seen["within=forms"] == 1
    assert seen["capital=weak"] == 1
    assert seen["type=hard weak"] == 1
    assert seen["left=own"] == 0.5


def test_log_odds_lean_on_the_base_rate_while_little_is_seen():
    assert log_odds(0, 0, 0.5, 2) == pytest.approx(0)
    assert log_odds(1, 1, 0.5, 2) < log_odds(10, 10, 0.5, 2)
    assert log_odds(0, 10, 0.5, 2) < 0


def test_weights_written_are_read_back_the_same(tmp_path):
    write_weights(WEIGHTS, tmp_path / "weights.json")

    assert read_weights(tmp_path / "weights.json") == WEIGHTS


def test_an_unknown_key_is_an_error(tmp_path):
    (tmp_path / "weights.json").write_text('{"charm": 1}', encoding="utf-8")

    with pytest.raises(TypeError, match="charm"):
        read_weights(tmp_path / "weights.json")
