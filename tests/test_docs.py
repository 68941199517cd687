"""What the documents say is true: examples run, commands exist, files are there."""

import json
import re

import jsonschema
import pytest

from tailor.cli import app

from .conftest import ROOT

DOCUMENTS = sorted(path for path in ROOT.glob("*.md")) + sorted(ROOT.glob("*/README.md"))
EXAMPLES = [
    pytest.param(code, id=f"{path.relative_to(ROOT)}-{at}")
    for path in DOCUMENTS
    for at, code in enumerate(re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
]


def test_there_are_examples_to_check():
    assert EXAMPLES


@pytest.mark.parametrize("code", EXAMPLES)
def test_examples_run(code, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(code, "example", "exec"), {})  # our own documents


def test_the_readme_names_every_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert commands
    assert [name for name in commands if f"`tailor {name}" not in text] == []


def test_the_readme_shows_what_the_program_prints(samples):
    from typer.testing import CliRunner

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.split("(shortened):\n\n```\n")[1].split("```")[0]
    arguments = ["compare", "sample_jobs/resumes/senior_pm.docx", "sample_jobs/senior-pm-billing.txt"]
    printed = CliRunner().invoke(app, [arguments[0], *(str(ROOT / name) for name in arguments[1:])]).stdout
    lines = {line.rstrip() for line in printed.splitlines()}

    assert [line for line in shown.splitlines() if line not in lines | {"…"}] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_card_of_the_models_names_every_file():
    text = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in (ROOT / "models").iterdir() if path.name not in {"README.md", "__pycache__"}}
    assert names
    assert [name for name in sorted(names) if name not in text] == []


def test_samples_are_all_described(samples):
    text = (samples / "README.md").read_text(encoding="utf-8")
    names = [path.name for path in samples.iterdir() if path.is_file() and path.name != "README.md"]
    assert len(names) >= 12
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "schemas").glob("*.json")), ids=lambda path: path.stem)
def test_schemas_are_schemas(path):
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
