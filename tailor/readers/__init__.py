"""Read: a resume or posting becomes lines. This room knows formats, not resumes.

Readers join the catalogue by `@reader("suffix")`, see `tailor.registry`; their signature is
`(path: str, data: bytes) -> Source`.
"""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import BinaryIO

from tailor.errors import EmptyFile, MissingFile, TooLarge, is_text, missing
from tailor.readers import formats
from tailor.readers.layout import layout
from tailor.readers.plain import source_of
from tailor.readers.records import read_records
from tailor.readers.sniff import CONVERT, kind_of, must_be_text, old_format, suffix_of
from tailor.registry import reader
from tailor.resources import table
from tailor.types import Source

WEB_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt", "text/markdown": "md"}

__all__ = ["from_bytes", "from_text", "layout", "read", "read_records"]


def read(path: str | Path, *, stdin: bytes | None = None) -> Source:
    """Read a resume or a posting: .docx, .pdf, .txt, .md, .html, .rtf, .odt, .eml, .mht, a JSON Resume, or what
    an installed reader adds.

    `path` "-" reads standard input, or the bytes `stdin` in its place; an http or https address is fetched, see
    `tailor.readers.web`. The bytes decide what kind of file it is; the suffix decides only between kinds of text.
    Raises a class of `tailor.errors.InputError` that says why and what to do.
    """
    label = str(path)
    if is_url(label):
        return from_web(label)
    return from_bytes(label, stdin if label == "-" and stdin is not None else load(label))


def from_bytes(label: str, data: bytes) -> Source:
    """The document in `data`, read as that of a file named `label` is. Raises a class of InputError."""
    check_size(label, len(data))
    if not data:
        raise EmptyFile(label, "is empty (0 bytes)", "Check that it is the file you meant, and save it again.")
    found: Source = reader.get(reader_name(label, data))(label, data)
    return found


def from_web(url: str) -> Source:
    """The document at `url`; what the server calls it decides only between kinds of text. Raises an InputError."""
    from tailor.readers.web import fetch

    page = fetch(url)
    if not page.data:
        raise EmptyFile(url, "answered with an empty page", "Open it in a browser, save the page, and give the file.")
    address = page.url.partition("?")[0]
    name = f"{address}.{WEB_KINDS[page.kind]}" if page.kind in WEB_KINDS else address
    found: Source = reader.get(reader_name(name, page.data))(url, page.data)
    return found


def from_text(text: str, *, path: str = "-", format: str = "txt") -> Source:
    """A source whose text is `text` exactly as given; `format` is "txt" or "md". Raises EmptyFile or TooLarge."""
    return source_of(path, text, format)


def reader_name(path: str, data: bytes) -> str:
    """Name of the reader to use. Raises the error that fits if there is none."""
    suffix = suffix_of(path)
    if suffix and suffix not in formats.BUILT_IN and suffix in reader:
        return suffix
    kind = kind_of(path, data)
    if kind in reader:
        if kind == "txt":
            must_be_text(path, tuple(reader.get_all()))
        return kind
    raise old_format(path, kind)


def is_url(path: str) -> bool:
    """Whether `path` is the address of a web page."""
    return path.lower().startswith(("http://", "https://"))


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises MissingFile."""
    if path == "-":
        return at_most(sys.stdin.buffer)
    try:
        with Path(path).open("rb") as file:
            return at_most(file)
    except IsADirectoryError:
        raise MissingFile(path, "is a folder", folder_remedy(path)) from None
    except FileNotFoundError:
        raise missing(path) from None
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ENOTDIR or is_text(path):
            raise missing(path) from None
        reason = f"could not be opened ({getattr(error, 'strerror', None) or error})"
        raise MissingFile(path, reason, "Check its name and that you may read it.") from error


def folder_remedy(path: str) -> str:
    """What to do about a folder; a Pages document may be one."""
    return (
        CONVERT["pages"][1] if suffix_of(path) == "pages" else "Give one file; tailor batch ranks a folder of postings."
    )


def at_most(file: BinaryIO) -> bytes:
    """What is in `file`, up to one byte beyond the limit, so that an endless pipe ends."""
    return file.read(table("limits.toml")["file"]["bytes"] + 1)


def check_size(path: str, size: int) -> None:
    """Raise TooLarge if `size`, in bytes, is beyond the limit."""
    limit = table("limits.toml")["file"]["bytes"]
    if size > limit:
        raise TooLarge(path, f"is larger than {limit // 1_000_000} MB", "Remove pictures or save it again as text.")
