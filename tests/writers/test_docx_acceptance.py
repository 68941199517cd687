"""What every tracked draft must hold, on documents of all the kinds that make trouble.

Twice the same bytes, whatever the clock and the hash seed: `tests/test_draft_command.py`. Through LibreOffice's own
commands: `tests/libreoffice`. A new document: `tests/writers/test_fresh.py`.
"""

import re
from collections import Counter

import pytest
from lxml import etree

from tailor import readers
from tailor.writers.comments import first_free
from tailor.writers.marks import pen_for
from tailor.writers.package import unpacked
from tailor.writers.paragraphs import texts
from tailor.writers.resolving import accepted, essence, rejected
from tailor.writers.word import edited_document

from .docx_cases import CASES, edits_for
from .docx_making import PART, W, members, root_of

MAY_DIFFER = {PART, "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
OPEN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module", params=sorted(CASES))
def case(request, tmp_path_factory):
    """A document, what was made of it, and its case."""
    given = CASES[request.param]
    path = tmp_path_factory.mktemp("case") / "resume.docx"
    path.write_bytes(given.data)
    lines = readers.read(path).lines
    return given, edited_document(str(path), given.data, edits_for(lines), lines=lines)


def roots(case):
    """The document part before and after, and the pen that wrote in it."""
    given, found = case
    before = root_of(given.data)
    theirs = first_free(unpacked("resume.docx", given.data), PART, before)
    return before, root_of(found.package.packed()), pen_for(before, theirs)


def test_what_cannot_be_edited_is_refused_with_a_reason_and_all_else_is_done(case):
    given, found = case

    assert {item.edit.kind for item in found.refused} == set(given.refused)
    assert all(item.reason.endswith(".") for item in found.refused)
    assert {edit.kind for edit in found.made} == {"bullets", "skills", "question"} - set(given.refused)


def test_with_all_rejected_it_is_the_original(case):
    before, after, pen = roots(case)

    assert essence(rejected(after, pen)) == essence(before)


def test_with_all_accepted_it_reads_as_planned_and_so_does_the_clean_copy(case):
    before, after, pen = roots(case)
    clean = root_of(case[1].clean.packed())
    wanted = Counter(texts(before))
    wanted.update(["SQL, Figma, Jira"])
    wanted.subtract(["Figma, Jira, SQL"])

    assert texts(accepted(after, pen)) == texts(clean)
    assert Counter(texts(clean)) == +wanted
    own = list(clean.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
    assert own == []
    assert not any(pen.is_note(e) for e in clean.iter(W + "commentRangeStart", W + "commentRangeEnd"))


def test_all_other_parts_are_byte_for_byte_and_in_their_order(case):
    given, found = case
    before, after = members(given.data), members(found.package.packed())

    assert [(name, data) for name, data in after if name not in MAY_DIFFER] == [
        (name, data) for name, data in before if name not in MAY_DIFFER
    ]
    assert [name for name, _ in after][: len(before)] == [name for name, _ in before]


def test_every_change_has_a_minute_and_an_id_of_its_own(case):
    _, after, _ = roots(case)
    marks = list(after.iter(W + "ins", W + "del"))
    minutes = [mark.get(OPEN + "date")[:16] for mark in marks]
    ids = [e.get(OPEN + "id") for e in after.iter(W + "ins", W + "del", W + "bookmarkStart")]

    assert marks
    assert len(set(minutes)) == len(minutes)
    assert len(set(ids)) == len(ids)


def test_no_end_of_a_paragraph_is_marked_whose_follower_looks_different(case):
    _, after, _ = roots(case)
    for paragraph in after.iter(W + "p"):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
            continue
        following = next(paragraph.itersiblings(W + "p"), None)
        assert following is not None
        assert bare_look(paragraph) == bare_look(following)


def bare_look(paragraph):
    """The properties of a paragraph without its marks."""
    given = paragraph.find(W + "pPr")
    return [] if given is None else [etree.tostring(e, method="c14n") for e in given if e.tag != W + "rPr"]


def test_nothing_is_marked_where_word_would_lose_it(case):
    _, after, pen = roots(case)
    marked = list(after.iter(W + "ins", W + "del", W + "commentRangeStart", W + "commentReference"))
    for mark in (m for m in marked if pen.is_own(m) or pen.is_note(m)):
        around = {str(e.tag).rsplit("}", 1)[-1] for e in mark.iterancestors()}
        assert not around & {"txbxContent", "sdtContent", "Choice", "Fallback"}


KIND = re.compile(r"'[^']*'|\"[^\"]*\"|\d+")


def kinds(path):
    """The kinds of errors two checkers find in a document: their words without names and numbers."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit (extra test) is not installed")
    integrity = pytest.importorskip("ooxml_integrity", reason="ooxml-integrity (extra test) is not installed")
    told = [str(getattr(e, "description", e)) for e in audit.OpenXmlValidator().validate(str(path)).errors]
    told += [f"{f.code}" for f in integrity.check(str(path)) if f.severity == integrity.ERROR]
    return {KIND.sub("_", text) for text in told}


def test_no_kind_of_error_is_new_to_two_checkers(case, tmp_path):
    given, found = case
    for name, data in (("before", given.data), ("after", found.package.packed()), ("clean", found.clean.packed())):
        (tmp_path / f"{name}.docx").write_bytes(data)

    before = kinds(tmp_path / "before.docx")
    assert kinds(tmp_path / "after.docx") <= before
    assert kinds(tmp_path / "clean.docx") <= before


def test_the_package_is_one_that_can_be_read_again(case):
    _, found = case

    assert unpacked("draft.docx", found.package.packed()).parts == found.package.parts
