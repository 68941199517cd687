"""A draft as PDF: a new document by typst where it is installed, any .docx by LibreOffice where that is."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tailor.errors import OutputError
from tailor.resources import models, table
from tailor.writers.looks import Block

PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
SECONDS = 120  # a first start with a new profile takes some; a program that hangs is ended
FIXED = "1767225600"  # 2026-01-01 in seconds, where a program would read the clock
FRESH = "Install LibreOffice, or 'pip install .[pdf]' for a resume that is laid out anew."
EDITED = "Install LibreOffice (soffice), or print the copy to send from your word processor."


def must_have_maker(path: Path, *, fresh: bool) -> None:
    """Raise OutputError, naming what to install, unless a PDF can be made here.

    fresh : whether the resume is laid out anew, which typst does as well.
    """
    if not office() and not (fresh and has_typst()):
        reason = (
            "nothing is installed that makes a PDF" if fresh else "LibreOffice, which makes a PDF, is not installed"
        )
        raise OutputError(path, reason, FRESH if fresh else EDITED)


def office() -> str | None:
    """The program that starts LibreOffice; None where it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def has_typst() -> bool:
    """Whether typst is installed."""
    return find_spec("typst") is not None


def typeset(blocks: Iterable[Block], *, paper: str, title: str, author: str) -> bytes:
    """A PDF of the paragraphs of a new document; the same paragraphs give the same bytes.

    Fonts are those that typst brings, so that it looks the same everywhere.
    """
    import typst

    listed = [{"style": b.style, "runs": [{"text": r.text, "style": r.style} for r in b.runs]} for b in blocks]
    inputs = {
        "blocks": json.dumps(listed, ensure_ascii=True),
        "paper": table("fresh.toml")["papers"][paper]["name"],
        "title": title,
        "author": author,
    }
    template = models() / "typst" / "resume.typ"
    made: bytes = typst.compile(
        template.read_bytes(), format="pdf", sys_inputs=inputs, ignore_system_fonts=True, timestamp=int(FIXED)
    )
    return made


def printed(path: Path, document: bytes) -> bytes:
    """A PDF of the .docx `document` by LibreOffice, under a profile of its own that goes with it.

    path : where it will be written, for messages. Raises OutputError if LibreOffice fails.
    """
    with tempfile.TemporaryDirectory(prefix="tailor-") as folder:
        given = Path(folder) / "resume.docx"
        given.write_bytes(document)
        try:
            subprocess.run(arguments(Path(folder), given), check=True, capture_output=True, timeout=SECONDS)
            return given.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise OutputError(path, "LibreOffice could not make a PDF", EDITED) from error


def arguments(folder: Path, given: Path) -> list[str]:
    """How LibreOffice is called: without a window, and away from the user's own settings."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
    return [office() or PROGRAMS[0], *quiet, profile, "--convert-to", "pdf", "--outdir", str(folder), str(given)]
