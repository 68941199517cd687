"""Which postings there are: in a folder, in one file of many, or on a list."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePath

from tailor.batches import keys
from tailor.batches.records import RECORDS, read_rows
from tailor.errors import NothingToCompare, missing
from tailor.registry import reader
from tailor.resources import table

WEB = "is a web address, and a batch uses no network"


@dataclass(frozen=True, slots=True)
class Item:
    """One posting to do.

    label : its name in the outputs, unique in a run.
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


@dataclass(frozen=True)
class Inputs:
    """All postings of a run, without the texts of records; `ignored` files were left out by their kind."""

    name: str
    items: tuple[Item, ...]
    records: Path | None = None
    ignored: int = 0

    @property
    def paths(self) -> Iterator[str]:
        """The files the postings are read from."""
        return iter([str(self.records)] if self.records else [item.path for item in self.items if item.path])

    def whole(self, wanted: Collection[str]) -> Iterator[Item]:
        """The items with these labels, in order, records with their texts: the file is read once more."""
        found = record_items(self.records) if self.records else iter(self.items)
        return (item for item in found if item.label in wanted)


def find_inputs(source: str | Path | Iterable[str | Path], outdir: Path) -> Inputs:
    """The postings of a folder (with those below it), of a .jsonl, .csv or .parquet file, or of a list of paths.

    What lies in `outdir` is none. Raises MissingFile, NothingToCompare if there is no posting, CorruptFile.
    """
    if not isinstance(source, (str, Path)):
        found = listed(source)
    elif Path(source).is_dir():
        found = folder(Path(source), outdir)
    elif not Path(source).is_file():
        raise missing(source, "file or folder")
    elif Path(source).suffix.lower() in RECORDS:
        bare = (replace(item, text="", hints=()) for item in record_items(Path(source)))
        found = Inputs(PurePath(source).name, tuple(bare), Path(source))
    else:
        found = listed([source])
    if not found.items:
        raise NothingToCompare(str(source), "holds no posting", f"Postings are: {', '.join(sorted(suffixes()))}.")
    return found


def suffixes() -> set[str]:
    """Suffixes of the files in a folder that are taken for postings."""
    return set(reader.get_all()) - set(table("batch.toml")["input"]["ignored"])


def listed(paths: Iterable[str | Path]) -> Inputs:
    """The files at `paths`, each once, in the order given."""
    named = unique((printable(str(path)), str(path)) for path in dict.fromkeys(map(str, paths)))
    return Inputs("list", tuple(file_item(label, path) for label, path in named))


def folder(home: Path, outdir: Path) -> Inputs:
    """The postings in `home` and below it, in the order of their names; hidden files and folders are left out."""
    known, results = suffixes(), outdir.resolve()
    files = sorted(path for path in visible(home, results) if path.is_file())
    chosen = [path for path in files if path.suffix.lower().lstrip(".") in known]
    named = unique((printable(path.relative_to(home).as_posix()), str(path)) for path in chosen)
    items = tuple(file_item(label, path) for label, path in named)
    return Inputs(home.resolve().name, items, ignored=len(files) - len(chosen))


def visible(home: Path, results: Path) -> Iterator[Path]:
    """The paths below `home` without hidden ones, linked folders, and the folder `results`."""
    for at, folders, names in os.walk(home):
        folders[:] = sorted(n for n in folders if n[0] != "." and (Path(at) / n).resolve() != results)
        if Path(at).resolve() != results:
            yield from (Path(at) / name for name in names if name[0] != ".")


def file_item(label: str, path: str) -> Item:
    """The item of one file."""
    try:
        digest = keys.of_file(path) if Path(path).is_file() else ""
    except (OSError, ValueError):
        digest = ""  # the reader will say why
    web = path.lower().startswith(("http://", "https://"))
    return Item(label, digest, path, problem=WEB if web else "")


def record_items(path: Path) -> Iterator[Item]:
    """The items of a file of many postings, in order."""
    seen: dict[str, int] = {}
    for row in read_rows(path):
        label = once(f"{path.name}#{printable(row.id)}", seen)
        digest = keys.of_text(row.text, *chain.from_iterable(row.hints), row.problem)
        yield Item(label, digest, "", row.text, row.hints, row.problem)


def unique(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """`pairs` of label and path, labels made unique."""
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
