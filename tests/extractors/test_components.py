"""What is found, and where a mention ends."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Own the roadmap", [("roadmap", "product-roadmap")], id="form"),
        pytest.param("Product Roadmaps", [("Product Roadmaps", "product-roadmap")], id="plural-and-case"),
        pytest.param("our product roadmap", [("product roadmap", "product-roadmap")], id="longest-wins"),
        pytest.param("split-tests", [("split-tests", "a-b-testing")], id="hyphen-is-a-blank"),
        pytest.param("A/B testing", [("A/B testing", "a-b-testing")], id="slash"),
        pytest.param("0-to-1 products", [("0-to-1", "zero-to-one")], id="digits-and-hyphens"),
        pytest.param("Prioritise features", [("Prioritise features", "prioritization")], id="british-verb"),
        pytest.param(
            "prioritizing the new features", [("prioritizing the new features", "prioritization")], id="filler"
        ),
        pytest.param("customer behaviour", [("customer behaviour", "customer-behavior")], id="british-noun"),
        pytest.param("Excel and SQL", [("Excel", "excel"), ("SQL", "sql")], id="cased"),
        pytest.param("you excel at details", [], id="cased-in-lower-case"),
        pytest.param("roadmapless sequels", [], id="inside-a-word"),
        pytest.param("split - test", [], id="spaced-dash-is-no-hyphen"),
    ],
)
def test_wordings(found, text, expected):
    assert found(text) == expected


def test_long_form_and_acronym_in_brackets_are_one_mention(found):
    assert found("a minimum viable product (MVP) first") == [("minimum viable product (MVP)", "minimum-viable-product")]


def test_brackets_around_another_skill_are_left_alone(found):
    assert found("roadmap (SQL)") == [("roadmap", "product-roadmap"), ("SQL", "sql")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Partner closely with Engineering, Design and Sales",
            [("Partner closely with Engineering", "cross-functional-collaboration")],
            id="first-partner-only",
        ),
        pytest.param(
            "work with stakeholders", [("work with stakeholders", "stakeholder-management")], id="stakeholders"
        ),
        pytest.param("work with joy. Engineering is hard", [], id="not-across-sentences"),
        pytest.param("engineering works", [], id="no-verb"),
    ],
)
def test_collaboration(found, text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("You do not need SQL", {"SQL"}, id="before"),
        pytest.param("SQL is not required", {"SQL"}, id="after"),
        pytest.param("You do not need SQL but a roadmap", {"SQL"}, id="but-turns"),
        pytest.param("No SQL required; a roadmap is", {"SQL"}, id="around"),
        pytest.param("No roadmap yet. SQL required", set(), id="around-in-another-clause"),
        pytest.param("You need SQL", set(), id="plain"),
    ],
)
def test_negation(small_nlp, text, negated):
    doc = small_nlp(text)

    assert {span.text for span in doc.spans["skills"] if span._.negated} == negated


@pytest.mark.parametrize(("need", "negated"), [(None, {"SQL"}), ("required", set())], ids=["resume", "posting"])
def test_what_a_resume_puts_into_the_future_is_unproven(small_nlp, need, negated):
    doc = small_nlp.make_doc("Remaining: SQL")
    doc._.need = need

    assert {span.text for span in small_nlp(doc).spans["skills"] if span._.negated} == negated


def test_need_is_that_of_the_passage(small_nlp):
    doc = small_nlp.make_doc("SQL")
    doc._.need = "preferred"

    assert [span._.need for span in small_nlp(doc).spans["skills"]] == ["preferred"]


def test_a_pipeline_read_back_finds_the_same(small_nlp, tmp_path):
    import spacy

    small_nlp.to_disk(tmp_path / "copy")
    again = spacy.load(tmp_path / "copy")
    text = "Prioritizing features, split tests, Excel; partner with design"

    first, second = small_nlp(text), again(text)

    assert [(s.text, s.label_) for s in first.spans["skills"]] == [(s.text, s.label_) for s in second.spans["skills"]]
    assert len(first.spans["skills"]) == 4


def test_the_vocabulary_stops_growing(monkeypatch):
    from tailor.extractors import pipeline

    strings = pipeline.load().vocab.strings
    monkeypatch.setattr(pipeline, "LEARNT", len(strings) + 50)
    for number in range(20):
        words = " ".join(f"word{chr(97 + number)}{chr(97 + at)}x" for at in range(20))
        pipeline.mentions([pipeline.Piece(words, 0, 1)])

    assert len(strings) < pipeline.LEARNT + 100
