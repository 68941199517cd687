"""A letter as a file: the words of the letter and no others, by suffix, and the same bytes each time."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from tailor import pipeline, writers
from tailor.errors import OutputError
from tailor.readers import read
from tailor.types import Paragraph
from tailor.writers.letters import as_docx, as_markdown, as_text, escaped


@pytest.fixture(scope="module")
def letter(samples):
    return pipeline.letter(samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt")


def expected(letter):
    return [*letter.sender, letter.salutation, *(p.text for p in letter.paragraphs), letter.farewell, letter.name]


def test_the_document_says_the_letter_and_nothing_else(letter):
    document = docx.Document(io.BytesIO(as_docx(letter)))

    assert [p.text for p in document.paragraphs] == expected(letter)
    assert not document.tables
    assert document.core_properties.author == letter.sender[0]


def test_placeholders_are_highlighted_and_nothing_else_is(letter):
    runs = [run for p in docx.Document(io.BytesIO(as_docx(letter))).paragraphs for run in p.runs]

    assert [run.text for run in runs if run.font.highlight_color] == list(letter.placeholders)


def test_our_own_reader_reads_it_back(letter, tmp_path):
    writers.write_letter(letter, tmp_path / "letter.docx")

    assert [line.text for line in read(tmp_path / "letter.docx").lines] == expected(letter)


@pytest.mark.parametrize("make", [as_docx, as_text, as_markdown])
def test_the_same_letter_gives_the_same_bytes(make, letter):
    assert make(letter) == make(replace(letter))


def test_no_date_of_today_is_in_the_package(letter):
    with zipfile.ZipFile(io.BytesIO(as_docx(letter))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_text_has_a_line_a_paragraph(letter):
    lines = as_text(letter).decode("utf-8").splitlines()

    assert [line for line in lines if line] == expected(letter)


def test_markdown_shows_placeholders_in_bold(letter):
    text = as_markdown(letter).decode("utf-8")

    assert text.startswith(f"# {letter.sender[0]}\n")
    assert r"**\[why this company:" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`", id="marks"),
        pytest.param("1. first", r"1\. first", id="number"),
        pytest.param("- first", r"\- first", id="dash"),
        pytest.param("[x_y]", r"**\[x\_y\]**", id="placeholder"),
        pytest.param("plain, words.", "plain, words.", id="plain"),
    ],
)
def test_markdown_means_nothing_in_a_text(text, shown):
    assert escaped(text) == shown


def test_characters_no_document_can_hold_are_left_out(letter):
    odd = replace(letter, paragraphs=(Paragraph("close", "a\x00b\ud800c"),))

    assert "abc" in [p.text for p in docx.Document(io.BytesIO(as_docx(odd))).paragraphs]
    assert as_text(odd)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("letter.pdf", "letters are not written as '.pdf'", id="suffix"),
        pytest.param("letter", "has no suffix", id="no-suffix"),
        pytest.param("no/such/letter.txt", "there is no folder", id="no-folder"),
        pytest.param(".", "is a folder", id="folder"),
    ],
)
def test_a_bad_target_is_refused(letter, tmp_path, name, reason):
    with pytest.raises(OutputError, match=reason):
        writers.write_letter(letter, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_what_was_read_is_never_written_over(letter, tmp_path):
    resume = tmp_path / "resume.txt"
    resume.write_text("mine", encoding="utf-8")
    source = replace(letter.match.resume.source, path=str(resume))
    mine = replace(letter, match=replace(letter.match, resume=replace(letter.match.resume, source=source)))

    with pytest.raises(OutputError, match="one of the files that were read"):
        writers.write_letter(mine, resume)
    assert resume.read_text(encoding="utf-8") == "mine"


def test_the_report_says_what_is_left_to_do(letter, tmp_path):
    text = writers.letter_report(letter, tmp_path / "letter.docx").plain

    assert "Left for you to fill in\n- [why this company:" in text
    assert "Every claim rests on your resume" in text
    assert f"{letter.words} words" in text


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        pytest.param({"untold": "event schemas"}, 'nothing of the main gap, "event schemas"', id="untold"),
        pytest.param({"paragraphs": (Paragraph("close", "Thank you."),)}, "It is short", id="short"),
        pytest.param(
            {"paragraphs": (Paragraph("gap", "No Tableau.", (), ("Tableau",)),)}, "does not show Tableau", id="gap"
        ),
    ],
)
def test_the_report_says_what_to_know(letter, tmp_path, change, remark):
    assert remark in writers.letter_report(replace(letter, **change), tmp_path / "letter.docx").plain
