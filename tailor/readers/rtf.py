"""Rich text (.rtf), by striprtf."""

from __future__ import annotations

from dataclasses import replace

from tailor.errors import TooLarge
from tailor.readers.build import Piece, compose, with_typed_bullet
from tailor.resources import table
from tailor.types import Source


def read_rich_text(path: str, data: bytes) -> Source:
    """The lines of a rich text document; cells of a table become tab stops. Raises EmptyFile or TooLarge."""
    from striprtf.striprtf import rtf_to_text

    limit = table("limits.toml")["rtf"]["bytes"]
    if len(data) > limit:
        raise TooLarge(path, f"is larger than {limit // 1_000_000} MB", "Remove pictures, or save it as .docx.")
    text = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    pieces = (with_typed_bullet(Piece(line.replace("|", "\t").strip())) for line in text.splitlines())
    return replace(compose(path, "rtf", pieces), path=path)
