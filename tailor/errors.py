"""What can go wrong through no fault of the program, as a tree.

    TailorError                    catch this to catch all; str() is the one line to show
    ├── InputError                 exit 3: an input could not be read
    │   ├── MissingFile            no such file, a folder, or no permission
    │   ├── EmptyFile              nothing in it
    │   ├── UnknownFormat          no reader for it
    │   ├── OldFormat              a kind of file that has to be converted first
    │   ├── CorruptFile            cut off, damaged, or not what its name says
    │   ├── LockedFile             needs a password
    │   ├── ScannedFile            pictures of text, no text
    │   ├── TooLarge               beyond a limit of `models/limits.toml`
    │   └── UnsafeFile             entities, DTDs or paths that honest documents do not hold
    ├── NothingToCompare           exit 4: read, but holds nothing to compare
    │   ├── NotAPosting            no duties and no requirements found
    │   └── NotAResume             no contact, headings or dates found
    ├── OutputError                exit 5: an output could not be written
    └── BadConfig                  exit 2: a configuration file sets what cannot be set

Each message names the file, says why, and tells the way out. Bugs are not in this tree: they fly.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from os import scandir
from pathlib import Path, PurePath

LONGEST_NAME = 255  # characters of a file's name that a message shows; file systems hold no longer ones
WORDS_OF_A_NAME = 6  # what has more of them and no suffix is taken for the text itself
LOOKED_AT = 1_000  # files of a folder among which a mistyped name is sought


def shown(path: str) -> str:
    """The file `path` as a message names it: on one line, without characters that steer a terminal."""
    name = path if path.lower().startswith(("http://", "https://")) else PurePath(path).name or path
    kept = "".join(c if c.isprintable() else "?" for c in name[:LONGEST_NAME])
    return "standard input" if path == "-" else kept + ("…" if len(name) > LONGEST_NAME else "")


class TailorError(Exception):
    """A problem the user can solve. `path` is the file, `reason` why, `remedy` what to do."""

    exit_code = 1

    def __init__(self, path: str | PurePath, reason: str, remedy: str) -> None:
        self.path, self.reason, self.remedy = str(path), reason, remedy
        super().__init__(f"{shown(self.path)}: {reason}. {remedy}")


class InputError(TailorError):
    """An input could not be read."""

    exit_code = 3


class MissingFile(InputError):
    """There is no such file, it is a folder, or it may not be read."""


def missing(path: str | PurePath, what: str = "file") -> MissingFile:
    """The error for a `path` at which there is no `what`, with what was probably meant."""
    text = str(path)
    if is_text(text):
        return MissingFile(
            text[:40], "is text, not the name of a file", "Save it in a file, or give - and pipe the text in."
        )
    if text.lower().startswith(("www.", "http:", "https:")):
        return MissingFile(text, f"there is no such {what}", "A web address begins with https:// and is given whole.")
    if any(c in text for c in "*?"):
        return MissingFile(text, f"there is no {what} like this pattern", "Check the folder you are in.")
    *above, last = [*reversed(Path(text).parents), Path(text)]
    absent = next((folder for folder in above if not folder.exists()), last)
    reason = f"there is no such {what}" if absent == last else f"there is no folder '{shown(str(absent))}'"
    names = names_in(absent.parent)
    twins = [name for name in names if Path(name).stem == absent.stem]
    near = twins or get_close_matches(absent.name, names, n=1, cutoff=0.75)
    meant = f"Did you mean '{shown(near[0])}'?" if near else "Check the spelling and the folder you are in."
    return MissingFile(text, reason, meant)


def is_text(path: str) -> bool:
    """Whether `path` is rather the text of a document than the name of a file."""
    many = len(path.split()) > WORDS_OF_A_NAME and (not Path(path).suffix or len(path) > LONGEST_NAME)
    return "\n" in path or many


def names_in(folder: Path) -> list[str]:
    """The names of what lies in `folder`, in order; not of all where it is full, and none where it cannot be read."""
    try:
        with scandir(folder) as found:
            return sorted(entry.name for entry in islice(found, LOOKED_AT) if not entry.name.startswith("."))
    except OSError:
        return []


class EmptyFile(InputError):
    """The file holds nothing at all."""


class UnknownFormat(InputError):
    """No reader is registered for this kind of file."""

    def __init__(self, path: str | PurePath, known: Iterable[str]) -> None:
        suffix, formats = PurePath(path).suffix, sorted(known)
        near = get_close_matches(suffix.lstrip("."), formats, n=1)
        hint = f" Did you mean .{near[0]}?" if near else ""
        reason = f"no reader for '{suffix}'" if suffix else "no reader for a file without a suffix"
        super().__init__(path, reason, f"Save it as one of: {', '.join(formats)}.{hint}")


class OldFormat(InputError):
    """A kind of file that must be converted before it can be read."""


class CorruptFile(InputError):
    """The file is damaged, cut off, or not what its name says."""


class LockedFile(InputError):
    """The file needs a password."""


class ScannedFile(InputError):
    """The file holds pictures, but no text."""


class TooLarge(InputError):
    """The file is beyond a limit."""


class UnsafeFile(InputError):
    """The file holds something that honest documents do not: entities, DTDs, odd paths."""


class NothingToCompare(TailorError):
    """Both files were read, but one holds nothing to compare."""

    exit_code = 4


class NotAPosting(NothingToCompare):
    """The text does not look like a job posting."""


class NotAResume(NothingToCompare):
    """The text does not look like a resume."""


class OutputError(TailorError):
    """An output could not be written."""

    exit_code = 5


class BadConfig(TailorError):
    """A configuration file cannot be read, or sets what cannot be set."""

    exit_code = 2
