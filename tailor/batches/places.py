"""Where a run keeps its results: a folder here, or an address of an object store with a folder here for the time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tailor.batches import remote, shards
from tailor.batches.lock import locked


@dataclass(frozen=True)
class Place:
    """`outdir` : the folder here. address : of the store, "" if the results stay here."""

    outdir: Path
    address: str = ""

    @property
    def home(self) -> Path:
        """The folder of the result files, here."""
        return self.outdir / shards.FOLDER

    @property
    def target(self) -> str:
        """Where workers put result files."""
        return f"{self.address}/{shards.FOLDER}" if self.address else str(self.home)

    def fetch(self) -> None:
        """Bring the result files here that are in the store and not here yet."""
        if not self.address:
            return
        for name, address in remote.below(self.target):
            if name.endswith(shards.SUFFIX) and not (self.home / name).exists():
                remote.fetch(address, self.home / name)

    def send(self, names: tuple[str, ...]) -> None:
        """Put the outputs into the store, in this order."""
        for name in names if self.address else ():
            remote.put(self.outdir / name, f"{self.address}/{name}")

    def drop(self, name: str) -> None:
        """Remove a result file."""
        (self.home / name).unlink(missing_ok=True)
        if self.address:
            remote.remove(f"{self.target}/{name}")


@contextmanager
def place(output: str | Path) -> Iterator[Place]:
    """The place of the results, locked against other runs on this machine. Raises OutputError.

    For an address the folder here is left where it is, for `Batch.ranked` reads from it; the system's cleaning of
    temporary folders removes it.
    """
    address = str(output).rstrip("/") if remote.is_remote(output) else ""
    outdir = Path(tempfile.mkdtemp(prefix="tailor-batch-")) if address else Path(output)
    there = outdir.exists()
    shards.make(outdir)
    try:
        with locked(outdir):
            shards.prepare(outdir)
            yield Place(outdir, address)
    finally:
        with suppress(OSError):  # where nothing was written, no folder is left
            (outdir / shards.FOLDER).rmdir()
            if not there:
                outdir.rmdir()
