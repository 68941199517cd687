"""What is said of a command line that is nearly right."""

import re

import pytest
from typer.testing import CliRunner

from tailor.cli import app
from tailor.errors import missing

runner = CliRunner()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A current folder with a resume, a posting and a folder of postings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "postings").mkdir()
    (tmp_path / "resum.txt").write_text("Jo Doe\njo@example.com\n")
    for name in ("posting.txt", "postings/billing.txt"):
        (tmp_path / name).write_text("Senior Product Manager\nRequirements\n- SQL\n")
    return tmp_path


def said(*arguments):
    """The exit code and the message, without the frame typer draws around it."""
    done = runner.invoke(app, list(arguments))
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.exit_code, re.sub(r"[\s│╭╮╰╯─]+", " ", done.stderr)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["compair", "a", "b"], "No such command 'compair'. Did you mean 'compare'?", id="command"),
        pytest.param(["help"], "Did you mean 'tailor --help'?", id="help"),
        pytest.param(
            ["resum.txt", "posting.txt"], "Did you mean 'tailor compare resum.txt posting.txt'?", id="no-command"
        ),
        pytest.param(["compare", "a", "b", "--as-off", "2026-01"], "--as-of", id="option"),
        pytest.param(["compare", "a", "b", "--jsn"], "--json", id="switch"),
        pytest.param(["--json", "compare", "a", "b"], "as in 'tailor compare --json'.", id="option-before"),
        pytest.param(["--sort", "title", "batch"], "as in 'tailor batch --sort'.", id="option-before-with-value"),
        pytest.param(["batch", "a", "b", "-o", "c", "--sort", "scor"], "'score'", id="choice"),
        pytest.param(["draft", "resum.txt", "posting.txt"], "Missing option '--output' / '-o'", id="output-forgotten"),
        pytest.param(["draft", "resum.txt", "posting.txt", "x.docx"], "'--output' / '-o'", id="output-without-o"),
        pytest.param(["compare", "resum.txt"], "Missing argument 'POSTING'", id="one-file"),
        pytest.param(["-q", "-v", "skills"], "--quiet and --verbose do not go together.", id="quiet-and-verbose"),
    ],
)
def test_a_usage_that_is_nearly_right(folder, arguments, message):
    code, text = said(*arguments)

    assert code == 2
    assert message in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["check", "resume.txt"], "resume.txt: there is no such file. Did you mean 'resum.txt'?", id="file"
        ),
        pytest.param(["check", "resum.pdf"], "Did you mean 'resum.txt'?", id="suffix"),
        pytest.param(
            ["extract", "postngs/billing.txt"],
            "billing.txt: there is no folder 'postngs'. Did you mean 'postings'?",
            id="folder",
        ),
        pytest.param(["extract", "postings/biling.txt"], "Did you mean 'billing.txt'?", id="file-in-a-folder"),
        pytest.param(["extract", "zzz.txt"], "Check the spelling and the folder you are in.", id="nothing-near"),
        pytest.param(["extract", "posting.txt/x"], "there is no such file.", id="below-a-file"),
        pytest.param(["extract", "*.pdf"], "there is no file like this pattern.", id="pattern"),
        pytest.param(["extract", "www.example.com/job"], "A web address begins with https://", id="web"),
        pytest.param(["extract", "https:/example.com/job"], "A web address begins with https://", id="web-slash"),
        pytest.param(
            ["extract", "postings"], "postings: is a folder. Give one file; tailor batch ranks", id="is-folder"
        ),
        pytest.param(["extract", "."], ".: is a folder.", id="is-here"),
        pytest.param(["batch", "postings", "resum.txt", "-o", "out"], "Name the resume first", id="batch-swapped"),
        pytest.param(["batch", "postings/", "postings", "-o", "out"], "Name the resume first", id="batch-folders"),
        pytest.param(["extract", "We look for a senior product manager"], "is text, not the name", id="text"),
        pytest.param(["extract", "Senior PM\nRequirements\n- SQL"], "is text, not the name", id="lines"),
        pytest.param(["extract", "SQL " * 2_000], "is text, not the name of a file. Save it", id="long-text"),
    ],
)
def test_a_file_that_is_nearly_right(folder, arguments, message):
    code, text = said(*arguments)

    assert code == 3
    assert message in text
    assert len(text) < 250


def test_files_that_are_hidden_are_not_named(folder):
    (folder / ".resume.txt").write_text("")
    (folder / "resum.txt").unlink()

    assert "Did you mean" not in str(missing("resume.txt"))


def test_a_name_that_steers_a_terminal_is_shown_without_that(folder):
    (folder / "resume\x1b.txt").write_text("")
    (folder / "resum.txt").unlink()

    assert "\x1b" not in str(missing("resume.txt"))


def test_a_folder_that_may_not_be_read_has_no_names(monkeypatch, folder):
    def refuse(path):
        raise PermissionError

    monkeypatch.setattr("tailor.errors.scandir", refuse)

    assert "Check the spelling" in str(missing("resume.txt"))


@pytest.mark.parametrize(
    ("words", "message"),
    [("road mpas", "Did you mean 'road map"), ("xyzzy plugh", "No skill has such a name or wording.\n")],
)
def test_a_skill_that_is_nearly_right(words, message):
    done = runner.invoke(app, ["skills", words])
    assert message in done.stdout
