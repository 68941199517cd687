"""A draft as PDF, and what is said where nothing can make one."""

import subprocess
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from tailor import readers, writers
from tailor.cli import app
from tailor.errors import OutputError
from tailor.types import Sheet
from tailor.writers import pdf

from .docx_making import bullets, draft_of, lines_of, package, paragraph

JOB = "Product Manager, Example Corp\t2020 - 2022\n- one thing\n- another [*_#$ thing\n"
TEXT = f"Ada Example\nada@example.com\n\nEXPERIENCE\n{JOB}"


@pytest.fixture
def fresh(tmp_path):
    from tailor.parsers import parse_resume

    source = readers.from_text(TEXT, path=str(tmp_path / "resume.txt"))
    return replace(draft_of(tmp_path / "resume.txt", (), form="txt"), match=match_with(parse_resume(source)))


def match_with(resume):
    from .docx_making import match_of

    return match_of(resume)


@pytest.fixture
def edited(tmp_path):
    (tmp_path / "resume.docx").write_bytes(package(paragraph("one") + paragraph("two")))
    return draft_of(tmp_path / "resume.docx", lines_of("one", "two"), bullets(2, 1))


@pytest.fixture
def nothing(monkeypatch):
    """A machine without LibreOffice and typst."""
    monkeypatch.setattr(pdf, "office", lambda: None)
    monkeypatch.setattr(pdf, "has_typst", lambda: False)


def test_a_new_document_is_typeset_with_its_words_on_its_paper_and_the_same_bytes(fresh, tmp_path):
    pytest.importorskip("typst", reason="typst (extra pdf) is not installed")
    for name in ("a.pdf", "b.pdf"):
        writers.write(replace(fresh, sheet=Sheet("a4")), tmp_path / f"{name}.docx", pdf=tmp_path / name)

    found = readers.read(tmp_path / "a.pdf")

    assert [line.text.split("\t")[0].split("  ")[0] for line in found.lines] == [
        "Ada Example", "ada@example.com", "EXPERIENCE", "Product Manager, Example Corp", "one thing",
        "another [*_#$ thing",
    ]  # fmt: skip
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert b"Ada Example - resume" in (tmp_path / "a.pdf").read_bytes() or found.text


@pytest.mark.parametrize(
    ("kind", "reason"), [("fresh", "nothing is installed that makes a PDF"), ("edited", "LibreOffice, which makes")]
)
def test_without_a_maker_it_is_one_line_and_nothing_is_written(kind, reason, tmp_path, nothing, request):
    draft = request.getfixturevalue(kind)

    with pytest.raises(OutputError, match=reason) as caught:
        writers.write(draft, tmp_path / "draft.docx", pdf=tmp_path / "draft.pdf")

    assert "Install LibreOffice" in str(caught.value)
    assert not (tmp_path / "draft.docx").exists()


def test_a_program_that_fails_is_one_line_and_nothing_is_written(edited, tmp_path, monkeypatch):
    def fail(arguments, **_):
        raise subprocess.TimeoutExpired(arguments, pdf.SECONDS)

    monkeypatch.setattr(pdf, "office", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", fail)

    with pytest.raises(OutputError, match="LibreOffice could not make a PDF"):
        writers.write(edited, tmp_path / "draft.docx", pdf=tmp_path / "draft.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["resume.docx"]


def test_the_program_is_called_away_from_the_users_settings(edited, tmp_path, monkeypatch):
    calls = []

    def convert(arguments, **options):
        calls.append((arguments, options))
        folder = arguments[arguments.index("--outdir") + 1]
        with open(f"{folder}/resume.pdf", "wb") as file:  # noqa: PTH123
            file.write(b"%PDF-1.7 made")

    monkeypatch.setattr(pdf, "office", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", convert)
    writers.write(edited, tmp_path / "draft.docx", pdf=tmp_path / "draft.pdf")

    ((arguments, options),) = calls
    assert "--headless" in arguments
    assert any(a.startswith("-env:UserInstallation=file://") for a in arguments)
    assert options["timeout"] == pdf.SECONDS
    assert (tmp_path / "draft.pdf").read_bytes() == b"%PDF-1.7 made"


def test_the_command_has_it_and_two_outputs_of_one_name_are_refused(samples, tmp_path):
    given = [str(samples / "resumes" / "apm.txt"), str(samples / "apm-programme-ways-in.md")]

    done = CliRunner().invoke(app, ["draft", *given, "-o", str(tmp_path / "d.docx"), "--pdf", str(tmp_path / "d.docx")])

    assert done.exit_code == 5
    assert "is not named as a PDF" in done.stderr
