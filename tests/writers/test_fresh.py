"""A new document: the words of the resume and no others, laid out so that a parser reads them back."""

import io
import re
from collections import Counter

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.parsers import parse_resume
from tailor.readers import from_text, read
from tailor.types import Contact, Line, Resume, Section, Source
from tailor.writers.fresh import fresh_document
from tailor.writers.units import ordered_units

from .docx_making import bullets, members, skills

RESUME = """\
Ada Example
Product Manager for billing
ada@example.com | (555) 010-0199 | Springfield, IL

SUMMARY
Product manager who likes the money side of software, and the people
who have to live with it.

EXPERIENCE
Product Manager, Example Corp                       Jan 2020 - Present
- Raised renewals from 80% to 90% by talking to the people who had left,
  and to those who had stayed.
- Wrote the price book.
  - With two others.
Analyst | Sample Ltd | 2017 - 2019
- Built dashboards.

EDUCATION
B.A. Economics, Sample College, 2016

SKILLS
Data: SQL, Looker, R
Tools: Jira, Figma
"""
NUMBERS = {line.text: line.number for line in from_text(RESUME).lines}
WORD = re.compile(r"\w+")


def made(resume, *edits):
    units, _, refused = ordered_units(resume, edits)
    assert not refused
    return fresh_document(resume, units)


def parsed(text=RESUME):
    return parse_resume(from_text(text, path="resume.txt"))


def paragraphs(data):
    return [(p.style.name, p.text) for p in docx.Document(io.BytesIO(data)).paragraphs]


def words(*texts):
    return Counter(word for text in texts for word in WORD.findall(text))


def test_each_line_has_the_style_of_what_it_is():
    assert paragraphs(made(parsed())) == [
        ("Title", "Ada Example"),
        ("Subtitle", "Product Manager for billing"),
        ("Contact", "ada@example.com | (555) 010-0199 | Springfield, IL"),
        ("Heading 1", "SUMMARY"),
        ("Normal", "Product manager who likes the money side of software, and the people who have to live with it."),
        ("Heading 1", "EXPERIENCE"),
        ("Heading 2", "Product Manager, Example Corp\tJan 2020 - Present"),
        (
            "List Bullet",
            "Raised renewals from 80% to 90% by talking to the people who had left, and to those who had stayed.",
        ),
        ("List Bullet", "Wrote the price book."),
        ("List Bullet 2", "With two others."),
        ("Heading 2", "Analyst | Sample Ltd\t2017 - 2019"),
        ("List Bullet", "Built dashboards."),
        ("Heading 1", "EDUCATION"),
        ("Heading 2", "B.A. Economics, Sample College\t2016"),
        ("Heading 1", "SKILLS"),
        ("Normal", "Data: SQL, Looker, R"),
        ("Normal", "Tools: Jira, Figma"),
    ]


def test_dates_on_a_line_of_their_own_go_to_the_right_of_the_header():
    text = RESUME.replace("Analyst | Sample Ltd | 2017 - 2019", "Analyst\nSample Ltd\n2017 - 2019")

    found = paragraphs(made(parsed(text)))

    at = found.index(("Heading 2", "Analyst\t2017 - 2019"))
    assert found[at + 1 : at + 3] == [("Employer", "Sample Ltd"), ("List Bullet", "Built dashboards.")]


@pytest.mark.parametrize(("form", "joined"), [("txt", True), ("md", True), ("pdf", False)])
def test_only_typed_lines_are_joined_as_readers_have_joined_the_others(form, joined):
    first, second = "Wrote all that is to be written about prices", "and about discounts"
    lines = (Line(first, 1, 0), Line(second, 2, len(first) + 1))
    source = Source(f"r.{form}", form, f"{first}\n{second}", lines)

    units, _, _ = ordered_units(Resume(Contact(None, None, None, None), None, (), (), (), source), ())

    assert [unit.text for unit in units] == ([f"{first} {second}"] if joined else [first, second])


def test_the_label_of_a_skills_line_is_strong():
    runs = docx.Document(io.BytesIO(made(parsed()))).paragraphs[-1].runs

    assert [(run.text, run.style.name) for run in runs] == [
        ("Tools:", "Strong"),
        (" Jira, Figma", "Default Paragraph Font"),
    ]


def test_a_wrapped_bullet_moves_as_a_whole():
    first = next(number for text, number in NUMBERS.items() if text.startswith("Raised"))

    found = paragraphs(made(parsed(), bullets(NUMBERS["Wrote the price book."], first)))

    texts = [text for style, text in found if style == "List Bullet"]
    assert texts[0] == "Wrote the price book."
    assert texts[1].endswith("had stayed.")


def test_a_skills_line_is_reordered():
    edit = skills(NUMBERS["Data: SQL, Looker, R"], "Data: SQL, Looker, R", "Data: R, SQL, Looker")

    assert ("Normal", "Data: R, SQL, Looker") in paragraphs(made(parsed(), edit))


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        pytest.param((12, 11), "rest of the line above", id="part-of-a-bullet"),
        pytest.param((16, 13), "directly below", id="of-two-jobs"),
        pytest.param((99, 13), "does not have", id="no-such-line"),
    ],
)
def test_an_order_that_tears_lines_apart_is_left_out(numbers, reason):
    units, applied, refused = ordered_units(parsed(), [bullets(*numbers)])

    assert [reason in item.reason for item in refused] == [True], refused
    assert (units, applied) == (ordered_units(parsed(), [])[0], ())


def test_the_new_document_is_read_back_as_the_same_resume(tmp_path):
    (tmp_path / "fresh.docx").write_bytes(made(parsed()))
    before, after = parsed(), parse_resume(read(tmp_path / "fresh.docx"))

    assert (after.contact.name, after.contact.email) == (before.contact.name, before.contact.email)
    assert [(r.title, r.company, r.period) for r in after.roles] == [
        (r.title, r.company, r.period) for r in before.roles
    ]
    assert [s.kind for s in after.sections] == [s.kind for s in before.sections]


def test_it_has_no_clock_no_thumbnail_and_says_whose_it_is():
    data = made(parsed())
    parts = dict(members(data))
    properties = docx.Document(io.BytesIO(data)).core_properties

    assert (properties.title, properties.author, properties.language) == (
        "Ada Example - resume",
        "Ada Example",
        "en-US",
    )
    assert b"dcterms:created" not in parts["docProps/core.xml"]
    assert b'w:name="compatibilityMode"' in parts["word/settings.xml"]
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name or name.endswith(".md")]
    assert data == made(parsed())


def test_nothing_in_it_stops_a_parser():
    document = dict(members(made(parsed())))["word/document.xml"]

    assert not re.findall(rb"<w:(?:tbl|drawing|pict|txbxContent|headerReference|footerReference)\b", document)


@pytest.mark.parametrize("name", ["apm.txt", "career_changer.pdf"])
def test_the_samples_keep_all_their_words(samples, name):
    resume = parse_resume(read(samples / "resumes" / name))

    found = paragraphs(made(resume))

    assert words(*(text for _, text in found)) == words(*(line.text for line in resume.source.lines))
    assert found[0] == ("Title", resume.contact.name)
    assert {"Heading 1", "Heading 2", "List Bullet"} <= {style for style, _ in found}


KINDS = st.sampled_from(["heading", "bullet", "body"])
TEXTS = st.text("aB 1–\t,.:|(\x07\ud800", min_size=1, max_size=30) | st.sampled_from(
    ["Lead   2019 - 2020", "Ada x@y.org 5", "Lead, Corp (Jan 2019 – Present)", "Skills: R, SQL"]
)


@given(lines=st.lists(st.tuples(TEXTS, KINDS, st.integers(0, 3)), min_size=1, max_size=8), data=st.data())
def test_words_are_neither_added_nor_lost(lines, data):
    found = tuple(Line(t, n, 0, k, level=lv) for n, (t, k, lv) in enumerate(lines, start=1))
    parts = data.draw(
        st.lists(st.sampled_from(["contact", "skills", "experience"]), min_size=len(found), max_size=len(found))
    )
    sections = tuple(Section(kind, None, (line,)) for kind, line in zip(parts, found, strict=True))
    contact = Contact(data.draw(st.sampled_from([None, "Ada", "aB"])), "x@y.org", None, None)
    resume = Resume(contact, None, (), (), sections, Source("r.txt", "txt", "", found))

    texts = [text for _, text in paragraphs(made(resume))]

    unfit = re.compile("[\x07\ud800]")
    assert words(*texts) == words(*(unfit.sub("", line.text) for line in found))
