"""`tailor compare --html`: what it writes, what it says, and how it refuses."""

import json
import shutil
import sys

import pytest
from typer.testing import CliRunner

from tailor.cli import app

MOST_BYTES = 1_000_000


def compare(*arguments):
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


@pytest.mark.parametrize(
    ("resume", "posting"),
    [
        ("senior_pm.docx", "senior-pm-billing.txt"),
        ("career_changer.pdf", "senior-pm-healthcare-saved-page.html"),
        ("apm.txt", "pm-public-sector.pdf"),
    ],
)
def test_a_page_is_written_and_small(samples, tmp_path, resume, posting):
    file = tmp_path / "page.html"
    done = compare(samples / "resumes" / resume, samples / posting, "--html", file)

    assert done.exit_code == 0
    assert done.stdout.startswith("Score ")
    assert done.stdout.count("\n") == 1
    assert len(file.read_bytes()) < MOST_BYTES
    shown = file.read_text(encoding="utf-8")
    assert all(f'id="{part}"' in shown for part in ("score", "requirements", "checks", "guidance"))
    assert str(samples) not in shown


def test_json_goes_on_as_before(samples, tmp_path):
    inputs = samples / "resumes" / "apm.txt", samples / "apm-edtech-careers-page.html"
    both = compare(*inputs, "--html", tmp_path / "page.html", "--json")

    assert json.loads(both.stdout) == json.loads(compare(*inputs, "--json").stdout)
    assert (tmp_path / "page.html").is_file()


def test_a_posting_is_never_written_over(samples, tmp_path):
    posting = tmp_path / "posting.html"
    shutil.copy(samples / "apm-edtech-careers-page.html", posting)
    before = posting.read_bytes()
    done = compare(samples / "resumes" / "apm.txt", posting, "--html", posting)

    assert done.exit_code == 5
    assert "never changed" in done.stderr
    assert posting.read_bytes() == before


def test_a_page_that_is_there_is_written_over_by_force_only(samples, tmp_path):
    inputs = samples / "resumes" / "apm.txt", samples / "apm-edtech-careers-page.html"
    page = tmp_path / "page.html"
    page.write_text("mine", encoding="utf-8")
    refused = compare(*inputs, "--html", page)

    assert refused.exit_code == 5
    assert refused.stderr.count("\n") == 1
    assert "is there already. Choose another name, or write over it with --force." in refused.stderr
    assert page.read_text(encoding="utf-8") == "mine"
    assert compare(*inputs, "--html", page, "--force").exit_code == 0
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_what_is_missing_is_said_before_anything_is_read(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = compare("no-such-resume.txt", "no-such-posting.txt", "--html", tmp_path / "page.html")

    assert done.exit_code == 5
    assert done.stderr == "tailor: page.html: a page needs Jinja2. Install it with: pip install 'tailor-pm[html]'\n"
