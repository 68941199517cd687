"""The text of a Word paragraph: what a reader of the page sees, with changes accepted and field results in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tailor.readers.package import Relation
from tailor.readers.word_styles import Styles, W

if TYPE_CHECKING:
    from lxml.etree import _Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BOX = W + "txbxContent"
HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.I)
PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)

TRANSPARENT = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo")
) | {MC + "AlternateContent", MC + "Choice", W + "rubyBase", W + "ruby"}
BREAK = "\n"
FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": BREAK,
    W + "cr": BREAK,
    W + "noBreakHyphen": "-",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one look; `text` may be `BREAK`."""

    text: str
    bold: bool
    size: float | None


@dataclass(slots=True)
class Story:
    """What has to be remembered while one part is read from its beginning to its end.

    fields : open fields, innermost last, each its instruction so far and whether its result has begun.
    links : targets of hyperlinks met so far.
    boxes : text boxes met in the paragraph being read.
    """

    styles: Styles
    relations: dict[str, Relation]
    fields: list[tuple[str, bool]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether text here is an instruction or a page number, not content."""
        return any(not begun or PAGE_FIELD.match(code) for code, begun in self.fields)


def spans(paragraph: _Element, story: Story) -> Iterator[Span]:
    """The visible text of a `w:p`, in order; its text boxes are left in `story.boxes`."""
    looks = story.styles.of_paragraph(paragraph.find(W + "pPr"))
    for child in paragraph:
        yield from inline(child, story, looks)
    # An instruction that never ends would swallow the rest of the document.
    story.fields = [(code, begun) for code, begun in story.fields if begun]


def inline(element: _Element, story: Story, looks: list[_Element]) -> Iterator[Span]:
    """The visible text of one child of a paragraph."""
    tag = element.tag
    if tag == W + "r":
        yield from run(element, story, looks)
    elif tag == W + "sdt":
        yield from control(element, story, looks)
    elif tag in TRANSPARENT:
        enter(element, story)
        for child in element:
            yield from inline(child, story, looks)
        if tag == W + "fldSimple":
            story.fields.pop()
    elif tag in {W + "drawing", W + "pict", W + "object"}:
        story.boxes.extend(boxes(element))


def enter(element: _Element, story: Story) -> None:
    """Take note of the link or the field an element opens."""
    if element.tag == W + "hyperlink":
        relation = story.relations.get(element.get(RELATION_ID, ""))
        if relation is not None and relation.external:
            story.links.append(relation.target)
    elif element.tag == W + "fldSimple":
        story.fields.append((element.get(W + "instr", ""), True))
        note_link(story)


def note_link(story: Story) -> None:
    """Keep the target of the innermost field if it is a hyperlink."""
    if found := HYPERLINK.match(story.fields[-1][0]):
        story.links.append(found[1] or found[2] or "")


def control(element: _Element, story: Story, looks: list[_Element]) -> Iterator[Span]:
    """The text of an inline content control, unless it shows its placeholder."""
    if not is_placeholder(element):
        for content in element.findall(W + "sdtContent"):
            yield from inline(content, story, looks)


def is_placeholder(control: _Element) -> bool:
    """Whether a content control shows the words of the template, not those of the person."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def run(element: _Element, story: Story, looks: list[_Element]) -> Iterator[Span]:
    """The text of a run; hidden text is left out."""
    properties = element.find(W + "rPr")
    if story.styles.run_is("vanish", properties, looks):
        return
    bold, size = story.styles.run_is("b", properties, looks), story.styles.run_size(properties, looks)
    for child in element:
        text = run_text(child, story)
        if text and not story.silent:
            yield Span(text, bold, size)
        elif child.tag == MC + "AlternateContent":
            yield from inline(child, story, looks)


def run_text(child: _Element, story: Story) -> str:
    """Text one child of a run stands for; "" for none."""
    tag = str(child.tag)
    if tag == W + "t":
        return child.text or ""
    if tag in FIXED:
        return FIXED[tag]
    if tag == W + "sym":
        return symbol(child.get(W + "char", ""))
    if action := ACTIONS.get(tag):
        action(child, story)
    return ""


def symbol(code: str) -> str:
    """The character of a `w:sym`; symbol fonts lie in the private-use area, as F0B7 or as B7."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return chr(point | 0xF000 if point < 0x100 else point) if 0x20 <= point < 0xFFFE else ""


def field_mark(child: _Element, story: Story) -> None:
    """Follow the begin, separate and end marks of a field."""
    kind = child.get(W + "fldCharType")
    if kind == "begin":
        story.fields.append(("", False))
    elif story.fields and kind == "separate":
        story.fields[-1] = (story.fields[-1][0], True)
        note_link(story)
    elif story.fields and kind == "end":
        story.fields.pop()


def instruction(child: _Element, story: Story) -> None:
    """Add to the instruction of the innermost field."""
    if story.fields and not story.fields[-1][1]:
        code, _ = story.fields[-1]
        story.fields[-1] = ((code + (child.text or ""))[:4000], False)


def note_boxes(child: _Element, story: Story) -> None:
    """Keep the text boxes of a drawing."""
    story.boxes.extend(boxes(child))


ACTIONS: dict[str, Callable[[_Element, Story], None]] = {
    W + "fldChar": field_mark,
    W + "instrText": instruction,
    W + "drawing": note_boxes,
    W + "pict": note_boxes,
    W + "object": note_boxes,
}


def boxes(element: _Element) -> Iterator[_Element]:
    """Outermost text boxes below `element`, without the copies in `mc:Fallback`, highest first where known."""
    found = list(outer_boxes(element))
    order = sorted(range(len(found)), key=lambda at: (*place(found[at]), at))
    return (found[at] for at in order)


def outer_boxes(element: _Element) -> Iterator[_Element]:
    """Text boxes below `element` that are not inside another one."""
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag != MC + "Fallback":
            yield from outer_boxes(child)


def place(box: _Element) -> tuple[float, float]:
    """Vertical and horizontal offset of a box in its group; zeros where it is not in one."""
    for shape in box.iterancestors():
        if str(shape.tag).endswith("}wsp"):
            offset = next((e for e in shape.iter() if str(e.tag).endswith("}off")), None)
            return (float(offset.get("y", 0)), float(offset.get("x", 0))) if offset is not None else (0.0, 0.0)
    return 0.0, 0.0
