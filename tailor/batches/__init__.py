"""Many postings: shards, processes, resumption. Calls the pipeline; importing it is cheap.

    inputs -> items -> shards of some postings -> workers -> result files -> index -> tables

The unit of work is a shard: its result file is written whole under a temporary name and renamed, and each line of it
carries the hash of everything the line rests on. So a rerun knows what is done, and any worker or the parent may be
lost at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tailor.lazy import lazily

if TYPE_CHECKING:
    from tailor.batches.run import batch

__all__ = ["batch"]

__getattr__ = lazily("tailor.batches", {"batch": "run"})
