"""A batch from end to end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TypedDict, Unpack

from tailor.batches import outputs, shards
from tailor.batches.inputs import Inputs, find_inputs, suffixes
from tailor.batches.ledger import Ledger, ledger
from tailor.batches.market import Watch
from tailor.batches.places import Place, place
from tailor.batches.pool import Pool, Step
from tailor.batches.setup import Setup, make_setup
from tailor.batches.shards import Shard
from tailor.batches.sorts import SORTS
from tailor.batches.twins import group
from tailor.batches.work import Bench
from tailor.errors import NothingToCompare
from tailor.resources import table
from tailor.types import Batch, PartialDate
from tailor.writers.batch_page import must_be_drawable
from tailor.writers.html import must_be_page

Progress = Callable[[int, int, int], None]
Paths = str | Path | Sequence[str | Path]


class Options(TypedDict, total=False):
    """How a batch is run.

    as_of, weights : as in `tailor.compare`.
    jobs : worker processes, by default one a core; 0 does all in this process, without a guard against files that
        end it.
    dask : address of the scheduler of a Dask cluster, which then does the work in place of `jobs`; see `cluster`.
    sort : what the table is sorted by, a key of `tailor.batches.sorts.SORTS`; "score" by default.
    min_score, modes, levels : postings that score less, or are of another mode of work or level than those named,
        are left out of the table; details and market hold them all the same.
    threshold : score from which the market counts a posting as within reach; by default that of `models/batch.toml`.
    html : the page of the batch: True, the default, for report.html in the folder of the results where Jinja2 and
        Matplotlib (extra "html") are there; a path for another place; False for none.
    force : write that page over a file that is there; the results themselves are renewed by each run.
    on_progress : is told (begun, of how many, failed) of the postings that are not yet done.
    """

    as_of: PartialDate | None
    weights: Path | None
    jobs: int | None
    dask: str | None
    sort: str
    min_score: float
    modes: Iterable[str] | None
    levels: Iterable[str] | None
    threshold: float | None
    html: Path | bool
    force: bool
    on_progress: Progress | None


def batch(
    resume: Paths, postings: str | Path | Iterable[str | Path], output: str | Path, **options: Unpack[Options]
) -> Batch:
    """Hold one resume, or several, against many postings, and write the tables to the folder `output`.

    postings : a folder, a .jsonl, .csv or .parquet file, or paths; with fsspec also addresses of object stores,
        which `output` may be, too.
    options : see `tailor.batches.run.Options`.

    What is done already and has not changed is not done again; so after an interruption the same call goes on.

    Raises a TailorError if a resume or all of the postings cannot be used, an output cannot be written, or another
    run is at work in `output`, and ValueError for options that make no sense; what is wrong with one posting goes to
    `Batch.failures`.
    """
    if options.get("sort", "score") not in SORTS or (options.get("jobs") or 0) < 0:
        told = f"{options.get('sort')!r} and {options.get('jobs')!r}"
        raise ValueError(f"sort is one of {', '.join(SORTS)}, and jobs 0 or more; got {told}")
    resumes = [resume] if isinstance(resume, str | Path) else resume
    setup = make_setup(resumes, as_of=options.get("as_of"), weights=options.get("weights"))
    given = postings if isinstance(postings, str | Path) else list(postings)
    inputs = find_inputs(given, Path(output))
    must_have_place(options, [path for _, path in setup.resumes], given)
    with place(output) as found, ledger(found.outdir) as book:
        enroll(inputs, setup, book, str(given) if isinstance(given, str | Path) else "the list of postings")
        limit = options.get("threshold")
        watch = Watch(float(table("batch.toml")["market"]["threshold"]) if limit is None else limit)
        look(found, book, watch, options)
        before = book.count("ok")
        missing, todo = book.todo()
        cut = map(partial(anew, found, book), shards.cut(inputs.whole(todo), missing, setup, found.target))
        work(cut, setup, options, steps(missing, options.get("on_progress")))
        look(found, book, watch, options)
        if left := book.count("missing"):
            raise RuntimeError(f"{left} postings have no result in {found.target}")  # a fault of the program
        group(book)
        wanted = options.get("sort", "score"), filters(options), options.get("html", True)
        done = outputs.Outcome(inputs, setup, book, found.home, watch, *wanted)
        made = outputs.write(done, found.outdir)
        found.send(made.files)
        sweep(found, book)
        return replace(made, outdir=found.address or made.outdir, reused=before)


def must_have_place(options: Options, resumes: Iterable[str], postings: Paths) -> None:
    """Raise OutputError if the page is to go to a place of its own, and cannot: what is read is never written over."""
    place = options.get("html", True)
    if isinstance(place, Path):
        must_be_drawable(place)
        given = [postings] if isinstance(postings, str | Path) else postings
        below = [place for folder in given if place.exists() and place.resolve().is_relative_to(Path(folder).resolve())]
        must_be_page(place, [*resumes, *map(str, given), *map(str, below)], force=options.get("force", False))


def filters(options: Options) -> outputs.Filters:
    """What the options leave out of the table."""
    modes, levels = (tuple(sorted(found or ())) for found in (options.get("modes"), options.get("levels")))
    return outputs.Filters(options.get("min_score", 0.0), modes, levels)


def enroll(inputs: Inputs, setup: Setup, book: Ledger, name: str) -> None:
    """Note all postings in the ledger; raises NothingToCompare if there are none."""
    for item in inputs.items():
        labelled = replace(item, label=book.once(item.label))
        book.add(labelled, setup.id_of(labelled))
    if not book.count():
        raise NothingToCompare(name, "holds no posting", f"Postings are: {', '.join(sorted(suffixes()))}.")


def look(found: Place, book: Ledger, watch: Watch, options: Options) -> None:
    """Note what stands in the result files that were not looked at yet."""
    found.fetch()
    key = SORTS[options.get("sort", "score")]
    for path, records in shards.kept(found.home, book.known):
        number = book.file(path.name)
        for offset, record in records:
            if book.awaits(record["id"]):
                book.note(record, number, offset, key(record) if record["ok"] else ("", 0.0))
                watch.add(record)


def anew(found: Place, book: Ledger, shard: Shard) -> Shard:
    """`shard`; a result file of its name, whose postings are tried again, is to be looked at again."""
    name = PurePath(shard.target).name
    book.forget(name)
    if found.address:
        (found.home / name).unlink(missing_ok=True)
    return shard


def sweep(found: Place, book: Ledger) -> None:
    """Remove the result files that no posting of this run rests on."""
    for name in shards.names(found.home):
        if not book.live(name):
            found.drop(name)


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


def work(todo: Iterator[Shard], setup: Setup, options: Options, step: Step) -> None:
    """Do the shards: on a cluster, in processes or, with 0 jobs, in this one."""
    jobs = options.get("jobs")
    if address := options.get("dask"):
        from tailor.batches import cluster

        cluster.run(todo, setup, address, step)
    elif jobs != 0:
        Pool(todo, setup, jobs or cores()).run(step)
    else:
        bench = None
        for shard in todo:
            bench = bench or Bench(setup)
            _, bad = shards.do(shard, bench, lambda _: step(1, 0))
            step(0, bad)
