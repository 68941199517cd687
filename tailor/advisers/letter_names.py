"""Titles and employers as a letter can say them in a sentence."""

from __future__ import annotations

import re

from tailor.advisers.letter_clauses import data, words_of
from tailor.types import Contact, Posting, Role

ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
GAP = re.compile(r"\s+[|·•]\s+|\t|\s{3,}")
DASH = re.compile(r"\s[–—-]\s")
AT = re.compile(r"\s+(?:at|with|for|@)\s*$", re.IGNORECASE)
LATER = re.compile(r",? (?:and )?(?:then|later) ", re.IGNORECASE)
BLANKS = re.compile(r"\s+")
LONGEST_PLACE = 6  # words of an employer; more is a description
SEPARATOR = "  |  "


def role_phrase(posting: Posting) -> str:
    """The position as the letter names it, with "the" and "role" where they fit, or a placeholder."""
    title = tidy_title(posting)
    words = [word.strip(",.:;()").lower() for word in title.split()]
    if not title or len(words) > data("size")["name_words"]:
        return str(data("placeholders")["role"])
    if words_of("titles", "programmes") & set(words):
        return f"the {title}"
    return f"the {title} role" if words_of("titles", "jobs") & set(words) else f"the role of {title}"


def tidy_title(posting: Posting) -> str:
    """The title without what is no part of it: the company glued to it, and where one works."""
    title = GAP.split(posting.title)[0]
    if posting.company and posting.company in title[1:]:
        title = AT.sub("", title[: title.index(posting.company, 1)])
    title = ASIDE.sub("", title)
    return safe_name(recased(", ".join(piece for piece in DASH.split(title) if not is_aside(piece))))


def is_aside(piece: str) -> bool:
    """Whether a piece of a title says how one works rather than what one does."""
    return any(word.strip(",.").lower() in words_of("titles", "asides") for word in piece.split())


def recased(title: str) -> str:
    """`title` with small letters where it is all in capitals, but for abbreviations."""
    return " ".join(in_case(word, at) for at, word in enumerate(title.split())) if title.isupper() else title


def in_case(word: str, at: int) -> str:
    """One word of a title that is all in capitals; `at` is its place."""
    if word.strip(",.:;()") in words_of("titles", "capitals"):
        return word
    return word.lower() if at and word.lower() in words_of("titles", "small") else word.title()


def company_phrase(posting: Posting) -> str:
    """The company as the letter names it, or a placeholder."""
    name = safe_name(posting.company or "")
    fits = name and len(name.split()) <= data("size")["name_words"]
    return name if fits else str(data("placeholders")["company"])


def place_of(role: Role) -> str:
    """The employer as the letter names it; "" where none is known, or where it reads like a description."""
    name = safe_name(ASIDE.sub("", role.company or ""))
    plain = name and len(name.split()) <= LONGEST_PLACE and not any(mark in name for mark in ':;!?"“”()')
    return name if plain else ""


def title_of(role: Role) -> str:
    """The title as the letter names it, the last of several; "" where none is known or it is too long."""
    name = safe_name(LATER.split(ASIDE.sub("", GAP.split(role.title or "")[0]))[-1])
    return recased(name) if name and len(name.split()) <= data("size")["name_words"] else ""


def safe_name(text: str) -> str:
    """A name on one line, without blanks or a comma around it; "" if it holds what would forge a placeholder."""
    name = BLANKS.sub(" ", text).strip(" ,;:–—-|·")
    return name if name.isprintable() and not any(mark in name for mark in "[]{}<>") else ""


def inside(name: str) -> str:
    """`name` as it stands inside a sentence: closed by a comma if it has one."""
    return f"{name}," if "," in name else name


def filled(template: str, **values: str) -> str:
    """A fixed sentence with its names filled in, and one period at its end."""
    text = template
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return re.sub(r"\.\.$", ".", text)


def sender_of(contact: Contact) -> tuple[str, ...]:
    """Name, then how to reach the person in one line."""
    name = safe_name(contact.name or "") or str(data("placeholders")["name"])
    known = [contact.email, contact.phone, contact.location, *contact.links]
    reach = SEPARATOR.join(item for item in map(safe_name, filter(None, known)) if item)
    return (name, reach) if reach else (name,)
