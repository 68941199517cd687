"""Which characters open a list item; the lists are in `models/marks.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tailor.resources import table

NUMBERED = re.compile(r"[ \t\xa0]*\(?(\d{1,2})[.)][ \t\xa0]+(?=\S)")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
WIDTHS = "".join(map(chr, range(0x2000, 0x200B)))  # en quad to hair space
BLANKS = " \t\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + WIDTHS + INVISIBLE


@cache
def bullet_pattern() -> re.Pattern[str]:
    """Matches the blanks, the bullet (one or more, such as "• - ") and the blanks behind it, at a line's start."""
    marks: dict[str, Any] = table("marks.toml")
    first, last = marks["private"]
    low, high, *more = marks["pictographs"]
    pairs = [f"{low}-{high}", *(f"{a}-{b}" for a, b in zip(more[::2], more[1::2], strict=True))]
    blank = f"[{re.escape(BLANKS)}]"
    solid = f"[{re.escape(marks['solid'])}{first}-{last}]\ufe0f?"
    spaced = rf"(?:\\?[{re.escape(marks['spaced'])}]|[{''.join(pairs)}][\ufe0f\u200d\U0001F3FB-\U0001F3FF]*)(?={blank})"
    letter = rf"{marks['letter']}(?=\t|{blank}{{2}}|{blank}[A-Z])"
    return re.compile(f"{blank}*(?:(?:{solid}|{spaced}|{letter}){blank}*){{1,3}}")


def bullet_width(raw: str) -> int:
    """How many characters of `raw` are its bullet and the blanks around it; 0 if it has no bullet."""
    found = bullet_pattern().match(raw)
    return found.end() if found else 0


def is_rule(text: str) -> bool:
    """Whether `text` is a drawn line ("-----", "* * *") rather than words."""
    return not text.strip(table("marks.toml")["rules"])


def indent(raw: str) -> int:
    """Width of the blanks before the first character, tabs to the next multiple of 4."""
    width = 0
    for character in raw:
        if character not in BLANKS:
            break
        width = (width // 4 + 1) * 4 if character == "\t" else width + 1
    return width
