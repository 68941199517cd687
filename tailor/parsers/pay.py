"""The yearly base pay a posting names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from tailor.parsers.outline import Place
from tailor.parsers.sentences import sentences
from tailor.parsers.wording import cue
from tailor.resources import table
from tailor.types import Salary

GROUPED = re.compile(r"(\d{1,3}(?:[.,' ]\d{2,3})*[.,' ]\d{3})([.,]\d\d)?$")
TWO_DIGITS = re.compile(r"\d\d")
LOWEST, HIGHEST, SMALL_UNITS = 15_000, 2_000_000, 50
TOP_LINES = 6
BEFORE, BEHIND = 40, 25
LABELLED = re.compile(r"[^:.]{2,30}: ?[^:]{4,20}$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of pay, or a single sum; `last` is None where only a minimum is given.

    total : whether it is said to hold more than the base, such as commission.
    """

    first: float
    last: float | None
    currency: str | None
    total: bool = False


def salary_of(places: Iterable[Place]) -> Salary | None:
    """The yearly base pay: of the line at the top if there is one, else the widest of those in the text.

    Pay by the hour or month, shares, bonuses and budgets are not base pay. A sign that several currencies share is read
    as the dollar of the United States.
    """
    amounts: list[Amount] = []
    for place in sentences(places):
        found = list(amounts_in(place))
        if found and place.cut.line.number <= TOP_LINES and cue("pay", "label").match(place.even):
            return widest(base_of(found))
        amounts += found
    return widest(base_of(amounts)) if amounts else None


def base_of(amounts: list[Amount]) -> list[Amount]:
    """The `amounts` of base pay; all of them if none is."""
    return [amount for amount in amounts if not amount.total] or amounts


def widest(amounts: list[Amount]) -> Salary:
    """The range that holds all `amounts` of the currency of the first, or of the one most common."""
    codes = [amount.currency or "USD" for amount in amounts]
    code = max(dict.fromkeys(codes), key=codes.count)
    same = [amount for amount, its in zip(amounts, codes, strict=True) if its == code]
    ends = [amount.last for amount in same if amount.last is not None]
    return Salary(min(amount.first for amount in same), max(ends) if ends else None, code)


def amounts_in(place: Place) -> Iterator[Amount]:
    """The amounts of yearly pay in one passage."""
    text = place.even
    if not TWO_DIGITS.search(text) or not (place.section == "pay" or cue("pay", "context").search(text)):
        return
    spoken = place.section == "pay" or bool(cue("pay", "strong").search(text)) or LABELLED.match(text) is not None
    for match in money().finditer(text):
        before = text[max(0, match.start() - BEFORE) : match.start()]
        if is_other_money(match, before, text[match.end() : match.end() + BEHIND]):
            continue
        amount = amount_of(match, minimum=bool(cue("pay", "from").search(before)))
        if amount and (amount.last is None or amount.last != amount.first or spoken):
            yield replace(amount, total=bool(cue("pay", "total").search(before)))


def is_other_money(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether the words beside `match` say that it is no yearly pay; "up to" does so only without a range."""
    if cue("pay", "not_before").search(before) or cue("pay", "not_behind").match(behind):
        return True
    return match["n2"] is None and bool(cue("pay", "at_most").search(before))


def amount_of(match: re.Match[str], *, minimum: bool) -> Amount | None:
    """What `match` says, in whole units of the currency; None if it is too small or large for a year's pay."""
    thousands = match["k2"] or match["k1"]
    first = value_of(match["n1"], thousands)
    last = value_of(match["n2"], thousands) if match["n2"] else None
    if match["n2"] is None and not (minimum or match["plus"]):
        last = first
    if currency_of(match) is None and not (match["n2"] and thousands):
        return None
    code = currency_of(match)
    most = HIGHEST * (SMALL_UNITS if code in table("posting.toml")["pay"]["small"] else 1)
    if not all(LOWEST <= value <= most for value in (first, last) if value is not None):
        return None
    return Amount(first, last, code)


def value_of(number: str, thousands: str | None) -> float:
    """The value of a number such as "206.6", "78.000" or "170,000", times 1,000 if a "k" is behind it."""
    grouped = GROUPED.match(number)
    plain = (
        re.sub("[.,' ]", "", grouped[1]) + (grouped[2] or "").replace(",", ".") if grouped else number.replace(",", "")
    )
    return round(float(plain.rstrip(".")) * (1000 if thousands else 1), 2)


def currency_of(match: re.Match[str]) -> str | None:
    """The ISO 4217 code of the currency named; a code beats a sign."""
    codes: dict[str, str] = table("posting.toml")["pay"]["currencies"]
    named = (match[group] for group in ("c2", "c1", "p1", "p2", "s1", "s2"))
    return next((codes[name] for name in named if name), None)


@cache
def money() -> re.Pattern[str]:
    """A sum or a range of sums of money."""
    names = sorted(table("posting.toml")["pay"]["currencies"], key=len, reverse=True)
    signs = "|".join(re.escape(name) for name in names if not name.isalpha())
    codes = "|".join(name for name in names if name.isalpha())
    number = r"\d{1,3}(?:(?:[.,']\d{3}){1,2}|(?: \d{3}){1,2}|,\d\d,\d{3})(?:[.,]\d\d)?(?!\d)|\d{1,7}(?:\.\d{1,2})?"

    def side(i: int) -> str:
        return rf"(?:\b(?P<p{i}>{codes}) ?)?(?P<s{i}>{signs})? ?(?P<n{i}>{number})(?: ?(?P<k{i}>k)(?!\w))?"

    unit = r"(?: ?\((?:min|mid|max)\)| ?/ ?(?:year|yr|annum)| per (?:year|annum))?"
    code = rf"(?: ?\(?(?P<c1>(?:{codes})\b|[€£])\)?)?"
    last = rf"(?: ?\(?(?P<c2>(?:{codes})\b|[€£])\)?)?(?P<plus> ?\+(?! ?\w))?"
    return re.compile(rf"(?<![\w.,-]){side(1)}{code}{unit}(?: ?(?:-+|to|and|up to) ?{side(2)})?{last}")
