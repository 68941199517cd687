"""How a file looks, beside what it says: pages, columns, fonts, and text nobody sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from tailor.readers.sniff import kind_of
from tailor.types import Layout

SUBSET = re.compile(r"^[A-Z]{6}\+")
STYLE = re.compile(r"(?:[-,].*|(?:PSMT|PS|MT)$)")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
COMPUTER_MODERN = re.compile(r"(?:CM|SF|LM)[A-Z]{1,8}\d{1,4}(?:-.*)?|LM(?:Roman|Sans|Mono).*")

Key = TypeVar("Key", str, float)


def layout(path: str | Path, data: bytes | None = None) -> Layout:
    """The look of the .docx or .pdf at `path`, or in the bytes `data`; an empty Layout for formats that are text.

    Raises the errors of `tailor.readers.read` for a file that is missing, too large, damaged or hostile.
    """
    from tailor.readers import check_size, load  # here, for the room itself imports this module

    label = str(path)
    found = load(label) if data is None else data
    check_size(label, len(found))
    kind = kind_of(label, found) if found else ""
    if kind == "docx":
        from tailor.readers.word_layout import word_layout

        return word_layout(label, found)
    if kind == "pdf":
        from tailor.readers.pdf_layout import pdf_layout

        return pdf_layout(label, found)
    return Layout()


def family(name: str) -> str:
    """The family of a font by its name in a file: "ABCDEF+TimesNewRomanPS-BoldMT" is "Times New Roman"."""
    bare = SUBSET.sub("", name.strip())
    if COMPUTER_MODERN.fullmatch(bare):
        return "Computer Modern"
    return CAMEL.sub(" ", STYLE.sub("", STYLE.sub("", bare))).strip()


def most(found: Iterable[tuple[Key, int]]) -> tuple[tuple[Key, int], ...]:
    """Sums by key, the largest first."""
    counts: Counter[Key] = Counter()
    for key, weight in found:
        counts[key] += weight
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
