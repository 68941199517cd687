"""Open classes: where a phrase begins by rule, and where it ends."""

import pytest

from tailor.extractors import load
from tailor.extractors.components import candidates_of
from tailor.extractors.phrases import Phrases


@pytest.fixture(scope="module")
def opened():
    """The (text, skill) pairs of open candidates in a text, by the pipeline that comes with Tailor."""
    nlp = load()

    def find(text):
        with nlp.memory_zone():
            doc = nlp.make_doc(text)
            for name in ("skills", "phrases"):
                doc = nlp.get_pipe(name)(doc)
            return [(doc[c.start : c.end].text, c.skill) for c in candidates_of(doc) if c.kind == "open"]

    return find


OBJECTS = [
    ("Translate murky tariffs into plain rules", [("Translate murky tariffs", "technical-communication")]),
    ("prioritizing the seasonal oddities", [("prioritizing the seasonal oddities", "feature-prioritization")]),
    ("solve gnarly puzzles.", [("solve gnarly puzzles", "problem-solving")]),
    ("Communicate delays early", [("Communicate delays early", "stakeholder-communication")]),
    ("prioritize the product roadmap", []),  # the noun is the mention
    ("prioritize. Then ship", []),
    ("translate one two three four five six", []),  # longer than an object is
    ("Communicate to", []),
    ("communicate clearly", [("communicate clearly", "communication")]),
    ("prioritize early", []),
]


@pytest.mark.parametrize(("text", "expected"), OBJECTS)
def test_a_verb_reaches_to_the_head_of_its_object(opened, text, expected):
    assert [item for item in opened(text) if item[1] != "executive-communication"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present results to the board", ("Present results to the board", "executive-communication")),
        ("explain trade-offs to non-technical audiences", None),
        ("pitch ideas to stakeholders weekly", ("pitch ideas to stakeholders", "stakeholder-communication")),
    ],
)
def test_a_verb_of_speaking_reaches_to_whom(opened, text, expected):
    found = opened(text)
    if expected is None:
        expected = (text, "technical-communication")
    assert expected in found


@pytest.mark.parametrize("text", ["present the board with joy", "Present results. Report to executives"])
def test_who_is_not_addressed_is_no_audience(opened, text):
    assert not any(found.endswith(("board", "executives")) and found.startswith("P") for found, _ in opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bachelor's degree in soil science or law", "Bachelor's degree in soil science"),
        ("Bachelor's degree in a technical or related field", "Bachelor's degree in a technical or related field"),
        ("BA/BS in a quantitative field", "BA/BS in a quantitative field"),
    ],
)
def test_a_degree_reaches_to_its_first_field(opened, text, expected):
    assert (expected, "bachelors-degree") in opened(text)


def test_it_keeps_its_lists_on_disk(tmp_path):
    phrases = load().get_pipe("phrases")
    phrases.to_disk(tmp_path)
    read = Phrases("phrases", longest_object=4, reach=6).from_disk(tmp_path)
    assert (read.lists, read.inflections) == (phrases.lists, phrases.inflections)
