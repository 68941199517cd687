"""Lines are cut into sentences, and glued text at its joints."""

import time
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tailor.parsers import parse_posting
from tailor.parsers.passages import LONGEST, cut
from tailor.readers import from_text

WORDS = st.sampled_from(
    [
        "roadmap",
        "experienceDemonstrable",
        "e.g.",
        "SaaSExperience",
        "U.S.",
        "JavaScript.",
        "(ideally",
        "AI)",
        "- ",
        "•",
        "5+",
    ]
)
LINES = st.lists(st.lists(WORDS | st.text(max_size=12), max_size=12).map(" ".join), min_size=1, max_size=8)


def sentences(text):
    source = from_text(text)
    return [source.text[piece.start : piece.end] for piece in cut(source)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("We ship. You own it!", ["We ship.", "You own it!"], id="stops"),
        pytest.param("Use tools, e.g. Jira. Then ship.", ["Use tools, e.g. Jira.", "Then ship."], id="abbreviation"),
        pytest.param(
            "Work in the U.S. Market research counts.", ["Work in the U.S. Market research counts."], id="u.s."
        ),
        pytest.param("It grew by 3.5 points a year.", ["It grew by 3.5 points a year."], id="decimal"),
        pytest.param("Skills • SQL • Excel", ["Skills", "• SQL", "• Excel"], id="bullets-inside"),
        pytest.param('He said "go." Then left.', ['He said "go."', "Then left."], id="quote-behind-stop"),
    ],
)
def test_a_line_is_cut_at_the_ends_of_its_sentences(line, expected):
    assert sentences(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("knows healthcareTechnical background", ["knows healthcare", "Technical background"]),
        ("years of experienceDemonstrable writing", ["years of experience", "Demonstrable writing"]),
        ("lead teams.Own the roadmap", ["lead teams.", "Own the roadmap"]),
        ("(B2B, SaaS)Experience with APIs", ["(B2B, SaaS)", "Experience with APIs"]),
        ("grown in SaaSExperience with APIs", ["grown in SaaS", "Experience with APIs"]),
        ("knows SQLAbility to lead", ["knows SQL", "Ability to lead"]),
        ("in a related field5+ years of work", ["in a related field", "5+ years of work"]),
    ],
)
def test_glued_text_is_cut_at_its_joint(line, expected):
    assert sentences(line) == expected


@pytest.mark.parametrize(
    "name",
    [
        "JavaScript",
        "GitHub",
        "iPhone",
        "DevOps",
        "SaaS",
        "PowerPoint",
        "HubSpot",
        "LinkedIn",
        "OneDrive",
        "eBay",
        "MLOps",
    ],
)
def test_a_name_with_a_capital_inside_is_no_joint(name):
    assert sentences(f"Work with {name} and others") == [f"Work with {name} and others"]


def test_a_known_name_is_no_joint_in_a_scrape_either():
    line = "keep filesShare them with othersUse OneDrive and ServiceNowWrite thingsManage teams"

    assert "Use OneDrive and ServiceNow" in sentences(line)


@pytest.mark.parametrize(
    "address", ["https://acme.example/OurTeam", "jobs@acme.example.Apply", "www.acme.example/WorkWithUs"]
)
def test_an_address_is_no_joint(address):
    assert sentences(f"see {address} now") == [f"see {address} now"]


def test_many_joints_make_rare_ones_count():
    assert sentences("pixel paintingZebra care and moreYak herdingXylophone play") == [
        "pixel painting",
        "Zebra care and more",
        "Yak herding",
        "Xylophone play",
    ]
    assert sentences("pixel paintingZebra care") == ["pixel paintingZebra care"]


def test_headings_inside_a_long_line_stand_alone():
    line = (
        "Acme builds tools for dentists and their teams. Key Responsibilities: Own the roadmap of one product area. "
        "Minimum Qualifications 5+ years of experience. What You'll DoWrite specs with engineers. Requirements: SQL."
    )

    assert {"Key Responsibilities:", "Minimum Qualifications", "What You'll Do", "Requirements:"} <= set(
        sentences(line)
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5+ years in product, ideally in health care", ["5+ years in product,", "ideally in health care"]),
        ("Knows agile (Kanban a plus) and SQL", ["Knows agile", "(Kanban a plus)", "and SQL"]),
        ("Leads teams; an MBA is preferred", ["Leads teams;", "an MBA is preferred"]),
        ("Ideally, you know SQL; and Python", ["Ideally, you know SQL; and Python"]),
        ("Experience with SQL and Tableau a plus", ["Experience with SQL and Tableau a plus"]),
        ("Reach the desired outcome, with care", ["Reach the desired outcome, with care"]),
    ],
)
def test_what_is_asked_for_and_what_is_wished_for_are_cut_apart(line, expected):
    assert sentences(line) == expected


@settings(deadline=None)
@given(LINES)
def test_passages_are_ordered_and_together_hold_all_text(lines):
    text = "\n".join(lines)
    assume(any(character.isalnum() for character in text))
    source = from_text(text)
    pieces = cut(source)

    assert all(piece.line.start <= piece.start < piece.end <= piece.line.end for piece in pieces)
    assert all(one.end <= two.start for one, two in pairwise(pieces))
    held = "".join(source.text[piece.start : piece.end] for piece in pieces)
    assert "".join(held.split()) == "".join("".join(line.text for line in source.lines).split())


def test_a_sentence_without_end_is_bounded():
    assert all(len(sentence) <= LONGEST for sentence in sentences("word " * 5_000))


@pytest.mark.parametrize(
    "unit", ["a", "aB", "A", "a.B", "(ideally ", "; a plus", "About Acme", "•", "1+", "What You'll Do"]
)
def test_time_grows_with_the_text_and_not_faster(unit):
    def seconds(length):
        source = from_text("a " + unit * (length // len(unit)))
        began = time.perf_counter()
        cut(source)
        return time.perf_counter() - began

    small = min(seconds(20_000) for _ in range(2))
    assert seconds(160_000) < 30 * small + 0.1  # 8 times the text; 64 times would be quadratic


@pytest.mark.parametrize("heading", ["Not required", "What you don't need", "What is not needed", "We do not require"])
def test_what_stands_below_not_required_is_asked_of_nobody(heading):
    text = f"Product Manager\n\n## Requirements\n- You write SQL\n- Jira\n\n## {heading}\n- A computer science degree\n"

    (degree,) = [p for p in parse_posting(from_text(text)).passages if "degree" in text[p.start : p.end]]

    assert degree.need is None
