"""The model of lines that name no skill: its arithmetic, its file, and what it says of plain lines."""

import json
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tailor.extractors import evidence, taxonomy
from tailor.extractors.paraphrase import Model, Weights, halves, model, packed, read_weights, related, write_weights
from tailor.extractors.telling import shown_in, taught
from tailor.parsers import parse_resume
from tailor.readers import from_text
from tailor.resources import models, table
from tailor.types import PartialDate

TINY = Weights(
    features=("words:ask", "words:rider"),
    idf=np.array([1.0, 2.0], dtype=np.float32),
    share=np.array([1.0, 0.7, 0.8, 1.0], dtype=np.float32),
    left=packed(np.array([[5, 0], [0, 4]])),
    scale=np.array([0.2, 0.25], dtype=np.float32),
    right=np.array([[1.0, 0.0], [0.5, -1.0]], dtype=np.float16),
    bias=np.array([0.1, 0.2], dtype=np.float32),
    concepts=("user-research", "finance"),
    curve=np.array([4.0, -2.0], dtype=np.float32),
    rarity=np.array([0.5, 2.0], dtype=np.float32),
    phrases=("rider\tusers",),
)


def test_a_score_is_what_the_two_matrices_make_of_unit_blocks():
    length = (1 + 4) ** 0.5
    ask, rider = 1 / length, 2 / length
    expected = [0.1 + ask + 0.5 * rider, 0.2 - rider]
    assert Model(TINY).scores(["ask", "rider"], []) == pytest.approx(expected, abs=1e-3)


def test_a_probability_is_the_logistic_of_the_score():
    score = float(Model(TINY).scores(["ask", "rider"], [])[0])
    assert Model(TINY).probabilities(["ask", "rider"], [])[0] == pytest.approx(1 / (1 + exp(-(4 * score - 2))))


def test_a_line_of_unknown_words_has_the_bias():
    assert Model(TINY).scores(["zzz"], []) == pytest.approx([0.1, 0.2])


def test_weights_are_read_back_the_same(tmp_path):
    write_weights(TINY, tmp_path / "a.npz")
    again = read_weights(tmp_path / "a.npz")
    for name in ("features", "concepts", "phrases"):
        assert getattr(again, name) == getattr(TINY, name)
    for name in ("idf", "share", "left", "scale", "right", "bias", "curve", "rarity"):
        assert np.array_equal(getattr(again, name), getattr(TINY, name))


def test_nothing_is_unpickled(tmp_path):
    np.savez(tmp_path / "a.npz", features=np.array([object()], dtype=object))
    with pytest.raises(ValueError, match="pickle"):
        read_weights(tmp_path / "a.npz")


def test_what_a_skill_is_a_kind_of_counts_too():
    key = next(skill.id for skill in taxonomy() if skill.broader and skill.implies)
    expected = {f"broader {other}" for other in taxonomy().broader(key)}
    assert set(related([key])) == {key} | expected | {f"implied {other}" for other in taxonomy().implied(key)}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Interviewed 30 customers to find out why they left", "user-research"),
        ("Wrote user stories and acceptance criteria for two scrum teams", "product-requirements"),
        ("Presented quarterly results and the plan to the leadership team", "executive-communication"),
    ],
)
def test_plain_deeds_are_understood(line, skill):
    assert skill in dict(shown_in(line))


@pytest.mark.parametrize("line", ["Enjoys sailing and bread", "References on request", "Three words only"])
def test_idle_lines_show_little(line):
    assert len(shown_in(line)) <= 2


def test_how_sure_is_a_probability_and_the_surest_comes_first():
    found = shown_in("Interviewed 30 customers to find out why they left and rewrote the first week with design")
    sures = [sure for _, sure in found]
    assert sures
    assert sures == sorted(sures, reverse=True)
    assert all(0 < sure <= 1 for sure in sures)


def test_the_corpus_is_large_and_well_formed():
    records = [
        json.loads(line)
        for path in sorted((models() / "evidence").rglob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(records) > 4000
    assert {key for record in records for key in record} == {"line", "topic", "shows", "hints", "near"}
    assert len({record["line"] for record in records}) == len(records)


def test_no_topic_is_both_learnt_from_and_tested_on():
    def topics(part):
        return {
            (path.name, json.loads(line)["topic"])
            for path in (models() / "evidence" / part).glob("*.jsonl")
            for line in path.read_text(encoding="utf-8").splitlines()
        }

    assert topics("learn")
    assert topics("test")
    assert topics("learn").isdisjoint(topics("test"))


def test_taught_skills_are_many():
    assert len(taught()) > 600
    assert model().left.dtype == np.int8
    assert len(table("word_classes.toml")["classes"]) > 200


@given(hnp.arrays(np.int8, st.tuples(st.integers(1, 5), st.sampled_from([2, 4, 6])), elements=st.integers(-7, 7)))
def test_two_numbers_in_a_byte_come_back(numbers):
    assert np.array_equal(halves(packed(numbers)), numbers)


@pytest.mark.parametrize(
    "line",
    [
        "Never worked with SQL myself, the analysts did",
        "No experience with pricing; another team set the prices",
        "I did not use Python; colleagues did all of that",
        "Plan to learn Kubernetes and interviewing of customers in 2027",
    ],
)
def test_what_was_not_done_shows_nothing(line):
    assert shown_in(line) == ()


@pytest.mark.parametrize(
    "line", ["I did not use Python for it", "Plans to learn Python", "Never worked with Python", "I have no Python"]
)
def test_a_name_in_a_denial_is_no_mention(line):
    text = f"Jo Doe\njo@example.com\n\nEXPERIENCE\nAnalyst, Acme, 2019 - 2022\n- {line}\n"
    shown = evidence(parse_resume(from_text(text)), PartialDate(2025, 12))
    assert "python" not in {item.skill for item in shown}
