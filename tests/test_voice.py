"""What is said while a command works: on a terminal, in a pipe, quietly, with every stage; and on Ctrl-C."""

import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from threading import Thread

import pytest
from typer.testing import CliRunner

import tailor
from tailor import __main__ as program
from tailor.cli import app

from .conftest import ROOT

runner = CliRunner()
RESUME, POSTING = "sample_jobs/resumes/apm.txt", "sample_jobs/senior-pm-billing.txt"
ESCAPE, COLOUR = "\x1b[", re.compile(r"\x1b\[[0-9;]*m")
VERBS = {
    "compare": ["compare", "a", "b"],
    "draft": ["draft", "a", "b", "-o", "c.docx"],
    "letter": ["letter", "a", "b", "-o", "c.docx"],
    "interview": ["interview", "a", "b"],
    "check": ["check", "a"],
    "export": ["export", "a", "--to", "json-resume"],
    "extract": ["extract", "a"],
    "skills": ["skills", "a"],
}


def run(*arguments):
    return runner.invoke(app, [str(argument) for argument in arguments])


def settings(**more):
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


def at_terminal(*arguments, out="terminal", columns=80, **environment):
    """(what the terminal shows, what came out of the pipe) of the program, with standard error on a terminal.

    out : "terminal" or "pipe", where standard output goes.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    shown = bytearray()

    def drain():
        while True:
            try:
                data = os.read(master, 4096)
            except OSError:  # nobody holds the other end any more
                return
            if not data:
                return
            shown.extend(data)

    reader = Thread(target=drain)
    process = subprocess.Popen(
        [sys.executable, "-m", "tailor", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=slave if out == "terminal" else subprocess.PIPE,
        stderr=slave,
        env=settings(**environment),
    )
    os.close(slave)
    reader.start()
    piped = process.communicate(timeout=120)[0] or b""
    reader.join(timeout=30)
    os.close(master)
    return shown.decode(), piped.decode()


def test_a_terminal_shows_what_is_being_done_and_the_pipe_only_the_result():
    shown, piped = at_terminal("check", RESUME, "--json", out="pipe")

    assert "Reading the resume, apm.txt…" in shown
    assert json.loads(piped)["resume"]
    assert ESCAPE not in piped


def test_the_moving_line_is_gone_when_the_report_stands_there():
    shown, _ = at_terminal("check", RESUME)

    moving, report = shown.split("Reading the resume, apm.txt…")[0], shown.split("Reading the resume, apm.txt…")[-1]
    assert "\x1b[?25l" in moving  # the cursor is hidden
    assert "\x1b[2K" in report  # the line is wiped
    assert "\x1b[?25h" in report  # and the cursor shown again


@pytest.mark.parametrize("command", ["extract", "check"])
def test_the_moving_line_is_gone_when_an_error_is_told(command):
    shown, _ = at_terminal(command, "none.txt")

    before, after = shown.split("tailor: none.txt: ")
    assert before.rindex("Reading the ") < before.rindex("\x1b[2K")
    assert "Reading the " not in after


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["check", RESUME, "-q"], {}, id="quiet"),
        pytest.param(["check", RESUME, "--json"], {"TERM": "dumb"}, id="dumb"),
    ],
)
def test_nothing_moves_when_it_should_not(arguments, environment):
    shown, piped = at_terminal(*arguments, out="pipe", **environment)

    assert shown == ""
    assert ESCAPE not in piped


def test_no_color_is_heard_on_a_terminal():
    shown, _ = at_terminal("check", RESUME, NO_COLOR="1")

    assert not [code for code in COLOUR.findall(shown) if re.search(r"[\[;](3[0-7]|38|9[0-7])[;m]", code)]


def test_extract_counts_many_files_on_a_terminal():
    shown, _ = at_terminal("extract", "none.txt", "none.txt", "--json", out="pipe")
    hushed, _ = at_terminal("-q", "extract", "none.txt", "none.txt", "--json", out="pipe")

    assert "1/2" in shown
    assert [line for line in hushed.splitlines() if not line.startswith("tailor: none.txt: ")] == []


def test_a_pipe_holds_no_word_of_it():
    done = run("check", ROOT / RESUME)

    assert done.stderr == ""
    assert ESCAPE not in done.stdout


def test_force_color_colours_a_pipe(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert ESCAPE in run("check", ROOT / RESUME).stdout


def test_verbose_tells_stages_on_standard_error_and_leaves_the_result_alone():
    plain, loud = run("compare", ROOT / RESUME, ROOT / POSTING), run("-v", "compare", ROOT / RESUME, ROOT / POSTING)

    assert loud.stdout == plain.stdout
    assert plain.stderr == ""
    said = [re.fullmatch(r"tailor: +\d+\.\d\d s  (.*)", line) for line in loud.stderr.splitlines()]
    assert all(said)
    stages = [line[1] for line in said]
    assert stages[:2] == ["reading the resume, apm.txt", "read apm.txt: txt, 40 lines"]
    assert {"finding what the posting asks for", "finding what the resume shows", "weighing changes"} <= set(stages)


def test_no_word_of_a_document_is_logged(caplog):
    caplog.set_level("DEBUG", "tailor")
    match = tailor.compare(ROOT / RESUME, ROOT / POSTING)

    logged = " ".join(record.getMessage() for record in caplog.records if record.name == "tailor")
    assert logged
    assert match.resume.contact.email not in logged
    assert not [line.text for line in match.resume.source.lines if len(line.text) > 12 and line.text in logged]


@pytest.mark.parametrize(
    "arguments", [["-v", "skills", "roadmap", "-q"], ["-q", "skills", "roadmap"], ["skills", "roadmap", "--quiet"]]
)
def test_quiet_stands_before_or_behind_the_command(arguments):
    done = run(*arguments)

    assert (done.exit_code, done.stderr) == (0, "")
    assert {line for line in done.stdout.splitlines() if "roadmap" in line}
    assert "─" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["compare", RESUME, POSTING], r"\d+\.\d\n", id="compare"),
        pytest.param(["compare", RESUME, POSTING, "--html", "{}/r.html"], r"\d+\.\d\n", id="html"),
        pytest.param(["check", RESUME], r"((fail|warn): .+: .+\n)+", id="check"),
        pytest.param(["interview", RESUME, POSTING], r"(.+\n){4,}", id="interview"),
        pytest.param(["extract", POSTING], r"(.+\n){4,}", id="extract"),
        pytest.param(["letter", "sample_jobs/resumes/senior_pm.docx", POSTING, "-o", "{}/l.txt"], "", id="letter"),
        pytest.param(["draft", RESUME, POSTING, "-o", "{}/d.docx"], "", id="draft"),
        pytest.param(["export", RESUME, "--to", "json-resume", "-o", "{}/e.json"], "", id="export"),
    ],
)
def test_quiet_prints_the_bare_result(tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(ROOT)
    done = run("-q", *(argument.format(tmp_path) for argument in arguments))

    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(said, done.stdout)


def test_quiet_leaves_json_alone():
    assert run("-q", "check", ROOT / RESUME, "--json").stdout == run("check", ROOT / RESUME, "--json").stdout


@pytest.mark.parametrize("verb", VERBS)
def test_ctrl_c_ends_every_command_in_one_line(monkeypatch, verb):
    def interrupted(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(tailor, "check" if verb == "export" else verb, interrupted)
    done = run(*VERBS[verb])

    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "tailor: stopped.\n")


def test_every_command_is_tried():
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}

    done_at_once = {"config", "cache"}
    assert {*done_at_once, "batch"} >= commands - set(VERBS)  # batch has a test of its own


def test_ctrl_c_while_a_file_is_read(tmp_path):
    os.mkfifo(tmp_path / "resume.txt")
    command = [sys.executable, "-m", "tailor", "compare", tmp_path / "resume.txt", POSTING]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        (tmp_path / "resume.txt").open("wb"),  # opens when the program has opened it for reading
    ):
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=60)

    assert (process.returncode, out, said) == (130, b"", b"tailor: stopped.\n")


def test_ctrl_c_while_the_program_is_loaded(monkeypatch, capsys):
    class Loading:
        def __getattr__(self, name):
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "tailor.cli", Loading())
    with pytest.raises(SystemExit) as ended:
        program.main()

    assert ended.value.code == 130
    assert capsys.readouterr().err == "tailor: stopped.\n"


def test_the_version_tells_what_it_rests_on_when_asked():
    assert run("--version").stdout == f"tailor {tailor.__version__}\n"

    lines = dict(line.split(" ", 1) for line in run("--version", "--verbose").stdout.splitlines())
    assert {"tailor", "python", "models", "spacy", "rich"} <= set(lines)
    assert re.fullmatch(r"[0-9a-f]{12}", lines["models"])
    assert "pytest" not in lines
