"""The same shards on a cluster of Dask: the extra "dask", `--dask ADDRESS`.

Postings are opened and results written where the workers run: name a folder that all of them see, or addresses of an
object store. Resumes and weights travel with the work. Start workers with one thread each: a process does one posting
at a time.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

from tailor.batches import keys, shards
from tailor.batches.setup import Setup
from tailor.batches.shards import GIVEN_UP, Shard
from tailor.batches.work import Bench
from tailor.errors import InputError
from tailor.resources import table

AHEAD = 4  # shards under way for each worker, so that none waits and little is held
WAIT = 30  # seconds for the scheduler to answer, and for the first worker to join
GO_ON = "Check the cluster; what is done is kept, and the same command goes on from there."
ONE = Lock()  # the language pipeline is not for two threads at once
Step = Callable[[int, int], None]


@dataclass(frozen=True)
class Parcel:
    """What a worker elsewhere needs before it can begin: the setup, and the contents of the files it names."""

    setup: Setup
    files: tuple[tuple[str, bytes], ...]


def parcel(setup: Setup) -> Parcel:
    """The parcel of a setup."""
    paths = [*(path for _, path in setup.resumes), *([setup.weights] if setup.weights else [])]
    return Parcel(setup, tuple((path, Path(path).read_bytes()) for path in paths))


@lru_cache(maxsize=1)
def unpacked(found: Parcel) -> Bench:
    """The bench of a parcel, made once a process. Raises InputError if this is another Tailor than that of the run."""
    if keys.of_models() != found.setup.models:
        raise InputError("cluster", "a worker has another version of Tailor", "Install the same on all machines.")
    with tempfile.TemporaryDirectory() as home:
        at = {path: Path(home) / str(number) / Path(path).name for number, (path, _) in enumerate(found.files)}
        for path, data in found.files:
            at[path].parent.mkdir()
            at[path].write_bytes(data)
        resumes = tuple((name, str(at[path])) for name, path in found.setup.resumes)
        weights = str(at[found.setup.weights]) if found.setup.weights else ""
        return Bench(replace(found.setup, resumes=resumes, weights=weights))


def do(shard: Shard, found: Parcel) -> tuple[int, int]:
    """Do one shard on a worker; gives how many succeeded and how many failed."""
    with ONE:
        return shards.do(shard, unpacked(found), lambda _: None)


def run(todo: Iterator[Shard], setup: Setup, address: str, step: Step) -> None:
    """Have all shards done by the cluster whose scheduler is at `address`; `step` as in `Pool.run`.

    A shard over which workers are lost is cut into its postings, so that the one that does it stands alone and is
    given up. Raises InputError without Dask, without a cluster or when it is lost, OutputError if a result cannot be
    written.
    """
    try:
        from distributed import Client
        from distributed.comm.core import CommClosedError
    except ImportError:
        raise InputError(address, "a cluster needs Dask", "Install it: pip install 'tailor-pm[dask]'.") from None
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(address, f"no Dask scheduler answers ({error})", "Check the address.") from error
    try:
        with unheard("distributed.client"), client:
            must_have_workers(client, address)
            Runner(client, parcel(setup), step).run(todo)
    except (CancelledError, CommClosedError, TimeoutError) as error:
        raise InputError(address, "the Dask scheduler was lost while it worked", GO_ON) from error


@contextmanager
def unheard(name: str) -> Iterator[None]:
    """Keep the errors of a library to itself while this lasts: we tell them in one line."""
    log = logging.getLogger(name)
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def must_have_workers(client: Any, address: str) -> None:
    """Wait for the first worker; raises InputError if none joins in time."""
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError as error:
        told = f"no worker has joined this Dask scheduler in {WAIT} seconds"
        raise InputError(address, told, f"Start some: dask worker {address} --nthreads 1") from error


class Runner:
    """Some shards under way at once, until there are no more."""

    def __init__(self, client: Any, found: Parcel, step: Step) -> None:
        self.client, self.step = client, step
        self.sent = client.scatter(found, broadcast=True, hash=False)

    def run(self, todo: Iterator[Shard]) -> None:
        """Do all shards."""
        from distributed import as_completed

        workers = max(1, len(self.client.ncores()))
        under_way = as_completed(loop=self.client.loop)
        shard_of = {}

        def submit(shard: Shard) -> None:
            future = self.client.submit(do, shard, self.sent, pure=False)
            shard_of[future] = shard
            under_way.add(future)

        for shard in islice(todo, AHEAD * workers):
            submit(shard)
        for future in under_way:
            shard = shard_of.pop(future)
            for more in (*self.ended(future, shard), *islice(todo, 1)):
                submit(more)

    def ended(self, future: Any, shard: Shard) -> list[Shard]:
        """Count a shard that is done; gives what is to be tried in its place where workers were lost over it."""
        from distributed import KilledWorker

        try:
            _, bad = future.result()
        except KilledWorker as lost:
            return pieces(shard, f"workers of the cluster died: {lost.allowed_failures + 1}")
        self.step(len(shard.items), bad)
        return []


def pieces(shard: Shard, why: str) -> list[Shard]:
    """The postings of a shard one by one; one that is alone already is given up."""
    if len(shard.items) == 1:
        tries = int(table("batch.toml")["worker"]["tries"])
        return [replace(shard, given_up={0: GIVEN_UP.format(tries, why)})]
    stem = shard.target.removesuffix(shards.SUFFIX)
    return [
        Shard((item,), f"{stem}-{place}{shards.SUFFIX}", {0: given} if (given := shard.given_up.get(place)) else {})
        for place, item in enumerate(shard.items)
    ]
