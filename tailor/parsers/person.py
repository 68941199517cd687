"""The person's name, and the line under it that states a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tailor.parsers.dates import find_periods
from tailor.parsers.heading_names import exact_kind, misspelt_kind
from tailor.parsers.lexicon import company_score, even, letter_set, letters, title_score, word_set
from tailor.parsers.locations import EDGES, is_place
from tailor.types import Line, Source

TOP_LINES, MOST_WORDS, TOP_CHARACTERS, LONGEST = 30, 5, 3_000, 300
EMAIL_NAME = re.compile(r"[\w.+-]{1,64}(?=@)|(?<=/in/)[\w-]{1,100}|(?<=github\.com/)[\w-]{1,100}")
CUT = re.compile(r"\s*\t\s*| {4,}|\s+[|•·/-]\s+|\s*[|•●]\s*")
PARTICLE = re.compile(r"(?:de|da|di|do|dos|del|della|der|den|van|von|zu|la|le|el|al|bin|ben|ter|ten|y|e|i|af|av|und)\b")


def name_line(source: Source) -> Line | None:
    """The line with the person's name: labelled, else the largest line near the top that may be one, else the first."""
    labelled = next((line for line in source.lines[:TOP_LINES] if label_value(line.text)), None)
    if labelled:
        return labelled
    largest = max((line.size for line in source.lines if line.size is not None), default=None)
    near = list(before_experience(source.lines[:TOP_LINES]))
    if largest is not None:
        near += [line for line in source.lines if line.size == largest and body_size(source) < largest]
    named = [line for line in near if line.kind != "bullet" and name_in(line.text)]
    slugs = letters(" ".join([*EMAIL_NAME.findall(source.text[:TOP_CHARACTERS]), *source.links]))
    return max(named, key=lambda line: (line.size or 0, echoed(line.text, slugs), -line.number)) if named else None


def echoed(text: str, slugs: str) -> bool:
    """Whether a word of the name in `text` stands in an address or link of the person."""
    return any(len(word) > 2 and letters(word) in slugs for word in (name_in(text) or "").split())


def before_experience(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines above the first heading of jobs or courses; names of companies follow that."""
    for line in lines:
        if exact_kind(line.text) in ("experience", "education", "projects"):
            return
        yield line


def body_size(source: Source) -> float:
    """The size of the smallest tenth of sizes that is most common, in points; 0 where unknown."""
    sizes = sorted(line.size for line in source.lines if line.size is not None)
    return sizes[len(sizes) // 2] if sizes else 0.0


def label_value(text: str) -> str | None:
    """The name in "Name: Jo Doe"; None for other lines."""
    found = re.match(r" ?([^\W\d_][\w .-]{1,20}?)\s*(?:\t\s*:?|:)\s*(?=\S)", text)
    if not found or letters(found[1]) not in letter_set("contact", "name_labels"):
        return None
    return plausible(text[found.end() :])


def name_in(text: str) -> str | None:
    """The name that `text` consists of or begins with; None if it may not be one."""
    return label_value(text) or plausible(text)


def plausible(text: str) -> str | None:
    """`text`, up to its first separator, as a name without titles and letters behind it; None if it may not be one."""
    if len(text) > LONGEST:
        return None
    spaced = unspaced(even(text).strip(EDGES))
    piece = CUT.split(spaced)[0].strip(EDGES)
    parts = [part for part in re.split(r"\s*,\s*", piece) if part.lower() not in word_set("contact", "credentials")]
    words = [w for w in " ".join(parts[:1]).split() if w.lower() not in word_set("contact", "credentials")]
    if len(parts) > 1 or not 2 <= len(words) <= MOST_WORDS or not all(map(is_name_word, words)):
        return None
    name = " ".join(words)
    if piece.count("(") != piece.count(")") or words[0].startswith("(") or words[-1].endswith((")", ":")):
        return None
    return None if is_other(name) else name


def unspaced(text: str) -> str:
    """ "J O H N   D O E" as "JOHN DOE"; other text as it is."""
    words = text.split()
    if len(words) < 4 or sum(len(word) <= 2 for word in words) < len(words) * 0.8:
        return text
    gap = r" {3,}|\t" if re.search(r" {3,}|\t", text) else r" {2,}"
    return " ".join("".join(part.split()) for part in re.split(gap, text) if part.strip())


def is_name_word(word: str) -> bool:
    """Whether `word` may be part of a name."""
    bare = word.strip(".'-(),\"")
    if not bare:
        return False
    spelt = all(c.isalpha() or c in "'-." for c in bare)
    return spelt and (bare[0].isupper() or PARTICLE.fullmatch(bare) is not None)


def is_other(name: str) -> bool:
    """Whether `name` is a heading, title, place or organisation rather than a person."""
    key = letters(name)
    if key in letter_set("inner", "titles") or exact_kind(name) or misspelt_kind(key) or find_periods(name):
        return True
    words = name.lower().split()
    if not word_set("contact", "not_names").isdisjoint(words) or any(w in word_set("inner", "titles") for w in words):
        return True
    return title_score(name) == 2 or is_place(name) or (title_score(name) == 1 and company_score(name) > 0)


def headline_of(lines: Sequence[Line], top: Line | None) -> Line | None:
    """The line below the name that states a title; None if there is none."""
    if top is None or top not in lines:
        return None
    at = lines.index(top)
    for line in lines[at + 1 : at + 4]:
        if exact_kind(line.text) or line.kind == "bullet" or line.text.rstrip().endswith("."):
            return None
        if title_score(line.text) and "@" not in line.text.split()[0] and not find_periods(line.text):
            return line
    return None
