"""What a run holds its postings against, checked before any work begins."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from tailor import pipeline, scorers
from tailor.batches import keys
from tailor.batches.inputs import Item, unique
from tailor.errors import InputError, MissingFile
from tailor.types import PartialDate


@dataclass(frozen=True)
class Setup:
    """What every posting of a run is held against.

    key : hash of all that follows and of what it stands for, see `keys.of_run`.
    resumes : (name, path) of each.
    as_of : year and month (0 where only a year is given) "present" is read as; None as in `pipeline.compare`.
    weights : path of a TOML file, or "".
    digests, models : (name, SHA-256) of each resume, and that of the models folder, for the manifest.
    """

    key: str
    resumes: tuple[tuple[str, str], ...]
    as_of: tuple[int, int] | None = None
    weights: str = ""
    digests: tuple[tuple[str, str], ...] = ()
    models: str = ""

    @property
    def month(self) -> PartialDate | None:
        """The month "present" is read as, if one is given."""
        return PartialDate(self.as_of[0], self.as_of[1]) if self.as_of else None

    def id_of(self, item: Item) -> str:
        """Hash of all that the record of `item` rests on."""
        return keys.of_text(self.key, item.label, item.digest)


def make_setup(resumes: Iterable[str | Path], *, as_of: PartialDate | None, weights: Path | None) -> Setup:
    """The setup of a run; raises a TailorError if a resume or the weights cannot be used."""
    named = tuple(unique((PurePath(path).name, str(path)) for path in dict.fromkeys(map(str, resumes))))
    for _, path in named:
        must_be_resume(path)
    if weights:
        scorers.settings_from(weights)
    digests = tuple((name, keys.of_file(path)) for name, path in named)
    month = (as_of.year, as_of.month) if as_of else None
    weighed = sha256(weights.read_bytes()).hexdigest() if weights else ""
    models = keys.of_models()
    key = keys.of_run(models, digests, json.dumps([month, weighed]))
    return Setup(key, named, month, str(weights or ""), digests, models)


def must_be_resume(path: str) -> None:
    """Raise a TailorError unless there is a resume in the file `path`; each process will read it again."""
    if path == "-" or path.lower().startswith(("http://", "https://")):
        raise InputError(path, "a batch reads its resume from a file only", "Save it, and name the file.")
    if Path(path).is_dir():
        raise MissingFile(path, "is a folder, not a resume", "Name the resume first, then the folder of postings.")
    pipeline.read_resume(path)
