"""The command line: what it prints, and how it ends."""

import json
import subprocess
import sys

import jsonschema
import pytest
from typer.testing import CliRunner

from tailor.cli import app

from .conftest import ROOT

runner = CliRunner()


def run(*arguments, **options):
    return runner.invoke(app, [str(argument) for argument in arguments], **options)


def schema(name):
    return json.loads((ROOT / "docs" / "schemas" / f"{name}-1.json").read_text(encoding="utf-8"))


@pytest.fixture
def resume(samples):
    return samples / "resumes" / "senior_pm.docx"


@pytest.fixture
def posting(samples):
    return samples / "senior-pm-billing.txt"


def test_compare_prints_every_block_of_the_report(resume, posting):
    done = run("compare", resume, posting)

    assert done.exit_code == 0
    for heading in ("Score ", "must-haves", "Requirements", "Competencies", "Gaps", "Changes worth most", "Questions"):
        assert heading in done.output
    assert "\x1b[" not in done.output


def test_compare_json_keeps_its_schema(resume, posting):
    done = run("compare", resume, posting, "--json")

    record = json.loads(done.stdout)
    jsonschema.validate(record, schema("compare"))
    assert record["score"] == pytest.approx(sum(part["points"] for part in record["parts"]), abs=1e-9)
    assert record["requirements"]


def test_compare_reads_a_posting_from_standard_input(resume, posting):
    from_file = json.loads(run("compare", resume, posting, "--json").stdout)
    from_pipe = json.loads(run("compare", resume, "-", "--json", input=posting.read_bytes()).stdout)

    assert from_pipe["posting"] == "-"
    assert {**from_pipe, "posting": ""} == {**from_file, "posting": ""}


def test_extract_gives_a_line_a_file_in_its_schema(samples):
    files = sorted(path for path in samples.iterdir() if path.stem[0].islower() and path.suffix not in {"", ".jsonl"})
    done = run("extract", *files, "--json")

    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == [str(file) for file in files]
    for record in records:
        jsonschema.validate(record, schema("extract"))
        assert len(record["skills"]) >= 15


def test_extract_offsets_point_into_the_records_of_a_jsonl(tmp_path, posting):
    texts = {
        "one": posting.read_text(encoding="utf-8"),
        "two": "Requirements\n- SQL\r\n- a “product roadmap” 🚀 and SQL",
    }
    file = tmp_path / "postings.jsonl"
    file.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()), "utf-8")

    records = [json.loads(line) for line in run("extract", file, "--json").stdout.splitlines()]

    assert [record["id"] for record in records] == list(texts)
    for record in records:
        assert record["skills"]
        for skill in record["skills"]:
            assert texts[record["id"]][skill["start"] : skill["end"]] == skill["text"]


def test_check_json_holds_the_resume(resume):
    record = json.loads(run("check", resume, "--json").stdout)

    jsonschema.validate(record, schema("check"))
    assert record["resume"]["basics"]["email"].endswith("@example.com")
    assert len(record["resume"]["work"]) == 3


def test_check_says_what_is_not_found(samples):
    assert "not found" in run("check", samples / "resumes" / "apm.txt").output


def test_skills_shows_a_card_of_what_matches():
    done = run("skills", "split", "test")

    assert "a/b testing" in done.output
    assert "technical proficiency" in done.output


def test_skills_says_so_when_nothing_matches():
    assert "No skill has such a name" in run("skills", "zzzz").output


@pytest.mark.parametrize("option", [["--version"], ["--help"], []])
def test_the_program_says_what_it_is(option):
    assert "tailor" in run(*option).output.lower()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["compare", "{resume}", "no-such-file.txt"], 3, id="missing-posting"),
        pytest.param(["compare", "no-such-file.docx", "{posting}"], 3, id="missing-resume"),
        pytest.param(["compare", "{resume}", "{empty}"], 3, id="empty-posting"),
        pytest.param(["compare", "{resume}", "{blank}"], 3, id="blank-posting"),
        pytest.param(["compare", "{resume}", "{junk}"], 3, id="binary-junk"),
        pytest.param(["compare", "{resume}", "{picture}"], 3, id="unknown-suffix"),
        pytest.param(["compare", "{resume}", "{poem}"], 4, id="no-posting"),
        pytest.param(["compare", "{poem}", "{posting}"], 4, id="no-resume"),
        pytest.param(["compare", "{resume}", "{resume}"], 4, id="resume-as-posting"),
        pytest.param(["compare", "{posting}", "{posting}"], 4, id="posting-as-resume"),
        pytest.param(["compare", "{resume}", "{posting}", "--weights", "none.toml"], 3, id="missing-weights"),
        pytest.param(["compare", "{resume}", "{posting}", "--as-of", "soon"], 2, id="usage"),
        pytest.param(["compare", "{resume}"], 2, id="missing-argument"),
        pytest.param(["extract", "{badlines}"], 3, id="bad-record"),
        pytest.param(["draft", "{resume}", "{posting}", "-o", "{resume}"], 5, id="output-is-input"),
        pytest.param(["draft", "{resume}", "{posting}", "-o", "no/such/folder/draft.docx"], 5, id="no-folder"),
    ],
)
def test_bad_input_is_one_line_and_its_exit_code(tmp_path, resume, posting, arguments, code):
    made = {
        "empty": b"",
        "blank": b" \n\n",
        "junk": bytes(range(256)) * 20,
        "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "poem": b"The fog comes\non little cat feet.\n\nIt sits looking\nover harbor and city\non silent haunches\n",
        "badlines": b'{"id": 1}\n',
    }
    suffixes = {"picture": ".png", "badlines": ".jsonl"}
    names = {"resume": resume, "posting": posting}
    for name, data in made.items():
        names[name] = tmp_path / f"{name}{suffixes.get(name, '.txt')}"
        names[name].write_bytes(data)
    before = resume.read_bytes()

    done = run(*(argument.format(**names) for argument in arguments))

    assert done.exit_code == code, done.output
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert resume.read_bytes() == before
    if code != 2:
        assert len(done.stderr.strip().splitlines()) == 1
        assert done.stderr.startswith("tailor: ")


def test_the_message_names_the_file_the_reason_and_the_way_out(resume):
    assert run("compare", resume, "posting.docxx").stderr.strip() == (
        "tailor: posting.docxx: there is no such file. Check the spelling and the folder you are in."
    )


def test_every_command_has_help_with_an_example():
    commands = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert set(commands) >= {"compare", "draft", "check", "extract", "skills"}
    for command in commands:
        assert "Example: tailor" in run(command, "--help").output, command


def test_same_bytes_under_another_hash_seed_and_clock(resume, posting):
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "tailor", "compare", str(resume), str(posting), "--json"],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }

    assert len(outputs) == 1


def test_an_export_that_is_there_is_written_over_by_force_only(resume, tmp_path):
    target = tmp_path / "resume.json"
    target.write_text("mine", encoding="utf-8")
    arguments = ("export", resume, "--to", "json-resume", "-o", target)
    refused = run(*arguments)

    assert (refused.exit_code, target.read_text(encoding="utf-8")) == (5, "mine")
    assert "write over it with --force" in refused.stderr
    assert run(*arguments, "--force").exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["basics"]
