"""The taxonomy keeps its schema, and is as large as it says."""

import json
import re
from collections import Counter

import pytest

from tailor.extractors.taxonomy import Taxonomy, read_taxonomy, taxonomy, wordings
from tailor.resources import models, table
from tailor.types import COMPETENCIES, Skill

KEYS = ["id", "name", "type", "competency", "forms", "verbs", "cased", "weak", "broader", "implies", "note"]
TYPES = {"hard", "tool", "domain", "soft", "credential"}


@pytest.fixture(scope="module")
def rows():
    text = (models() / "taxonomy" / "skills.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def folded(text):
    return re.sub(r"\s+", " ", text.lower().replace("-", " ")).strip()


def test_it_is_large_enough(rows):
    assert len(rows) >= 800
    assert sum(len(wordings(skill)) for skill in taxonomy()) >= 4000
    assert sum(row["type"] == "tool" for row in rows) >= 300


def test_keys_are_known_in_order_and_never_empty(rows):
    for row in rows:
        assert list(row) == [key for key in KEYS if key in row], row["id"]
        assert all(row.values()), row["id"]


def test_ids_are_unique_and_sorted(rows):
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in ids)


def test_each_skill_has_one_type_and_one_competency(rows):
    assert {row["type"] for row in rows} == TYPES
    assert {row["competency"] for row in rows} == set(COMPETENCIES)


def test_a_wording_belongs_to_one_skill(rows):
    owners = Counter(
        wording
        for row in rows
        for wording in {folded(text) for key in ("forms", "verbs", "cased", "weak") for text in row.get(key, [])}
        | {folded(row["name"])}
    )
    assert [wording for wording, count in owners.items() if count > 1] == []


def test_only_cased_wordings_have_capitals(rows):
    for row in rows:
        assert all(text == text.lower() for key in ("name",) for text in [row[key]]), row["id"]
        assert all(text == text.lower() for key in ("forms", "verbs") for text in row.get(key, [])), row["id"]


def test_an_ambiguous_wording_has_a_note(rows):
    assert [row["id"] for row in rows if (row.get("weak") or row.get("cased")) and not row.get("note")] == []


@pytest.mark.parametrize("relation", ["broader", "implies"])
def test_relations_lead_to_skills_and_not_in_circles(rows, relation):
    known = taxonomy()
    for row in rows:
        for key in row.get(relation, []):
            assert key in known.skills, f"{row['id']} {relation} {key}"
            assert row["id"] not in known.reach(key, relation), f"{row['id']} {relation} {key} leads back"


def test_partners_show_skills_of_the_taxonomy():
    assert set(table("collaboration.toml")["partners"]) <= set(taxonomy().skills)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("road map", "product-roadmap"), ("PRD", "product-requirements-documents"), ("Amplitude", "amplitude")],
)
def test_search_finds_wordings_in_any_case(words, expected):
    assert expected in [skill.id for skill in taxonomy().search(words)]


def test_search_puts_names_first():
    found = taxonomy().search("pricing")
    named = ["pricing" in skill.name for skill in found]
    assert named == sorted(named, reverse=True)
    assert any(named)


def test_an_unknown_key_is_an_error(tmp_path):
    (tmp_path / "skills.jsonl").write_text('{"id": "x", "name": "x", "colour": "red"}\n', encoding="utf-8")

    with pytest.raises(TypeError, match="colour"):
        read_taxonomy(tmp_path / "skills.jsonl")


def test_reach_goes_any_number_of_steps_and_ends():
    skills = {
        key: Skill(key, key, "hard", COMPETENCIES[0], broader=tuple(wider))
        for key, wider in [("a", "b"), ("b", "c"), ("c", "a")]
    }

    assert Taxonomy(skills).broader("a") == {"b", "c"}


def test_what_is_never_the_same_is_not_related():
    skills = taxonomy()
    for group in table("never_same.toml")["groups"]:
        for key in group:
            related = skills.broader(key) | skills.implied(key)
            assert related.isdisjoint(set(group) - {key}), key
