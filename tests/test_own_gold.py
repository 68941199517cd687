"""The hand-labelled samples of the project are well formed, whatever an extractor makes of them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from tailor import readers
from tests.conftest import ROOT

COMPETENCIES = {
    "technical proficiency",
    "business acumen",
    "customer empathy",
    "communication and collaboration",
    "strategic thinking and problem solving",
    "leadership and influence",
}
ALLOWED = {
    "type": {"hard", "tool", "domain", "soft", "credential"},
    "competency": COMPETENCIES | {None},
    "requirement": {"required", "preferred", "responsibility"},
}
KINDS = {"about", "benefits", "eeo", "process", "legal", "pay", "board", "other"}
LEVELS = {"associate", "mid", "senior", "staff", "group", "director", "executive"}
MODES = {"hybrid", "remote", "onsite", "unspecified"}
DEGREES = {"bachelor", "master", "mba", "degree"}
JOBS = ROOT / "sample_jobs"
NEEDED = {"pm-logistics-glued.txt", "apm-edtech-careers-page.html", "pm-public-sector.pdf"}


def records(folder: Path) -> list[tuple[Path, dict]]:
    """Each record of a folder's gold.jsonl with the file that it labels."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [(folder / record["file"], record) for record in map(json.loads, lines)]


POSTINGS = records(JOBS)
RESUMES = records(JOBS / "resumes")
each_posting = pytest.mark.parametrize(("path", "gold"), POSTINGS, ids=[path.name for path, _ in POSTINGS])
each_record = pytest.mark.parametrize(
    ("path", "gold"), POSTINGS + RESUMES, ids=[path.name for path, _ in POSTINGS + RESUMES]
)


def test_the_set_is_complete():
    names = [path.name for path, _ in POSTINGS]
    assert len(names) == len(set(names)) == 10
    assert set(names) >= NEEDED
    assert any(name.endswith(".docx") for name in names)
    assert sorted(path.name for path, _ in RESUMES) == ["apm.txt", "career_changer.pdf", "senior_pm.docx"]


@each_record
def test_every_span_is_the_words_it_names(path, gold):
    text = readers.read(path).text
    for skill in gold["skills"]:
        assert text[skill["start"] : skill["end"]] == skill["text"]
        assert skill["text"] == skill["text"].strip() != ""
        assert "\n" not in skill["text"]
        assert skill["canonical"] == skill["canonical"].strip().lower() != ""


@each_record
def test_spans_come_in_order_and_do_not_overlap(path, gold):
    for ranges in (gold["skills"], gold.get("boilerplate", [])):
        assert all(first["end"] <= second["start"] for first, second in pairwise(ranges))


@each_posting
def test_no_skill_lies_in_boilerplate(path, gold):
    length = len(readers.read(path).text)
    for block in gold["boilerplate"]:
        assert block["kind"] in KINDS
        assert 0 <= block["start"] < block["end"] <= length
        inside = [s["text"] for s in gold["skills"] if s["start"] < block["end"] and block["start"] < s["end"]]
        assert inside == []


@each_posting
def test_labels_are_of_the_known_kinds(path, gold):
    assert len(gold["skills"]) >= 40
    for skill in gold["skills"]:
        for key, values in ALLOWED.items():
            assert skill[key] in values, skill


def test_a_name_has_one_competency():
    found = {}
    for _, gold in POSTINGS:
        for skill in gold["skills"]:
            assert found.setdefault(skill["canonical"], skill["competency"]) == skill["competency"], skill


@each_posting
def test_facts_are_plausible(path, gold):
    facts = gold["facts"]
    assert set(facts) == {"title", "level", "years_min", "degree", "salary", "mode"}
    assert facts["level"] in LEVELS
    assert facts["mode"] in MODES
    assert facts["years_min"] is None or 0 < facts["years_min"] <= 20
    for degree in facts["degree"]:
        assert set(degree) == {"level", "status", "or_equivalent"}
        assert degree["level"] in DEGREES
        assert degree["status"] in {"required", "preferred"}
        assert isinstance(degree["or_equivalent"], bool)
    if facts["salary"] is not None:
        assert 10_000 < facts["salary"]["min"] <= facts["salary"]["max"]
        assert facts["salary"]["currency"] in {"USD", "CAD", "GBP", "EUR"}
