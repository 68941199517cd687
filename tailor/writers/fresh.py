"""A new .docx for a resume that came in another format: one column, real headings and lists, nothing to trip a parser.

The look is that of the package in `models/fresh_docx/`; its settings are explained in `models/fresh_docx/README.md`.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import docx

from tailor.resources import models, table
from tailor.types import Resume
from tailor.writers.looks import Block, clean, laid_out
from tailor.writers.package import Package, unpacked
from tailor.writers.units import Unit

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "en-US"
NOTES = "README.md"
SIZED = ("word/document.xml", "word/styles.xml")  # the parts that know how large the paper is
LONGEST_TITLE = 200  # of the 255 characters a property of a document may have


def fresh_document(resume: Resume, units: tuple[Unit, ...], paper: str = "letter", *, snug: bool = False) -> bytes:
    """A .docx with the words of `units`, and none but those; the same units give the same bytes.

    paper : a key of `papers` in `models/fresh.toml`; snug : set a little closer, so that no line is alone on a page.
    """
    document = docx.Document(BytesIO(skeleton(paper, snug=snug).packed()))
    for block in laid_out(resume, units):
        add(document, block)
    describe(document, resume)
    stream = BytesIO()
    document.save(stream)
    return unpacked("draft", stream.getvalue()).packed()  # python-docx writes the time into the zip


@cache
def skeleton(paper: str = "letter", *, snug: bool = False) -> Package:
    """The package that every new document starts from, of Letter paper or another, set closer if `snug`."""
    folder = models() / "fresh_docx"
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != NOTES)
    parts = {member(file, folder): file.read_bytes() for file in files}
    for name in SIZED:
        parts[name] = on_paper(parts[name], paper)
    for before, after in table("fresh.toml")["snug"]["styles"] if snug else ():
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(before.encode(), after.encode())
    return Package("fresh_docx", MappingProxyType(parts))


def on_paper(part: bytes, paper: str) -> bytes:
    """A part with the sizes of Letter paper replaced by those of another, and so the tab at the right margin."""
    settings = table("fresh.toml")
    old, new, sides = settings["papers"]["letter"], settings["papers"][paper], 2 * settings["margins"]["side"]
    sizes = {
        f'w:w="{old["width"]}" w:h="{old["height"]}"': f'w:w="{new["width"]}" w:h="{new["height"]}"',
        f'w:pos="{old["width"] - sides}"': f'w:pos="{new["width"] - sides}"',
    }
    for before, after in sizes.items():
        part = part.replace(before.encode(), after.encode())
    return part


def member(file: Path, folder: Path) -> str:
    """Name of a file of the folder as a member of a zip."""
    return file.relative_to(folder).as_posix()


def add(document: Document, block: Block) -> None:
    """Put a paragraph at the end."""
    paragraph = document.add_paragraph(style=block.style)
    for run in block.runs:
        paragraph.add_run(run.text, style=run.style)


def describe(document: Document, resume: Resume) -> None:
    """Say in the properties whose resume it is; no date, as no clock is read."""
    document.core_properties.title, document.core_properties.author = titles(resume)
    document.core_properties.language = LANGUAGE


def titles(resume: Resume) -> tuple[str, str]:
    """The title and the author of a document."""
    name = clean(resume.contact.name or "")[:LONGEST_TITLE]
    return (f"{name} - resume" if name else "Resume"), name
