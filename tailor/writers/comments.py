"""The comments part of a document: what the comments of a draft say (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from tailor.types import Edit
from tailor.writers.looks import clean
from tailor.writers.marks import AUTHOR, INITIALS, dated, number_of
from tailor.writers.package import RELATIONSHIP, Package, serialised
from tailor.writers.paragraphs import NAMESPACE, W

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

TYPES = "[Content_Types].xml"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMPTY = f'{HEAD}<w:comments xmlns:w="{NAMESPACE}"/>'.encode()
NO_RELATIONS = f'{HEAD}<Relationships xmlns="{RELATIONSHIP[1:].partition("}")[0]}"/>'.encode()


def comment_on(edit: Edit) -> tuple[str, ...]:
    """The paragraphs of the comment on an edit: why, with the posting's line, and what it is worth."""
    if edit.kind == "question":
        worth = (f"Worth {edit.gain:.1f} points of the score if the answer is yes.",) if edit.gain > 0 else ()
        return (f"[confirm: {edit.why}]", *worth)
    worth = (f"Worth {edit.gain:.1f} points of the score.",) if edit.gain > 0 else ()
    return (edit.why, *worth)


def first_free(package: Package, part: str, root: _Element) -> int:
    """The lowest id above those of all comments there are, and of what refers to some."""
    name = package.related(part, "comments")
    there = package.xml(name).iter(W + "comment") if name else iter(())
    anchors = root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    return max((number_of(element) for element in (*there, *anchors)), default=-1) + 1


def with_comments(package: Package, part: str, comments: Mapping[int, Sequence[str]]) -> Package:
    """The package with comments added, by id; each is a sequence of paragraphs."""
    name = package.related(part, "comments")
    if name is None:
        name = free_name(package, part)
        package = registered(package.with_part(name, EMPTY), part, name)
    tree = package.xml(name)
    for number, paragraphs in comments.items():
        tree.getroot().append(comment(tree, number, paragraphs))
    return package.with_part(name, serialised(tree))


def free_name(package: Package, part: str) -> str:
    """A name beside the document part that no part has."""
    folder = posixpath.dirname(part)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(package.parts) + 1))
    return next(name for name in names if name not in package.parts)


def comment(tree: _ElementTree, number: int, paragraphs: Sequence[str]) -> _Element:
    """A comment of the fixed author, with a fixed date."""
    element = tree.getroot().makeelement(W + "comment")
    attributes = {"id": str(number), "author": AUTHOR, "date": dated(number), "initials": INITIALS}
    for name, value in attributes.items():
        element.set(W + name, value)
    for text in paragraphs:
        run = etree.SubElement(etree.SubElement(element, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = clean(text)
    return element


def registered(package: Package, part: str, name: str) -> Package:
    """The package with the part `name` in its list of types and among the relations of the document part."""
    types = package.xml(TYPES)
    etree.SubElement(types.getroot(), OVERRIDE, {"PartName": f"/{name}", "ContentType": TYPE})
    folder, base = posixpath.split(part)
    home = posixpath.join(folder, "_rels", f"{base}.rels")
    if home not in package.parts:
        package = package.with_part(home, NO_RELATIONS)
    relations = package.xml(home)
    taken = {element.get("Id") for element in relations.iter(RELATIONSHIP)}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    target = posixpath.relpath(name, folder) if folder else name
    etree.SubElement(relations.getroot(), RELATIONSHIP, {"Id": f"rId{number}", "Type": KIND, "Target": target})
    return package.with_part(TYPES, serialised(types)).with_part(home, serialised(relations))
