"""Which postings there are: in a folder, in one file of many, or on a list."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePath

from tailor.batches import keys, remote
from tailor.batches.records import RECORDS, read_rows
from tailor.errors import MissingFile, missing
from tailor.registry import reader
from tailor.resources import table

CHANGED = "was changed while it was read"
WEB = "is a web address, and a batch uses no network"


@dataclass(frozen=True, slots=True)
class Item:
    """One posting to do.

    label : its name in the outputs, unique in the ledger of a run.
    digest : SHA-256 of its content; "" where it cannot be read, so that the next run looks again.
    path : of its file; "" for a record, which brings its `text` and what its columns declare.
    problem : why a record is none; "" for a good one.
    """

    label: str
    digest: str
    path: str = ""
    text: str = ""
    hints: tuple[tuple[str, str], ...] = ()
    problem: str = ""


@dataclass
class Inputs:
    """All postings of a run, never held together.

    items : gives them anew each time, their names not yet unique, records with their texts.
    records : whether they are records, whose texts are read once more when they are done.
    ignored : files left out by their kind, counted while `items` gives the others.
    """

    name: str
    items: Callable[[], Iterator[Item]]
    records: bool = False
    ignored: int = 0

    def whole(self, wanted: Iterable[tuple[int, Item]]) -> Iterator[Item]:
        """The items with these numbers (from 1, rising), under the names they have in `wanted`."""
        if not self.records:
            yield from (item for _, item in wanted)
            return
        found = enumerate(self.items(), start=1)
        for number, bare in wanted:
            item = next((item for at, item in found if at == number), bare)
            problem = item.problem if item.digest == bare.digest else CHANGED
            yield replace(item, label=bare.label, digest=bare.digest, problem=problem)


def find_inputs(source: str | Path | Iterable[str | Path], outdir: Path) -> Inputs:
    """The postings of a folder (with those below it), of a .jsonl, .csv or .parquet file, or of a list of paths.

    What lies in `outdir` is none. Raises MissingFile, or InputError for an address without fsspec.
    """
    if not isinstance(source, (str, Path)):
        paths = list(source)
        return Inputs("list", lambda: listed(paths))
    if remote.is_remote(source):
        return far(str(source))
    path = Path(source)
    if path.is_dir():
        found = Inputs(path.resolve().name, lambda: folder(path, outdir, found))
        return found
    if not path.is_file():
        raise missing(source, "file or folder")
    if path.suffix.lower() in RECORDS:
        return Inputs(PurePath(source).name, lambda: record_items(path), records=True)
    return Inputs("list", lambda: listed([source]))


def far(address: str) -> Inputs:
    """The postings at an address of an object store."""
    name = PurePath(address).name
    if remote.is_folder(address):
        found = Inputs(name, lambda: far_folder(address, found))
        return found
    if PurePath(address).suffix.lower() not in RECORDS:
        return Inputs("list", lambda: listed([address]))
    return Inputs(name, lambda: far_records(address, name), records=True)


def far_records(address: str, name: str) -> Iterator[Item]:
    """The records of a file in an object store, copied to a temporary folder while they are read."""
    with tempfile.TemporaryDirectory(prefix="tailor-batch-") as home:
        copy = Path(home) / name
        remote.fetch(address, copy)
        yield from record_items(copy)


def suffixes() -> set[str]:
    """Suffixes of the files in a folder that are taken for postings."""
    return set(reader.get_all()) - set(table("batch.toml")["input"]["ignored"])


def listed(paths: Iterable[str | Path]) -> Iterator[Item]:
    """The files at `paths`, each once, in the order given."""
    return (file_item(printable(path), path) for path in dict.fromkeys(map(str, paths)))


def folder(home: Path, outdir: Path, told: Inputs) -> Iterator[Item]:
    """The postings in `home` and below it, folder by folder by their names; hidden files and folders are left out."""
    known, results, told.ignored = suffixes(), outdir.resolve(), 0
    for path in visible(home, results):
        if path.suffix.lower().lstrip(".") in known:
            yield file_item(printable(path.relative_to(home).as_posix()), str(path))
        else:
            told.ignored += 1


def far_folder(address: str, told: Inputs) -> Iterator[Item]:
    """The postings below an address; hidden files and folders are left out."""
    known, told.ignored = suffixes(), 0
    for name, path in remote.below(address):
        if any(part.startswith(".") for part in PurePath(name).parts):
            continue
        if PurePath(name).suffix.lower().lstrip(".") in known:
            yield file_item(printable(name), path)
        else:
            told.ignored += 1


def visible(home: Path, results: Path) -> Iterator[Path]:
    """The files below `home` without hidden ones, those of linked folders, and those of the folder `results`."""
    for at, folders, names in os.walk(home):
        folders[:] = sorted(n for n in folders if n[0] != "." and (Path(at) / n).resolve() != results)
        if Path(at).resolve() != results:
            yield from (path for name in sorted(names) if name[0] != "." and (path := Path(at) / name).is_file())


def file_item(label: str, path: str) -> Item:
    """The item of one file."""
    try:
        digest = keys.of_file(path)
    except (OSError, ValueError, MissingFile):
        digest = ""  # the reader will say why
    web = path.lower().startswith(("http://", "https://"))
    return Item(label, digest, path, problem=WEB if web else "")


def record_items(path: Path) -> Iterator[Item]:
    """The items of a file of many postings, in order."""
    for row in read_rows(path):
        digest = keys.of_text(row.text, *chain.from_iterable(row.hints), row.problem)
        yield Item(f"{path.name}#{printable(row.id)}", digest, "", row.text, row.hints, row.problem)


def unique(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """A few `pairs` of label and path, labels made unique."""
    seen: dict[str, int] = {}
    for label, path in pairs:
        yield once(label, seen), path


def once(label: str, seen: dict[str, int]) -> str:
    """`label`, with a count behind it from its second time on."""
    seen[label] = seen.get(label, 0) + 1
    return label if seen[label] == 1 else once(f"{label}~{seen[label]}", seen)


def printable(text: str) -> str:
    """`text` on one line, as UTF-8 can hold it, without what steers a terminal."""
    kept = text.encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else "?" for c in kept)
