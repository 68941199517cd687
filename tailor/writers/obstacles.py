"""Why a Word paragraph is left alone. What is not known to be harmless is an obstacle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tailor.writers.claims import NotSafeError
from tailor.writers.paragraphs import W

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
TRACKED = "It holds tracked changes; accept or reject them first."
BOX = "It lies in a text box, whose text Word keeps twice."
CONTROL = "It lies in a content control that is bound, locked or takes plain text only."
BREAK = "It holds line breaks, so that several lines are one paragraph."
SECTION = "It ends a section of the document."
COMMENT = "It holds a comment or a note."

# ECMA-376 part 1, 17.3 to 17.16: what may stand in a paragraph, and can move with it or be split without harm.
HARMLESS = frozenset(
    W + name
    for name in ("r", "t", "tab", "hyperlink", "smartTag", "smartTagPr", "attr", "proofErr", "lastRenderedPageBreak")
) | {W + "noBreakHyphen", W + "softHyphen", W + "sym"}
PROPERTIES = frozenset({W + "pPr", W + "rPr"})
CHANGES = frozenset(
    ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "numberingChange", "cellIns", "cellDel", "delText")
)
REASONS = {
    **dict.fromkeys(CHANGES, TRACKED),
    **dict.fromkeys(("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"), TRACKED),
    **dict.fromkeys(("bookmarkStart", "bookmarkEnd"), "It holds a bookmark."),
    **dict.fromkeys(("fldSimple", "fldChar", "instrText"), "It holds a field."),
    **dict.fromkeys(("drawing", "pict", "object", "AlternateContent"), "It holds a drawing."),
    **dict.fromkeys(("br", "cr"), BREAK),
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference"), COMMENT),
    "endnoteReference": COMMENT,
    "sdt": "It holds a content control.",
    "sectPr": SECTION,
}
# ECMA-376 part 1, 17.5.2: kinds of control whose text is replaced from elsewhere, or may not hold runs.
CLOSED = frozenset(
    W + name for name in ("dataBinding", "text", "date", "dropDownList", "comboBox", "showingPlcHdr", "docPartObj")
) | {OFFICE_2012 + "dataBinding"}


def must_be_free(paragraph: _Element) -> None:
    """Raise NotSafeError if anything around or in the paragraph makes an edit unsafe."""
    for around in paragraph.iterancestors("*"):
        check_around(around)
    for child in paragraph.iterchildren("*"):
        check_inside(child)


def check_around(element: _Element) -> None:
    """Raise NotSafeError if a paragraph inside `element` must be left alone."""
    name = local(element)
    if name in {"txbxContent", "Choice", "Fallback", "textbox"}:
        raise NotSafeError(BOX)
    if name == "sdt" and is_closed(element):
        raise NotSafeError(CONTROL)
    if name in CHANGES or (name in {"tr", "tc"} and changed(element.iterchildren(W + "trPr", W + "tcPr"))):
        raise NotSafeError(TRACKED)


def changed(properties: Iterable[_Element]) -> bool:
    """Whether a tracked change is noted among the properties."""
    return any(local(inner) in CHANGES for holder in properties for inner in holder.iterchildren("*"))


def is_closed(control: _Element) -> bool:
    """Whether a content control does not keep, or not allow, edited text."""
    found = [child for holder in control.iterchildren(W + "sdtPr") for child in holder.iterchildren("*")]
    locked = any(e.tag == W + "lock" and e.get(W + "val") != "unlocked" for e in found)
    return locked or any(e.tag in CLOSED for e in found)


def check_inside(element: _Element) -> None:
    """Raise NotSafeError if `element`, in a paragraph, or anything in it is an obstacle."""
    if element.tag in PROPERTIES:
        check_properties(element)
        return
    if element.tag not in HARMLESS:
        raise NotSafeError(REASONS.get(local(element), f"It holds something unknown ({local(element)})."))
    for child in element.iterchildren("*"):
        check_inside(child)


def check_properties(element: _Element) -> None:
    """Raise NotSafeError if the properties of a paragraph or run note a tracked change or end a section."""
    for inner in element.iterdescendants("*"):
        if local(inner) in CHANGES or local(inner) == "sectPr":
            raise NotSafeError(REASONS[local(inner)])


def local(element: _Element) -> str:
    """Name of an element without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]
