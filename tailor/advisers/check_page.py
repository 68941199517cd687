"""Layout: pages, and what breaks the order in which a parser reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tailor.advisers.check_rules import Finding, data, graver, of_resume, plural, quoted, reference
from tailor.timeline import months
from tailor.types import Layout, Line, Resume

GROUP = "layout"
MARGIN = re.compile(r"(?:^|/)(?:header|footer)[^/]*$")


@of_resume(GROUP, "pages")
def pages(resume: Resume, layout: Layout) -> Iterator[Finding]:
    """One or two; a third for a long career."""
    limits, count = data("layout"), layout.pages
    if count is None:
        return
    career = months((role.period for role in resume.roles), reference(resume))
    allowed = limits["most_pages"] + (career >= limits["senior_months"])
    if count <= allowed:
        yield Finding("pass", f"{plural(count, 'page')}.")
    else:
        verdict = graver(count >= limits["too_many_pages"])
        yield Finding(verdict, f"{count} pages; {limits['most_pages']} are read, so keep what serves this application.")


@of_resume(GROUP, "tables")
def tables(_: Resume, layout: Layout) -> Iterator[Finding]:
    """Some parsers read a table by columns, some not at all."""
    if layout.format != "docx":
        return
    share = layout.in_tables
    if not layout.tables or not share:
        yield Finding("pass", "No table.")
    elif share >= data("layout")["table_share"]:
        yield Finding(
            "fail", f"{share:.0%} of the text stands in tables; some parsers mix up or skip it.", place="tables"
        )
    else:
        yield Finding(
            "warn",
            f"{plural(layout.tables, 'table')} with {share:.0%} of the text; plain lines are safer.",
            place="tables",
        )


@of_resume(GROUP, "text boxes")
def text_boxes(_: Resume, layout: Layout) -> Iterator[Finding]:
    """Many parsers skip them."""
    if layout.format != "docx":
        return
    if not layout.text_boxes:
        yield Finding("pass", "No text box.")
    else:
        boxes = plural(layout.text_boxes, "text box", "text boxes")
        verdict = graver(layout.in_boxes >= data("layout")["box_share"])
        why = f"{boxes} with {layout.in_boxes:.0%} of the text; many parsers skip them."
        yield Finding(verdict, why, place="text boxes")


@of_resume(GROUP, "columns")
def columns(_: Resume, layout: Layout) -> Iterator[Finding]:
    """A parser that reads across mixes them up."""
    if not layout.format:
        return
    if layout.columns > 1:
        yield Finding("warn", f"Text stands in {layout.columns} columns; parsers that read across mix them up.")
    else:
        yield Finding("pass", "One column.")


@of_resume(GROUP, "images")
def images(_: Resume, layout: Layout) -> Iterator[Finding]:
    """What is in a picture is read by nobody but people, and a photo invites bias."""
    if not layout.format:
        return
    if layout.images:
        yield Finding(
            "warn",
            f"{plural(layout.images, 'picture')}; no parser reads it, and a photo is not wanted in the US or UK.",
        )
    else:
        yield Finding("pass", "No picture.")


@of_resume(GROUP, "header and footer")
def margins(resume: Resume, layout: Layout) -> Iterator[Finding]:
    """Many parsers skip the header and footer of a Word document."""
    if layout.format != "docx":
        return
    outside = [line for line in resume.source.lines if in_margin(line)]
    inside = [line.text.lower() for line in resume.source.lines if not in_margin(line)]
    only = {text: line for text in contact(resume) for line in outside if text in line.text and not has(inside, text)}
    if only:
        line = next(iter(only.values()))
        place = "header" if line.text in layout.header else "footer"
        why = f"Only in the {place}: {quoted(only)}; many parsers skip it, so put it in the text."
        yield Finding("fail", why, line.number, place)
    elif layout.header or layout.footer:
        yield Finding("pass", "Nothing stands there alone that must be read.")
    else:
        yield Finding("pass", "Both are empty.")


def in_margin(line: Line) -> bool:
    """Whether a line stands in a header or footer of a Word document."""
    return line.address is not None and MARGIN.search(line.address.part) is not None


def contact(resume: Resume) -> list[str]:
    """What must be read of the person."""
    known = (resume.contact.name, resume.contact.email, resume.contact.phone)
    return [text for text in known if text]


def has(lines: list[str], text: str) -> bool:
    """Whether `text` stands in one of `lines`, which are in small letters."""
    return any(text.lower() in line for line in lines)
