"""Open a zip package that may be hostile: bounded, without entities, without network, by name only."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from tailor.errors import CorruptFile, LockedFile, TooLarge, UnsafeFile
from tailor.resources import table

if TYPE_CHECKING:
    from lxml.etree import _Element

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    RuntimeError,
    ValueError,
    OSError,
    struct.error,
)
AGAIN = "Open it in Word or LibreOffice and save it again as .docx."
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Strict Open XML names the same things differently (ISO/IEC 29500-1 against -4).
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: last word of its type ("styles", "hyperlink"), and part name or address it leads to."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An open zip package; `path` is for messages."""

    path: str
    zip: zipfile.ZipFile

    def __contains__(self, name: str) -> bool:
        return name in self.zip.NameToInfo

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all members, in the order of the zip directory."""
        return tuple(self.zip.namelist())

    def read(self, name: str) -> bytes:
        """Bytes of a member that exists. Raises TooLarge, LockedFile or CorruptFile."""
        info = self.zip.getinfo(name)
        if info.flag_bits & 1:
            raise LockedFile(self.path, "is protected by a password", "Save a copy without the password.")
        check_part(self.path, info)
        try:
            with self.zip.open(info) as member:
                return member.read(info.file_size + 1)  # not read(): that unpacks whatever the directory denies
        except BROKEN as error:
            raise CorruptFile(self.path, f"is damaged ({name} cannot be unpacked)", AGAIN) from error

    def xml(self, name: str) -> _Element:
        """Root of a member that is XML. Raises UnsafeFile for a DTD, CorruptFile for broken XML."""
        return parse_xml(self.path, name, self.read(name))

    def relations(self, part: str) -> dict[str, Relation]:
        """Relationships of `part` by id; of the package itself for "". Empty if there are none."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self:
            return {}
        found = (element for element in self.xml(name).iter(RELATIONSHIP))
        return {element.get("Id", ""): relation_of(element, folder) for element in found}


def relation_of(element: _Element, folder: str) -> Relation:
    """A relationship; the target of an inner one is made a member's name."""
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Type", "").rsplit("/", 1)[-1], target, external)


def open_package(path: str, data: bytes) -> Package:
    """Open the zip in `data`. Raises CorruptFile if it is none, TooLarge beyond the limits."""
    limits = table("limits.toml")["package"]
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise CorruptFile(path, "is cut off or damaged (its zip directory is missing)", AGAIN) from error
    members = package.infolist()
    if len(members) > limits["members"] or sum(info.file_size for info in members) > limits["unpacked_bytes"]:
        raise TooLarge(path, "unpacks to far more than a document holds", "Save the document itself again as .docx.")
    return Package(path, package)


def check_part(path: str, info: zipfile.ZipInfo) -> None:
    """Raise TooLarge for a part that unpacks to too much, judged by the zip directory, before reading it."""
    limits = table("limits.toml")["package"]
    ratio = info.file_size / max(1, info.compress_size)
    suspicious = ratio > limits["ratio"] and info.file_size > limits["ratio_from_bytes"]
    if info.file_size > limits["part_bytes"] or suspicious:
        reason = f"unpacks to far more than a document holds ({info.file_size / 1e6:.0f} MB in one part)"
        raise TooLarge(path, reason, "Save the document itself again as .docx.")


def parse_xml(path: str, name: str, data: bytes) -> _Element:
    """Root of the XML in `data`, read without entities, DTD or network."""
    # UTF-16 puts a zero between the letters; lxml cannot be asked before it has read the DTD.
    if b"<!DOCTYPE" in data.replace(b"\0", b"") or b"<!ENTITY" in data:
        reason = f"holds a document type or entities ({name}), which Word never writes"
        raise UnsafeFile(path, reason, "Do not trust it; ask for a clean copy, or save it again in Word.")
    for strict, transitional in STRICT.items():
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptFile(path, f"is damaged ({name} is not well-formed)", AGAIN) from error
