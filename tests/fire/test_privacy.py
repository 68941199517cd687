"""Private by proof: each command is run with the network closed and everything it opens written down."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fire.seeds import POSTING, RESUME
from tests.readers.conftest import build_docx

CANARY = "zanzibarquark"  # stands in a line of the resume and nowhere else
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WRITES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
COMMANDS = {
    "compare": ["compare", "R", "P"],
    "compare --html": ["compare", "R", "P", "--html", "O/report.html"],
    "compare --json": ["compare", "R", "P", "--json"],
    "draft": ["draft", "R", "P", "-o", "O/draft.docx", "--clean", "O/clean.docx", "--plan", "O/plan.json"],
    "letter": ["letter", "R", "P", "-o", "O/letter.docx"],
    "interview": ["interview", "R", "P"],
    "check": ["check", "R"],
    "export": ["export", "R", "--to", "json-resume", "-o", "O/resume.json"],
    "batch": ["batch", "R", "F", "-o", "O/results", "--jobs", "1"],
    "extract": ["extract", "P", "R"],
    "skills": ["skills", "roadmap"],
}
OWN = {ROOT / "tailor", ROOT / "models", ROOT / "pyproject.toml"}
PYTHON = {Path(p) for p in (*sysconfig.get_paths().values(), *sys.path, sys.prefix, sys.base_prefix) if p}
SYSTEM = [Path(p) for p in ("/proc", "/sys", "/dev", "/usr/lib", "/usr/share", "/lib", "/lib64", "/usr/local/lib")]
SYSTEM += [Path(p) for p in ("/usr/X11R6", "/usr/X11", "/usr/local/share/fonts")]  # where fonts may be
SYSTEM += [Path(p) for p in ("/etc/localtime", "/etc/mime.types", "/etc/ld.so.cache", "/etc/os-release")]


@pytest.fixture
def place(tmp_path):
    """A home of its own with the inputs, an empty folder for outputs and one for what is temporary."""
    for name in ("in", "out", "tmp", "home", "in/postings"):
        (tmp_path / name).mkdir()
    lines = RESUME.replace("cut churn", f"cut {CANARY} churn").replace("&", "&amp;").splitlines()
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    (tmp_path / "in" / "resume.docx").write_bytes(build_docx(body, parts={"[Content_Types].xml": TYPES}))
    (tmp_path / "in" / "posting.txt").write_text(POSTING * 3, encoding="utf-8")
    (tmp_path / "in" / "postings" / "a.txt").write_text(POSTING, encoding="utf-8")
    (tmp_path / "in" / "postings" / "bad.docx").write_bytes(b"PK\x03\x04")
    return tmp_path


def watched(place, words):
    """Events of a command, and how it ended."""
    names = {"R": place / "in" / "resume.docx", "P": place / "in" / "posting.txt", "F": place / "in" / "postings"}
    args = [str(names.get(word) or word.replace("O/", f"{place}/out/")) for word in words]
    env = {**os.environ, "HOME": str(place / "home"), "TMPDIR": str(place / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    env.pop("MPLCONFIGDIR", None)  # a command run in this process may have set it
    log, home = place / "log", place / "watch"
    home.mkdir()
    # Python loads this before all else, in the workers of a batch too.
    (home / "sitecustomize.py").write_text(
        f"from tests.fire.watch import start\nstart({str(log)!r})\n", encoding="utf-8"
    )
    env["PYTHONPATH"] = os.pathsep.join((str(home), str(ROOT)))
    command = [sys.executable, "-m", "tailor", *args]
    done = subprocess.run(command, capture_output=True, text=True, cwd=place, env=env, check=False, encoding="utf-8")
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()], done


def allowed(path, place, *, writes):
    """Whether a command may open `path`, or change it."""
    found = Path(os.path.abspath(path))  # noqa: PTH100 - links are followed by resolve, and must not be
    if found in {place, place / "log"} or str(found) == os.devnull or str(path).isdigit():
        return True
    outputs = [place / "out", place / "tmp"]
    fonts = [place / "home" / ".fonts", place / "home" / ".local" / "share" / "fonts"]
    readable = [] if writes else [place / "in", place / "watch", *fonts, *OWN, *PYTHON, *SYSTEM]
    return any(found.is_relative_to(home) for home in (*outputs, *readable)) or (not writes and found in ROOT.parents)


def is_write(event):
    """Whether an event changes a file: the third argument of open is its flags, the second its mode."""
    if event[0] != "open":
        return event[0] in WRITES
    mode, flags = event[2], int(event[3]) if len(event) > 3 and event[3].lstrip("-").isdigit() else 0
    return any(letter in mode for letter in "wax+") if mode != "None" else bool(flags & (os.O_WRONLY | os.O_RDWR))


def is_below(event):
    """Whether a name is taken from a folder that is open already, and was looked at when it was opened."""
    return event[0] in {"os.remove", "os.rmdir"} and event[2] not in {"-1", "None"} and "/" not in event[1]


def is_local(event):
    """Whether an event reaches nobody: urllib3, which spaCy loads, looks for IPv6 by taking a port of the machine."""
    return event[0] == "socket.__new__" or (event[0] == "socket.bind" and event[2] == "('::1', 0)")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_reaches_for_nothing_else(place, name):
    events, done = watched(place, COMMANDS[name])
    files = [e for e in events if e[0] in {"open", "os.listdir", "os.scandir"} | WRITES]
    wrong = [e for e in files if not (is_below(e) or allowed(e[1], place, writes=is_write(e)))]
    nets = [e for e in events if e[0].startswith(("socket.", "urllib.", "http.")) and not is_local(e)]
    started = [
        e for e in events if e[0].startswith(("subprocess", "os.exec", "os.system", "os.fork", "os.posix_spawn"))
    ]

    assert done.returncode == (6 if name == "batch" else 0), done.stderr
    assert wrong == []
    assert nets == []
    assert [e for e in started if e[1] not in {sys.executable, "fc-list"}] == []  # fc-list names the machine's fonts
    assert list((place / "tmp").iterdir()) == []
    assert list((place / "home").iterdir()) == []
    assert CANARY not in done.stderr
    assert any(str(place / "in") in str(e[1]) for e in files) or name == "skills"


def test_the_watch_sees_a_file_and_a_call(place):
    code = "from tests.fire.watch import start; import sys; start(sys.argv[1]); import socket, os\nopen('/etc/hostname').close()\nsocket.create_connection(('127.0.0.1', 9))"
    log = place / "log"

    done = subprocess.run([sys.executable, "-c", code, str(log)], capture_output=True, text=True, cwd=ROOT, check=False)
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]

    assert "the network is closed" in done.stderr
    assert ["open", "/etc/hostname"] in [e[:2] for e in events]
    assert not allowed("/etc/hostname", place, writes=False)
    assert not allowed(place / "in" / "resume.docx", place, writes=True)


@pytest.mark.parametrize(
    "words",
    [
        ["compare", "R", "BAD"],
        ["draft", "R", "BAD", "-o", "O/d.docx"],
        ["compare", "SPOILED", "P"],
        ["check", "SPOILED"],
    ],
    ids=str,
)
def test_an_error_carries_no_text_of_the_resume(place, words):
    bad, spoiled = place / "in" / "bad.pdf", place / "in" / "spoiled.docx"
    bad.write_bytes(b"%PDF-1.4 no more")
    spoiled.write_bytes(
        build_docx(
            f"<w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p>",
            parts={"word/styles.xml": f"<{CANARY}"},
            rels=[("s", "styles", "styles.xml")],
        )
    )

    _, done = watched(place, [{"BAD": str(bad), "SPOILED": str(spoiled)}.get(word, word) for word in words])

    assert done.returncode == 3
    assert CANARY not in done.stderr + done.stdout
    assert list((place / "out").iterdir()) == []
