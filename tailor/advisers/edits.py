"""The changes that a draft makes of itself, beside those that the rules suggest."""

from __future__ import annotations

from tailor.advisers.additions import additions
from tailor.advisers.order import orders
from tailor.types import Edit, Match


def edits(match: Match) -> tuple[Edit, ...]:
    """Better orders, and what is proven put where it is read first; without gains."""
    return (*orders(match), *additions(match))
