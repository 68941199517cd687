"""What kind of file some bytes are: the bytes decide, the suffix only between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath

from tailor.errors import CorruptFile, InputError, LockedFile, OldFormat, UnknownFormat

HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b", re.I
)
TAGS = re.compile(rb"<(?:div|p|ul|li|h[1-6]|br|section|article|span|table)\b[^<>]{0,500}>", re.I)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_STREAM = "WordDocument".encode("utf-16-le")
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
MAIL = re.compile(rb"(?:[A-Za-z][\w-]{1,60}:[^\r\n]{0,900}\r?\n(?:[ \t][^\r\n]{0,900}\r?\n){0,50}){2,100}?\r?\n")
MAIL_FIELD = re.compile(rb"^(?:mime-version|received|message-id|content-type):", re.I | re.M)
TEXT_SUFFIXES = frozenset({"txt", "text", "md", "markdown", "html", "htm", ""})

CONVERT = {
    "doc": ("is an old Word document (.doc)", "Open it in Word or LibreOffice and save it as .docx."),
    "pages": ("is a Pages document", "In Pages choose File > Export To > Word, and use the .docx."),
}


def suffix_of(path: str) -> str:
    """Suffix of `path` in small letters, without the dot; "" for standard input."""
    return "" if path == "-" else PurePath(path).suffix.lower().lstrip(".")


def kind_of(path: str, data: bytes) -> str:
    """Name of the reader that fits, such as "pdf" or "txt"; or "doc", "pages" or "locked", for which there is none."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(OLE):
        return "locked" if LOCKED_STREAM in data else "doc"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zip_kind(path, data)
    return text_kind(path, data)


def zip_kind(path: str, data: bytes) -> str:
    """Kind of a zip package; whatever is not known by its first member is left to the .docx reader to judge."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    return "pages" if suffix_of(path) == "pages" else "docx"


def text_kind(path: str, data: bytes) -> str:
    """Kind of text: what a page is shows in its tags; Markdown only in its suffix."""
    suffix = suffix_of(path)
    if suffix in {"eml", "mht", "mhtml"} or is_mail(data[:16_384]):
        return "eml"
    if suffix in {"html", "htm"} or HTML.match(data[:8192]):
        return "html"
    if suffix == "json" or (suffix in {"txt", ""} and is_json_resume(data)):
        return "json"
    if suffix in {"md", "markdown"}:
        return "md"
    return "html" if suffix == "" and len(TAGS.findall(data[:65536])) >= 5 else "txt"


def is_mail(head: bytes) -> bool:
    """Whether some bytes begin with the header of a mail or a web archive."""
    header = MAIL.match(head)
    return header is not None and MAIL_FIELD.search(header[0]) is not None


def is_json_resume(data: bytes) -> bool:
    """Whether some bytes are an object that begins like a JSON Resume."""
    return data.lstrip()[:1] == b"{" and b'"basics"' in data[:65_536]


def must_be_text(path: str, known: tuple[str, ...]) -> None:
    """Raise the fitting error if a file that holds plain text has the name of another kind."""
    suffix = suffix_of(path)
    if suffix in TEXT_SUFFIXES:
        return
    if suffix in {"docx", "pdf"}:
        reason = f"is not a {'Word' if suffix == 'docx' else 'PDF'} file, whatever its name says"
        raise CorruptFile(path, reason, "If it is plain text, rename it to .txt; else save it again.")
    if suffix in CONVERT:
        raise old_format(path, suffix)
    raise UnknownFormat(path, known)


def old_format(path: str, kind: str) -> InputError:
    """The error for a kind of file that Tailor does not read itself."""
    if kind == "locked":
        return LockedFile(path, "is protected by a password", "Open it, remove the password, and save it again.")
    return OldFormat(path, *CONVERT[kind])
