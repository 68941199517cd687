"""The parts of a batch by themselves: sketches, the market, what a gap is worth, how little is held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor import extractors, pipeline, scorers
from tailor.batches import sketch
from tailor.batches.market import Tally
from tailor.scorers.supposed import Supposing
from tailor.types import PartialDate

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


def test_twins_find_copies_and_leave_others_alone():
    texts = [posting(1), posting(2), posting(1).replace("engineers", "developers"), posting(3), posting(2)]

    assert sketch.twins([sketch.sketch(text) for text in texts]) == [0, 1, 0, 3, 1]
    assert sketch.twins([]) == []


def record(score, lifts, needs):
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
    }


def test_the_market_counts_what_the_score_lifts_not_what_is_asked_often():
    tally = Tally(60)
    tally.add(record(59, {"often": 59.5, "rare": 66}, [("often", "missing"), ("rare", "missing"), ("sql", "covered")]))
    tally.add(record(40, {"often": 45}, [("often", "missing"), ("sql", "covered")]))
    tally.add(record(70, {"often": 75}, [("often", "missing")]))

    market = tally.market()

    assert market.within == 1
    assert [(o.skill, o.lifted, o.asked) for o in market.openings] == [("rare", 1, 1), ("often", 0, 3)]
    assert [(a.skill, a.postings, a.shown) for a in market.asked] == [("often", 3, 0), ("sql", 2, 2), ("rare", 1, 0)]
    assert market.competencies[0] == ("technical proficiency", 6, pytest.approx(1 / 3, abs=1e-4))
    assert market.salaries[0].middle == 120


def test_a_supposed_skill_scores_as_the_score_does(resume, folder):
    person, as_of, using = pipeline.read_resume(resume), PartialDate(2026, 11), scorers.settings()
    skills, shown = extractors.taxonomy().skills, extractors.evidence(person, as_of)
    supposing = Supposing(person, shown, skills=skills, as_of=as_of, using=using)
    tried = 0
    for path in sorted(folder.rglob("*.txt"))[:6]:
        job = pipeline.read_posting(path)
        asked = pipeline.found_requirements(job)
        match = scorers.score(job, person, asked, shown, skills=skills, as_of=as_of, using=using)
        assert supposing.total(match, match.coverages) == match.score
        for gap in match.gaps:
            more = (*shown, supposing.shown(gap.requirement.skill.id).evidence[gap.requirement.skill.id])
            whole = scorers.score(job, person, asked, more, skills=skills, as_of=as_of, using=using)
            assert supposing.score(match, gap.requirement.skill.id) == whole.score > match.score
            tried += 1
    assert tried >= 6
