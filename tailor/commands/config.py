"""Which configuration is in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import JsonOption

if TYPE_CHECKING:
    from tailor.commands.config_files import Config, Place


@friendly
def config(context: typer.Context, as_json: JsonOption = False) -> None:
    """Show which options are set by configuration files, and by which one."""
    found: Config = context.obj
    if as_json:
        dump(record(found))
    else:
        show(report(found), brief="\n".join(f"{r['command']} {r['option']} = {r['value']}" for r in rows(found)))


def rows(found: Config) -> list[dict[str, Any]]:
    """A row for each option that is set."""
    return [
        {"command": command, "option": option, "value": chosen.value, "from": chosen.place}
        for command, options in sorted(found.chosen.items())
        for option, chosen in sorted(options.items())
    ]


def record(found: Config) -> dict[str, Any]:
    """`found` for other programs, in the schema `tailor.config/1`."""
    files = [{"place": place.name, "path": abbreviated(place), "read": place.read} for place in found.places]
    return {"schema": "tailor.config/1", "files": files, "settings": rows(found)}


def report(found: Config) -> Any:
    """`found` for people."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    parts: list[Any] = [
        Text(f"{place.name}: {abbreviated(place)}{'' if place.read else ' (not there)'}")
        for place in reversed(found.places)
    ]
    if not found.places:
        parts.append(Text("No configuration file is looked for: --no-config, or TAILOR_CONFIG is empty."))
    elif not found.chosen:
        parts.append(Text("Nothing is set; all options have the values that --help shows."))
    else:
        table = Table(box=None, pad_edge=False)
        for heading in ("Command", "Option", "Value", "From"):
            table.add_column(heading, overflow="fold")
        for row in rows(found):
            table.add_row(row["command"], row["option"], Text(str(row["value"])), row["from"])
        parts += [Text(), table]
    return Group(*parts)


def abbreviated(place: Place) -> str:
    """The path of `place` as people write it: from here, or from home."""
    try:
        return f"~/{place.path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(place.path)
