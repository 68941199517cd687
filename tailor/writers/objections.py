"""Why a Word document as a whole is not edited."""

from __future__ import annotations

from collections.abc import Iterator

from tailor.errors import CorruptFile, OutputError
from tailor.writers.package import AGAIN, Package
from tailor.writers.paragraphs import W

MACROS = b"macroEnabled"
TYPES = "[Content_Types].xml"
OFF = frozenset({"0", "false", "off"})


def main_part(package: Package) -> str:
    """Name of the document part. Raises CorruptFile if there is none."""
    name = package.related("", "officeDocument") or "word/document.xml"
    if name not in package.parts:
        raise CorruptFile(package.path, "is a zip file without a Word document in it", AGAIN)
    return name


def must_be_editable(package: Package, part: str) -> None:
    """Raise OutputError for a document with macros, a signature or protection, or of another dialect."""
    for reason, remedy in objections(package, part):
        raise OutputError(package.path, reason, remedy)


def objections(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Why the document as a whole may not be edited, each with its remedy."""
    names = package.parts.keys()
    if MACROS in package.parts.get(TYPES, b"") or any(name.endswith("vbaProject.bin") for name in names):
        yield "holds macros, which a changed copy could break", "Save it as a Word document (.docx) without macros."
    if any(name.startswith("_xmlsignatures/") for name in names):
        yield "is digitally signed, and a change would break the signature", "Give an unsigned copy."
    if package.xml(part).getroot().tag != W + "document":
        yield "is in a dialect that is not edited (Strict Open XML)", "Save it in Word as 'Word Document (*.docx)'."
    if is_protected(package, part):
        yield "is protected against changes", "Lift the protection in Word (Review, Restrict Editing), and save it."


def is_protected(package: Package, part: str) -> bool:
    """Whether the settings enforce a protection (ECMA-376 part 1, 17.15.1.29)."""
    name = package.related(part, "settings")
    found = package.xml(name).iter(W + "documentProtection") if name else iter(())
    return any(element.get(W + "enforcement", "0") not in OFF for element in found)
