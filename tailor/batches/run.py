"""A batch from end to end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypedDict, Unpack

import tailor
from tailor.batches import keys, shards
from tailor.batches.index import SORTS, Entry, Index, Rows, details, index, record_at
from tailor.batches.inputs import Inputs, find_inputs
from tailor.batches.market import Tally
from tailor.batches.pool import Pool, Step
from tailor.batches.setup import Setup, make_setup
from tailor.batches.shards import Shard
from tailor.batches.work import Bench
from tailor.resources import table
from tailor.types import Batch, Market, PartialDate
from tailor.writers import batch as files
from tailor.writers.batch_page import lacking, must_be_drawable, save_page
from tailor.writers.html import must_be_page

PAGE = "report.html"
Progress = Callable[[int, int, int], None]
Paths = str | Path | Sequence[str | Path]


class Options(TypedDict, total=False):
    """How a batch is run.

    as_of, weights : as in `tailor.compare`.
    jobs : worker processes, by default one a core; 0 does all in this process, without a guard against files that
        end it.
    sort : what the table is sorted by, a key of `tailor.batches.index.SORTS`; "score" by default.
    min_score : postings below are left out of the table; details and market hold them all the same.
    threshold : score from which the market counts a posting as within reach; by default that of `models/batch.toml`.
    html : the page of the batch: True, the default, for report.html in the folder of the results where Jinja2 and
        Matplotlib (extra "html") are there; a path for another place; False for none.
    force : write that page over a file that is there; the results themselves are renewed by each run.
    on_progress : is told (begun, of how many, failed) of the postings that are not yet done.
    """

    as_of: PartialDate | None
    weights: Path | None
    jobs: int | None
    sort: str
    min_score: float
    threshold: float | None
    html: Path | bool
    force: bool
    on_progress: Progress | None


def batch(
    resume: Paths, postings: str | Path | Iterable[str | Path], output: str | Path, **options: Unpack[Options]
) -> Batch:
    """Hold one resume, or several, against many postings, and write the tables to the folder `output`.

    postings : a folder, a .jsonl, .csv or .parquet file, or paths. What is done already and has not changed is
        not done again; so after an interruption the same call goes on. Options: see `Options`.

    Raises a TailorError if a resume or all of the postings cannot be used, or an output cannot be written, and
    ValueError for options that make no sense; what is wrong with one posting goes to `Batch.failures`.
    """
    sort, jobs = options.get("sort", "score"), options.get("jobs")
    if sort not in SORTS or (jobs or 0) < 0:
        raise ValueError(f"sort is one of {', '.join(SORTS)}, and jobs 0 or more; got {sort!r} and {jobs!r}")
    resumes = [resume] if isinstance(resume, str | Path) else resume
    setup = make_setup(resumes, as_of=options.get("as_of"), weights=options.get("weights"))
    inputs = find_inputs(postings, Path(output))
    must_have_place(options, [*(path for _, path in setup.resumes), *inputs.paths])
    home = shards.prepare(Path(output))
    ids = {setup.id_of(item) for item in inputs.items}
    done = shards.finished(home) & ids
    missing = {item.label for item in inputs.items if setup.id_of(item) not in done}
    todo = shards.cut(inputs.whole(missing), len(missing), setup, home)
    work(todo, setup, cores() if jobs is None else jobs, steps(len(missing), options.get("on_progress")))
    found = index(home, ids, sort)
    made = written(Outcome(inputs, setup, found), Path(output), options)
    shards.sweep(home, found.paths)
    return replace(made, reused=len(done))


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def steps(total: int, tell: Progress | None) -> Step:
    """A function that adds up what it is told of, and passes the sums on."""
    begun = failed = 0

    def step(more: int, bad: int) -> None:
        nonlocal begun, failed
        begun, failed = begun + more, failed + bad
        if tell:
            tell(begun, total, failed)

    return step


def work(todo: Iterator[Shard], setup: Setup, jobs: int, step: Step) -> None:
    """Do the shards, in `jobs` processes or, with 0, in this one."""
    if jobs:
        Pool(todo, setup, jobs).run(step)
        return
    bench = None
    for shard in todo:
        bench = bench or Bench(setup)
        _, bad = shards.do(shard, bench, lambda _: step(1, 0))
        step(0, bad)


class Outcome(NamedTuple):
    """A run that is done: what went in, what it was held against, and what came out."""

    inputs: Inputs
    setup: Setup
    found: Index


def written(done: Outcome, outdir: Path, options: Options) -> Batch:
    """Write all outputs, the manifest last."""
    entries, failures = done.found.entries, tuple(done.found.failures)
    rows = Rows([found for found in entries if found.score >= options.get("min_score", 0.0)])
    market = market_of(entries, options.get("threshold"))
    hashes = {
        "table.csv": files.save_csv(rows, outdir / "table.csv"),
        "table.parquet": files.save_parquet(rows, outdir / "table.parquet"),
        "details.jsonl": files.save_json_lines(details(entries), outdir / "details.jsonl"),
        "failures.jsonl": files.save_json_lines((f.to_dict() for f in failures), outdir / "failures.jsonl"),
        "market.json": files.save_json(files.market_record(market), outdir / "market.json"),
    }
    made = Batch(
        outdir=str(outdir),
        ranked=rows,
        failures=failures,
        market=market,
        compared=len(entries),
        reused=0,
        ignored=done.inputs.ignored,
        files=(),
        scores=tuple(found.score for found in entries if not found.twin_of),
    )
    hashes[PAGE] = paged(made, outdir / PAGE, options.get("html", True))
    kept = {name: digest for name, digest in hashes.items() if digest}
    files.save_json(manifest(done, kept, options), outdir / "manifest.json")
    return replace(made, files=(*kept, "manifest.json"))


def must_have_place(options: Options, inputs: Iterable[str]) -> None:
    """Raise OutputError if the page is to go to a place of its own, and cannot."""
    place = options.get("html", True)
    if isinstance(place, Path):
        must_be_drawable(place)
        must_be_page(place, inputs, force=options.get("force", False))


def paged(batch: Batch, usual: Path, place: Path | bool) -> str:
    """Write the page to its `place`; its SHA-256, or "" where it is not at the `usual` one, and then no older is."""
    if place is True and not lacking():
        return save_page(batch, usual)
    usual.unlink(missing_ok=True)
    if isinstance(place, Path):
        save_page(batch, place)
    return ""


def market_of(entries: Iterable[Entry], threshold: float | None) -> Market:
    """The market view; of near-duplicates the best counts."""
    tally = Tally(table("batch.toml")["market"]["threshold"] if threshold is None else threshold)
    for found in entries:
        if not found.twin_of:
            tally.add(record_at(found))
    return tally.market()


def manifest(done: Outcome, outputs: Mapping[str, str], options: Options) -> dict[str, Any]:
    """What went in and what came out, by hash; nothing of when, where or by how many processes."""
    inputs, setup = done.inputs, done.setup
    return {
        "schema": files.SCHEMA,
        "version": tailor.__version__,
        "models": setup.models,
        "key": setup.key,
        "resumes": [{"file": name, "sha256": digest} for name, digest in setup.digests],
        "as_of": list(setup.as_of) if setup.as_of else None,
        "postings": {
            "name": inputs.name,
            "count": len(inputs.items),
            "sha256": keys.of_text(*sorted(f"{item.digest} {item.label}" for item in inputs.items)),
            "ignored": inputs.ignored,
        },
        "compared": len(done.found.entries),
        "failed": len(done.found.failures),
        "sort": options.get("sort", "score"),
        "min_score": options.get("min_score", 0.0),
        "outputs": dict(outputs),
    }
