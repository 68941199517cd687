"""Saved mails (.eml) and web archives (.mht): the page or text within, read like a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import islice

from tailor.errors import EmptyFile
from tailor.readers.html import read_page
from tailor.readers.plain import read_text
from tailor.resources import table
from tailor.types import Source

READERS = {"text/html": read_page, "text/plain": read_text}


def read_mail(path: str, data: bytes) -> Source:
    """The text of a mail or a web archive: its first page, else its first plain text (RFC 5322, RFC 2557).

    Attachments are left alone. Raises EmptyFile if it holds neither, and what the reader of the part raises.
    """
    found = list(islice(parts(message_from_bytes(data, policy=policy.default)), table("limits.toml")["mail"]["parts"]))
    for kind, read in READERS.items():
        for part in found:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                return replace(read(path, content(part)), path=path)
    raise EmptyFile(path, "is a mail without text", "Save the posting itself, as a page or as text.")


def parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of `message` that hold something themselves, those of forwarded mails among them."""
    return (part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart())


def content(part: EmailMessage) -> bytes:
    """The text of `part` in UTF-8 with a byte order mark, whatever its encoding was."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        return raw.decode(charset).encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return raw
