"""Saved mails (.eml) and web archives (.mht): the page or text within, read like a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from itertools import islice
from typing import Any

from tailor.errors import CorruptFile, EmptyFile, TooLarge
from tailor.readers.html import read_page
from tailor.readers.plain import read_text
from tailor.resources import table
from tailor.types import Source

READERS = {"text/html": read_page, "text/plain": read_text}
ONLY = "Save the posting itself, as a page or as text."


class TooMuch(Exception):
    """A mail is beyond a limit while it is taken apart; the text is what is said of it."""


class Bounded(EmailPolicy):
    """The policy of the standard library, which stops at a header or a count of parts that no honest mail has.

    Its parser takes a time that grows with the square of both.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header. Raises TooMuch."""
        most = table("limits.toml")["mail"]["header"]
        if sum(map(len, sourcelines)) > most:
            raise TooMuch(f"has a header of more than {most:,} characters")
        return super().header_source_parse(sourcelines)


def counted() -> Any:
    """What makes the parts of one mail, and raises TooMuch when there are too many."""
    most, made = table("limits.toml")["mail"]["all_parts"], iter(range(table("limits.toml")["mail"]["all_parts"]))

    def part(policy: Any = None) -> EmailMessage:
        if next(made, None) is None:
            raise TooMuch(f"has more than {most:,} parts")
        return EmailMessage(policy)

    return part


def read_mail(path: str, data: bytes) -> Source:
    """The text of a mail or a web archive: its first page, else its first plain text (RFC 5322, RFC 2557).

    Attachments are left alone. Raises EmptyFile if it holds neither, TooLarge or CorruptFile for what no mail program
    writes, and what the reader of the part raises.
    """
    try:
        kind, part = chosen(path, data)
        text = content(part)
    except TooMuch as error:
        raise TooLarge(path, str(error), ONLY) from error
    except BROKEN as error:
        raise CorruptFile(path, "is damaged (it cannot be taken apart as a mail)", ONLY) from error
    return replace(READERS[kind](path, text), path=path)


BROKEN = (RecursionError, ValueError, LookupError, AttributeError, TypeError)  # of the parser of the standard library


def chosen(path: str, data: bytes) -> tuple[str, EmailMessage]:
    """The part to read and its kind. Raises EmptyFile, TooMuch, and what the parser raises."""
    message = message_from_bytes(data, policy=Bounded(message_factory=counted()))
    found = list(islice(parts(message), table("limits.toml")["mail"]["parts"]))
    for kind in READERS:
        for part in found:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                return kind, part
    raise EmptyFile(path, "is a mail without text", ONLY)


def parts(message: Message[Any, Any]) -> Iterator[EmailMessage]:
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
