"""Layout: fonts, sizes, colours and margins, and text that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tailor.advisers.check_rules import Finding, data, graver, of_resume, plural, quoted
from tailor.types import Layout, Resume

GROUP = "layout"
# Unicode Technical Report 36: what turns the direction of a line, and the tags that no program shows.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
# Unicode Technical Standard 39, mixed scripts: letters of Greek and Cyrillic beside Latin ones in one word.
MIXED = re.compile(
    r"[^\W\d_]{0,40}(?:[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z])[^\W\d_]{0,40}"
)
UNITS = frozenset("µμΩΔπ")
INCH = 72.0


@of_resume(GROUP, "fonts")
def fonts(_: Resume, layout: Layout) -> Iterator[Finding]:
    """A font every machine has, and not many of them."""
    used, limits = list(lettered(layout)), data("layout")
    if not used:
        return
    known = {folded(name) for name in limits["fonts"]}
    if len(used) > limits["most_fonts"]:
        yield Finding("warn", f"{len(used)} fonts: {quoted(used)}; one or two look calmer.")
    elif layout.format == "docx" and folded(used[0]) not in known:
        yield Finding(
            "warn", f"{used[0]} is missing on many machines, which changes the look; use Calibri, Arial or Georgia."
        )
    else:
        yield Finding("pass", f"{' and '.join(used[:3])}.")


def lettered(layout: Layout) -> Iterator[str]:
    """The fonts of letters that set some of the text, the most used first."""
    limits = data("layout")
    symbols, total = {folded(name) for name in limits["symbol_fonts"]}, sum(count for _, count in layout.fonts)
    for name, count in layout.fonts:
        if count >= limits["least_share"] * total and folded(name) not in symbols:
            yield name


def folded(name: str) -> str:
    """A font's name in letters and figures alone."""
    return "".join(c for c in name.lower() if c.isalnum())


@of_resume(GROUP, "text size")
def text_size(_: Resume, layout: Layout) -> Iterator[Finding]:
    """Read without effort, on paper and on a screen."""
    if not layout.sizes:
        return
    limits, size = data("layout"), layout.sizes[0][0]
    if size < limits["small"]:
        yield Finding(
            graver(size < limits["too_small"]),
            f"Most of the text is set in {size:g} points; {limits['small']:g} to 12 read well.",
        )
    elif size > limits["large"]:
        yield Finding("warn", f"Most of the text is set in {size:g} points; {limits['small']:g} to 12 are usual.")
    else:
        yield Finding("pass", f"Most of the text is set in {size:g} points.")


@of_resume(GROUP, "text colour")
def colour(_: Resume, layout: Layout) -> Iterator[Finding]:
    """Dark enough to be read, and few."""
    limits, total = data("layout"), sum(count for _, count in layout.colours)
    used = [name for name, count in layout.colours if count >= limits["least_share"] * total]
    pale = [name for name in used if name != "ffffff" and contrast(name) < limits["least_contrast"]]
    if not used:
        return
    if pale:
        ratio = f"contrast {min(map(contrast, pale)):.1f} : 1 on white"
        yield Finding("warn", f"Text in #{pale[0]} is pale: {ratio}, where {limits['least_contrast']:g} is the least.")
    elif len(used) > limits["most_colours"]:
        yield Finding("warn", f"{len(used)} colours of text; black and one other look calmer.")
    else:
        yield Finding("pass", f"{plural(len(used), 'colour')}, dark enough.")


def contrast(colour: str) -> float:
    """Contrast of "rrggbb" on white, from 1 to 21 (WCAG 2.2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@of_resume(GROUP, "margins")
def margins(_: Resume, layout: Layout) -> Iterator[Finding]:
    """White space that printers need and eyes like; a coloured side bar may go to the edge."""
    if layout.margins is None:
        return
    limits = data("layout")
    sides = (layout.margins[1], layout.margins[3])
    name, narrow = ("right", sides[0]) if sides[0] < sides[1] else ("left", sides[1])
    if narrow < limits["tight_margin"]:
        yield Finding(
            "warn", f"The {name} margin is {narrow / INCH:.2f} inch; printers cut what is nearer than a quarter."
        )
    elif narrow < limits["least_margin"] - 2:
        yield Finding("warn", f"The {name} margin is {narrow / INCH:.2f} inch; half an inch to one inch is usual.")
    else:
        yield Finding("pass", f"At least {narrow / INCH:.1f} inch at the sides.")


@of_resume(GROUP, "page size")
def page_size(_: Resume, layout: Layout) -> Iterator[Finding]:
    """Letter or A4: what printers hold."""
    if layout.page_size is None:
        return
    limits, found = data("layout"), sorted(layout.page_size)
    if any(
        abs(found[0] - w) < limits["page_slack"] and abs(found[1] - h) < limits["page_slack"]
        for w, h in limits["pages"]
    ):
        yield Finding("pass", "Letter, A4 or legal.")
    else:
        width, height = layout.page_size
        yield Finding(
            "warn", f"{width / INCH:.1f} by {height / INCH:.1f} inch is neither Letter nor A4; it prints badly."
        )


@of_resume(GROUP, "hidden text")
def hidden(_: Resume, layout: Layout) -> Iterator[Finding]:
    """Text that only a machine sees is taken for a trick."""
    if not layout.format:
        return
    found = [one for one in layout.hidden if len(one.text) >= data("layout")["hidden_characters"]]
    if found:
        how = {"off the page": "text off the page"}.get(found[0].how, f"{found[0].how} text")
        why = f"{how.capitalize()} ({quoted([found[0].text[:50]])}) is seen by machines only, and taken for a trick."
        yield Finding("fail", why, place=found[0].place)
    else:
        yield Finding("pass", "All text can be seen.")


@of_resume(GROUP, "disguised text")
def disguised(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Characters that show people another text than a machine reads."""
    for line in resume.source.lines:
        if turning := TURNING.search(line.text):
            why = f"A character that nobody sees (U+{ord(turning[0]):04X}) turns or hides text; delete it."
            yield Finding("fail", why, line.number)
            return
        mixed = next((found[0] for found in MIXED.finditer(line.text) if UNITS.isdisjoint(found[0])), None)
        if mixed:
            odd = next(c for c in mixed if not c.isascii() and "\u0370" <= c <= "\u052f")
            why = (
                f'"{mixed}" looks like Latin letters, but {unicodedata.name(odd, "one")} is in it; no search finds it.'
            )
            yield Finding("fail", why, line.number)
            return
