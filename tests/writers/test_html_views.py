"""What the templates take: marks, bars, changes, groups; and colours one can read."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.resources import models
from tailor.types import Check, Part, Suggestion
from tailor.writers.html_advice import LONGEST, advice, changes, check_groups, closings, suggestion_groups
from tailor.writers.html_page import file_name, view
from tailor.writers.html_score import waterfall
from tailor.writers.html_texts import needs, pieces, places, posting_rows, resume_rows
from tests.writers.page_making import page

TEXTS = st.text(max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.integers(1, 4)), max_size=5)


@given(TEXTS, SPANS)
def test_pieces_are_the_text_and_carry_each_mark(text, spans):
    made = pieces(text, spans, dict.fromkeys(range(1, 5), "covered"))

    assert "".join(piece.text for piece in made) == text
    for start, end, number in spans:
        assert "".join(piece.text for piece in made if number in piece.asked).find(text[start:end]) >= 0


def test_marks_that_overlap_share_what_they_have_in_common():
    made = pieces("product roadmap", [(0, 15, 1), (8, 15, 2)], {1: "covered", 2: "missing"})
    assert [(piece.text, piece.asked, piece.status) for piece in made] == [
        ("product ", (1,), "covered"),
        ("roadmap", (1, 2), "covered"),
    ]


@pytest.mark.parametrize(
    ("words", "found"), [("SQL", [(6, 9, 3)]), ("Wrote SQL", []), ("Python", []), ("", [])], ids=str
)
def test_words_that_are_the_whole_line_have_no_mark(words, found):
    assert places("Wrote SQL", words, 3) == found


def test_both_texts_are_marked_where_they_ask_and_answer():
    match = page().match
    for number, coverage in enumerate(match.coverages, start=1):
        asked = {row.line.number for row in posting_rows(match) if number in row.asked}
        shown = {row.line.number for row in resume_rows(match) if number in row.asked}
        assert asked == {mention.line for mention in coverage.requirement.mentions}
        assert shown == {proof.line for proof in coverage.proofs}


def test_boilerplate_is_set_aside():
    aside = [row.line.text for row in posting_rows(page().match) if row.aside]
    assert any(text.startswith("Founded in 2009") for text in aside)
    assert not any("roadmap" in text for text in aside)


def test_a_name_takes_the_capitals_of_the_posting():
    names = {card.name for _, _, cards in needs(page().match) for card in cards}
    assert {"SQL", "Tableau", "German"} <= names


def test_what_an_alternative_answers_is_no_gap():
    cards = {card.name: card for _, _, found in needs(page().match) for card in found}
    titles = {title: (count, found) for title, count, found in needs(page().match)}
    count, found = titles["Must-haves"]

    assert (cards["Looker"].status, cards["Looker"].said) == ("spared", "or sql")
    assert count.endswith(f"of {sum(card.status != 'spared' for card in found)} covered")
    assert any(piece.status == "spared" for row in posting_rows(page().match) for piece in row.pieces)


def test_the_parts_lead_from_nothing_to_the_score():
    parts = (Part("must-haves", 20.1, 60.0, ""), Part("similarity", 30.0, 40.0, ""), Part("cap", -9.9, 0.0, "capped"))
    *steps, total = waterfall(replace(page().match, parts=parts, score=40.2))

    assert [(s.kind, s.start, s.width) for s in steps] == [("part", 0, 20.1), ("part", 20.1, 30.0), ("cap", 40.2, 9.9)]
    assert (total.kind, total.start, total.width) == ("sum", 0.0, 40.2)
    assert steps[-1].points == "−9.9"


@pytest.mark.parametrize(("points", "cap"), [(-2.0, True), (2.0, False)], ids=["capped", "free"])
def test_the_cap_is_drawn_only_where_it_holds(points, cap):
    match = replace(page().match, parts=(Part("similarity", 30.0, 40.0, ""), Part("cap", points, 0.0, "")))
    assert (view(replace(page(), match=match))["cap"] is not None) == cap


@given(TEXTS, TEXTS)
def test_changes_lose_no_letter(before, after):
    old, new = changes(before, after)
    assert ("".join(text for text, _ in old), "".join(text for text, _ in new)) == (before, after)


def test_changes_mark_what_is_on_one_side_only():
    assert changes("Launch planning", "Launch planning, roadmap") == (
        (("Launch planning", False),),
        (("Launch planning", False), (", roadmap", True)),
    )


def test_a_line_too_long_is_not_compared_word_by_word():
    long = "a " * (LONGEST + 1)
    assert changes(long, f"{long}b") == (((long, False),), ((f"{long}b", False),))


@pytest.mark.parametrize(
    ("action", "before", "how", "copied"),
    [
        ("rewrite", "old", "Becomes", "new"),
        ("headline", "", "Add above line 4", "new"),
        ("move", "old", "Move it above", ""),
        ("confirm", "old", "Could read", "new"),
        ("ask", "", "Becomes", ""),
        ("cut", "old", "Could go", ""),
    ],
)
def test_each_action_says_how_and_copies_only_new_wording(action, before, how, copied):
    made = advice(Suggestion("rule", action, "why", 4, before, "new", gain=1.25))

    assert (made.how, made.copied, made.gain) == (how, copied, "+1.2 points")
    assert bool(made.after) == (action not in ("ask", "cut"))


def test_every_suggestion_is_on_the_page():
    shown = [item for bundle in suggestion_groups(page().match) for item in (*bundle.first, *bundle.more)]
    assert sorted(item.why for item in shown) == sorted(s.why for s in page().match.suggestions)


def test_checks_come_by_group_with_what_to_fix_first():
    found = [Check("a", "writing", "pass", ""), Check("b", "writing", "fail", ""), Check("c", "dates", "pass", "")]
    assert [(name, said, wrong, [c.rule for c in of]) for name, said, wrong, of in check_groups(found)] == [
        ("Writing", "1 issue to fix", 1, ["b", "a"]),
        ("Dates", "nothing to fix", 0, ["c"]),
    ]


def test_gaps_closed_together_share_a_heading():
    made = closings(page().guidance)
    assert made
    assert all(names and steps for _, names, steps in made)


@pytest.mark.parametrize(("path", "name"), [("/home/me/cv.docx", "cv.docx"), ("-", "standard input")])
def test_the_page_names_a_file_without_its_folder(path, name):
    assert file_name(path) == name


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def schemes():
    """The colours of the page by name, light and dark."""
    style = (models() / "html" / "page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in blocks]


GROUNDS = [(ink, ground) for ink in ("ink", "muted", "link", "good", "part", "bad") for ground in ("page", "panel")]
PAIRS = [
    *GROUNDS,
    ("good", "good-ground"),
    ("part", "part-ground"),
    ("bad", "bad-ground"),
    ("chosen-ink", "chosen"),
    ("muted", "ground"),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids=str)
def test_words_stand_out_from_their_ground(scheme, ink, ground):
    colours = schemes()[scheme]
    dark, light = sorted(luminance(colours[name]) for name in (ink, ground))
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2, 1.4.3
