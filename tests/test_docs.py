"""What the documents say is true: examples run, commands exist, files are there."""

import json
import re
import socket

import catalogue
import jsonschema
import pytest

from tailor.cli import app

from .conftest import ROOT
from .consoles import not_printed, run, steps

DOCUMENTS = sorted({*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("docs/**/*.md")})
EXAMPLES = [
    pytest.param(code, id=f"{path.relative_to(ROOT)}-{at}")
    for path in DOCUMENTS
    for at, code in enumerate(re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
]


def test_there_are_examples_to_check():
    assert EXAMPLES


@pytest.fixture
def added():
    """Takes out of the catalogues what an example put in."""
    yield
    for key in [key for key, made in catalogue.REGISTRY.items() if getattr(made, "__module__", "") == "example"]:
        del catalogue.REGISTRY[key]


@pytest.mark.parametrize("code", EXAMPLES)
def test_examples_run(code, monkeypatch, added, no_network):
    monkeypatch.chdir(ROOT)
    exec(compile(code, "example", "exec"), {"__name__": "example"})  # our own documents


@pytest.fixture
def no_network(monkeypatch):
    """Takes the network away: looking up a name or connecting fails the test."""

    def refuse(*args, **kwargs):
        raise AssertionError(f"an example used the network: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def bench(tmp_path, monkeypatch, no_network):
    """A folder to work in, with the samples and the documents of the project in it."""
    for name in ("sample_jobs", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "path",
    [path for path in DOCUMENTS if "```console" in path.read_text(encoding="utf-8")],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_consoles_show_what_is_printed(path, bench):
    code = 0
    for command, shown in steps(path.read_text(encoding="utf-8")):
        printed, code = run(command, code)
        assert not_printed(shown, printed) == [], f"not printed by: {command}"


def test_the_readme_names_every_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert commands
    assert [name for name in commands if f"`tailor {name}" not in text] == []


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
