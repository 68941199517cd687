"""Edit the user's own .docx in place: only the document part changes, everything else stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tailor.errors import CorruptFile, OutputError
from tailor.types import Edit, Line, Refusal
from tailor.writers.claims import NotSafeError, must_be_sound
from tailor.writers.encoding import apply_plainly
from tailor.writers.operations import Operation, Page, expected_texts, planned
from tailor.writers.package import AGAIN, Package, parse_xml, serialised, unpacked
from tailor.writers.paragraphs import W, texts

MACROS = b"macroEnabled"
TYPES = "[Content_Types].xml"
OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Edited:
    """A package after some edits: those made and those left out, each in the order given."""

    package: Package
    made: tuple[Edit, ...] = ()
    refused: tuple[Refusal, ...] = ()


def edited_document(
    path: str,
    data: bytes,
    edits: Iterable[Edit],
    *,
    lines: Iterable[Line],
    encode: Callable[[Operation], None] = apply_plainly,
) -> Edited:
    """The .docx in `data` with `edits` made, each of them wholly or not at all.

    path : where `data` is from, for messages.
    lines : the lines read from it, with addresses.
    encode : how an operation is written down, see `tailor.writers.encoding`.

    Raises OutputError for a document that may not be edited, CorruptFile or UnsafeFile for a broken one.
    """
    package = unpacked(path, data)
    part = main_part(package)
    must_be_editable(package, part)
    known = {line.number: line for line in lines}
    result = Edited(package)
    for edit in edits:
        try:
            changed = with_edit(result.package, part, edit, lines=known, encode=encode)
        except NotSafeError as reason:
            result = replace(result, refused=(*result.refused, Refusal(edit, str(reason))))
        else:
            result = replace(result, package=changed, made=(*result.made, edit))
    return result


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


def with_edit(
    package: Package,
    part: str,
    edit: Edit,
    *,
    lines: Mapping[int, Line],
    encode: Callable[[Operation], None],
) -> Package:
    """The package with one edit made. Raises NotSafeError, with the reason, if it must be left out."""
    must_be_sound(edit, lines)
    tree = package.xml(part)
    root = tree.getroot()
    operation = planned(edit, Page(part, root, lines))
    expected = expected_texts(root, operation)
    encode(operation)
    made = serialised(tree)
    if texts(parse_xml(package.path, part, made).getroot()) != expected:
        raise NotSafeError("The check of the edited document failed, so the edit was taken back.")
    return package.with_part(part, made)
