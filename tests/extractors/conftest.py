"""A pipeline over a taxonomy of a few skills, so that each rule is seen alone."""

import json

import pytest
import spacy

from tailor.extractors.components import register_attributes

SKILLS = [
    {"id": "product-roadmap", "name": "product roadmap", "forms": ["roadmap"]},
    {"id": "prioritization", "name": "prioritization", "verbs": ["prioritize feature"]},
    {"id": "a-b-testing", "name": "a/b testing", "forms": ["split test"]},
    {"id": "cross-functional-collaboration", "name": "cross-functional collaboration"},
    {"id": "stakeholder-management", "name": "stakeholder management"},
    {"id": "zero-to-one", "name": "zero to one", "forms": ["0 to 1"]},
    {"id": "minimum-viable-product", "name": "minimum viable product", "forms": ["mvp"]},
    {"id": "excel", "name": "excel", "cased": ["Excel"]},
    {"id": "customer-behavior", "name": "customer behavior"},
    {"id": "sql", "name": "sql"},
    {"id": "growth", "name": "growth", "weak": ["growth"]},
]
CONFIG = {"fillers": ["the", "our", "new"]}


@pytest.fixture(scope="session")
def small_nlp(tmp_path_factory):
    register_attributes()
    path = tmp_path_factory.mktemp("taxonomy") / "skills.jsonl"
    rows = [{"type": "hard", "competency": "business acumen", **skill} for skill in SKILLS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "tailor.tokenizer.v1"}}})
    nlp.add_pipe("tailor_skills", name="skills", config=CONFIG).initialize(lambda: [], nlp=nlp, taxonomy=str(path))
    nlp.add_pipe("tailor_collaboration", name="collaboration", config={**CONFIG, "reach": 3}).initialize(
        lambda: [], nlp=nlp
    )
    nlp.add_pipe("tailor_judge", name="judge", config={"listing": ["skills"], "plain": []})
    nlp.add_pipe(
        "tailor_need",
        name="need",
        config={
            "before": ["do not need"],
            "after": ["is not required"],
            "around": [["no", "required"]],
            "unproven": ["remaining :"],
            "reach": 6,
        },
    )
    return nlp


@pytest.fixture
def found(small_nlp):
    """The (text, skill) pairs found in a text."""

    def find(text):
        doc = small_nlp(text)
        return [(span.text, span._.concept) for span in doc.spans["skills"]]

    return find
