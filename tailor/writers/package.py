"""Zip packages (.docx) in and out: what is not replaced stays as it was, and the same parts give the same bytes."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from tailor.errors import CorruptFile, TooLarge, UnsafeFile
from tailor.resources import table

if TYPE_CHECKING:
    from lxml.etree import _ElementTree

BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, OSError)
AGAIN = "Open it in Word or LibreOffice and save it again as .docx."
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold: a clock in the file would make two runs differ
UNIX = 3  # likewise the system the zip says it was made on
LEVEL = 6


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a zip by name, in its order, directory entries too; `path` is for messages."""

    path: str
    parts: Mapping[str, bytes]

    def xml(self, name: str) -> _ElementTree:
        """The tree of a part. Raises UnsafeFile for a DTD, CorruptFile for broken XML or a part that is missing."""
        if name not in self.parts:
            raise CorruptFile(self.path, f"is damaged ({name} is missing)", AGAIN)
        return parse_xml(self.path, name, self.parts[name])

    def related(self, part: str, kind: str) -> str | None:
        """Name of the first part that `part` ("" for the package) refers to as `kind`; None if there is none."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        found = self.xml(name).iter(RELATIONSHIP) if name in self.parts else iter(())
        inner = [e for e in found if e.get("TargetMode") != "External" and e.get("Type", "").endswith(f"/{kind}")]
        targets = (posixpath.normpath(posixpath.join("/", folder, e.get("Target", ""))).lstrip("/") for e in inner)
        return next((target for target in targets if target in self.parts), None)

    def with_part(self, name: str, data: bytes) -> Package:
        """The package with `data` as the part `name`, which keeps its place."""
        return replace(self, parts=MappingProxyType({**self.parts, name: data}))

    def packed(self) -> bytes:
        """The zip. The same parts in the same order give the same bytes (with the same zlib)."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, data in self.parts.items():
                info = zipfile.ZipInfo(name, EARLIEST)
                info.create_system = UNIX
                kind = zipfile.ZIP_STORED if name.endswith("/") else zipfile.ZIP_DEFLATED
                archive.writestr(info, data, compress_type=kind, compresslevel=LEVEL)
        return stream.getvalue()


def unpacked(path: str, data: bytes) -> Package:
    """The package in the zip `data`. Raises CorruptFile, UnsafeFile or TooLarge, naming `path`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            check_members(path, members)
            return Package(path, MappingProxyType({info.filename: member(archive, info) for info in members}))
    except BROKEN as error:
        raise CorruptFile(path, "is damaged and cannot be unpacked", AGAIN) from error


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, no more than the directory says: `archive.read` would unpack whatever is there."""
    with archive.open(info) as file:
        return file.read(info.file_size + 1)


def check_members(path: str, members: list[zipfile.ZipInfo]) -> None:
    """Raise UnsafeFile for two members of one name, TooLarge beyond the limits of `models/limits.toml`."""
    limits = table("limits.toml")["package"]
    if len({info.filename for info in members}) < len(members):
        raise UnsafeFile(path, "holds two parts of the same name, which Word never writes", AGAIN)
    if len(members) > limits["members"] or sum(info.file_size for info in members) > limits["unpacked_bytes"]:
        raise TooLarge(path, "unpacks to far more than a document holds", "Save the document itself again as .docx.")


def parse_xml(path: str, name: str, data: bytes) -> _ElementTree:
    """The XML in `data`, comments and all, read without entities, DTD or network."""
    # UTF-16 puts a zero between the letters; lxml cannot be asked before it has read the DTD.
    if b"<!DOCTYPE" in data.replace(b"\0", b"") or b"<!ENTITY" in data:
        raise UnsafeFile(path, f"holds a document type or entities ({name}), which Word never writes", AGAIN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptFile(path, f"is damaged ({name} is not well-formed)", AGAIN) from error


def serialised(tree: _ElementTree, *, standalone: bool | None = None) -> bytes:
    """The bytes of a part, in UTF-8, with the declaration it had, or the one that `standalone` says."""
    alone = bool(tree.docinfo.standalone) if standalone is None else standalone
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=alone))
