"""Every edit is a tracked change with a comment, and rejecting all gives the document back."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.types import Edit
from tailor.writers.claims import ground_of
from tailor.writers.marks import pen_for
from tailor.writers.operations import Rewrite
from tailor.writers.resolving import essence, rejected
from tailor.writers.tracking import apply_tracked
from tailor.writers.word import edited_document

from .docx_making import W, accepted, bullets, lines_of, members, package, paragraph, root_of, run, shown, skills

ITEM = '<w:pStyle w:val="ListBullet"/>'
LAST = ITEM + '<w:spacing w:after="120"/>'
TERM = Edit("term", (1,), 'The posting says "A/B testing".', "Ran split testing", "Ran A/B testing", 0.4)


def question(number):
    """A question on a line."""
    return Edit("question", (number,), "Have you used it?", gain=1.5)


def edited(body, lines, *edits, **options):
    return edited_document("r.docx", package(body, **options), edits, lines=lines)


def mended(made, body, **options):
    """Whether the tracked document, all rejected, is the original."""
    before = root_of(package(body, **options))
    pen = pen_for(before, 0)
    return essence(rejected(root_of(made.package.packed()), pen)) == essence(before)


def comments(made):
    """The comments by id."""
    root = root_of(made.package.packed(), "word/comments.xml")
    return {c.get(W + "id"): [t.text for t in c.iter(W + "t")] for c in root}


def test_a_word_is_deleted_and_another_inserted_in_its_look_with_a_comment_around():
    body = paragraph(run("Ran "), run("split", "<w:b/>"), run(" testing"))

    made = edited(body, lines_of("Ran split testing"), TERM)

    (found,) = root_of(made.package.packed())[0]
    assert [child.tag.removeprefix(W) for child in found] == [
        "r", "commentRangeStart", "del", "ins", "commentRangeEnd", "r", "r",
    ]  # fmt: skip
    assert [t.text for t in found.iter(W + "delText")] == ["split"]
    assert found.find(f"{W}ins/{W}r/{W}rPr/{W}b") is not None
    assert comments(made) == {"0": ['The posting says "A/B testing".', "Worth 0.4 points of the score."]}
    assert mended(made, body)
    assert shown(root_of(made.clean.packed())) == ["Ran A/B testing"]


def test_a_question_is_a_comment_and_changes_no_text():
    body = paragraph("one") + paragraph("two")

    made = edited(body, lines_of("one", "two"), question(2))

    root = root_of(made.package.packed())
    assert shown(root) == ["one", "two"]
    assert not list(root.iter(W + "ins", W + "del"))
    assert comments(made) == {
        "0": ["[confirm: Have you used it?]", "Worth 1.5 points of the score if the answer is yes."]
    }
    assert members(made.clean.packed()) == members(package(body))


def test_a_headline_is_a_new_paragraph_that_goes_when_rejected():
    body = paragraph("Ann Lee") + paragraph("ann@example.com", properties='<w:jc w:val="center"/>')
    body += paragraph("Product Manager")
    headline = Edit("headline", (2,), "why", "", "Product Manager")
    lines = lines_of("Ann Lee", "ann@example.com", "Product Manager")
    ground = ground_of(lines, titles=["Product Manager"])
    made = edited_document("r.docx", package(body), [headline], lines=lines, ground=ground)

    assert not made.refused
    assert accepted(made.package.packed()) == ["Ann Lee", "Product Manager", "ann@example.com", "Product Manager"]
    assert root_of(made.clean.packed()).findall(f".//{W}jc")[0].get(W + "val") == "center"
    assert mended(made, body)


def test_a_new_headline_comes_last_so_that_all_else_is_found_where_it_was_read():
    body = paragraph("Ann Lee") + paragraph("ann@example.com") + paragraph("one", properties=ITEM)
    body += paragraph("two", properties=ITEM) + paragraph("Product Manager")
    lines = lines_of("Ann Lee", "ann@example.com", "one", "two", "Product Manager")
    headline = Edit("headline", (2,), "why", "", "Product Manager")
    ground = ground_of(lines, titles=["Product Manager"])
    asked = Edit("question", (3,), "Is it so?")
    made = edited_document("r.docx", package(body), [headline, bullets(4, 3), asked], lines=lines, ground=ground)

    assert not made.refused
    assert accepted(made.package.packed()) == [
        "Ann Lee",
        "Product Manager",
        "ann@example.com",
        "two",
        "one",
        "Product Manager",
    ]


def test_several_edits_of_one_line_and_a_move_of_it_come_out_together():
    body = paragraph("one", properties=ITEM) + paragraph("Ran split testing, R, SQL", properties=ITEM)
    lines = lines_of("one", "Ran split testing, R, SQL")
    term = Edit("term", (2,), "w", "Ran split testing, R, SQL", "Ran A/B testing, R, SQL")
    order = skills(2, "Ran split testing, R, SQL", "Ran split testing, SQL, R")

    made = edited(body, lines, bullets(2, 1), term, question(2), order)

    assert not made.refused
    assert made.made == (bullets(2, 1), term, question(2), order)
    assert shown(root_of(made.clean.packed())) == ["Ran A/B testing, SQL, R", "one"]
    assert mended(made, body)
    anchors = [e.get(W + "id") for e in root_of(made.package.packed()).iter(W + "commentReference")]
    assert sorted(anchors) == sorted(comments(made)) == ["0", "1", "2", "3"]


def test_only_the_parts_that_a_comment_needs_change_and_the_order_stays():
    body = paragraph("one") + paragraph("two")
    before = members(package(body))

    after = members(edited(body, lines_of("one", "two"), bullets(2, 1)).package.packed())

    changed = {name for name, data in after if dict(before).get(name) != data}
    assert changed == {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert [name for name, _ in after] == [*(name for name, _ in before), "word/comments.xml"]


def test_comments_of_others_stay_and_ids_go_on():
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="comments.xml"/></Relationships>'
    )
    there = f'<w:comments {names}><w:comment w:id="7"><w:p><w:r><w:t>old</w:t></w:r></w:p></w:comment></w:comments>'
    extra = {"word/comments.xml": there, "word/_rels/document.xml.rels": relations}

    made = edited(paragraph("one") + paragraph("two"), lines_of("one", "two"), question(1), extra=extra)

    assert comments(made)["7"] == ["old"]
    assert list(comments(made)) == ["7", "8"]


def test_changes_of_others_stay_and_their_paragraphs_are_left_alone():
    theirs = paragraph('<w:ins w:id="2000" w:author="Ann">' + run("new") + "</w:ins>", run("two"))
    body = paragraph("Ran split testing") + theirs

    made = edited(body, lines_of("Ran split testing", "newtwo"), TERM, skills(2, "newtwo", "newtwo"))

    assert (made.made, len(made.refused)) == ((TERM,), 1)
    assert [e.get(W + "author") for e in root_of(made.clean.packed()).iter(W + "ins")] == ["Ann"]
    assert min(int(e.get(W + "id")) for e in root_of(made.package.packed()).iter(W + "del")) > 2000


@pytest.mark.parametrize("last", [pytest.param(ITEM, id="alike"), pytest.param(LAST, id="last-differs")])
@given(order=st.permutations(range(1, 7)))
def test_any_order_is_rejected_and_accepted_whole(order, last):
    texts = [f"{word} of it" for word in ("one", "two", "three", "four", "five", "six")]
    body = "".join(paragraph(run(t[:2], "<w:b/>"), t[2:], properties=last if t == texts[-1] else ITEM) for t in texts)
    body += paragraph("Next", properties='<w:pStyle w:val="Heading1"/>')

    made = edited(body, lines_of(*texts), bullets(*order))

    if list(order) == sorted(order):
        assert made.refused
        return
    data = made.package.packed()
    assert accepted(data) == [*(texts[number - 1] for number in order), "Next"]
    assert mended(made, body)
    assert marks_are_sound(root_of(data))


def marks_are_sound(root):
    """Each change has its own minute and id, and no end of a paragraph is marked before one of another look."""
    changes = list(root.iter(W + "ins", W + "del"))
    minutes = [change.get(W + "date")[:16] for change in changes]
    ids = [change.get(W + "id") for change in changes]
    for one, other in pairwise(root.iter(W + "p")):
        if one.find(f"{W}pPr/{W}rPr") is not None and look_of(one) != look_of(other):
            return False
    return len(set(minutes)) == len(minutes) and len(set(ids)) == len(ids)


def look_of(element):
    """What the properties of a paragraph say, but for the marks of changes."""
    return [(c.tag, dict(c.attrib)) for c in element.find(W + "pPr") if c.tag != W + "rPr"]


def test_the_same_edits_give_the_same_bytes_and_no_date_of_today():
    body = paragraph("one") + paragraph("two")
    one, other = (edited(body, lines_of("one", "two"), bullets(2, 1)).package.packed() for _ in range(2))

    assert one == other
    assert set(re.findall(rb'w:date="(\d{4}-\d\d-\d\d)', dict(members(one))["word/document.xml"])) == {b"2026-01-01"}


def test_an_encoder_that_does_nothing_for_one_edit_is_found_out_and_the_others_stay():
    body = paragraph("one") + paragraph("two") + paragraph("Ran split testing")
    term = Edit("term", (3,), "w", TERM.before, TERM.after)

    def lazy(operation, pen):
        if isinstance(operation, Rewrite):
            apply_tracked(operation, pen)

    lines = lines_of("one", "two", "Ran split testing")
    made = edited_document("r.docx", package(body), [bullets(2, 1), term], lines=lines, encode=lazy)

    assert made.made == (term,)
    assert [("check" in item.reason, item.edit) for item in made.refused] == [(True, bullets(2, 1))]
    assert shown(root_of(made.clean.packed())) == ["one", "two", "Ran A/B testing"]
    assert mended(made, body)
