"""Configuration files: which wins, what they may set, and what is said of one that cannot be used."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.main import get_command
from typer.testing import CliRunner

import tailor
from tailor.cli import app
from tailor.commands.settings import known_settings
from tailor.errors import TailorError
from tailor.resources import table

from .conftest import ROOT

runner = CliRunner()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A current folder and a user's folder, both empty."""
    monkeypatch.delenv("TAILOR_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "user" / "tailor").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.fixture
def taken(monkeypatch):
    """What the library is called with; it does no work."""
    found = {}

    def take(*arguments, **options):
        found.update(options, arguments=arguments)
        raise TailorError("nothing", "is done", "")

    for name in ("batch", "compare", "draft"):
        monkeypatch.setattr(tailor, name, take)
    return found


def put(home, text, *, user=False):
    path = home / "user" / "tailor" / "config.toml" if user else home / "here" / "tailor.toml"
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments):
    return runner.invoke(app, [str(argument) for argument in arguments])


def batch(*options):
    return run("batch", "resume.docx", "postings", "-o", "out", *options)


def test_the_folder_wins_over_the_user_and_the_command_line_over_both(home, taken):
    put(home, '[batch]\nsort = "title"\nmin-score = 20\njobs = 3\n', user=True)
    put(home, '[batch]\nsort = "salary"\nmin-score = 30.5\n')

    batch("--sort", "years")

    assert (taken["sort"], taken["min_score"], taken["jobs"]) == ("years", 30.5, 3)


def test_without_files_the_defaults_hold(home, taken):
    batch()

    assert (taken["sort"], taken["min_score"], taken["jobs"]) == ("score", 0.0, None)


def test_what_stands_above_the_tables_is_for_every_command_that_knows_it(home, taken):
    put(home, 'as_of = "2024-05"\nlimit = 3\n[draft]\nas-of = "2025-07"\n')

    run("compare", "a", "b")
    assert taken["as_of"] == tailor.PartialDate(2024, 5)
    run("draft", "a", "b", "-o", "c.docx")
    assert taken["as_of"] == tailor.PartialDate(2025, 7)


def test_a_folder_wins_above_its_tables_over_a_table_of_the_user(home, taken):
    put(home, '[compare]\nas-of = "2020-01"\n', user=True)
    put(home, 'as-of = "2021-02"\n')

    run("compare", "a", "b")

    assert taken["as_of"] == tailor.PartialDate(2021, 2)


def test_paths_are_seen_from_the_file_that_names_them(home, taken):
    put(home, 'weights = "mine/score.toml"\n[batch]\nresume = ["other.docx", "~/third.docx"]\n', user=True)

    batch()

    here = home / "user" / "tailor"
    assert taken["weights"] == here / "mine" / "score.toml"
    assert taken["arguments"][0] == ["resume.docx", str(here / "other.docx"), str(home / "home" / "third.docx")]


def test_a_variable_names_another_file_in_place_of_both(home, taken, monkeypatch):
    put(home, "[batch]\njobs = 3\n", user=True)
    put(home, "[batch]\njobs = 4\n")
    (home / "mine.toml").write_text("[batch]\nmin_score = 7\n")
    monkeypatch.setenv("TAILOR_CONFIG", str(home / "mine.toml"))

    batch()

    assert (taken["jobs"], taken["min_score"]) == (None, 7)


@pytest.mark.parametrize("how", ["option", "variable"])
def test_files_can_be_left_out(home, taken, monkeypatch, how):
    put(home, "this is no TOML")
    if how == "variable":
        monkeypatch.setenv("TAILOR_CONFIG", "")

    run(*(["--no-config"] if how == "option" else []), "compare", "a", "b")

    assert taken["weights"] is None


CASES = [
    pytest.param(
        '[compare]\nas-off = "2026-01"', "'as-off' is not an option of compare. Did you mean 'as-of'?", id="key"
    ),
    pytest.param("[comapre]\njson = true", "[comapre] is not a command. Did you mean 'compare'?", id="table"),
    pytest.param(
        'wieghts = "x.toml"', "'wieghts' is not an option of any command. Did you mean 'weights'?", id="above"
    ),
    pytest.param("[skills]\nzzz = 1", "'zzz' is not an option of skills. Options are: json.", id="far"),
    pytest.param("batch = 3", "'batch' is a command. Write [batch], and its options below it.", id="not-a-table"),
    pytest.param('[batch]\ntop = "ten"', "'top' of batch is text. Write a whole number.", id="text-for-number"),
    pytest.param("[batch]\ntop = 2.5", "'top' of batch is a number. Write a whole number.", id="float-for-int"),
    pytest.param("[batch]\ntop = true", "'top' of batch is true or false. Write a whole number.", id="bool-for-int"),
    pytest.param("[batch]\njson = 1", "'json' of batch is a whole number. Write true or false.", id="int-for-bool"),
    pytest.param("[batch]\njobs = 0", "'jobs' of batch is 0. Write a whole number of 1 or more.", id="too-small"),
    pytest.param("[batch]\nmin-score = nan", "'min-score' of batch is nan. Write a number.", id="nan"),
    pytest.param('[batch]\nsort = "scor"', "'sort' of batch is 'scor'. Did you mean 'score'?", id="choice"),
    pytest.param('[draft]\nonly = "term"', "'only' of draft is text. Write a list, in brackets.", id="no-list"),
    pytest.param('[draft]\nonly = ["terms"]', "'only' of draft is 'terms'. Did you mean 'term'?", id="in-a-list"),
    pytest.param('as-of = "soon"', "'as-of' is no month: 'soon' is not a month; write it as 2026-11.", id="month"),
    pytest.param("as-of = 2026-11-01", "'as-of' is a date or time. Write text in quotes.", id="date"),
    pytest.param("as-of = 2026-11", "is not TOML: ", id="bare-month"),
    pytest.param('[compare]\nas-of = "2026-01\n', "(at line 2, column 17)", id="line-number"),
    pytest.param('weights = "https://example.com/w.toml"', "a configuration never leads to the network.", id="network"),
    pytest.param('[batch]\nresume = ["http://example.com"]', "never leads to the network.", id="network-in-a-list"),
    pytest.param('[draft]\noutput = "x.docx"', "'output' of draft belongs to a single run.", id="output"),
    pytest.param("[draft]\nforce = true", "'force' of draft belongs to a single run.", id="force"),
    pytest.param("quiet = true", "'quiet' belongs to a single run. Give it on the command line.", id="quiet"),
    pytest.param('[compare]\nresume = "me.docx"', "'resume' is not an option of compare.", id="argument"),
    pytest.param("[compare.json]\nx = 1", "'json' of compare is a table. Write true or false.", id="table-for-value"),
    pytest.param("[[compare]]\njson = true", "'compare' is a command.", id="tables"),
    pytest.param('"\\u001b[31m" = 1', "'?[31m' is not an option of any command.", id="steering"),
    pytest.param("x = " + "[" * 20_000, "is nested too deep.", id="deep"),
    pytest.param("x = " + "9" * 9_000, "is not TOML: ", id="digits"),
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(home, text, said):
    put(home, text)

    done = run("config")

    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("tailor: tailor.toml: ")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda path: path.mkdir(), "is no file to read.", id="folder"),
        pytest.param(lambda path: path.write_bytes(b"\xff\xfe"), "is not UTF-8.", id="encoding"),
        pytest.param(lambda path: path.write_bytes(b"#" * 200_000), "is larger than 100 kB.", id="large"),
    ],
)
def test_what_is_no_readable_file_is_said(home, make, said):
    make(home / "here" / "tailor.toml")

    done = run("config")

    assert done.exit_code == 2
    assert said in done.stderr


def test_a_file_that_was_named_must_be_there(home, monkeypatch):
    monkeypatch.setenv("TAILOR_CONFIG", "none.toml")

    done = run("skills", "sql")

    assert done.exit_code == 2
    assert done.stderr == "tailor: none.toml: is no file to read. Check the name, or leave it out with --no-config.\n"


@pytest.mark.parametrize("arguments", [["compare", "--help"], ["--version"], ["--help"]])
def test_a_broken_file_is_not_in_the_way_of_help(home, arguments):
    put(home, "= broken")

    assert run(*arguments).exit_code == 0


def test_help_shows_what_is_set(home):
    put(home, "[batch]\ntop = 4711\n")

    assert "4711" in run("batch", "--help").output


def test_config_says_which_file_gave_which_value(home):
    put(home, '[batch]\nsort = "title"\ntop = 5\n', user=True)
    put(home, "[batch]\ntop = 7\n")

    shown = [line.split() for line in run("config").stdout.splitlines()]
    record = json.loads(run("config", "--json").stdout)

    assert ["batch", "sort", "title", "user"] in shown
    assert ["batch", "top", "7", "folder"] in shown
    jsonschema.validate(record, json.loads((ROOT / "docs" / "schemas" / "config-1.json").read_text(encoding="utf-8")))
    assert [(s["option"], s["value"], s["from"]) for s in record["settings"]] == [
        ("sort", "title", "user"),
        ("top", 7, "folder"),
    ]
    assert run("-q", "config").stdout == "batch sort = title\nbatch top = 7\n"


def test_config_says_so_when_nothing_is_set(home):
    assert "Nothing is set" in run("config").stdout
    assert "No configuration file" in run("--no-config", "config").stdout


def test_no_option_that_names_a_file_to_write_can_be_set():
    known = known_settings(get_command(app))
    paths = {s.option for options in known.values() for s in options.values() if s.kind is Path and not s.per_run}

    assert paths <= {"weights"}
    assert known["draft"]["force"].per_run


def test_every_option_is_known_by_its_kind():
    known = known_settings(get_command(app))

    assert known["batch"]["top"].least == 0
    assert known["draft"]["only"].many
    assert {s.kind for options in known.values() for s in options.values()} >= {bool, int, float, str, Path}


def test_the_limit_is_data():
    assert table("limits.toml")["config"]["bytes"] == 100_000


def test_the_example_of_the_document_can_be_used(home):
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    put(home, text.split("```toml\n")[1].split("```")[0])

    record = json.loads(run("config", "--json").stdout)

    assert {(s["command"], s["option"]) for s in record["settings"]} >= {("batch", "resume"), ("draft", "skip")}


def test_the_message_of_the_document_is_what_is_said(home):
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    put(home, '[compare]\nas-off = "2026-11"\n')

    assert run("config").stderr in text


def test_the_document_tells_of_every_command_what_quiet_prints():
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    quiet = text.split("with `--quiet` prints")[1].split("Errors are told")[0]

    commands = {command.name or command.callback.__name__ for command in app.registered_commands} - {"export"}
    assert [name for name in sorted(commands) if f"`{name}`" not in quiet] == []
