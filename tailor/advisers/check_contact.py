"""Searchability: can the person be found and reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tailor.advisers.check_rules import Finding, data, of_resume, on, quoted
from tailor.types import Layout, Resume

GROUP = "searchability"


@of_resume(GROUP, "name")
def name(resume: Resume, _: Layout) -> Iterator[Finding]:
    """A name at the top is how a file becomes a candidate."""
    found = resume.contact.name
    if found:
        yield Finding("pass", f"A parser reads it as {found}.")
    else:
        yield Finding("fail", "No name was found; put it alone on the first line.")


@of_resume(GROUP, "e-mail")
def email(resume: Resume, _: Layout) -> Iterator[Finding]:
    """An address, printed, and one to be taken seriously."""
    found = resume.contact.email
    if found is None:
        yield Finding("fail", "No e-mail address was found; put it below your name.")
    elif found.lower() not in resume.source.text.lower():
        yield Finding("warn", f"{found} stands only behind a link; print it, for parsers read text.")
    elif words := unserious().findall(found.split("@")[0]):
        yield Finding("warn", f'"{words[0]}" in the address distracts; use one made of your name.')
    else:
        yield Finding("pass", f"{found} is printed.")


@cache
def unserious() -> re.Pattern[str]:
    """Finds words that are no part of a name between the letters of an address."""
    words = "|".join(map(re.escape, data("contact")["unserious"]))
    return re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])", re.IGNORECASE)


@of_resume(GROUP, "phone")
def phone(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Recruiters call."""
    if resume.contact.phone:
        yield Finding("pass", f"{resume.contact.phone} is printed.")
    else:
        yield Finding("warn", "No phone number was found; recruiters call before they write.")


@of_resume(GROUP, "place")
def place(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Recruiters search by distance."""
    if resume.contact.location:
        yield Finding("pass", f"{resume.contact.location} is printed.")
    else:
        yield Finding("warn", "No place was found; add city and state or country, for recruiters search by it.")


@of_resume(GROUP, "web presence")
def web(resume: Resume, _: Layout) -> Iterator[Finding]:
    """A LinkedIn page, a portfolio or a site of one's own."""
    links = resume.contact.links
    known = [link for link in links if "linkedin" in link.lower()]
    if links:
        yield Finding("pass", f"{(known or list(links))[0]} is given.")
    elif "linkedin" in resume.source.text.lower():
        yield Finding("warn", "LinkedIn is named, but without an address; print the address of your page.")
    else:
        yield Finding("warn", "No web address was found; add your LinkedIn page or a portfolio.")


@of_resume(GROUP, "personal data")
def personal(resume: Resume, _: Layout) -> Iterator[Finding]:
    """Age, marital status and the like invite bias and are left out of applications in English."""
    found = [(hit[1], line.number) for line in resume.source.lines if (hit := label().match(line.text))]
    if found:
        words = quoted(word for word, _ in found)
        why = f"Leave out {words}; applications in the US and UK go without, for it invites bias."
        yield on("warn", why, [number for _, number in found])
    else:
        yield Finding("pass", "No date of birth, marital status or the like.")


@cache
def label() -> re.Pattern[str]:
    """Finds a label of personal data at the beginning of a line."""
    words = sorted(data("contact")["personal"], key=len, reverse=True)
    return re.compile(rf"\W{{0,3}}({'|'.join(map(re.escape, words))})\s{{0,3}}[:\t]", re.IGNORECASE)
