"""The items of a skills line in another order, with the look they had."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.writers.operations import changed_stretch
from tailor.writers.word import edited_document

from .docx_making import lines_of, looks, package, paragraph, root_of, run, shown, skills

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def edited(body, before, after):
    return edited_document("r.docx", package(body), [skills(1, before, after)], lines=lines_of(before))


@pytest.mark.parametrize(
    ("content", "after", "expected"),
    [
        pytest.param(
            [run("Data: ", BOLD), run("SQL, R")],
            "Data: R, SQL",
            [("Data: ", ["b"]), ("R, SQL", [])],
            id="bold-label-stays",
        ),
        pytest.param(
            [run("Data: ", BOLD), run("SQL, "), run("Jira, "), run("R")],
            "Data: SQL, R, Jira",
            [("Data: ", ["b"]), ("SQL, ", []), ("R, Jira", [])],
            id="smallest-stretch",
        ),
        pytest.param(
            [run("Data: SQL, R, Jira", ITALIC)],
            "Data: R, SQL, Jira",
            [("Data: ", ["i"]), ("R, SQL", ["i"]), (", Jira", ["i"])],
            id="one-run-is-split",
        ),
        pytest.param(
            [run("Data: S", BOLD), run("QL, Airtable", ITALIC)],
            "Data: Airtable, SQL",
            [("Data: ", ["b"]), ("Airtable, SQL", ["i"])],
            id="the-longest-run-gives-the-look",
        ),
        pytest.param(
            [run("Data: SQL,"), "<w:r><w:tab/></w:r>", run("R")],
            "Data: R,\tSQL",
            [("Data: ", []), ("R,SQL", [])],
            id="tab",
        ),
        pytest.param(
            [run("Data: "), '<w:hyperlink r:id="rId9">' + run("SQL, R", BOLD) + "</w:hyperlink>"],
            "Data: R, SQL",
            [("Data: ", []), ("R, SQL", ["b"])],
            id="inside-a-link",
        ),
        pytest.param(
            [run("•\u00a0Data:\u200b SQL, R")],
            "Data: R, SQL",
            [("•\u00a0Data:\u200b ", []), ("R, SQL", [])],
            id="typed-bullet-and-invisible-characters",
        ),
    ],
)
def test_items_are_reordered_and_keep_their_look(content, after, expected):
    before = edited_text(content)

    made = edited(paragraph(*content), before, after)

    assert not made.refused
    (found,) = root_of(made.clean.packed())[0]
    assert looks(found) == expected


def edited_text(content):
    """The line as the reader gives it."""
    found = root_of(package(paragraph(*content)))[0][0]
    text = "".join("\t" if t.tag.endswith("}tab") else t.text or "" for t in found.iter("{*}t", "{*}tab"))
    return text.removeprefix("•\u00a0").replace("\u200b", "")


def test_blanks_at_the_cuts_are_kept():
    body = paragraph("<w:r><w:t>Data: SQL, R, Jira</w:t></w:r>")

    made = edited(body, "Data: SQL, R, Jira", "Data: R, SQL, Jira")

    found = list(root_of(made.clean.packed()).iter("{*}t"))
    assert [t.text for t in found] == ["Data: ", "R, SQL", ", Jira"]
    assert {t.get("{http://www.w3.org/XML/1998/namespace}space") for t in found} == {"preserve"}


def test_runs_around_a_spelling_mark_are_one_stretch():
    body = paragraph(run("SQL, "), "<w:proofErr/>", run("R"))

    made = edited(body, "SQL, R", "R, SQL")

    assert shown(root_of(made.clean.packed())) == ["R, SQL"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(
            [run("SQL, "), '<w:hyperlink r:id="r">' + run("R") + "</w:hyperlink>"], "partly in a link", id="link"
        ),
        pytest.param(
            [run("SQL,"), '<w:r><w:t xml:space="preserve"> </w:t><w:sym w:char="F0B7"/></w:r>', run("R")],
            "symbol",
            id="symbol",
        ),
    ],
)
def test_a_stretch_that_holds_more_than_text_is_left_alone(content, reason):
    made = edited(paragraph(*content), "SQL, R", "R, SQL")

    assert [reason in item.reason for item in made.refused] == [True], made.refused


@pytest.mark.parametrize(
    ("before", "after", "stretch"),
    [
        pytest.param("A: b, c, d", "A: c, b, d", "b, c", id="middle"),
        pytest.param("SQL, Slack", "Slack, SQL", "SQL, Slack", id="whole-words-though-letters-agree"),
        pytest.param("a, a, b", "a, b, a", "a, b", id="same-item-twice"),
        pytest.param("a, b", "a, b", "", id="nothing"),
    ],
)
def test_the_stretch_is_whole_words(before, after, stretch):
    start, end = changed_stretch(before, after)

    assert before[start:end] == stretch


@given(
    items=st.lists(st.text("abé 🙂", min_size=1, max_size=6).filter(str.strip), min_size=2, max_size=6),
    cuts=st.lists(st.integers(1, 40), max_size=5),
    data=st.data(),
)
def test_any_order_of_any_items_in_any_runs_comes_out_whole(items, cuts, data):
    words = [" ".join(item.split()) for item in items]
    before, after = (f"Data: {', '.join(order)}" for order in (words, data.draw(st.permutations(words))))
    edges = [0, *sorted({cut for cut in cuts if cut < len(before)}), len(before)]
    content = [run(before[a:b], (BOLD, ITALIC)[n % 2]) for n, (a, b) in enumerate(pairwise(edges))]

    made = edited(paragraph(*content), before, after)

    assert shown(root_of(made.clean.packed())) == [after]
    assert bool(made.refused) == (before == after)
