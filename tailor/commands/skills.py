"""A look into the taxonomy."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

import tailor
from tailor import writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import JsonOption


@friendly
def skills(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="Part of a name or wording.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Look into the taxonomy: all skills, or those whose name or wording holds WORDS."""
    found = tailor.skills(" ".join(words or []))
    if as_json:
        dump([skill.to_dict() for skill in found])
    else:
        near = [] if found else alike(" ".join(words or []))
        report = writers.skills_report(found, detailed=bool(words), near=near)
        show(report, brief="\n".join(skill.name for skill in found))


def alike(words: str) -> list[str]:
    """The names and wordings of skills that are written nearly like `words`, the nearest first."""
    known = dict.fromkeys(text.lower() for skill in tailor.skills() for text in (skill.name, *skill.forms))
    return get_close_matches(words.lower(), known, n=2, cutoff=0.8)
