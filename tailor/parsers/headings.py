"""Which lines open a section, of which kind, and which lines stand under it.

Names come first (`models/resume.toml`); how they are set (bold, capitals, size) is learnt from the headings with known
names in the same document, and lets others through.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from tailor.parsers.dates import find_periods
from tailor.parsers.heading_names import MOST_CHARACTERS, exact_kind, misspelt_kind, worded_kind
from tailor.parsers.lexicon import company_score, letter_set, letters, lexicon, title_score
from tailor.types import Line, Section, Source

MOST_WORDS, MOST_LETTERS = 7, 40
LISTS = ("skills", "languages", "interests")
LISTED = ("activities", "research", "courses", "publications", "volunteer", "skills", "other", "summary", "links")
FIRST_PICTURE = "\u2600"
FRAMED = re.compile(r"(?:[-=~#–—+<>]{2,6}|[\[<=]) ?[^\W\d_].{0,50}? ?(?:[-=~#–—+<>]{2,6}|[\]>=])")
AT = re.compile(r" (?:at|@) (?=[A-Z])")
INLINE = re.compile(r"([^\W\d_][^:\t]{2,40}?) {0,3}(?::|\t| {3}).{0,40}?\S")


class Look(NamedTuple):
    """How a line is set."""

    heading: bool
    bold: bool
    size: float | None
    capitals: bool


@dataclass(frozen=True, slots=True)
class Style:
    """What a document's own headings look like.

    looks : looks of the headings with known names, and how many have each.
    body : the size most text is set in; None where unknown.
    """

    looks: Counter[Look]
    body: float | None

    def knows(self, line: Line) -> bool:
        """Whether at least two known headings, and most of them, are set like `line`."""
        count = self.looks[look_of(line)]
        return count >= 2 and count * 2 >= self.looks.total()

    def stands_out(self, line: Line) -> bool:
        """Whether `line` is set off from the text around it."""
        larger = line.size is not None and self.body is not None and line.size > self.body
        return look_of(line).heading or line.bold or larger or is_capitals(line.text)


def sections(source: Source, *, top: Line | None = None) -> tuple[Section, ...]:
    """The lines of `source` in sections, each line in exactly one.

    `top` is the line with the person's name: below the first heading, it opens a section without one.
    """
    style = style_of(source)
    found: list[tuple[str, Line | None, list[Line]]] = [("contact", None, [])]
    for at, line in enumerate(source.lines):
        above, head, _ = found[-1]
        inner = above == "experience" and head is not None and is_inner(source, line, head)
        kind = None if line == top or inner else heading_kind(source, at, style, above)
        inline = None if kind else inline_kind(line, above)
        if kind:
            found.append((kind, line, []))
        elif inline or (line == top and len(found) > 1):
            found.append((inline or "contact", None, [line]))
        else:
            found[-1][2].append(line)
    return tuple(Section(kind, head, tuple(lines)) for kind, head, lines in found if head or lines)


def is_inner(source: Source, line: Line, head: Line) -> bool:
    """Whether `line` is a heading of no known name below the level of `head`, as over each employer in Markdown."""
    return depth_of(source, line) > depth_of(source, head) > 0 and not exact_kind(line.text)


def depth_of(source: Source, line: Line) -> int:
    """How many "#" stand before a heading; 0 where none do."""
    return source.text[source.text.rfind("\n", 0, line.start) + 1 : line.start].count("#")


def style_of(source: Source) -> Style:
    """What the known headings of `source` look like."""
    sizes: Counter[float] = Counter()
    for line in source.lines:
        if line.size is not None:
            sizes[line.size] += len(line.text)
    inner = letter_set("inner", "names")
    named = [line for at, line in enumerate(source.lines) if not is_item(source, at) and exact_kind(line.text)]
    known = [line for line in named if letters(line.text) not in inner]
    return Style(Counter(map(look_of, known)), sizes.most_common(1)[0][0] if sizes else None)


def look_of(line: Line) -> Look:
    """How `line` is set."""
    return Look(line.kind == "heading" or is_framed(line.text), line.bold, line.size, is_capitals(line.text))


def is_capitals(text: str) -> bool:
    """Whether `text` has no small letter and at least three capital ones."""
    return text.upper() == text and sum(c.isupper() for c in text) >= 3


def is_framed(text: str) -> bool:
    """Whether `text` stands between signs: "-- jobs --", "[Experience]"."""
    return len(text) <= MOST_CHARACTERS and FRAMED.fullmatch(text) is not None


def is_item(source: Source, at: int) -> bool:
    """Whether the line at `at` is an item of a list; one picture below a blank line may as well adorn a heading."""
    line = source.lines[at]
    adorned = is_pictured(source, at) and gap_before(source, at) and not is_pictured(source, at + 1)
    return line.kind == "bullet" and not adorned


def is_pictured(source: Source, at: int) -> bool:
    """Whether a picture stands before the text of the line at `at`."""
    above = source.lines[at - 1].end if at else 0
    return at < len(source.lines) and any(c >= FIRST_PICTURE for c in source.text[above : source.lines[at].start])


def heading_kind(source: Source, at: int, style: Style, current: str) -> str | None:
    """The kind of section that the line at `at` opens, or None."""
    line = source.lines[at]
    if is_item(source, at) or not (short(line.text) or exact_kind(line.text)):
        return None
    if letters(line.text) in letter_set("inner", "titles"):
        return None
    if letters(line.text) in letter_set("inner", "names") and current in ("experience", "projects"):
        known = style.knows(line) and (style.stands_out(line) or gap_before(source, at))
        return exact_kind(line.text) if known and not line.text.endswith(":") else None
    if is_list_item(source, at, current):
        return None
    if in_table_head(source, at):
        return None
    employer = current == "experience" and dated_below(source, at)
    alike = alike_kind(line, style, worded=not employer)
    return known_kind(line, style) or alike or unknown_kind(source, at, style)


def dated_below(source: Source, at: int) -> bool:
    """Whether the line below the one at `at` has a date, as below the name of an employer."""
    return at + 1 < len(source.lines) and bool(find_periods(source.lines[at + 1].text))


def is_employer(source: Source, at: int) -> bool:
    """Whether the line at `at` names the employer of a job below it, which has a title, dates and no other employer."""
    if dated_below(source, at):
        return not is_whole(source.lines[at + 1].text)
    below = range(at + 1, min(at + 4, len(source.lines)))
    close = takewhile(lambda other: source.lines[other].kind == "body" and not gap_before(source, other), below)
    texts = [source.lines[other].text for other in close]
    return any(map(find_periods, texts)) and any(map(title_score, texts))


def is_whole(text: str) -> bool:
    """Whether `text` names a title and an employer."""
    return title_score(text) > 0 and (company_score(text) > 0 or AT.search(text) is not None)


def in_table_head(source: Source, at: int) -> bool:
    """Whether the line at `at` and one beside it are heads of columns of a table of jobs or courses."""
    line, heads = source.lines[at], column_heads()
    beside = source.lines[max(0, at - 1) : at] + source.lines[at + 1 : at + 2]
    alike = [other for other in beside if look_of(other)[:3] == look_of(line)[:3]]
    return letters(line.text) in heads and any(letters(o.text) in heads and o.text[-1:].isalpha() for o in alike)


@cache
def column_heads() -> frozenset[str]:
    """Heads of columns and labels of jobs and courses, letters only."""
    lists = [*lexicon("labels").values(), *lexicon("columns").values()]
    return frozenset(letters(name) for names in lists for name in names)


def is_list_item(source: Source, at: int, current: str) -> bool:
    """Whether the line at `at` is one of a list of skills ("Leadership", "Research") rather than a heading."""
    line, above = source.lines[at], source.lines[max(0, at - 1)]
    listed = current in LISTS and exact_kind(line.text) in LISTED and exact_kind(above.text) != current
    return listed and look_of(above) == look_of(line) and not gap_before(source, at)


def short(text: str) -> bool:
    """Whether `text` is short enough for a heading, and no sentence, address or list."""
    if len(letters(text)) > MOST_LETTERS or len(letters(text)) < 2 or text.rstrip().endswith((".", ",", ";")):
        return False
    spaced = len(text.split()) > 3 and all(len(word) <= 2 for word in text.split())
    few = len(text) <= MOST_CHARACTERS and len(text.split()) <= MOST_WORDS
    return (few or spaced) and not any(mark in text for mark in "@|;\t") and ": " not in text.rstrip()[:-1]


def known_kind(line: Line, style: Style) -> str | None:
    """The kind of a heading with a known name; where others stand out, it has to stand out too."""
    kind = exact_kind(line.text)
    plain = sum(n for look, n in style.looks.items() if not (look.heading or look.bold or look.capitals))
    others = style.looks.total() - plain >= 2
    return kind if not others or style.stands_out(line) or line.text.rstrip().endswith(":") else None


def alike_kind(line: Line, style: Style, *, worded: bool) -> str | None:
    """The kind of a heading that is misspelt, or, if `worded`, holds a word that tells it; it has to stand out."""
    if not style.stands_out(line) or title_score(line.text) or any(c.isdigit() for c in line.text):
        return None
    worded = worded and (style.knows(line) or look_of(line).heading or is_capitals(line.text))
    return misspelt_kind(letters(line.text)) or (worded_kind(line.text) if worded else None)


def unknown_kind(source: Source, at: int, style: Style) -> str | None:
    """ "other" for a line that is set like this document's headings but has no known name."""
    line = source.lines[at]
    if not style.knows(line) or at == 0 or title_score(line.text) or company_score(line.text):
        return None
    if find_periods(line.text) or any(c.isdigit() for c in line.text):
        return None
    larger = style.body is not None and line.size is not None and line.size > style.body
    if look_of(line).heading or larger:
        return "other"
    alone = is_capitals(line.text) and gap_before(source, at) and not is_employer(source, at)
    return "other" if alone else None


def gap_before(source: Source, at: int) -> bool:
    """Whether a blank line stands above the line at `at`."""
    line, before = source.lines[at], source.lines[at - 1] if at else None
    return before is not None and source.text.count("\n", before.end, line.start) > 1


def inline_kind(line: Line, current: str) -> str | None:
    """The kind of a line such as "SKILLS: SQL, Python", which is a heading and its text at once."""
    found = INLINE.match(line.text)
    if line.kind == "bullet" or found is None or not is_capitals(found[1]):
        return None
    kind = exact_kind(found[1])
    inside = current == "skills" and kind in ("languages", "skills", "interests", "certifications")
    return None if kind == current or inside else kind
