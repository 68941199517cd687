"""Which bullets of a resume a new document has room for: those that prove least of what is asked go first.

What a page holds is estimated from the widths of the letters; a word processor is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tailor.resources import table
from tailor.types import Resume, Role
from tailor.writers.looks import Block, Run, laid_out
from tailor.writers.units import Unit

POINT = 20.0  # twentieths


def fitted(
    resume: Resume, units: tuple[Unit, ...], worth: Mapping[int, float], *, pages: int, paper: str
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The units that fit on so many pages of `paper`, and the bullets left out with those inside them.

    Bullets of least worth for their length go first, the later of equals; each job keeps a few.
    worth : how much each line proves, by `Line.number`.
    """
    over = sum(height(block, paper) for block in laid_out(resume, units)) - pages * room(paper)
    left: set[int] = set()
    spare = [group for role in resume.roles for group in spare_bullets(role, units)]
    for job, group in sorted(spare, key=lambda pair: (density(pair[1], worth, paper), -pair[1][0].first.number)):
        if over <= 0:
            break
        if job.left > table("fresh.toml")["kept"]:
            job.left -= 1
            left |= {unit.first.number for unit in group}
            over -= sum(height(Block("List Bullet", (Run(unit.text),)), paper) for unit in group)
    kept = tuple(unit for unit in units if unit.first.number not in left)
    return kept, tuple(unit for unit in units if unit.first.number in left)


@dataclass
class Job:
    """How many bullets of a job are left."""

    left: int


def spare_bullets(role: Role, units: Iterable[Unit]) -> list[tuple[Job, list[Unit]]]:
    """The bullets of a job, each with those inside it."""
    numbers = {line.number for line in role.lines}
    found: list[list[Unit]] = []
    for unit in (unit for unit in units if unit.first.number in numbers and unit.first.kind == "bullet"):
        if unit.first.level == 0:
            found.append([unit])
        elif found:
            found[-1].append(unit)
    job = Job(len(found))
    return [(job, group) for group in found]


def hangs_over(resume: Resume, units: tuple[Unit, ...], paper: str) -> bool:
    """Whether the document is a line or two longer than a whole number of pages, and would do better set closer."""
    full, over = table("fresh.toml")["filled"], float(table("fresh.toml")["snug"]["over"])
    pages = sum(height(block, paper) for block in laid_out(resume, units)) / room(paper) * float(full)
    return pages >= 1 and pages % 1 <= over


def room(paper: str) -> float:
    """Points of a page that are filled before something is left out."""
    settings = table("fresh.toml")
    return float((settings["papers"][paper]["height"] - 2 * settings["margins"]["top"]) * settings["filled"] / POINT)


def density(group: Iterable[Unit], worth: Mapping[int, float], paper: str) -> float:
    """How much a bullet, with those inside it, proves for each line of the page that it takes."""
    units = list(group)
    proven = sum(worth.get(line.number, 0.0) for unit in units for line in unit.lines)
    return proven / sum(lines_of("List Bullet", unit.text, paper) for unit in units)


def height(block: Block, paper: str) -> float:
    """Points that a paragraph takes, with the space around it."""
    text = "".join(run.text for run in block.runs)
    style = look(block.style)
    line = style["size"] * style["lines"] * table("fresh.toml")["line"]["height"]
    return float(style["before"] + style["after"] + line * lines_of(block.style, text, paper))


def look(style: str) -> dict[str, Any]:
    """Size and spacing of a style."""
    found: dict[str, Any] = table("fresh.toml")["styles"][style]
    return found


def lines_of(style: str, text: str, paper: str) -> int:
    """How many lines `text` takes in a style, words put into lines one after the other."""
    settings, shape = table("fresh.toml"), look(style)
    wide_as = (settings["papers"][paper]["width"] - 2 * settings["margins"]["side"]) / POINT - shape["indent"]
    used, count = 0.0, 1
    for word in text.split(" "):
        wide = sum(width(letter, bold=shape["bold"]) for letter in word) * shape["size"] / 1000
        if used and used + wide > wide_as:
            used, count = 0.0, count + 1
        used += wide + width(" ", bold=shape["bold"]) * shape["size"] / 1000
    return count


def width(letter: str, *, bold: bool) -> int:
    """Width of a letter in thousandths of the size."""
    other: int = table("fresh.toml")["widths"]["other"]
    return widths(bold=bold).get(letter, other)


@cache
def widths(*, bold: bool) -> dict[str, int]:
    """The widths that are known, by letter."""
    listed: dict[str, str] = table("fresh.toml")["widths"]["bold" if bold else "regular"]
    return {letter: int(wide) for wide, letters in listed.items() for letter in letters}
