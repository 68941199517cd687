"""Worker processes, each with a thread of its own in the parent that feeds it shard by shard.

Why not the process pool of `concurrent.futures`: when a worker is lost there, all that is under way is lost, and nobody
knows at which posting it happened. Here each worker tells which posting it begins, so the one over which three are lost
is known. And a script that calls `tailor.batch` needs no `if __name__ == "__main__"`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from math import inf
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic
from typing import IO, Any

from tailor.batches.setup import Setup
from tailor.batches.shards import GIVEN_UP, Shard
from tailor.batches.worker import setup_to, shard_to
from tailor.errors import OutputError
from tailor.resources import table

BEGIN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from tailor.batches.worker import main; main()"
LOOK = 0.5  # seconds between two looks at workers that say nothing

Step = Callable[[int, int], None]


class Lost(Exception):
    """A worker ended before its shard did; `place` is the posting it was at, None before the first."""

    def __init__(self, place: int | None, why: str) -> None:
        self.place, self.why = place, why
        super().__init__(why)


class Worker:
    """One worker process. `since` is when it began the posting it is at, by a clock that no output rests on."""

    def __init__(self, setup: Setup) -> None:
        self.errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process
        command = [sys.executable, "-P", "-c", BEGIN, json.dumps(sys.path)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True, encoding="utf-8"
        )
        self.since, self.silent = inf, False
        self.unsent = [setup_to(setup)]

    def do(self, shard: Shard, at: Callable[[], None]) -> tuple[int, int]:
        """Have `shard` done; `at` is called before each posting. Raises Lost, or OutputError."""
        place: int | None = None
        self.send(shard)
        for message in self.messages():
            if "done" in message:
                good, bad = message["done"]
                return good, bad
            if "failed" in message:
                raise OutputError(*message["failed"])
            place = message["at"]
            at()
        raise Lost(place, self.epitaph())

    def send(self, shard: Shard) -> None:
        """Give the worker `shard`, and before the first what it is held against; raises Lost if it is gone."""
        assert self.process.stdin
        try:
            for message in (*self.unsent, shard_to(shard)):
                self.process.stdin.write(json.dumps(message) + "\n")
            self.process.stdin.flush()
        except OSError:
            raise Lost(None, self.epitaph()) from None
        self.unsent = []

    def messages(self) -> Iterator[Any]:
        """What the worker tells until it is done, or gone."""
        assert self.process.stdout
        for line in self.process.stdout:
            if line.endswith("\n"):  # else it was lost in the middle of a word
                message = json.loads(line)
                self.since = monotonic() if "at" in message else inf
                yield message

    def epitaph(self) -> str:
        """How the process ended, in a few words."""
        code = self.process.wait()
        self.errors.seek(0)
        lines = self.errors.read()[-2000:].decode("utf-8", "replace").strip().splitlines()
        if self.silent:
            return f"no answer in {table('batch.toml')['worker']['seconds']} seconds"
        return f"killed by signal {-code}" if code < 0 else (lines[-1][:200] if lines else f"exit code {code}")

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            close(stream)


def close(stream: IO[Any] | None) -> None:
    """Close `stream`; what it still held is of no use to a process that is gone."""
    if stream:
        with suppress(BrokenPipeError):
            stream.close()


class Pool:
    """Some workers that do shards until there are no more."""

    def __init__(self, shards: Iterator[Shard], setup: Setup, jobs: int) -> None:
        self.shards, self.setup, self.jobs = shards, setup, jobs
        self.lock, self.stopped = Lock(), False
        self.events: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
        self.workers: dict[int, Worker] = {}

    def run(self, step: Step) -> None:
        """Do all shards; `step` is told of each posting begun (1, 0) and of failures (0, count).

        Raises OutputError if a result cannot be written. Whatever ends it, no worker is left.
        """
        with ThreadPoolExecutor(self.jobs) as threads:
            serving = [threads.submit(self.serve, number) for number in range(self.jobs)]
            try:
                self.watch(step)
            finally:
                self.stopped = True
                for worker in list(self.workers.values()):
                    worker.process.kill()
        for thread in serving:
            thread.result()

    def watch(self, step: Step) -> None:
        """Pass on what the threads tell until all have ended, or one in error."""
        running, looked = self.jobs, monotonic()
        while running and not self.stopped:
            with suppress(Empty):
                event = self.events.get(timeout=LOOK)
                running -= event is None
                if event:
                    step(*event)
            if monotonic() - looked > LOOK:
                self.end_silent()
                looked = monotonic()

    def end_silent(self) -> None:
        """End the workers that have been at one posting for too long."""
        latest = monotonic() - table("batch.toml")["worker"]["seconds"]
        for worker in list(self.workers.values()):
            if worker.since < latest:
                worker.silent = True
                worker.process.kill()

    def serve(self, number: int) -> None:
        """One thread: do shard after shard with one worker, and with a new one when it is lost."""
        whole = False
        try:
            while not self.stopped and (shard := self.next()):
                self.until_done(number, shard)
            whole = True
        finally:
            if worker := self.workers.pop(number, None):
                worker.end()
            self.stopped |= not whole
            self.events.put(None)

    def next(self) -> Shard | None:
        """The next shard; only one thread at a time may ask the iterator."""
        with self.lock:
            return next(self.shards, None)

    def until_done(self, number: int, shard: Shard) -> None:
        """Do `shard`, however often a worker is lost over it; a posting is given up after some tries."""
        tries: Counter[int | None] = Counter()
        begun = Begun(lambda: self.events.put((1, 0)))
        while not self.stopped:
            if number not in self.workers:
                self.workers[number] = Worker(self.setup)
            try:
                _, bad = self.workers[number].do(shard, begun)
            except Lost as lost:
                begun.again()
                self.workers.pop(number).end()
                self.count(lost, shard, tries)
            else:
                self.events.put((0, bad))
                return

    def count(self, lost: Lost, shard: Shard, tries: Counter[int | None]) -> None:
        """Note a lost worker; raises RuntimeError if workers do not even begin."""
        tries[lost.place] += 1
        most = int(table("batch.toml")["worker"]["tries"])
        if self.stopped or tries[lost.place] < most:
            return
        if lost.place is None:
            raise RuntimeError(f"no worker can be started: {lost.why}")
        shard.given_up[lost.place] = GIVEN_UP.format(most, lost.why)


class Begun:
    """Tells of each posting begun, but not again when a shard is done again."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self.seen, self.told, self.tell = 0, 0, tell

    def __call__(self) -> None:
        """One more was begun."""
        self.seen += 1
        if self.seen > self.told:
            self.told = self.seen
            self.tell()

    def again(self) -> None:
        """The shard is begun from its start."""
        self.seen = 0
