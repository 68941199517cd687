"""`tailor batch` as people and programs call it."""

import json
import subprocess
import sys

import jsonschema
import pytest
from typer.testing import CliRunner

from tailor.cli import app
from tests.conftest import ROOT

runner = CliRunner()


def run(*arguments, **options):
    return runner.invoke(app, ["batch", *map(str, arguments), "--jobs", "1"], **options)


def test_it_shows_the_best_the_market_and_where_all_is(resume, folder, tmp_path):
    done = run(resume, folder, "-o", tmp_path / "out", "--top", "3")

    assert done.exit_code == 0, done.output
    for words in ("12 postings compared", "Best first", "What 12 postings ask for most", "Gaps that open most doors"):
        assert words in done.stdout
    assert done.stdout.count("Senior Product Manager,") == 3
    assert "No posting failed." in done.stdout
    assert "\x1b[" not in done.output
    assert done.stderr == ""


def test_it_ends_with_six_when_some_failed(resume, folder, tmp_path):
    (folder / "poem.txt").write_text("The fog comes\non little cat feet.\n", encoding="utf-8")

    done = run(resume, folder, "-o", tmp_path / "out", "--json")

    record = json.loads(done.stdout)
    schema = json.loads((ROOT / "docs" / "schemas" / "batch-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert done.exit_code == 6
    assert record["compared"] == 12
    assert [failed["file"] for failed in record["failures"]] == ["poem.txt"]
    assert len(record["top"]) == 10


def test_a_second_run_counts_as_done_before_only_what_was_compared(resume, folder, tmp_path):
    (folder / "poem.txt").write_text("The fog comes\non little cat feet.\n", encoding="utf-8")

    first, second = (run(resume, folder, "-o", tmp_path / "out").stdout.splitlines() for _ in range(2))

    assert first[0] == "12 postings compared"
    assert second[0] == "12 postings compared (12 were done before)"
    assert any(line.startswith("1 posting could not be compared") for line in second)


def test_what_filters_leave_out_is_said(resume, folder, tmp_path):
    done = run(resume, folder, "-o", tmp_path / "out", "--min-score", "99")

    assert done.stdout.splitlines()[0] == "12 postings compared; the filters leave none in the table"


def test_one_posting_is_told_in_the_singular(resume, folder, tmp_path):
    done = run(resume, folder / "p000.txt", "-o", tmp_path / "out")

    assert done.stdout.startswith("1 posting compared\n")
    assert "What the posting asks for" in done.stdout
    assert " 1 postings" not in done.stdout


def test_a_list_may_hold_empty_lines_and_names_in_no_encoding(resume, folder, tmp_path):
    given = f"{folder / 'p000.txt'}\r\n\n  \n".encode() + b"/no/\xff\xfe.txt\n"

    done = run(resume, "-", "-o", tmp_path / "out", "--json", input=given)

    record = json.loads(done.stdout)
    assert (record["compared"], [failed["file"] for failed in record["failures"]]) == (1, ["/no/??.txt"])
    assert "the list of postings: holds no posting" in run(resume, "-", "-o", tmp_path / "o", input="\n").stderr


def test_it_reads_a_list_of_paths(resume, folder, tmp_path):
    paths = sorted(folder.glob("*.txt"))[:2]

    done = run(resume, "-", "-o", tmp_path / "out", "--json", input="\n".join(map(str, paths)))

    assert {row["file"] for row in json.loads(done.stdout)["top"]} == set(map(str, paths))


def test_markup_and_formulas_of_a_posting_stay_text(resume, folder, tmp_path):
    posting = folder / "p000.txt"
    words = posting.read_text(encoding="utf-8").split("\n", 1)[1]
    posting.write_text(f'Title: =HYPERLINK("x") [red]Product Manager[/red]\n{words}', encoding="utf-8")

    done = run(resume, folder, "-o", tmp_path / "out", "--top", "12")

    assert done.exit_code == 0, done.output
    table = (tmp_path / "out" / "table.csv").read_text(encoding="utf-8")
    assert not [line for line in table.splitlines() if ',"=' in line or ",=" in line]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["none.txt", "{folder}", "-o", "{out}"], 3, id="no-resume"),
        pytest.param(["{resume}", "none", "-o", "{out}"], 3, id="no-postings"),
        pytest.param(["{folder}/p001.txt", "{folder}", "-o", "{out}"], 3, id="missing-resume"),
        pytest.param(["{folder}/p000.txt", "{folder}", "-o", "{out}"], 4, id="posting-as-resume"),
        pytest.param(["{resume}", "{folder}", "-o", "{folder}"], 5, id="output-is-input"),
        pytest.param(["{resume}", "{folder}"], 2, id="usage"),
        pytest.param(["{resume}", "{folder}", "-o", "{out}", "--sort", "mood"], 2, id="sort"),
        pytest.param(["-", "{folder}", "-o", "{out}"], 3, id="resume-from-input"),
    ],
)
def test_bad_input_is_one_line_and_its_exit_code(resume, folder, tmp_path, arguments, code):
    names = {"resume": resume, "folder": folder, "out": tmp_path / "out"}

    done = run(*(argument.format(**names) for argument in arguments))

    assert done.exit_code == code, done.output
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    if code != 2:
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_script_without_a_guard_may_call_it(resume, folder, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nimport tailor\n"
        f"done = tailor.batch({str(resume)!r}, {str(folder)!r}, {str(tmp_path / 'out')!r}, jobs=2)\n"
        "print(done.compared)\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=True)

    assert done.stdout == "12\n"
