"""What was checked, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from tailor.types import Check
from tailor.writers.layout import grid, heading, said

STYLE = {"pass": "green", "warn": "yellow", "fail": "red"}


def checks_report(checks: Sequence[Check]) -> RenderableType:
    """A table a group, under its name and the number of issues to fix."""
    return Group(*(block(name, list(found)) for name, found in groupby(checks, key=lambda check: check.group)))


def block(name: str, checks: Sequence[Check]) -> RenderableType:
    """The checks of one group, what is to be fixed first."""
    made = grid("", "Check", "Why", "Where")
    for check in sorted(checks, key=lambda check: ("fail", "warn", "pass").index(check.verdict)):
        made.add_row(Text(check.verdict, STYLE[check.verdict]), said(check.rule), said(check.why), said(check.place))
    return Group(heading(f"{name[:1].upper()}{name[1:]}: {issues(checks)}"), made)


def issues(checks: Sequence[Check]) -> str:
    """How many of the checks found something, in words."""
    count = sum(check.verdict != "pass" for check in checks)
    return f"{count} issue{'s' * (count != 1)} to fix" if count else "nothing to fix"


def checks_record(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """The checks as plain dicts, in the order of the report."""
    return [check.to_dict() for check in checks]
