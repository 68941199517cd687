"""The parts of a batch by themselves: sketches, the market, what a gap is worth, how little is held."""

import tempfile
import tracemalloc
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor import comparison, extractors, pipeline, scorers
from tailor.batches import sketch, twins
from tailor.batches.groups import Groups, skills_of
from tailor.batches.inputs import Item
from tailor.batches.ledger import ledger
from tailor.batches.market import Tally, Watch, spread
from tailor.scorers.pairs import Gaps
from tailor.scorers.supposed import Supposing
from tailor.types import PairOpening, PartialDate, Told

from .making import posting

WORDS = [f"word{n}" for n in range(300)]


def jaccard(one, other):
    first, second = sketch.runs(one), sketch.runs(other)
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("changed", [0, 5, 20, 60])
def test_a_sketch_estimates_what_texts_share(changed):
    one = " ".join(WORDS)
    other = (
        " ".join(f"new{n}" if n % (300 // changed) == 0 else word for n, word in enumerate(WORDS)) if changed else one
    )

    assert sketch.alike(sketch.sketch(one), sketch.sketch(other)) == pytest.approx(jaccard(one, other), abs=0.16)


@given(st.text(max_size=80))
def test_any_text_has_a_sketch_that_is_like_itself(text):
    made = sketch.sketch(text)
    assert sketch.alike(made, sketch.sketch(text)) == 1.0
    assert len(made) == 256


def grouped(texts, home):
    """For each of `texts`, named by letters, the name it is a twin of."""
    with ledger(home) as book:
        for number, text in enumerate(texts):
            name = chr(ord("a") + number)
            book.add(Item(name, ""), name)
            made = {"id": name, "ok": True, "score": 50.0, "sketch": sketch.sketch(text).hex()}
            book.note(made, book.file("x.jsonl"), number, (0.0, 0.0))
        twins.group(book)
        return {row[0]: row[1] for row in book.base.execute("SELECT label, twin FROM postings ORDER BY label")}


def test_twins_find_copies_and_leave_others_alone(tmp_path):
    texts = [posting(1), posting(2), posting(1).replace("engineers", "developers"), posting(3), posting(2)]

    assert grouped(texts, tmp_path) == {"a": "", "b": "", "c": "a", "d": "", "e": "b"}
    assert grouped([], tmp_path) == {}


@given(st.lists(st.sampled_from([posting(1), posting(2), posting(3).replace("lead", "run")]), max_size=6))
def test_texts_are_twins_exactly_where_they_are_the_same(texts):
    with tempfile.TemporaryDirectory() as home:
        found = grouped(texts, Path(home))
    heads = [twin or name for name, twin in found.items()]
    for one, first in zip(texts, heads, strict=True):
        for other, second in zip(texts, heads, strict=True):
            assert (one == other) == (first == second)


def held(count, home):
    """Bytes of memory that listing, noting and grouping `count` postings takes at most."""
    home.mkdir()
    own = Random(count)
    tracemalloc.start()
    try:
        with ledger(home) as book:
            for number in range(count):
                name = book.once(f"jobs.jsonl#{number}")
                book.add(Item(name, "digest"), name)
                made = {"id": name, "ok": True, "score": 50.0, "sketch": own.randbytes(256).hex()}
                book.note(made, book.file(f"{number // 32}.jsonl"), number, (-50.0, 0.0))
            twins.group(book)
            assert sum(1 for _ in book.spots("ok")) == count
            return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_what_is_held_of_a_posting_is_a_few_bytes(tmp_path):
    few, many = held(100, tmp_path / "few"), held(2100, tmp_path / "many")

    assert (many - few) / 2000 < 40


def record(score, lifts, needs, pairs=()):
    asked = [
        {"skill": skill, "competency": "technical proficiency", "need": "required", "status": status}
        for skill, status in needs
    ]
    return {
        "score": score,
        "level": "senior",
        "mode": "remote",
        "salary": {"minimum": 100.0, "maximum": 140.0, "currency": "USD"},
        "requirements": [
            {**found, "strength": float(found["status"] == "covered"), "spared by": None} for found in asked
        ],
        "lifts": lifts,
        "pairs": pairs,
        "ok": True,
        "file": "a.txt",
    }


def market_of(*records):
    watch = Watch(60)
    for found in records:
        watch.add(found)
    tally = Tally(60, watch.candidates(), Groups(records))
    for found in records:
        tally.add(found, None)
    return tally.market()


def test_the_market_counts_what_the_score_lifts_not_what_is_asked_often():
    market = market_of(
        record(59, {"often": 59.5, "rare": 66}, [("often", "missing"), ("rare", "missing"), ("sql", "covered")]),
        record(40, {"often": 45}, [("often", "missing"), ("sql", "covered")]),
        record(70, {"often": 75}, [("often", "missing")]),
    )

    assert market.within == 1
    assert [(o.skill, o.lifted, o.asked) for o in market.openings] == [("rare", 1, 1), ("often", 0, 3)]
    assert [(a.skill, a.postings, a.shown) for a in market.asked] == [("often", 3, 0), ("sql", 2, 2), ("rare", 1, 0)]
    assert market.competencies[0] == ("technical proficiency", 6, pytest.approx(1 / 3, abs=1e-4))
    assert market.salaries[0].middle == 120


def test_two_gaps_together_may_lift_what_neither_does_alone():
    both = [(0, 1, 62.0), (0, 2, 55.0), (1, 2, 54.0)]
    market = market_of(
        record(50, {"x": 54.0, "y": 53.0, "z": 52.0}, [], both),
        record(57, {"y": 58.0, "x": 59.0}, [], [(0, 1, 60.0)]),
    )

    assert [o.lifted for o in market.openings] == [0, 0, 0]
    assert market.pairs[0] == PairOpening(("x", "y"), 2, 2, 7.5)


@pytest.mark.parametrize(
    ("values", "quartiles"),
    [([5.0], (5, 5, 5)), ([1.0, 2.0], (1.25, 1.5, 1.75)), ([3.0, 1.0, 1.0, 9.0, 4.0], (1, 3, 4))],
)
def test_quartiles_are_those_of_the_statistics_module(values, quartiles):
    found = spread("USD", Counter(values))
    assert (found.low, found.middle, found.high, found.postings) == (*quartiles, len(values))
    if len(values) > 1:
        assert quantiles(values, n=4, method="inclusive") == list(quartiles)


def test_clusters_gather_what_asks_for_the_same():
    kinds = [[f"{kind}{n}" for n in range(6)] for kind in ("data", "design", "sales")]
    records = [record(50, {}, [(kinds[n % 3][(n // 3 + k) % 6], "missing") for k in range(4)]) for n in range(30)]
    groups = Groups(records)

    numbers = [groups.of(found) for found in records]
    for number, found in zip(numbers, records, strict=True):
        groups.add(number, found, 0)
    made = groups.clusters(Counter(skill for found in records for skill in skills_of(found)))

    assert [numbers[n] == numbers[n % 3] for n in range(30)] == [True] * 30
    assert [found.postings for found in made] == [10, 10, 10]
    assert {frozenset(found.skills) for found in made} == {frozenset(kind) for kind in kinds}
    assert Groups(records[:11]).of(records[0]) is None


def test_postings_that_all_ask_for_the_same_are_one_cluster():
    records = [record(50, {}, [("sql", "missing")])] * 12
    groups = Groups(records)
    assert {groups.of(found) for found in records} == {1}


def test_a_supposed_skill_scores_as_the_score_does(resume, folder):
    person, as_of, using = pipeline.read_resume(resume), PartialDate(2026, 11), scorers.settings()
    skills, shown = extractors.taxonomy().skills, extractors.evidence(person, as_of)
    supposing = Supposing(person, shown, skills=skills, as_of=as_of, using=using)
    tried = 0
    for path in sorted(folder.rglob("*.txt"))[:6]:
        job = pipeline.read_posting(path)
        asked = comparison.found_requirements(job)
        told = Told(extractors.posting_told(job, asked), extractors.resume_told(person))
        score = partial(scorers.score, told=told, skills=skills, as_of=as_of, using=using)
        match = score(job, person, asked, shown)
        gaps = Gaps(supposing, match)
        assert gaps.total(gaps.strengths) == match.score
        for key in gaps.ids:
            whole = score(job, person, asked, (*shown, named(supposing, key)))
            assert gaps.score(key) == whole.score > match.score
        for one, other, both in gaps.pairs(gaps.ids):
            more = (*shown, named(supposing, one), named(supposing, other))
            assert both == score(job, person, asked, more).score
            tried += 1
    assert tried >= 6


def named(supposing, key):
    return supposing.shown(key).evidence[key]
