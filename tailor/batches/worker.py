"""A worker: takes shards as lines of JSON from its standard input, tells what it does on its standard output.

    in   {"setup": ...} once, then {"items": ..., "target": ..., "given_up": ...} a shard
    out  {"at": place} before each posting, {"done": [succeeded, failed]} or {"failed": [path, reason, remedy]} a shard

It ends when its input ends, so it does not outlive a parent that was killed by more than one shard.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict, replace
from typing import Any, TextIO

from tailor.batches.inputs import Item
from tailor.batches.setup import Setup
from tailor.batches.shards import Shard, do
from tailor.batches.work import Bench
from tailor.errors import OutputError


def main() -> None:
    """Serve shards until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides what ends
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not mix with what is told
    setup = setup_from(json.loads(sys.stdin.readline() or "{}"))
    bench = Bench(setup)
    for line in sys.stdin:
        serve(json.loads(line), bench, told)


def serve(task: dict[str, Any], bench: Bench, told: TextIO) -> None:
    """Do one shard."""
    shard = shard_from(task)
    try:
        done = do(shard, bench, lambda place: tell(told, at=place))
    except OutputError as error:
        tell(told, failed=[error.path, error.reason, error.remedy])
    else:
        tell(told, done=list(done))


def tell(told: TextIO, **message: Any) -> None:
    """Send one message."""
    told.write(json.dumps(message) + "\n")
    told.flush()


def setup_to(setup: Setup) -> dict[str, Any]:
    """`setup` as plain data."""
    return asdict(setup)


def setup_from(data: dict[str, Any]) -> Setup:
    """The setup in `data`."""
    year_month = data["as_of"] and tuple(data["as_of"])
    return Setup(data["key"], tuple((n, p) for n, p in data["resumes"]), year_month, data["weights"])


def shard_to(shard: Shard) -> dict[str, Any]:
    """`shard` as plain data."""
    items = [asdict(item) for item in shard.items]
    return {"items": items, "target": shard.target, "given_up": list(shard.given_up.items())}


def shard_from(data: dict[str, Any]) -> Shard:
    """The shard in `data`."""
    items = tuple(replace(Item(**found), hints=tuple((k, v) for k, v in found["hints"])) for found in data["items"])
    return Shard(items, data["target"], {int(place): why for place, why in data["given_up"]})
