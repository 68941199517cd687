"""Where results may be kept, by whom, and what lies there that is no posting."""

import subprocess
import sys
import time

import pytest

import tailor
from tailor.batches import keys, work
from tailor.batches.lock import NAME, locked
from tailor.errors import InputError, MissingFile, OutputError

from .making import RESUME, lines, outputs, posting, shard_names

HOLD = """
import pathlib, sys, time
from tailor.batches import keys, work
from tailor.batches.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(tmp_path):
    """Another process that holds the lock of a folder."""
    (tmp_path / "out" / "shards").mkdir(parents=True)
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "out")], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_run_in_a_folder_is_refused_in_one_line(resume, folder, tmp_path, other):
    with pytest.raises(OutputError) as refused:
        tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert str(refused.value) == (
        f"out: another run is writing to this folder (process {other.pid})."
        " Wait until it ends, or name another folder with -o."
    )


def test_the_lock_of_a_dead_process_is_taken_over(resume, folder, tmp_path, other):
    other.kill()
    other.wait()
    assert (tmp_path / "out" / NAME).exists()

    assert tailor.batch(resume, folder, tmp_path / "out", jobs=0).compared == 12
    assert not (tmp_path / "out" / NAME).exists()


def test_a_lock_is_free_again_after_an_error(tmp_path):
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), locked(tmp_path):
            raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_resume_among_the_postings_is_set_aside_and_is_no_failure(resume, folder, tmp_path):
    (folder / "mine.txt").write_text(RESUME, encoding="utf-8")

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert (done.compared, list(done.failures)) == (12, [])
    assert [(found.file, found.reason) for found in done.skipped] == [("mine.txt", "is a resume, not a posting")]
    assert lines(tmp_path / "out" / "skipped.jsonl")[0]["file"] == "mine.txt"
    assert tailor.batch(resume, folder, tmp_path / "out", jobs=0).reused == 12


def test_a_failure_that_goes_well_under_the_same_name_is_looked_at_again(resume, folder, tmp_path, monkeypatch):
    def hash_of(path, real=keys.of_file):
        if str(path).endswith("p000.txt"):
            raise OSError(5, "Input/output error")
        return real(path)

    def cut_off(item):
        raise MissingFile(item.path, "could not be opened (Input/output error)", "Try again.")

    monkeypatch.setattr(keys, "of_file", hash_of)
    with monkeypatch.context() as patch:
        patch.setattr(work, "source_of", cut_off)
        assert len(tailor.batch(resume, [folder / "p000.txt"], tmp_path / "out", jobs=0).failures) == 1
    names = shard_names(tmp_path / "out")

    done = tailor.batch(resume, [folder / "p000.txt"], tmp_path / "out", jobs=0)

    assert (done.compared, len(done.failures)) == (1, 0)
    assert shard_names(tmp_path / "out") == names


@pytest.fixture
def store(folder):
    """The postings of `folder` in an object store in memory."""
    fsspec = pytest.importorskip("fsspec", reason="object stores need fsspec, the extra dask")
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    for path in folder.rglob("*.txt"):
        memory.pipe_file(f"/jobs/{path.relative_to(folder).as_posix()}", path.read_bytes())
    yield memory
    memory.store.clear()


def test_a_store_gives_and_takes_what_folders_do(resume, folder, tmp_path, store):
    here = tailor.batch(resume, folder, tmp_path / "here", jobs=0)
    there = tailor.batch(resume, "memory://jobs", "memory://results/first", jobs=0)

    assert [found.row for found in there.ranked] == [found.row for found in here.ranked]
    for name, data in outputs(tmp_path / "here").items():
        if name != "manifest.json":  # which tells the name of the folder
            assert store.cat_file(f"/results/first/{name}") == data
    again = tailor.batch(resume, "memory://jobs", "memory://results/first", jobs=0)
    assert again.reused == 12
    assert again.outdir == "memory://results/first"


def test_a_file_of_records_is_read_from_a_store(resume, folder, tmp_path, store):
    import json

    text = "".join(json.dumps({"id": n, "text": posting(n)}) + "\n" for n in range(3))
    store.pipe_file("/jobs.jsonl", text.encode())

    done = tailor.batch(resume, "memory://jobs.jsonl", tmp_path / "out", jobs=0)

    assert {found.file for found in done.ranked} == {f"jobs.jsonl#{n}" for n in range(3)}


@pytest.mark.parametrize(
    ("address", "error"),
    [("memory://nothing/there", MissingFile), ("nosuch://bucket/jobs", InputError)],
)
def test_an_address_that_leads_nowhere_is_one_line(resume, tmp_path, store, address, error):
    with pytest.raises(error) as found:
        tailor.batch(resume, address, tmp_path / "out", jobs=0)
    assert "\n" not in str(found.value)


def test_a_cluster_gives_the_bytes_of_a_serial_run(resume, folder, tmp_path):
    distributed = pytest.importorskip("distributed", reason="a cluster needs Dask, the extra dask")
    (folder / "poem.txt").write_text("The fog comes\non little cat feet.\n", encoding="utf-8")
    tailor.batch(resume, folder, tmp_path / "serial", jobs=0)
    begun = time.monotonic()
    told = []
    cluster = distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, worker_dashboard_address=None
    )
    with cluster:
        done = tailor.batch(
            resume,
            folder,
            tmp_path / "dask",
            dask=cluster.scheduler_address,
            on_progress=lambda *sums: told.append(sums),
        )

    assert time.monotonic() - begun < 60
    assert done.compared == 12
    assert told[-1] == (13, 13, 1)
    assert outputs(tmp_path / "dask") == outputs(tmp_path / "serial")


def test_a_cluster_that_is_lost_at_work_is_one_line_and_keeps_what_is_done(resume, folder, tmp_path, caplog):
    distributed = pytest.importorskip("distributed", reason="a cluster needs Dask, the extra dask")
    cluster = distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, worker_dashboard_address=None
    )

    def lose(begun, *_):
        if begun == 3:
            cluster.sync(cluster.scheduler.close)

    with cluster, pytest.raises(InputError, match=r"was lost while it worked. .*the same command goes on") as found:
        tailor.batch(resume, folder, tmp_path / "out", dask=cluster.scheduler_address, on_progress=lose)

    assert "\n" not in str(found.value)
    assert not [told for told in caplog.records if told.name == "distributed.client"]
    assert tailor.batch(resume, folder, tmp_path / "out", jobs=0).reused >= 3


def test_a_cluster_without_workers_is_one_line(resume, folder, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="a cluster needs Dask, the extra dask")
    monkeypatch.setattr("tailor.batches.cluster.WAIT", 0.5)
    cluster = distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=None)

    with cluster, pytest.raises(InputError, match="no worker has joined"):
        tailor.batch(resume, folder, tmp_path / "out", dask=cluster.scheduler_address)


def test_a_shard_that_kills_workers_is_cut_until_one_posting_is_given_up(tmp_path):
    pytest.importorskip("distributed", reason="a cluster needs Dask, the extra dask")
    from tailor.batches.cluster import pieces
    from tailor.batches.inputs import Item
    from tailor.batches.shards import Shard

    whole = Shard((Item("a", "1"), Item("b", "2")), str(tmp_path / "x.jsonl"))

    one, other = pieces(whole, "died")
    assert ([one.items, other.items], one.given_up) == ([(whole.items[0],), (whole.items[1],)], {})
    assert len({whole.target, one.target, other.target}) == 3
    (given_up,) = pieces(one, "died")
    assert "the worker lost (died)" in given_up.given_up[0]
