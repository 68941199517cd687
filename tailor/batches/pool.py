"""Worker processes, each with a thread of its own in the parent that feeds it shard by shard.

Why not `concurrent.futures`: when a worker is lost there, all that is under way is lost, and nobody knows at which
posting it happened. Here each worker tells which posting it begins, so one that is lost three times over the same
posting is known. And a script that calls `tailor.batch` needs no `if __name__ == "__main__"`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePath
from queue import Empty, SimpleQueue
from typing import IO, Any

from tailor.batches.shards import GIVEN_UP, Shard
from tailor.batches.work import Setup
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
    """One worker process."""

    def __init__(self, setup: Setup) -> None:
        self.errors: IO[bytes] = tempfile.TemporaryFile()
        command = [sys.executable, "-P", "-c", BEGIN, json.dumps(sys.path)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True, encoding="utf-8"
        )
        self.since = time.monotonic()
        self.silent = False
        self.first = {"setup": setup_to(setup)}["setup"]

    def send(self, message: Any) -> None:
        """Give the worker a line; raises BrokenPipeError if it is gone."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def do(self, shard: Shard, at: Callable[[], None]) -> tuple[int, int]:
        """Have `shard` done; `at` is called before each posting. Raises Lost, or OutputError."""
        place = None
        try:
            if self.first:
                self.send(self.first)
                self.first = {}
            self.send(shard_to(shard))
        except OSError:
            raise Lost(None, self.epitaph()) from None
        assert self.process.stdout
        for line in self.process.stdout:
            self.since, message = time.monotonic(), json.loads(line)
            if "done" in message:
                good, bad = message["done"]
                return good, bad
            if "failed" in message:
                raise OutputError(*message["failed"])
            place = message["at"]
            at()
        raise Lost(place, self.epitaph())

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
        try:
            stream.close()
        except BrokenPipeError:
            return


class Pool:
    """Some workers that do shards until there are no more."""

    def __init__(self, shards: Iterator[Shard], setup: Setup, jobs: int) -> None:
        self.shards, self.setup = shards, setup
        self.lock, self.stopped = threading.Lock(), False
        self.events: SimpleQueue[tuple[int, int] | BaseException | None] = SimpleQueue()
        self.workers: dict[int, Worker] = {}
        self.threads = [threading.Thread(target=self.serve, args=(n,), daemon=True) for n in range(jobs)]

    def run(self, step: Step) -> None:
        """Do all shards; `step` is told of each posting begun (1, 0) and of failures (0, count).

        Raises OutputError if a result cannot be written. Whatever ends it, no worker is left.
        """
        for thread in self.threads:
            thread.start()
        try:
            self.watch(step)
        finally:
            self.stopped = True
            for worker in list(self.workers.values()):
                worker.process.kill()
            for thread in self.threads:
                thread.join()

    def watch(self, step: Step) -> None:
        """Pass on what the threads tell until all have ended."""
        running = len(self.threads)
        while running:
            try:
                event = self.events.get(timeout=LOOK)
            except Empty:
                self.end_silent()
                continue
            if isinstance(event, BaseException):
                raise event
            if event is None:
                running -= 1
            else:
                step(*event)

    def end_silent(self) -> None:
        """End the workers that have been at one posting for too long."""
        latest = time.monotonic() - table("batch.toml")["worker"]["seconds"]
        for worker in list(self.workers.values()):
            if worker.since < latest:
                worker.silent = True
                worker.process.kill()

    def serve(self, number: int) -> None:
        """One thread: do shard after shard with one worker, and with a new one when it is lost."""
        try:
            while not self.stopped and (shard := self.next()):
                self.until_done(number, shard)
        except Exception as error:  # noqa: BLE001 - passed on to the thread that waits, which raises it
            self.events.put(error)
        finally:
            if worker := self.workers.pop(number, None):
                worker.end()
            self.events.put(None)

    def next(self) -> Shard | None:
        """The next shard; only one thread at a time may ask the iterator."""
        with self.lock:
            return next(self.shards, None)

    def until_done(self, number: int, shard: Shard) -> None:
        """Do `shard`, however often a worker is lost over it; a posting is given up after some tries."""
        tries: Counter[int | None] = Counter()
        begun = 0
        while not self.stopped:
            ahead = Ahead(begun, lambda: self.events.put((1, 0)))
            worker = self.workers.get(number) or self.workers.setdefault(number, Worker(self.setup))
            try:
                _, bad = worker.do(shard, ahead)
            except Lost as lost:
                begun = max(begun, ahead.seen)
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


class Ahead:
    """Counts postings begun, and tells only of those not told of before the worker was lost."""

    def __init__(self, told: int, tell: Callable[[], None]) -> None:
        self.seen, self.told, self.tell = 0, told, tell

    def __call__(self) -> None:
        self.seen += 1
        if self.seen > self.told:
            self.tell()


def name_of(path: str) -> str:
    """The file name of `path`."""
    return PurePath(path).name
