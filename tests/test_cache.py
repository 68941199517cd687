"""What is kept between two commands: never another answer, never readable, never in the way."""

import os
import sqlite3
import stat
import sys
from subprocess import run as process

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tailor import cache
from tailor.cli import app
from tailor.extractors import pipeline, telling
from tailor.store import Store, sealed, unsealed

HEAVY = "import sys; print([m for m in ('spacy', 'sklearn', 'numpy', 'rich.console') if m in sys.modules])"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A cache of the test's own, and nothing remembered in this process."""
    monkeypatch.delenv("TAILOR_NO_CACHE", raising=False)
    monkeypatch.setattr(cache, "place", lambda: tmp_path / "cache" / cache.FILE)
    forget()
    yield tmp_path / "cache" / cache.FILE
    forget()


def forget():
    pipeline.skills_in.cache_clear()
    for remembered in (telling.shown_in, telling.told_in, telling.line_told):
        remembered.cache_clear()


def run(*arguments):
    forget()
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return done.exit_code, done.output


@pytest.fixture
def files(samples, tmp_path):
    """A resume and a posting that may be changed."""
    made = [tmp_path / "resume.txt", tmp_path / "posting.txt"]
    for path, sample in zip(made, ("resumes/apm.txt", "senior-pm-billing.txt"), strict=True):
        path.write_bytes((samples / sample).read_bytes())
    return made


@given(st.binary(max_size=300), st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_a_sealed_value_opens_with_its_key_only(value, key, other):
    assert unsealed(sealed(value, key), key) == value
    assert other == key or unsealed(sealed(value, key), other) is None


@given(st.binary(min_size=1, max_size=80), st.data())
def test_a_damaged_value_is_none(value, data):
    found = bytearray(sealed(value, b"k"))
    found[data.draw(st.integers(0, len(found) - 1))] ^= data.draw(st.integers(1, 255))

    assert unsealed(bytes(found), b"k") is None


@given(st.lists(st.text(max_size=5), max_size=3), st.lists(st.text(max_size=5), max_size=3))
def test_other_parts_are_other_material(one, other):
    assert (cache.material("x", *one) == cache.material("x", *other)) == (one == other)


@pytest.mark.parametrize(
    "options", [(), ("--json",), ("--json", "--as-of", "2026-01")], ids=["report", "json", "month"]
)
def test_an_answer_is_the_same_with_cold_with_warm_and_without_cache(home, files, options):
    without = run("compare", *files, *options, "--no-cache")
    assert not home.exists()

    assert run("compare", *files, *options) == without  # cold
    assert run("compare", *files, *options) == without  # the whole answer is kept
    assert run("compare", *files, "--as-of", "2026-02", "--json") == run(  # only lines are
        "compare", *files, "--as-of", "2026-02", "--json", "--no-cache"
    )


def test_a_changed_file_is_another_answer(home, files):
    before = run("compare", *files, "--json")
    files[0].write_text(files[0].read_text(encoding="utf-8").replace("SQL", "Excel"), encoding="utf-8")

    assert run("compare", *files, "--json") == run("compare", *files, "--json", "--no-cache") != before


def test_other_commands_read_the_lines_that_compare_kept(home, files, monkeypatch):
    run("compare", *files)
    expected = run("interview", *files, "--json", "--no-cache")
    monkeypatch.setattr(pipeline, "load", lambda: pytest.fail("the pipeline was loaded"))

    assert run("interview", *files, "--json") == expected


def test_the_file_tells_nothing_and_is_its_owners(home, files):
    run("compare", *files)

    data = home.read_bytes()
    words = {word for file in files for word in file.read_bytes().split() if len(word) > 7}
    assert len(data) > 10_000
    assert [word for word in words if word in data] == []
    if os.name == "posix":
        assert stat.S_IMODE(home.stat().st_mode) == 0o600
        assert stat.S_IMODE(home.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"no database" * 500, None], ids=["empty", "garbage", "flipped"])
def test_a_damaged_file_is_no_cache(home, files, damage):
    expected = run("compare", *files, "--json")
    if damage is None:
        with sqlite3.connect(home) as base:
            base.execute("UPDATE entries SET value = zeroblob(length(value))")
    else:
        home.write_bytes(damage)

    assert run("compare", *files, "--json") == expected
    assert run("compare", *files, "--json") == expected


def test_a_place_that_cannot_be_written_is_no_cache(home, files):
    home.parent.write_text("a file where the folder should be", encoding="utf-8")

    assert run("compare", *files)[0] == 0


def test_it_stays_within_its_size_and_keeps_what_is_new(tmp_path):
    path = tmp_path / "small" / "store"
    for number in range(60):
        store = Store(path, 60_000)
        store.put(b"%d" % number, bytes(5_000))
        store.close()

    store = Store(path, 60_000)
    held = [number for number in range(60) if store.get(b"%d" % number)]
    store.close()
    assert path.stat().st_size < 100_000
    assert held
    assert held[-1] == 59


def test_two_processes_write_at_once(tmp_path):
    path = tmp_path / "both" / "store"
    first, second = Store(path, 10**6), Store(path, 10**6)
    for number in range(20):
        first.put(b"first %d" % number, b"1")
        second.put(b"second %d" % number, b"2")
    first.close()
    second.close()

    store = Store(path, 10**6)
    assert [store.get(b"first %d" % n) for n in range(20)] + [store.get(b"second %d" % n) for n in range(20)] == [
        *[b"1"] * 20,
        *[b"2"] * 20,
    ]
    store.close()


def test_a_busy_file_is_left_alone(home, files):
    expected = run("compare", *files, "--json")
    with sqlite3.connect(home, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert run("compare", *files, "--json", "--as-of", "2026-03")[0] == 0
        other.execute("ROLLBACK")
    other.close()

    assert run("compare", *files, "--json") == expected


def test_a_library_writes_nothing(home, files):
    import tailor

    tailor.compare(*files)

    assert not home.exists()


def test_the_command_shows_and_clears(home, files):
    run("compare", *files)
    assert str(home) in run("cache")[1].replace("\n", "")
    assert run("cache", "clear")[0] == 0
    assert not home.exists()
    assert '"bytes": 0' in run("cache", "--json")[1]


def test_the_same_again_needs_nothing_heavy(files, tmp_path):
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "xdg"), "LOCALAPPDATA": str(tmp_path / "xdg")}
    environment.pop("TAILOR_NO_CACHE", None)
    code = f"import atexit; atexit.register(lambda: exec({HEAVY!r}, {{}})); from tailor.cli import app; app()"
    command = [sys.executable, "-c", code, "compare", *map(str, files)]
    first, again = (process(command, env=environment, capture_output=True, text=True, check=True) for _ in range(2))

    assert first.stdout.splitlines()[:-1] == again.stdout.splitlines()[:-1]
    assert "spacy" in first.stdout.splitlines()[-1]
    assert again.stdout.splitlines()[-1] == "[]"
