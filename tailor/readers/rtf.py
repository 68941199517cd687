"""Rich text (.rtf), by striprtf."""

from __future__ import annotations

from dataclasses import replace

from tailor.errors import CorruptFile, TooLarge
from tailor.readers.build import Piece, compose, with_typed_bullet
from tailor.resources import table
from tailor.types import Source

FIELD = b"\\field"  # striprtf looks for the end of each through all that follows
BROKEN = (ValueError, OverflowError, LookupError, TypeError)  # of striprtf, for numbers out of range and the like


def read_rich_text(path: str, data: bytes) -> Source:
    """The lines of a rich text document; cells of a table become tab stops.

    Raises CorruptFile, EmptyFile or TooLarge.
    """
    from striprtf.striprtf import rtf_to_text

    limit = table("limits.toml")["rtf"]["bytes"]
    if len(data) > limit:
        raise TooLarge(path, f"is larger than {limit // 1_000_000} MB", "Remove pictures, or save it as .docx.")
    if data.count(FIELD) > table("limits.toml")["rtf"]["fields"]:
        raise TooLarge(path, "holds more fields than a document does", "Save it as .docx.")
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except BROKEN as error:
        raise CorruptFile(path, "is damaged (it cannot be read as rich text)", "Save it again as .docx.") from error
    text = text.encode("utf-8", "replace").decode("utf-8")  # half a pair of UTF-16 is no character
    pieces = (with_typed_bullet(Piece(line.replace("|", "\t").strip())) for line in text.splitlines())
    return replace(compose(path, "rtf", pieces), path=path)
