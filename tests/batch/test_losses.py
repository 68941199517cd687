"""What is lost: workers, the parent, the patience of the user."""

import os
import signal
import subprocess
import sys
import time

import pytest

import tailor
from tailor.batches import pool
from tailor.resources import table

from .making import lines, make_folder, outputs, shard_names

# A worker that is lost over a posting: always, or the first time only.
TRAP = """
import os, pathlib, sys, time
sys.path[:] = __import__("json").loads(sys.argv[1])
from tailor.batches import work
{bench}
real = work.Bench.record
def record(self, item):
    if item.label == {label!r} and not ({once} and pathlib.Path({mark!r}).exists()):
        pathlib.Path({mark!r}).touch()
        {deed}
    return real(self, item)
work.Bench.record = record
"""
# What is lost and given up is the same whatever is found in a posting; this begins at once and finds nothing.
QUICK = """
class Quick:
    def __init__(self, setup):
        self.setup = setup
    def record(self, item):
        head = dict(id=self.setup.id_of(item), file=item.label, sha256=item.digest)
        return head | work.failure("was seen", "None.", again=False)
work.Bench = Quick
"""


def trap(monkeypatch, tmp_path, *, label, once, deed="os.kill(os.getpid(), 9)", bench=QUICK):
    prelude = TRAP.format(label=label, once=once, mark=str(tmp_path / "mark"), deed=deed, bench=bench)
    monkeypatch.setattr(pool, "BEGIN", prelude + pool.BEGIN)
    monkeypatch.setitem(table("batch.toml")["shard"], "postings", 3)  # so that it stands among others


def test_a_killed_worker_loses_nothing(resume, folder, tmp_path, monkeypatch):
    tailor.batch(resume, folder, tmp_path / "serial", jobs=0)
    trap(monkeypatch, tmp_path, label="p004.txt", once=True, bench="")
    told = []

    done = tailor.batch(resume, folder, tmp_path / "pool", jobs=2, on_progress=lambda *sums: told.append(sums))

    assert (tmp_path / "mark").exists()
    assert list(done.failures) == []
    assert told[-1] == (12, 12, 0)
    assert outputs(tmp_path / "serial") == outputs(tmp_path / "pool")


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        pytest.param("os.kill(os.getpid(), 9)", "killed by signal 9", id="killed"),
        pytest.param("raise KeyError('a bug')", "KeyError: 'a bug'", id="crash"),
        pytest.param("time.sleep(60)", "no answer in 2 seconds", id="endless"),
    ],
)
def test_a_poisonous_posting_is_given_up_and_reported(resume, folder, tmp_path, monkeypatch, deed, reason):
    if "sleep" in deed:
        monkeypatch.setitem(table("batch.toml")["worker"], "seconds", 2)
    trap(monkeypatch, tmp_path, label="p004.txt", once=False, deed=deed)

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=1)

    reasons = {failed.file: failed.reason for failed in done.failures}
    assert f"3 tries ended with the worker lost ({reason})" in reasons.pop("p004.txt")
    assert list(reasons.values()) == ["was seen"] * 11
    assert len(lines(tmp_path / "out" / "failures.jsonl")) == 12


def test_what_was_given_up_is_tried_again_by_the_next_run(resume, folder, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        trap(patch, tmp_path, label="p004.txt", once=False)
        tailor.batch(resume, folder, tmp_path / "out", jobs=1)

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert (done.reused, done.compared, len(done.failures)) == (0, 1, 11)


def test_workers_that_cannot_begin_are_a_bug_that_flies(resume, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "BEGIN", "raise SystemExit('out of order')")
    with pytest.raises(RuntimeError, match="no worker can be started: out of order"):
        tailor.batch(resume, folder, tmp_path / "out", jobs=2)


def start(resume, folder, out):
    command = [sys.executable, "-m", "tailor", "batch", resume, folder, "-o", out, "--jobs", "1"]
    return subprocess.Popen(map(str, command), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def wait_for_results(out, count):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if (out / "shards").is_dir() and len(list((out / "shards").glob("*.jsonl"))) >= count:
            return
        time.sleep(0.005)
    raise AssertionError("no result in a minute")


def test_a_parent_killed_again_and_again_loses_nothing(resume, folder, tmp_path):
    out = tmp_path / "out"
    for results in (0, 2, 6):
        with start(resume, folder, out) as parent:
            wait_for_results(out, results)
            parent.send_signal(signal.SIGKILL)
            parent.wait()
    kept = len(list((out / "shards").glob("*.jsonl")))

    done = tailor.batch(resume, folder, out, jobs=0)

    tailor.batch(resume, folder, tmp_path / "serial", jobs=0)
    assert done.reused >= kept >= 6
    assert outputs(out) == outputs(tmp_path / "serial")
    assert not [name for name in shard_names(out) if name.startswith(".")]


def test_ctrl_c_ends_cleanly_and_says_how_to_go_on(resume, tmp_path):
    folder = make_folder(
        tmp_path, 8 * table("batch.toml")["shard"]["postings"]
    )  # seconds of work after the first shard
    with start(resume, folder, tmp_path / "out") as parent:
        wait_for_results(tmp_path / "out", 1)
        os.killpg(parent.pid, signal.SIGINT)
        _, said = parent.communicate(timeout=30)

    assert parent.returncode == 130
    assert said.decode().strip().splitlines() == [
        f"tailor: stopped. What is done is kept in {tmp_path / 'out'}; the same command goes on from there."
    ]
    assert tailor.batch(resume, folder, tmp_path / "out", jobs=0).reused >= 1
