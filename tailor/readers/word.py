"""Word documents (.docx): one walk over the XML, so that tables, text boxes, controls and changes all count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from tailor.errors import CorruptFile, EmptyFile, ScannedFile, TooLarge
from tailor.readers.build import Piece, compose, is_page_number, with_typed_bullet
from tailor.readers.package import AGAIN, Package, Relation, open_package
from tailor.readers.word_styles import Numbering, Styles, W, value
from tailor.readers.word_text import BREAK, MC, RELATION_ID, Span, Story, is_placeholder, spans
from tailor.resources import table
from tailor.types import Address, LineKind, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    W + name
    for name in ("body", "tbl", "tr", "tc", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hdr", "ftr")
) | {MC + "AlternateContent", MC + "Choice", W + "txbxContent"}
LONGEST_HEADING = 120
SIDEBAR = 5  # paragraphs; a shorter box at the top is more likely a heading
CONTACT = re.compile(r"@|(?:\d\D{0,3}){7}")


class Block(NamedTuple):
    """A paragraph as read: its lines, its numbering, where it stands among all `w:p` of its part, and its text box."""

    lines: list[list[Span]]
    numbering: Numbering | None
    heading: bool
    place: int
    box: int | None = None


def read_document(path: str, data: bytes) -> Source:
    """Read a .docx. Raises CorruptFile, LockedFile, UnsafeFile, TooLarge, ScannedFile or EmptyFile."""
    package = open_package(path, data)
    main = main_part(package)
    root = package.xml(main)
    if root.tag != W + "document":
        raise CorruptFile(path, "is an Office file, but not a Word document", "Copy its text into a .docx or .txt.")
    relations = package.relations(main)
    styles = Styles(related(package, relations, "styles"), related(package, relations, "numbering"))
    body, links = part_pieces(package, main, root, styles)
    head, foot, more = margins(package, root, relations, styles)
    pieces = [*head, *body, *foot]
    if not any(piece.text for piece in pieces) and has_pictures(package):
        raise ScannedFile(path, "holds pictures but no text", "Recognise its text (OCR), or type it out.")
    try:
        return compose(path, "docx", without_repeats(head, body, foot), links=[*links, *more])
    except EmptyFile as error:
        raise EmptyFile(path, "holds no text", "Check that it is the document you meant.") from error


def main_part(package: Package) -> str:
    """Name of the document part. Raises CorruptFile if there is none."""
    found = [r.target for r in package.relations("").values() if r.kind == "officeDocument" and r.target in package]
    name = found[0] if found else "word/document.xml"
    if name not in package:
        raise CorruptFile(package.path, "is a zip file without a Word document in it", AGAIN)
    return name


def related(package: Package, relations: dict[str, Relation], kind: str) -> _Element | None:
    """Root of the part of this kind; None where there is none."""
    names = (r.target for r in relations.values() if r.kind == kind and not r.external and r.target in package)
    name = next(names, None)
    return None if name is None else package.xml(name)


def has_pictures(package: Package) -> bool:
    """Whether a picture lies in the package."""
    return any("/media/" in name for name in package.names)


def part_pieces(package: Package, part: str, root: _Element, styles: Styles) -> tuple[list[Piece], list[str]]:
    """The lines of a part and the targets of its links."""
    story = Story(styles, package.relations(part))
    most = table("limits.toml")["word"]["paragraphs"]
    indexes = {element: at for at, element in enumerate(islice(root.iter(W + "p"), most + 1))}
    if len(indexes) > most:
        raise TooLarge(package.path, f"holds more than {most:,} paragraphs", "Keep only the document itself.")
    found = sidebar_last(list(blocks(root, story, indexes)))
    counted = numbered_lists(found)
    pieces = [piece for at, block in enumerate(found) for piece in block_pieces(block, part, at in counted)]
    return pieces, story.links


def blocks(element: _Element, story: Story, indexes: dict[_Element, int]) -> Iterator[Block]:
    """The paragraphs below `element` in reading order."""
    for child in element:
        if child.tag == W + "p":
            yield from paragraph(child, story, indexes)
        elif child.tag == W + "sdt":
            if not is_placeholder(child):
                yield from blocks(child, story, indexes)
        elif child.tag in BLOCKS:
            yield from blocks(child, story, indexes)


def paragraph(element: _Element, story: Story, indexes: dict[_Element, int]) -> Iterator[Block]:
    """A paragraph, then the text boxes anchored in it."""
    properties, outer = element.find(W + "pPr"), story.boxes
    story.boxes = []
    lines = split_lines(spans(element, story))
    found, story.boxes = story.boxes, outer
    styles = story.styles
    yield Block(lines, styles.numbering_of(properties), styles.is_heading(properties), indexes[element])
    for number, box in enumerate(found):
        yield from (block._replace(box=indexes[element] * 1000 + number) for block in blocks(box, story, indexes))


def sidebar_last(found: list[Block]) -> list[Block]:
    """The blocks, with long text boxes at the very top put last, unless the largest words (the name) are in them."""
    filled = [block for block in found if any(block.lines)]
    lead = [block.box for block in takewhile(lambda block: block.box is not None, filled)]
    boxes = [box for box, lines in Counter(lead).items() if lines >= SIDEBAR]
    moved = [block for block in found if block.box in boxes]
    kept = [block for block in found if block.box not in boxes]
    return kept + moved if largest(moved) < largest(kept) else found


def largest(found: list[Block]) -> float:
    """Largest size of text in the blocks, in points; 0 if none is known."""
    return max((span.size or 0.0 for block in found for line in block.lines for span in line), default=0.0)


def split_lines(found: Iterable[Span]) -> list[list[Span]]:
    """The spans of each line, split at soft breaks."""
    lines: list[list[Span]] = [[]]
    for span in found:
        if span.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    return lines


def numbered_lists(found: list[Block]) -> set[int]:
    """Positions of numbered paragraphs that follow one another: items, where a lone "1." is part of a title."""
    filled = [at for at, block in enumerate(found) if any(block.lines)]
    groups = groupby(filled, key=lambda at: (found[at].numbering or Numbering("", 0, "")).list_id)
    runs = [list(group) for list_id, group in groups if list_id]
    return {at for members in runs if len(members) > 1 for at in members}


def block_pieces(block: Block, part: str, counted: bool) -> Iterator[Piece]:
    """The lines of a paragraph; numbering makes the first of them a bullet."""
    for segment, line in enumerate(block.lines):
        text = "".join(span.text for span in line)
        kind: LineKind = "body"
        if block.heading and len(text) <= LONGEST_HEADING:
            kind = "heading"
        elif segment == 0 and is_item(block.numbering, counted):
            kind = "bullet"
        level = block.numbering.level if block.numbering and kind == "bullet" else 0
        look = Piece(text, kind, level, bold=all_bold(line), size=main_size(line))
        yield with_typed_bullet(replace(look, address=Address(part, block.place, segment)))


def is_item(numbering: Numbering | None, counted: bool) -> bool:
    """Whether a numbering makes a list item of its paragraph."""
    return numbering is not None and (numbering.format == "bullet" or (counted and numbering.format != "none"))


def all_bold(line: list[Span]) -> bool:
    """Whether everything visible in a line is bold."""
    looks = [span.bold for span in line if span.text.strip()]
    return bool(looks) and all(looks)


def main_size(line: list[Span]) -> float | None:
    """The size most characters of a line have, in points; the larger one where two are even."""
    counts: dict[float, int] = {}
    for span in line:
        if span.size is not None:
            counts[span.size] = counts.get(span.size, 0) + len(span.text.strip())
    return max(counts, key=lambda size: (counts[size], size)) if counts else None


def margins(
    package: Package, root: _Element, relations: dict[str, Relation], styles: Styles
) -> tuple[list[Piece], list[Piece], list[str]]:
    """The lines of headers and of footers that are shown, each part once, and the targets of their links."""
    found: dict[str, list[Piece]] = {"header": [], "footer": []}
    links: list[str] = []
    shown, most = dict.fromkeys(shown_margins(root, relations)), table("limits.toml")["word"]["margins"]
    if len(shown) > most:
        raise TooLarge(
            package.path, f"holds more than {most} headers and footers", "Copy the text into a new document."
        )
    for kind, part, running in shown:
        if part in package:
            pieces, more = part_pieces(package, part, package.xml(part), styles)
            kept = (
                piece for piece in pieces if CONTACT.search(piece.text) or not (running or is_page_number(piece.text))
            )
            found[kind].extend(kept)
            links.extend(more)
    return found["header"], found["footer"], links


def shown_margins(root: _Element, relations: dict[str, Relation]) -> Iterator[tuple[str, str, bool]]:
    """Kind and part of each header and footer that is shown, and whether it runs on later pages only."""
    for section in root.iter(W + "sectPr"):
        first = section.find(W + "titlePg") is not None and value(section, "titlePg", "1") not in {"0", "false"}
        for kind in ("header", "footer"):
            references = section.findall(f"{W}{kind}Reference")
            for reference in sorted(references, key=lambda r: r.get(W + "type") != "first"):
                relation = relations.get(reference.get(RELATION_ID, ""))
                if relation is not None and (first or reference.get(W + "type") != "first"):
                    yield kind, relation.target, first and reference.get(W + "type") != "first"


def without_repeats(head: list[Piece], body: list[Piece], foot: list[Piece]) -> Iterator[Piece]:
    """Headers, body, footers; a line of the margins that is said already is left out."""
    seen: set[str] = {piece.text for piece in body}
    for piece in head:
        if piece.text not in seen:
            seen.add(piece.text)
            yield piece
    yield from body
    for piece in foot:
        if piece.text not in seen:
            seen.add(piece.text)
            yield piece
