"""`report.html`: when and where a batch writes it, and how large it grows."""

import json
import sys
from dataclasses import replace
from hashlib import sha256

import pytest
from typer.testing import CliRunner

import tailor
from tailor.cli import app
from tailor.writers import batch_html

from .making import make_folder, make_resume, outputs
from .varied import make_varied

MOST_BYTES = 5_000_000


def run(*arguments):
    return CliRunner().invoke(app, ["batch", *map(str, arguments), "--jobs", "1", "--top", "1"])


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """A folder of postings whose results are there, with the resume they were held against."""
    home = tmp_path_factory.mktemp("done")
    resume, folder = make_resume(home), make_folder(home, 4)
    assert run(resume, folder, "-o", home / "out").exit_code == 0
    return resume, folder, home / "out"


def test_a_batch_writes_its_page_with_its_tables(done):
    resume, folder, outdir = done
    manifest = json.loads((outdir / "manifest.json").read_text(encoding="utf-8"))
    page = (outdir / "report.html").read_bytes()

    assert manifest["outputs"]["report.html"] == sha256(page).hexdigest()
    for number in range(4):
        assert f"p{number:03}.txt".encode() in page
    assert str(folder).encode() not in page
    assert str(resume).encode() not in page


def test_a_run_again_gives_the_same_page(done):
    resume, folder, outdir = done
    before = outputs(outdir)
    again = run(resume, folder, "-o", outdir)

    assert "report.html" in again.stdout
    assert outputs(outdir) == before


def test_without_a_page_an_older_one_is_removed(done):
    resume, folder, outdir = done
    quiet = run(resume, folder, "-o", outdir, "--no-html")

    assert quiet.exit_code == 0
    assert quiet.stderr == ""
    assert "report.html" not in outputs(outdir)
    assert "report.html" not in quiet.stdout
    assert run(resume, folder, "-o", outdir).exit_code == 0
    assert "report.html" in outputs(outdir)


def test_a_page_goes_to_another_place_and_over_another_by_force_only(done, tmp_path):
    resume, folder, outdir = done
    usual, place = (outdir / "report.html").read_bytes(), tmp_path / "page.html"
    assert run(resume, folder, "-o", outdir, "--html", place).exit_code == 0
    assert place.read_bytes() == usual
    assert not (outdir / "report.html").exists()

    place.write_text("mine", encoding="utf-8")
    refused = run(resume, folder, "-o", outdir, "--html", place)
    assert refused.exit_code == 5
    assert refused.stderr.count("\n") == 1
    assert "--force" in refused.stderr
    assert place.read_text(encoding="utf-8") == "mine"
    assert run(resume, folder, "-o", outdir, "--html", place, "--force").exit_code == 0
    assert place.read_bytes() == usual


def test_a_posting_is_never_written_over(done, tmp_path):
    resume = done[0]
    folder = make_folder(tmp_path, 2)
    posting = folder / "saved.html"
    posting.write_text("<p>Product Manager</p>", encoding="utf-8")
    refused = run(resume, folder, "-o", tmp_path / "out", "--html", posting, "--force")

    assert refused.exit_code == 5
    assert "never changed" in refused.stderr
    assert posting.read_text(encoding="utf-8") == "<p>Product Manager</p>"


def test_without_its_libraries_a_line_says_so_and_all_else_is_written(done, monkeypatch):
    resume, folder, outdir = done
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    bare = run(resume, folder, "-o", outdir)

    assert bare.exit_code == 0
    assert bare.stderr == (
        "tailor: no report.html was written: a page of a batch needs Matplotlib. "
        "Install it with: pip install 'tailor-pm[html]'\n"
    )
    assert "table.csv" in outputs(outdir)
    assert "report.html" not in outputs(outdir)


def test_a_page_asked_for_without_its_libraries_is_refused_before_the_work(done, tmp_path, monkeypatch):
    resume, folder, _ = done
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    refused = run(resume, folder, "-o", tmp_path / "out", "--html", tmp_path / "page.html")

    assert refused.exit_code == 5
    assert "needs Matplotlib" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_a_page_and_no_page_is_a_question_of_usage(done, tmp_path):
    resume, folder, _ = done
    assert run(resume, folder, "-o", tmp_path / "out", "--html", "page.html", "--no-html").exit_code == 2


def test_a_thousand_postings_are_a_page_one_can_open(tmp_path, samples):
    made = tailor.batch(samples / "resumes" / "senior_pm.docx", make_varied(tmp_path, 20), tmp_path / "out", jobs=0)
    few = list(made.ranked)
    many = [replace(few[at % len(few)], rank=at + 1, file=f"{at}.txt", twin_of="", twins=0) for at in range(1000)]
    page = batch_html(replace(made, ranked=many, compared=1000))

    assert page.count('class="job"') == 1000
    assert len(page.encode("utf-8")) < MOST_BYTES
