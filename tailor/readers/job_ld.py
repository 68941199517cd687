"""The JobPosting of schema.org in a page's JSON-LD: what the employer itself declares.

Names: https://schema.org/JobPosting
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tailor.resources import table

DEEPEST = 6


def job_posting(blocks: list[str]) -> Mapping[str, Any] | None:
    """The first JobPosting in blocks of JSON-LD; None if there is none. Broken blocks are skipped, as browsers do."""
    limit = table("limits.toml")["html"]["json_ld"]
    for block in blocks:
        if len(block) > limit:
            continue
        try:
            data = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        if (found := next(postings(data), None)) is not None:
            return found
    return None


def postings(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Every JobPosting in a JSON value."""
    if depth > DEEPEST:
        return
    if isinstance(data, dict):
        if "JobPosting" in listed(data.get("@type")):
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from postings(item, depth + 1)


def listed(value: Any) -> list[Any]:
    """`value` as a list."""
    return value if isinstance(value, list) else [value]


def hints(posting: Mapping[str, Any]) -> dict[str, str]:
    """What a JobPosting says about itself, as `Source.hints`; only what is there."""
    salary = first(posting.get("baseSalary"))
    amount = salary.get("value")
    amount = amount if isinstance(amount, dict) else {"value": amount}
    found = {
        "title": text(posting.get("title")),
        "company": text(first(posting.get("hiringOrganization")).get("name") or posting.get("hiringOrganization")),
        "posted": text(posting.get("datePosted"))[:10],
        "location": location(posting),
        "mode": "remote" if posting.get("jobLocationType") == "TELECOMMUTE" else "",
        "employment": ", ".join(filter(None, map(text, listed(posting.get("employmentType"))))),
        "currency": text(salary.get("currency") or posting.get("salaryCurrency")),
        "salary_min": text(amount.get("minValue") or amount.get("value")),
        "salary_max": text(amount.get("maxValue")),
        "salary_unit": text(amount.get("unitText")),
    }
    return {name: value for name, value in found.items() if value}


def first(value: Any) -> Mapping[str, Any]:
    """The first object in `value`, or an empty one."""
    return next((item for item in listed(value) if isinstance(item, dict)), {})


def text(value: Any) -> str:
    """`value` as a text without blanks around it; "" for what is neither text nor number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())[:500]


def location(posting: Mapping[str, Any]) -> str:
    """The places of a posting, "; " between them."""
    return "; ".join(dict.fromkeys(filter(None, map(place, listed(posting.get("jobLocation"))))))


def place(value: Any) -> str:
    """A place as "City, Region, Country", or as it is written."""
    address = first(value).get("address")
    if not isinstance(address, dict):
        return text(address or value)
    country = address.get("addressCountry")
    parts = [address.get("addressLocality"), address.get("addressRegion"), first(country).get("name") or country]
    return ", ".join(dict.fromkeys(filter(None, map(text, parts))))
