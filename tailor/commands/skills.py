"""A look into the taxonomy."""

from __future__ import annotations

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
        show(writers.skills_report(found, detailed=bool(words)), brief="\n".join(skill.name for skill in found))
