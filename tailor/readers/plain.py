"""Plain text and Markdown: the text of the source is the text of the file, each line a slice of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tailor.errors import CorruptFile, EmptyFile, TooLarge
from tailor.readers.marks import BLANKS, NUMBERED, bullet_width, indent, is_rule
from tailor.resources import table
from tailor.types import Line, LineKind, Source

NEWLINE = re.compile(r"\r\n|\r|\n")
HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*")
LINK = re.compile(r"\]\(<?([^()\s<>]{1,2000})|<((?:https?://|mailto:)[^\s<>]{1,2000})>")
STRONG = ("***", "**", "__")
MARKS = ("utf-8-sig", "utf-16", "utf-16")
JUNK_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Raw:
    """A physical line: its text without the line end, its number and where it starts."""

    text: str
    number: int
    start: int


def decode(path: str, data: bytes) -> str:
    """The text of `data`: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

    Raises CorruptFile for what is not text.
    """
    for mark, name in zip((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"), MARKS, strict=True):
        if data.startswith(mark):
            return checked(path, data.decode(name, errors="replace"))
    try:
        return checked(path, data.decode("utf-8"))
    except UnicodeDecodeError:
        return checked(path, data.decode("cp1252", errors="replace"))


def checked(path: str, text: str) -> str:
    """`text` itself; raises CorruptFile if so many control characters are in it that it is no text."""
    if "\0" in text or junk_share(text) > JUNK_SHARE:
        raise CorruptFile(path, "holds binary data, not text", "Save it as plain text (UTF-8), .docx or .pdf.")
    return text


def junk_share(text: str) -> float:
    """Share of control and replacement characters among the first 100,000, in [0, 1]."""
    head = text[:100_000]
    junk = sum(c == "\ufffd" or (unicodedata.category(c) == "Cc" and c not in "\t\n\r\f\v\x1b\x85") for c in head)
    return junk / max(1, len(head))


def read_text(path: str, data: bytes) -> Source:
    """Read a plain text file. Raises CorruptFile, EmptyFile or TooLarge."""
    return source_of(path, decode(path, data), "txt")


def read_markdown(path: str, data: bytes) -> Source:
    """Read a Markdown file. Raises CorruptFile, EmptyFile or TooLarge."""
    return source_of(path, decode(path, data), "md")


def source_of(path: str, text: str, form: str) -> Source:
    """The lines of `text`, which stays as it is; `form` is "txt" or "md"."""
    if len(text) > (limit := table("limits.toml")["file"]["characters"]):
        raise TooLarge(path, f"holds {len(text):,} characters, more than {limit:,}", "Keep only the document itself.")
    most = table("limits.toml")["file"]["lines"]
    raws = tuple(islice(physical_lines(text), most + 1))
    if len(raws) > most:
        raise TooLarge(path, f"holds more than {most:,} lines", "Keep only the document itself.")
    found = (typed(raws, at, form) for at in range(len(raws)))
    lines = tuple(levelled(line for line in found if line is not None))
    if not any(character.isalnum() for line in lines for character in line.text):
        raise EmptyFile(path, "holds no text", "Check that it is the document you meant.")
    return Source(path=path, format=form, text=text, lines=lines, links=links_of(text) if form == "md" else ())


def links_of(text: str) -> tuple[str, ...]:
    """Targets of the Markdown links in `text`, each once, in order."""
    return tuple(dict.fromkeys(found[1] or found[2] for found in LINK.finditer(text)))


def physical_lines(text: str) -> Iterator[Raw]:
    """Each line of `text` as an editor counts them, blank ones included."""
    start = number = 0
    for number, end in enumerate(NEWLINE.finditer(text), start=1):
        yield Raw(text[start : end.start()], number, start)
        start = end.end()
    if start < len(text):
        yield Raw(text[start:], number + 1 if start else 1, start)


def typed(raws: tuple[Raw, ...], at: int, form: str) -> Line | None:
    """The line at `at` with its marks taken off and its kind; None if nothing is on it."""
    raw = raws[at]
    if is_rule(raw.text.strip(BLANKS)):
        return None
    if (found := HEADING.match(raw.text)) and (form == "md" or raw.text[found.end()].isupper()):
        return trimmed(raw, found.end(), "heading")
    if width := bullet_width(raw.text):
        return trimmed(raw, width, "bullet")
    if (found := NUMBERED.match(raw.text)) and in_a_count(raws, at, int(found[1])):
        return trimmed(raw, found.end(), "bullet")
    return trimmed(raw, 0, "heading" if underlined(raws, at) else "body")


def trimmed(raw: Raw, begin: int, kind: LineKind) -> Line | None:
    """The part of `raw` from `begin` on, without blanks, closing # and marks of emphasis around all of it."""
    end = len(raw.text.rstrip(BLANKS))
    if kind == "heading":
        end = len(raw.text[:end].rstrip("#" + BLANKS)) if raw.text[:end].endswith("#") and begin else end
    begin += len(raw.text[begin:]) - len(raw.text[begin:].lstrip(BLANKS))
    begin, end, bold = without_emphasis(raw.text, begin, end)
    if begin >= end:
        return None
    return Line(raw.text[begin:end], raw.number, raw.start + begin, kind, level=indent(raw.text), bold=bold)


def without_emphasis(text: str, begin: int, end: int) -> tuple[int, int, bool]:
    """Bounds inside a pair of marks around the whole stretch, and whether they mean bold."""
    for mark in STRONG:
        inner = text[begin + len(mark) : end - len(mark)]
        framed = text.startswith(mark, begin) and text.endswith(mark, begin + len(mark), end)
        if framed and inner.strip() and mark not in inner:
            left, right = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
            return begin + len(mark) + left, end - len(mark) - right, True
    return begin, end, False


def in_a_count(raws: tuple[Raw, ...], at: int, value: int) -> bool:
    """Whether the line next above or below carries the next number: else "1." is part of a title."""
    around = (next_number(raws, at, -1), next_number(raws, at, 1))
    return around[0] == value - 1 or around[1] == value + 1


def next_number(raws: tuple[Raw, ...], at: int, step: int) -> int | None:
    """Number that opens the nearest line that is not blank, at most two lines off."""
    near = raws[at + 1 : at + 3] if step > 0 else raws[max(0, at - 2) : at][::-1]
    for other in near:
        if other.text.strip(BLANKS):
            found = NUMBERED.match(other.text)
            return int(found[1]) if found else None
    return None


def underlined(raws: tuple[Raw, ...], at: int) -> bool:
    """Whether the next line draws a rule of about the same width below this one."""
    below = UNDERLINE.fullmatch(raws[at + 1].text) if at + 1 < len(raws) else None
    width = len(raws[at].text.strip(BLANKS))
    return below is not None and len(below[1]) >= 3 and abs(len(below[1]) - width) <= 3


def levelled(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines with `level`, so far the indentation in blanks, turned into the depth of their list."""
    open_indents: list[int] = []
    for line in lines:
        width = line.level
        if line.kind != "bullet":
            open_indents = open_indents if open_indents and width > open_indents[0] else []
            yield replace(line, level=0)
            continue
        while open_indents and open_indents[-1] > width:
            open_indents.pop()
        if not open_indents or open_indents[-1] < width:
            open_indents.append(width)
        yield replace(line, level=len(open_indents) - 1)
