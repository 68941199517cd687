"""Made-up postings, as many as asked for: python -m benchmarks.generate COUNT -o jobs.jsonl [--seed N]

OUT is a .jsonl file, or a folder that gets a file a posting (.txt, .md and .html in turn). What is asked for is drawn
from the taxonomy in its wordings, the rest from the lists below. A posting depends on its number and the
seed alone, so the first thousand of a hundred thousand are those of a thousand. About one in thirty is a near-duplicate
of the one before it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from typing import NamedTuple

from tailor.resources import models

TWIN = 1 / 30  # share of postings that say what the one before says, but for a sentence
LEVELS = (
    "Associate Product Manager",
    "Product Manager",
    "Senior Product Manager",
    "Lead Product Manager",
    "Principal Product Manager",
    "Group Product Manager",
    "Director of Product",
)
FIELDS = (
    "Warehouse Robots",
    "School Payments",
    "Tide Tables",
    "Bakery Stock",
    "Museum Tickets",
    "Ferry Routes",
    "Clinic Records",
    "Seed Exchange",
    "Parcel Lockers",
    "Claims Intake",
    "Energy Metering",
    "Chess Lessons",
)
NAMES = (
    "Alder",
    "Brook",
    "Cinder",
    "Dune",
    "Ember",
    "Fjord",
    "Gable",
    "Harbor",
    "Inlet",
    "Juniper",
    "Kestrel",
    "Lantern",
)
KINDS = ("Works", "Labs", "Systems", "Cooperative", "Partners", "Collective", "Bureau", "House")
PLACES = (
    "Remote (US)",
    "Hybrid, Lisbon",
    "On-site, Oslo",
    "Remote (EU)",
    "Chicago, IL",
    "Hybrid, Toronto",
    "Leeds, UK",
)
MONEY = (("$", 110, 9), ("$", 95, 12), ("€", 70, 6), ("£", 60, 6))
ABOUT = (
    "{company} builds {field} for {number} customers in {few} countries, from the first call to the last invoice.",
    "We started {company} {few} years ago in a room above a shop and are {number} people today.",
    "Every day {number} people rely on what we make for {field}.",
    "We are profitable, we write things down, and we ship every {few} days to users who tell us what they think.",
    "Our {field} group works in {few} squads and answers to nobody but its users.",
)
DUTIES = (
    "Own {skill} for {field}",
    "Lead {skill} with engineers and designers",
    "Drive {skill} across {few} squads",
    "Work with sales and support on {skill}",
    "Set the direction of {skill} and report on it each quarter",
    "Improve {skill} for {number} users",
)
MUSTS = (
    "Experience with {skill}",
    "Strong {skill}",
    "{few}+ years of {skill}",
    "Hands-on {skill} and {other}",
    "Proven track record in {skill}",
    "Deep knowledge of {skill}, {other} or similar",
)
NICE = ("{skill}", "Familiarity with {skill}", "{skill} is a plus", "Exposure to {skill} or {other}")
BENEFITS = (
    "{few} weeks of paid leave",
    "Health, dental and vision cover",
    "A budget of ${number} a year to learn",
    "Pension contributions",
    "Parental leave of {few} months",
)


class Ad(NamedTuple):
    """One made-up posting; `blocks` are its headings with the lines below them."""

    number: int
    title: str
    company: str
    place: str
    blocks: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def wordings() -> tuple[tuple[str, ...], ...]:
    """What each skill of the taxonomy may be called, in the taxonomy's order."""
    lines = (models() / "taxonomy" / "skills.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple((skill["name"], *skill.get("forms", ())[:3]) for skill in map(json.loads, lines))


def ad(number: int, seed: int = 0) -> Ad:
    """The posting of that number."""
    own = Random(f"{seed}-{number}")
    if number and own.random() < TWIN:
        first = ad(number - 1, seed)
        last = (first.blocks[-1][0], (*first.blocks[-1][1], f"Reference {number}"))
        return first._replace(number=number, blocks=(*first.blocks[:-1], last))
    company = f"{own.choice(NAMES)} {own.choice(KINDS)}"
    field = own.choice(FIELDS)
    told = {"company": company, "field": field.lower()}
    blocks = (
        ("About us", filled(own, ABOUT, 7, told)),
        ("What you will do", filled(own, DUTIES, own.randint(6, 12), told)),
        (
            "Requirements",
            (f"{own.randint(2, 10)}+ years in product management", *filled(own, MUSTS, own.randint(6, 14), told)),
        ),
        ("Nice to have", filled(own, NICE, own.randint(2, 5), told)),
        ("Benefits", (*pay(own), *filled(own, BENEFITS, 6, told))),
    )
    return Ad(number, f"{own.choice(LEVELS)}, {field}", company, own.choice(PLACES), blocks)


def postings(count: int, seed: int = 0) -> Iterator[str]:
    """`count` of them as plain text, near-duplicates among them."""
    return (as_text(ad(number, seed)) for number in range(count))


def filled(own: Random, patterns: Sequence[str], count: int, told: dict[str, str]) -> tuple[str, ...]:
    """`count` lines made of `patterns`."""
    return tuple(
        own.choice(patterns).format(
            skill=skill(own), other=skill(own), few=own.randint(2, 9), number=own.randint(11, 9999), **told
        )
        for _ in range(count)
    )


def skill(own: Random) -> str:
    """A wording of a skill; some skills are asked for far more often than others, as in any market."""
    known = wordings()
    return own.choice(known[(int(len(known) * own.random() ** 2.5) * 7919 + 500) % len(known)])


def pay(own: Random) -> Iterator[str]:
    """The line on pay, in two of three postings."""
    if own.random() < 2 / 3:
        sign, least, step = own.choice(MONEY)
        low = least + step * own.randint(0, 9)
        yield f"Salary: {sign}{low},000 - {sign}{low + 2 * step},000 a year"


def as_text(found: Ad, mark: str = "- ", above: str = "") -> str:
    """The posting as plain text, or as Markdown with `above` before its headings."""
    head = f"{above}{found.title}\nCompany: {found.company}\nLocation: {found.place}\n"
    return head + "".join(
        f"\n{above}{name}\n" + "".join(f"{mark}{line}\n" for line in lines) for name, lines in found.blocks
    )


def as_page(found: Ad) -> str:
    """The posting as a web page."""
    body = "".join(
        f"<h2>{escape(name)}</h2><ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
        for name, lines in found.blocks
    )
    head = (
        f"<h1>{escape(found.title)}</h1><p>Company: {escape(found.company)}</p><p>Location: {escape(found.place)}</p>"
    )
    return f"<!doctype html><html><head><title>{escape(found.title)}</title></head><body>{head}{body}</body></html>"


def save(count: int, seed: int, out: Path) -> None:
    """Write `count` postings to the .jsonl file or the folder `out`."""
    if out.suffix == ".jsonl":
        with out.open("w", encoding="utf-8") as file:
            for number in range(count):
                found = ad(number, seed)
                row = {"id": str(number), "title": found.title, "company": found.company, "text": as_text(found)}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    forms = ((".txt", as_text), (".md", lambda found: as_text(found, "* ", "# ")), (".html", as_page))
    for number in range(count):
        suffix, write = forms[number % len(forms)]
        path = out / f"{number // 1000:04}" / f"p{number:08}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(ad(number, seed)), encoding="utf-8")


def main() -> None:
    """Read the arguments and write the postings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    save(options.count, options.seed, options.output)


if __name__ == "__main__":
    main()
