"""How a Word document looks: what its runs are set in, and what stands beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from tailor.readers.layout import most
from tailor.readers.package import Package, Relation, open_package
from tailor.readers.word import main_part, margins, related
from tailor.readers.word_look import DRAWING, GONE, A, Looks, Run, theme_fonts
from tailor.readers.word_styles import OFF, Styles, W, number
from tailor.readers.word_text import BOX
from tailor.types import Hidden, Layout

if TYPE_CHECKING:
    from lxml.etree import _Element

APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
SIDES = ("top", "right", "bottom", "left")
EMU, TWIPS, HALF_INCH = 12_700, 20, 36.0  # to a point; and in points
SIDE_PARAGRAPHS, SIDE_CHARACTERS = 5, 150  # of a cell that is a column of the page
WORD_COUNTS_AGREE = 0.7


def word_layout(path: str, data: bytes) -> Layout:
    """The layout of a .docx. Raises CorruptFile, LockedFile, UnsafeFile or TooLarge."""
    package = open_package(path, data)
    main = main_part(package)
    root = package.xml(main)
    relations = package.relations(main)
    styles = Styles(related(package, relations, "styles"), None)
    looks = Looks(root, styles, theme_fonts(related(package, relations, "theme")))
    runs = [run for run in looks.runs() if run.text.strip()]
    head, foot, _ = margins(package, root, relations, styles)
    return replace(
        look_of(runs, main),
        pages=pages(package, root, sum(len(run.text.split()) for run in runs)),
        page_size=page_size(root),
        margins=page_margins(root),
        tables=sum(1 for _ in tables(root)),
        text_boxes=sum(1 for box in present(root, BOX) if any(e.text for e in box.iter(W + "t"))),
        columns=max(columns(root), side_by_side(root)),
        images=images(package, root, relations),
        header=tuple(piece.text for piece in head if piece.text),
        footer=tuple(piece.text for piece in foot if piece.text),
    )


def look_of(runs: list[Run], part: str) -> Layout:
    """What the runs say: fonts, sizes, colours, hidden text, and how much of it stands in tables and boxes."""
    seen = [run for run in runs if not run.hidden]
    total = sum(run.weight for run in seen) or 1
    return Layout(
        format="docx",
        fonts=most((run.font, run.weight) for run in seen),
        sizes=most((run.size, run.weight) for run in seen if run.size),
        colours=most((run.colour, run.weight) for run in seen),
        in_tables=round(sum(run.weight for run in seen if run.in_table) / total, 3),
        in_boxes=round(sum(run.weight for run in seen if run.in_box) / total, 3),
        hidden=tuple(
            Hidden(how, "".join(run.text for run in same).strip(), part)
            for how, same in groupby(runs, key=lambda run: run.hidden)
            if how
        ),
        characters=sum(run.weight for run in seen),
    )


def present(root: _Element, tag: str) -> Iterator[_Element]:
    """Elements of this tag that are not deleted and no copies for old programs."""
    return (e for e in root.iter(tag) if GONE.isdisjoint(str(around.tag) for around in e.iterancestors()))


def tables(root: _Element) -> Iterator[_Element]:
    """Tables of more than one cell that stand in no other."""
    for found in present(root, W + "tbl"):
        if next(found.iterancestors(W + "tbl"), None) is None and sum(1 for _ in found.iter(W + "tc")) > 1:
            yield found


def columns(root: _Element) -> int:
    """Most columns any section is set in."""
    found = (cols for section in present(root, W + "sectPr") for cols in section.findall(W + "cols"))
    return max((min(number(cols.get(W + "num"), 1), 9) for cols in found), default=1)


def side_by_side(root: _Element) -> int:
    """Most cells of one row of a table that each hold as much as a column of the page does."""
    rows = (row for found in tables(root) for row in found.findall(W + "tr"))
    return max((sum(map(is_column, row.findall(W + "tc"))) for row in rows), default=1) or 1


def is_column(cell: _Element) -> bool:
    """Whether a cell is a column of the page."""
    texts = ["".join(t.text or "" for t in p.iter(W + "t")) for p in cell.iter(W + "p")]
    return sum(map(bool, texts)) >= SIDE_PARAGRAPHS and sum(map(len, texts)) >= SIDE_CHARACTERS


def images(package: Package, root: _Element, relations: dict[str, Relation]) -> int:
    """Pictures of some size in the document and in its headers."""
    parts = [r.target for r in relations.values() if r.kind == "header" and not r.external and r.target in package]
    return sum(pictures(part) for part in (root, *(package.xml(name) for name in dict.fromkeys(parts))))


def pictures(root: _Element) -> int:
    """Pictures of at least half an inch both ways; old drawings (VML) count whatever their size."""
    frames = [e for name in ("inline", "anchor") for e in present(root, DRAWING + name)]
    sized = [e.find(DRAWING + "extent") for e in frames if next(e.iter(A + "blip"), None) is not None]
    large = sum(1 for e in sized if e is not None and min(points(e, "cx"), points(e, "cy")) >= HALF_INCH)
    return large + sum(1 for _ in present(root, "{urn:schemas-microsoft-com:vml}imagedata"))


def points(extent: _Element, name: str) -> float:
    """A measure in English metric units as points; 0 for anything else."""
    text = extent.get(name, "")
    return int(text) / EMU if text.isascii() and text.isdigit() and len(text) < 12 else 0.0


def page_size(root: _Element) -> tuple[float, float] | None:
    """Width and height of the first section's page, in points."""
    size = next(root.iter(W + "pgSz"), None)
    found = None if size is None else (number(size.get(W + "w")) / TWIPS, number(size.get(W + "h")) / TWIPS)
    return found if found and min(found) > 0 else None


def page_margins(root: _Element) -> tuple[float, float, float, float] | None:
    """The narrowest margins of all sections, in points."""
    found = [[abs(whole(m.get(W + side, ""))) / TWIPS for side in SIDES] for m in root.iter(W + "pgMar")]
    top, right, bottom, left = (min(side) for side in zip(*found, strict=True)) if found else (0.0,) * 4
    return (top, right, bottom, left) if found else None


def whole(text: str) -> int:
    """`text` as a whole number with a sign; 0 for anything else."""
    return number(text.removeprefix("-")) * (-1 if text.startswith("-") else 1)


def pages(package: Package, root: _Element, words: int) -> int | None:
    """How many pages there are, as the program that saved it counted them; None where it did not.

    The count in the file is kept only if its count of words fits too: templates carry stale ones.
    """
    breaks = sum(1 for _ in root.iter(W + "lastRenderedPageBreak"))
    forced = sum(1 for e in root.iter(W + "br") if e.get(W + "type") == "page")
    forced += sum(1 for e in root.iter(W + "pageBreakBefore") if e.get(W + "val", "1") not in OFF)
    name = "docProps/app.xml"
    counted = package.xml(name) if name in package else None
    stated = number(counted.findtext(APP + "Pages")) if counted is not None else 0
    said = number(counted.findtext(APP + "Words")) if counted is not None else 0
    if stated and words and WORD_COUNTS_AGREE <= said / words <= 1 / WORD_COUNTS_AGREE:
        return max(stated, forced + 1)
    return max(breaks, forced) + 1 if breaks or forced else None
