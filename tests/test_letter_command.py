"""`tailor letter`, and the letters of every sample resume for every sample posting."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest
from typer.testing import CliRunner

from tailor import advisers, pipeline, scorers
from tailor.cli import app
from tailor.types.letters import PLACEHOLDER

from .conftest import ROOT

ABBREVIATIONS = r"(?<!a\.m)(?<!p\.m)(?<!Inc)(?<!St)"


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def letters(samples):
    files = sorted(path for path in samples.iterdir() if path.stem[0].islower() and path.suffix not in {"", ".jsonl"})
    jobs = [pipeline.read_posting(path) for path in files if path.is_file()]
    people = [pipeline.read_resume(samples / "resumes" / name) for name in ("senior_pm.docx", "apm.txt")]
    people.append(pipeline.read_resume(samples / "resumes" / "career_changer.pdf"))
    return [advisers.letter_for(made(person, job)) for person in people for job in jobs]


def made(person, job):
    return pipeline.Comparison(job, scorers.settings(), pipeline.reference_month(person, job)).score(person)


def test_every_pair_has_a_letter_of_its_length(letters):
    assert len(letters) >= 36
    assert all(220 <= letter.words <= 380 for letter in letters)


def test_every_sentence_is_whole(letters):
    for letter in letters:
        for paragraph in letter.paragraphs:
            text = PLACEHOLDER.sub("Example", paragraph.text)
            assert text.endswith(".") or paragraph.kind == "why", text
            assert not re.search(r"  | [,;.]|\.\.|,,|,\.|\bi\b|\bI (?:also )?(?:I|was was)\b", text), text
            assert not re.search(ABBREVIATIONS + r"\. [a-z]", text), text
            assert text.count("(") == text.count(")")


def test_every_sentence_of_evidence_is_the_persons(letters):
    for letter in letters:
        for paragraph in letter.paragraphs:
            if paragraph.kind == "evidence":
                first = re.sub(r"^You(?:r posting| also)? \w+ .*?\. ", "", paragraph.text)
                where = r"(?:At [A-Z]|Earlier(?: still)?, (?:also )?at [A-Z]|In the same role)"
                assert re.match(rf"{where}.* I (?:also |was |am )?[a-z]", first), first


def test_nothing_of_a_posting_is_claimed_that_is_not_proven(letters):
    for letter in letters:
        lines = {line.number: line.text.lower() for line in letter.match.resume.source.lines}
        proven = {
            proof.line: proof.words for c in letter.match.coverages for proof in c.proofs if proof.how != "paraphrase"
        }
        for paragraph in letter.paragraphs:
            if paragraph.terms and paragraph.kind != "gap":
                assert set(paragraph.lines) & set(proven) & set(lines)


@pytest.mark.parametrize("name", ["letter.docx", "letter.txt", "letter.md"])
def test_the_command_writes_and_says_what_is_left(samples, tmp_path, name):
    target = tmp_path / name
    done = run("letter", samples / "resumes" / "apm.txt", samples / "director-product-marketplace.md", "-o", target)

    assert done.exit_code == 0, done.output
    assert target.stat().st_size > 500
    assert "[company:" in done.output
    assert "[why this company:" in done.output


def test_a_letter_that_is_there_is_written_over_by_force_only(samples, tmp_path):
    files = (samples / "resumes" / "apm.txt", samples / "director-product-marketplace.md")
    target = tmp_path / "letter.txt"
    target.write_text("mine", encoding="utf-8")
    refused = run("letter", *files, "-o", target)

    assert refused.exit_code == 5
    assert "write over it with --force" in refused.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("letter", *files, "-o", target, "--force").exit_code == 0
    assert target.read_text(encoding="utf-8") != "mine"


def test_json_keeps_its_schema(samples, tmp_path):
    files = (samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt")
    record = json.loads(run("letter", *files, "-o", tmp_path / "letter.md", "--json").stdout)

    schema = json.loads((ROOT / "docs" / "schemas" / "letter-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert record["placeholders"]


def test_a_resume_of_fragments_is_an_error_of_one_line(samples, tmp_path):
    resume = tmp_path / "resume.txt"
    resume.write_text("Ada\nada@example.com\n\nEXPERIENCE\nPM, Acme  2020 - 2022\n- Roadmap, backlog\n- SQL\n", "utf-8")
    done = run("letter", resume, samples / "senior-pm-billing.txt", "-o", tmp_path / "letter.docx")

    assert done.exit_code == 4
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Add bullets" in done.stderr
    assert not (tmp_path / "letter.docx").exists()


def test_same_bytes_under_another_hash_seed_and_clock(samples, tmp_path):
    files = [str(samples / "resumes" / "senior_pm.docx"), str(samples / "senior-pm-billing.txt")]
    written = set()
    for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo")):
        target = tmp_path / f"{seed}.docx"
        command = [sys.executable, "-m", "tailor", "letter", *files, "-o", str(target)]
        subprocess.run(
            command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""}, cwd=ROOT
        )
        written.add(target.read_bytes())

    assert len(written) == 1
