"""The outputs of a run, made in one pass over its records in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import tailor
from tailor.batches import keys
from tailor.batches.groups import Groups
from tailor.batches.inputs import Inputs
from tailor.batches.ledger import Ledger, Spot
from tailor.batches.market import Tally, Watch
from tailor.batches.rows import Lines, failed, ranked, record_at
from tailor.batches.setup import Setup
from tailor.resources import table
from tailor.types import Batch, Failed, Market, Ranked
from tailor.writers import batch as files
from tailor.writers.batch_page import lacking, save_page

PAGE = "report.html"
HIDDEN = frozenset({"id", "ok", "sketch", "pairs"})  # of no use to a reader of details.jsonl


@dataclass(frozen=True)
class Filters:
    """Which postings the table shows: those that score enough and are of these modes and levels, if any are named."""

    min_score: float = 0.0
    modes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    def pass_(self, record: Mapping[str, Any]) -> bool:
        """Whether a posting is shown."""
        named = ((self.modes, record["mode"]), (self.levels, record["level"]))
        return record["score"] >= self.min_score and all(not some or found in some for some, found in named)


@dataclass(frozen=True)
class Outcome:
    """A run that is done: what went in, what it was held against, where the results stand, and what is wanted."""

    inputs: Inputs
    setup: Setup
    book: Ledger
    home: Path
    watch: Watch
    sort: str
    filters: Filters
    html: Path | bool = True


def write(done: Outcome, outdir: Path) -> Batch:
    """Write all outputs to `outdir`, the manifest last."""
    rows, market, hashes = tables(done, outdir)
    lists: dict[str, Lines[Failed]] = {}
    for name, state in (("failures.jsonl", "failed"), ("skipped.jsonl", "skipped")):
        lists[state] = Lines(outdir / name, failed)
        with files.json_lines(outdir / name) as out:
            for spot in done.book.spots(state, order="label"):
                lists[state].offsets.append(out.add(failed(record_of(done, spot)).to_dict()))
        hashes[name] = out.digest
    hashes["market.json"] = files.save_json(files.market_record(market), outdir / "market.json")
    made = Batch(
        outdir=str(outdir),
        ranked=rows,
        failures=lists["failed"],
        skipped=lists["skipped"],
        market=market,
        compared=done.book.count("ok"),
        reused=0,
        ignored=done.inputs.ignored,
        files=(),
        scores=tuple(done.book.scores()),
    )
    if digest := paged(made, outdir / PAGE, done.html):
        hashes[PAGE] = digest
    files.save_json(manifest(done, hashes), outdir / "manifest.json")
    return replace(made, files=(*hashes, "manifest.json"))


def paged(batch: Batch, usual: Path, place: Path | bool) -> str:
    """Write the page to its `place`; its SHA-256, or "" where it is not at the `usual` one, and then no older is."""
    if place is True and not lacking():
        return save_page(batch, usual)
    usual.unlink(missing_ok=True)
    if isinstance(place, Path):
        save_page(batch, place)
    return ""


def tables(done: Outcome, outdir: Path) -> tuple[Lines[Ranked], Market, dict[str, str]]:
    """Write the table and the details; gives the rows of the table, the market, and the hashes of the files."""
    groups = Groups(record_of(done, spot) for spot in done.book.sample(table("batch.toml")["clusters"]["sample"]))
    tally = Tally(done.watch.threshold, done.watch.candidates(), groups)
    rows = Lines(outdir / "details.jsonl", ranked)
    with ExitStack() as open_files:
        details = open_files.enter_context(files.json_lines(outdir / "details.jsonl"))
        outs: list[files.CsvTable | files.ParquetTable] = [
            open_files.enter_context(files.csv_table(outdir / "table.csv"))
        ]
        if found := open_files.enter_context(files.parquet_table(outdir / "table.parquet")):
            outs.append(found)
        for detail, record in told(done, groups):
            offset = details.add(detail)
            if done.filters.pass_(record):
                rows.offsets.append(offset)
                row = ranked(detail, len(rows) - 1).row
                for out in outs:
                    out.add(row)
            if not detail["twin of"]:
                tally.add(record, detail["cluster"])
    return rows, tally.market(), {out.path.name: out.digest for out in (*outs, details)}


def told(done: Outcome, groups: Groups) -> Iterator[tuple[dict[str, Any], Mapping[str, Any]]]:
    """(line of details.jsonl, record) of each posting that was compared, in order."""
    for spot in done.book.spots("ok"):
        record = record_of(done, spot)
        kept = {key: value for key, value in record.items() if key not in HIDDEN}
        beside = {"cluster": groups.of(record), "twin of": spot.twin_of, "twins": spot.twins}
        yield {"schema": files.SCHEMA, **kept, **beside}, record


def record_of(done: Outcome, spot: Spot) -> dict[str, Any]:
    """The record at that spot."""
    return record_at(done.home / spot.file, spot.offset)


def manifest(done: Outcome, outputs: Mapping[str, str]) -> dict[str, Any]:
    """What went in and what came out, by hash; nothing of when, where or by how many processes."""
    inputs, setup, book = done.inputs, done.setup, done.book
    return {
        "schema": files.SCHEMA,
        "version": tailor.__version__,
        "models": setup.models,
        "key": setup.key,
        "resumes": [{"file": name, "sha256": digest} for name, digest in setup.digests],
        "as_of": list(setup.as_of) if setup.as_of else None,
        "postings": {
            "name": inputs.name,
            "count": book.count(),
            "sha256": keys.of_each(book.inputs()),
            "ignored": inputs.ignored,
        },
        "compared": book.count("ok"),
        "failed": book.count("failed"),
        "skipped": book.count("skipped"),
        "sort": done.sort,
        "filters": asdict(done.filters),
        "outputs": dict(outputs),
    }
