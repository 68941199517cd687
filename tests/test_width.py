"""Reports in narrow terminals, with wide characters, and with what the environment says of colours and columns."""

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from tailor.cli import app

from .conftest import ROOT

runner = CliRunner()
RESUME, POSTING = "sample_jobs/resumes/senior_pm.docx", "sample_jobs/senior-pm-billing.txt"
REPORTS = [
    pytest.param(["compare", RESUME, POSTING], 40, id="compare-40"),
    pytest.param(["compare", RESUME, POSTING], 80, id="compare-80"),
    pytest.param(["interview", RESUME, POSTING], 60, id="interview-60"),
    *[pytest.param(["check", RESUME], columns, id=f"check-{columns}") for columns in (40, 60, 80)],
    *[pytest.param(["extract", POSTING], columns, id=f"extract-{columns}") for columns in (40, 60, 80)],
    pytest.param(["skills", "roadmap"], 40, id="skills-40"),
    pytest.param(["config"], 40, id="config-40"),
]
WIDE = """渡辺 健太郎
watanabe@example.com

Experience
Product Manager, 株式会社メルカリ・テクノロジーズ, Jan 2020 - Present
- Shipped billing 🚀🚀 for 決済プラットフォームとサブスクリプション管理 with SQL, a roadmap and e\u0301tude\u0301s
- Ran A/B testing 👩‍👩‍👧‍👦 in three markets
"""


def report(arguments, columns, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", str(columns))
    done = runner.invoke(app, arguments)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def words(text, most):
    return {word for part in text.split() if (word := part.strip(":,.;()")).isalpha() and len(word) <= most}


@pytest.mark.parametrize(("arguments", "columns"), REPORTS)
def test_a_narrow_report_keeps_its_width_and_breaks_no_word(arguments, columns, monkeypatch):
    narrow, wide = report(arguments, columns, monkeypatch), report(arguments, 400, monkeypatch)

    assert max(cell_len(line) for line in narrow.splitlines()) <= columns
    assert words(wide, 20) - words(narrow, 20) == set()


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_wide_characters_keep_the_width(columns, monkeypatch, tmp_path):
    resume = tmp_path / "resume.txt"
    resume.write_text(WIDE, encoding="utf-8")

    shown = report(["check", str(resume)], columns, monkeypatch)

    assert max(cell_len(line) for line in shown.splitlines()) <= columns
    assert any("\u3040" < character < "\u9fff" for character in shown)


@pytest.mark.parametrize("columns", ["", "0", "wide", "-5", "99999999999", "٣٠"])
def test_columns_that_are_none_are_120(columns, monkeypatch):
    odd = report(["skills", "roadmap"], columns, monkeypatch)

    assert odd == report(["skills", "roadmap"], 120, monkeypatch)


def test_no_color_wins_over_force_color(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = report(["check", RESUME], 120, monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[3" not in report(["check", RESUME], 120, monkeypatch)
    assert "\x1b[" in coloured
