"""What the machine does to a run: a full disk, a folder that may not be written, an end at any point, no home."""

import os
import subprocess
import sys

import pytest

from tailor.errors import OutputError
from tailor.writers import saving
from tests.conftest import ROOT
from tests.fire.outcomes import TRACE
from tests.fire.outcomes import tailor as command
from tests.fire.seeds import RESUME

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs devices and bounds of Linux")
KILLED = """
import os, sys
from pathlib import Path
from tailor.writers.saving import save
target, after = Path(sys.argv[1]), int(sys.argv[2])
count = 0
def watch(event, args):
    global count
    if event in {"open", "os.rename", "os.remove", "os.fsync"} and ".tailor-" in str(args):
        count += 1
        if count > after:
            os._exit(9)
real = os.fsync
def fsync(number):
    if after == 100:
        os._exit(9)
    real(number)
os.fsync = fsync
sys.addaudithook(watch)
save(b"new" * 100_000, target)
"""


@pytest.fixture
def resume(tmp_path):
    path = tmp_path / "in" / "resume.txt"
    path.parent.mkdir()
    path.write_text(RESUME, encoding="utf-8")
    return path


@pytest.mark.parametrize("after", [0, 1, 2, 3, 100])
def test_killed_at_any_point_of_writing_the_file_is_whole(tmp_path, after):
    path = tmp_path / "out.json"
    path.write_bytes(b"old")

    subprocess.run([sys.executable, "-c", KILLED, str(path), str(after)], cwd=ROOT, check=False)

    assert path.read_bytes() in {b"old", b"new" * 100_000}
    saving.save(b"next", path)
    assert path.read_bytes() == b"next"


def test_what_a_killed_run_left_does_not_stop_the_next(tmp_path):
    left = tmp_path / f".tailor-{os.getpid()}.tmp"
    left.write_bytes(b"half")

    saving.save(b"whole", tmp_path / "out.json")

    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "out.json"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (type(path), "replace")), full)
    with pytest.raises(OutputError, match="No space left"):
        saving.save(b"new", path)

    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)); import sys; from tailor.cli import app; app()"


@LINUX
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, resume):
    out = tmp_path / "out.json"
    args = [sys.executable, "-B", "-c", FULL, "export", str(resume), "--to", "json-resume", "-o", str(out)]

    done = subprocess.run(args, capture_output=True, text=True, cwd=ROOT, check=False)

    assert done.returncode == 5
    assert done.stderr.startswith("tailor: out.json: cannot be written")
    assert len(done.stderr.splitlines()) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


@LINUX
def test_standard_output_on_a_full_disk(resume):
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "tailor", "check", str(resume), "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )

    assert done.returncode == 5
    assert done.stderr.startswith(b"tailor: standard output: could not be written")
    assert not TRACE.search(done.stderr.decode())


@LINUX
def test_a_folder_nobody_may_write_to(resume):
    done = command("export", resume, "--to", "json-resume", "-o", "/proc/tailor.json")

    assert done.code == 5
    assert done.err.startswith("tailor: tailor.json: ")
    assert len(done.err.strip().splitlines()) == 1


def test_a_reader_that_goes_away_ends_it_quietly(resume):
    running = subprocess.Popen(
        [sys.executable, "-m", "tailor", "check", str(resume)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    running.stdout.close()
    told = running.stderr.read()
    running.stderr.close()

    assert running.wait() == 0
    assert told == b""


@pytest.mark.parametrize(
    "env",
    [
        pytest.param(
            {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "TMPDIR": "/nonexistent"}, id="no-home"
        ),
        pytest.param({"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="locale-C"),
        pytest.param({"LC_ALL": "xx_XX.nonsense"}, id="unknown-locale"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="ascii"),
        pytest.param({"TZ": "Nowhere/Odd"}, id="odd-time-zone"),
        pytest.param({"COLUMNS": "1", "TERM": "dumb"}, id="narrow"),
    ],
)
def test_an_odd_surrounding_changes_nothing_but_letters(resume, env):
    text = resume.read_text(encoding="utf-8")
    resume.write_text(text.replace("Ada", "Adaé"), encoding="utf-8")

    done, usual = command("check", resume, "--json", env=env), command("check", resume, "--json")

    assert (done.code, done.err.strip()) == (0, "")
    assert done.out.replace("?", "é").splitlines()[0] == usual.out.splitlines()[0]
    assert len(done.out.splitlines()) == len(usual.out.splitlines())


PAST = "import time; time.time = lambda: -1e9; time.time_ns = lambda: -10**18; from tailor.cli import app; app()"


def test_a_clock_in_the_past_changes_nothing(resume):
    args = ["check", str(resume), "--json"]
    done = subprocess.run([sys.executable, "-c", PAST, *args], capture_output=True, cwd=ROOT, check=False)

    assert done.returncode == 0
    assert done.stdout.decode() == command(*args).out


@LINUX
def test_too_little_memory_is_told_in_a_line(resume):
    big = resume.with_name("big.txt")
    big.write_text(RESUME + "word word\n" * 9_000, encoding="utf-8")
    code = (
        "import tailor.commands.check, tailor, sys\n"
        "def check(_):\n    raise MemoryError\n"
        "tailor.check = check\n"
        "from tailor.cli import app; app()"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(big)], capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert done.returncode == 3
    assert "more memory" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_shrinks_or_goes_while_it_is_read(tmp_path, resume, monkeypatch):
    from tailor import readers

    data = resume.read_bytes()
    for left in (b"", data[: len(data) // 2]):
        monkeypatch.setattr(readers, "at_most", lambda file, left=left: left)
        if left:
            assert readers.read(resume).text == left.decode()
        else:
            with pytest.raises(readers.EmptyFile):
                readers.read(resume)
