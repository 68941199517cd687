"""Write a cover letter: a .docx in the look of a fresh draft, plain text, or Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tailor.errors import OutputError
from tailor.resources import table
from tailor.types import Letter
from tailor.types.letters import PLACEHOLDER
from tailor.writers.saving import must_be_new, must_be_target, must_differ, save

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # not allowed in XML 1.0
MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
LISTLIKE = re.compile(r"^(\d+)([.)])(?=\s)|^([+-])(?=\s)")
LONGEST_TITLE = 200  # of the 255 characters a property of a document may have


def write_letter(letter: Letter, path: Path, *, paper: str = "letter", force: bool = False) -> None:
    """Write `letter` to `path` by its suffix: .docx, .txt or .md. The same letter gives the same bytes.

    paper : "letter" or "a4", for a .docx.

    The files that were read are never changed; one that is there is written over with `force` only, and in one step.
    Raises OutputError if `path` has another suffix or cannot be written.
    """
    must_be_letter(letter, path, force=force)
    target, suffix = Path(path), Path(path).suffix.lower()
    save(as_docx(letter, paper) if suffix == ".docx" else WRITERS[suffix](letter), target)


def must_be_letter(letter: Letter, path: Path, beside: Iterable[Path | None] = (), *, force: bool = True) -> None:
    """Raise OutputError unless `letter` may be written as `path`, and is none of the other outputs `beside`.

    force : write over a file that is there.
    """
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix not in WRITERS and not target.is_dir():
        reason = f"letters are not written as '{suffix}'" if suffix else "has no suffix that says what to write"
        raise OutputError(target, reason, f"Give it a name that ends in one of: {', '.join(WRITERS)}.")
    match = letter.match
    must_be_target(target, (match.resume.source.path, match.posting.source.path), suffix)
    must_be_new(target, force=force)
    must_differ([*(Path(other) for other in beside if other), target])


def as_text(letter: Letter) -> bytes:
    """The letter as plain text in UTF-8, a line a paragraph, for forms and mails."""
    blocks = ["\n".join(letter.sender), letter.salutation, *bodies(letter), f"{letter.farewell}\n{letter.name}"]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def as_markdown(letter: Letter) -> bytes:
    """The letter as Markdown in UTF-8; placeholders are bold."""
    name, *reach = map(escaped, letter.sender)
    blocks = [f"# {name}", *reach, letter.salutation, *map(escaped, bodies(letter))]
    blocks.append(f"{letter.farewell}  \n{escaped(letter.name)}")
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def bodies(letter: Letter) -> Iterator[str]:
    """The text of each paragraph."""
    return (paragraph.text for paragraph in letter.paragraphs)


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is, with its placeholders in bold."""
    parts = [marked(part, r"\[", r"\]") if is_mark else plain(part) for part, is_mark in pieces(text)]
    return LISTLIKE.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", "".join(parts))


def marked(text: str, left: str, right: str) -> str:
    """A placeholder in bold."""
    return f"**{left}{plain(text[1:-1])}{right}**"


def plain(text: str) -> str:
    """`text` without meaning for Markdown."""
    return MARKDOWN.sub(r"\\\1", text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in stretches, each with whether it is a placeholder."""
    start = 0
    for found in PLACEHOLDER.finditer(text):
        yield text[start : found.start()], False
        yield found[0], True
        start = found.end()
    yield text[start:], False


def as_docx(letter: Letter, paper: str = "letter") -> bytes:
    """The letter as a Word document in the look of a fresh draft; placeholders are highlighted."""
    import docx

    from tailor.writers.fresh import LANGUAGE, skeleton
    from tailor.writers.package import unpacked

    document = docx.Document(BytesIO(skeleton(paper).packed()))
    dress(document)
    document.add_paragraph(clean(letter.sender[0]), style="Title")
    for line in letter.sender[1:]:
        document.add_paragraph(clean(line), style="Contact")
    for text in (letter.salutation, *bodies(letter), letter.farewell, letter.name):
        fill(document.add_paragraph(style=str(look()["style"])), clean(text))
    document.paragraphs[-2].paragraph_format.keep_with_next = True
    name = clean(letter.sender[0])[:LONGEST_TITLE]
    document.core_properties.title = f"{name} - cover letter"
    document.core_properties.author = name
    document.core_properties.language = LANGUAGE
    stream = BytesIO()
    document.save(stream)
    return unpacked("letter", stream.getvalue()).packed()  # python-docx writes the time into the zip


def look() -> dict[str, float | str]:
    """The settings of a letter's page and paragraphs, of `models/letter.toml`."""
    found: dict[str, float | str] = table("letter.toml")["look"]
    return found


def dress(document: Document) -> None:
    """Give the document the margins and the paragraphs of a letter."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Inches, Pt

    page, settings = document.sections[0], look()
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(float(settings["margin"]))
    style = document.styles.add_style(str(settings["style"]), WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(float(settings["size"]))
    style.paragraph_format.space_after = Pt(float(settings["space_after"]))
    style.paragraph_format.line_spacing = float(settings["line_spacing"])
    contact = document.styles["Contact"].paragraph_format
    contact.space_after = Pt(2 * float(settings["space_after"]))


def fill(paragraph: DocxParagraph, text: str) -> None:
    """Put `text` into the paragraph, its placeholders highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    for part, is_mark in pieces(text):
        if part:
            run = paragraph.add_run(part)
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if is_mark else None


def clean(text: str) -> str:
    """`text` without characters that no document can hold."""
    return UNFIT.sub("", text)


WRITERS: dict[str, Callable[[Letter], bytes]] = {".docx": as_docx, ".txt": as_text, ".md": as_markdown}
