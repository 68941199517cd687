"""Write the reference pages that follow from the code: `python docs/generate.py` (`make reference`).

The pages are kept, so that they can be read where there is no site; a test holds them to what this gives.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum
from inspect import unwrap
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer.main

from tailor.cli import app

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/generate.py; change the code or the schema, not this page. -->"
QUIET = ("--help", "--install-completion", "--show-completion")


def commands() -> str:
    """The page of the command line, from the commands themselves."""
    group: Any = typer.main.get_command(app)
    head = [
        NOTE,
        "# Commands",
        "",
        "Each command shows this with `--help`. `-h` is short for it; `tailor --install-completion` makes the shell",
        "complete names and options. Exit codes: 0 done, 2 usage, 3 an input could not be read, 4 nothing to compare,",
        "5 an output could not be written, 6 a batch in which some postings failed, 130 a batch stopped by Ctrl-C.",
    ]
    parts = [part for name, command in group.commands.items() for part in section(name, command)]
    return "\n".join([*head, *parts]) + "\n"


def section(name: str, command: Any) -> Iterator[str]:
    """One command: what it does, how it is called, its arguments and options."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not set(p.opts) & set(QUIET)]
    yield from ("", f"## tailor {name}", "", plain(command.help), "")
    needed = [f"{min(p.opts, key=len)} {p.metavar or 'VALUE'}" for p in options if p.required]
    call = " ".join(["tailor", name, *(p.metavar or p.name.upper() for p in arguments), *needed, "[OPTIONS]"])
    yield from ("```text", call, *([command.epilog] if command.epilog else []), "```", "")
    yield from ("| argument or option | what it is |", "|---|---|")
    for parameter in arguments:
        yield f"| `{parameter.metavar or parameter.name.upper()}` | {plain(parameter.help)} |"
    hints = get_type_hints(unwrap(command.callback))
    for parameter in options:
        said = choices(hints.get(parameter.name)) + beside(parameter)
        yield f"| `{spelled(parameter)}` | {plain(parameter.help)}{said} |"


def spelled(option: Any) -> str:
    """An option as one types it: all its names, and what it takes."""
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'VALUE'}"


def choices(annotation: Any) -> str:
    """The words an option takes, if it takes some of a list."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return f" One of {', '.join(f'`{each.value}`' for each in annotation)}."
    return "".join(choices(each) for each in get_args(annotation))


def beside(option: Any) -> str:
    """What stands beside an option's help: that it is required, or its default."""
    default = getattr(option.default, "value", option.default)
    if option.required or default is None or default is False or default == "":
        return " Required." if option.required else ""
    return f" Default: `{default}`."


def schemas() -> str:
    """The page of the JSON schemas: each with the keys of its outermost object."""
    head = [
        NOTE,
        "# JSON schemas",
        "",
        "What `--json` prints and `--plan` writes, as [JSON Schema](https://json-schema.org) 2020-12. The key `schema`",
        "of each output names its schema and version. A version never changes: a new key makes a new version, so that",
        "a program which reads version 1 goes on working. The tests hold every output to its schema.",
    ]
    parts = [part for path in sorted((HERE / "schemas").glob("*.json")) for part in keys(path)]
    return "\n".join([*head, *parts]) + "\n"


def keys(path: Path) -> Iterator[str]:
    """One schema: what it is of, and its outermost keys."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    yield from ("", f"## {schema['title']}", "", plain(schema["description"]), "")
    yield from (f"The whole: [{path.name}](../schemas/{path.name})", "")
    yield from ("| key | type | what it is |", "|---|---|---|")
    required = schema.get("required", ())
    for name, value in schema["properties"].items():
        optional = "" if name in required else " (not always there)"
        yield f"| `{name}` | {kind(value)} | {plain(value.get('description', ''))}{optional} |"


def kind(value: dict[str, Any]) -> str:
    """The type of a value in words."""
    if "const" in value:
        return f"`{value['const']}`"
    if "$ref" in value:
        return f"`{value['$ref'].rpartition('/')[2]}`"
    if "items" in value:
        return f"list of {kind(value['items'])}"
    if "enum" in value:
        return "one of " + ", ".join(f"`{each}`" for each in value["enum"])
    found = value.get("type", "any")
    return " or ".join(found) if isinstance(found, list) else str(found)


def plain(text: str | None) -> str:
    """`text` on one line, safe in a cell of a table."""
    return " ".join((text or "").split()).replace("|", "\\|").replace("$defs", "`$defs`")


PAGES = {"reference/commands.md": commands, "reference/schemas.md": schemas}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
