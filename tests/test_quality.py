"""The quality gate: figures on our own hand-labelled samples, and on real material where it is present, never fall.

The floors are in `quality_floors.json`. `pytest tests/test_quality.py --raise-floors` raises those that are
exceeded; it never lowers one: that takes an edit of the file, with the reason in the commit.
"""

import json

import pytest

from benchmarks.measuring import measure_evidence, measure_postings, measure_resumes
from benchmarks.pairs import measure_pairs, own_pairs
from tailor import pipeline, readers

from .conftest import ROOT

FLOORS = ROOT / "tests" / "quality_floors.json"
SLACK = 0.0005  # of rounding


def records(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def own_postings(samples):
    for gold in records(samples / "gold.jsonl"):
        yield gold, pipeline.reading(readers.read(samples / gold["file"]), gold["file"])


def real_postings(shared, name):
    for gold in records(shared / "gold" / f"postings_{name}.jsonl"):
        yield gold, pipeline.reading(readers.from_text(gold["text"]), gold["id"])


def own_resumes(samples):
    for gold in records(samples / "resumes" / "gold.jsonl"):
        yield gold, pipeline.reading(readers.read(samples / "resumes" / gold["file"]), gold["file"])


def hold(name, figures, request):
    """Compare `figures` with their floors, or raise the floors."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if request.config.getoption("--raise-floors"):
        floors[name] = {key: max(round(value, 3), floors.get(name, {}).get(key, 0.0)) for key, value in figures.items()}
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    assert floors[name], "no floor: nothing would be held"
    fallen = {key: (figures[key], floor) for key, floor in floors[name].items() if figures[key] < floor - SLACK}
    assert not fallen, f"{name}: (figure, floor) {fallen}"


def test_own_postings(samples, request):
    hold("own postings", measure_postings(own_postings(samples)), request)


def test_own_resumes(samples, request):
    hold("own resumes", measure_resumes(own_resumes(samples)), request)


def test_own_pairs(samples, request):
    hold("own pairs", measure_pairs(own_pairs(samples)), request)


def test_evidence_nobody_learnt_from(request):
    hold("evidence", measure_evidence(ROOT / "models" / "evidence" / "test"), request)


@pytest.mark.parametrize("name", ["train", "dev"])
def test_real_postings(shared, name, request):
    hold(f"real postings, {name}", measure_postings(real_postings(shared, name)), request)
