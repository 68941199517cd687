"""`tailor draft` from end to end."""

import json
import os
import subprocess
import sys
import zipfile

import jsonschema
import pytest
from typer.testing import CliRunner

from tailor.cli import app

from .conftest import ROOT

runner = CliRunner()


def run(*arguments):
    return runner.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def given(samples):
    return samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt"


def planned(given, tmp_path):
    """The plan of a draft, as a dict."""
    done = run("draft", *given, "-o", tmp_path / "first.docx", "--plan", tmp_path / "plan.json")
    assert done.exit_code == 0, done.output
    return json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))


def drafted_from(given, tmp_path, plan):
    """The record of a draft from a plan that was edited."""
    (tmp_path / "edited.json").write_text(json.dumps(plan), encoding="utf-8")
    arguments = ["-o", tmp_path / "d.docx", "--from-plan", tmp_path / "edited.json", "--json"]
    done = run("draft", *given, *arguments, "--clean", tmp_path / "c.docx")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def document(path):
    """The document part as text."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def test_the_draft_is_tracked_the_clean_copy_is_not_and_the_screen_says_what_was_done(given, tmp_path):
    before = given[0].read_bytes()

    done = run("draft", *given, "-o", tmp_path / "d.docx", "--clean", tmp_path / "c.docx")

    assert done.exit_code == 0, done.output
    for text in ("Score ", "with all changes accepted", "Changed", "Questions, as comments"):
        assert text in done.output
    assert "<w:ins " in document(tmp_path / "d.docx")
    assert "commentReference" in document(tmp_path / "d.docx")
    assert not {"<w:ins ", "<w:del ", "comment"} & {
        mark for mark in ("<w:ins ", "<w:del ", "comment") if mark in document(tmp_path / "c.docx")
    }
    assert given[0].read_bytes() == before


def test_the_record_keeps_its_schema_and_the_score_does_not_fall(given, tmp_path):
    record = json.loads(run("draft", *given, "-o", tmp_path / "d.docx", "--json").stdout)

    schema = json.loads((ROOT / "docs" / "schemas" / "draft-2.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert record["score_after"] >= record["score"]
    assert record["edits"]


def test_a_plan_as_it_was_gives_the_same_draft(given, tmp_path):
    drafted_from(given, tmp_path, planned(given, tmp_path))

    assert (tmp_path / "first.docx").read_bytes() == (tmp_path / "d.docx").read_bytes()


@pytest.mark.parametrize(
    ("added", "reason"),
    [
        pytest.param(", Kubernetes", "Kubernetes", id="tool"),
        pytest.param(", 45 engineers", "45", id="number"),
    ],
)
def test_a_plan_that_says_more_is_refused_with_the_reason(given, tmp_path, added, reason):
    plan = planned(given, tmp_path)
    item = next(item for item in plan["edits"] if item["kind"] == "skills")
    plan["edits"] = [{**item, "kind": "surface", "after": item["before"] + added}]

    record = drafted_from(given, tmp_path, plan)

    assert record["edits"] == []
    assert reason in record["refused"][0]["reason"]
    assert added not in document(tmp_path / "d.docx") + document(tmp_path / "c.docx")


def test_kinds_and_number_can_be_chosen(given, tmp_path):
    options = ["--only", "bullets", "--only", "question", "--skip", "question", "--limit", 1, "--json"]

    record = json.loads(run("draft", *given, "-o", tmp_path / "d.docx", *options).stdout)

    assert [edit["kind"] for edit in record["edits"]] == ["bullets"]


def test_a_file_that_is_there_is_overwritten_by_force_only(given, tmp_path):
    (tmp_path / "d.docx").write_bytes(b"mine")

    done = run("draft", *given, "-o", tmp_path / "d.docx")

    assert (done.exit_code, len(done.stderr.splitlines())) == (5, 1)
    assert (tmp_path / "d.docx").read_bytes() == b"mine"
    assert run("draft", *given, "-o", tmp_path / "d.docx", "--force").exit_code == 0


def test_same_bytes_under_another_hash_seed_and_clock(given, tmp_path):
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        target = tmp_path / f"{seed}.docx"
        command = [sys.executable, "-m", "tailor", "draft", *map(str, given), "-o", str(target)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        made.append(target.read_bytes())

    assert made[0] == made[1]
