"""Which options a configuration file may set, and what it may set them to.

Left out is what names a file to write, what allows to write over one, and how loud a command is: a `tailor.toml` may
lie in a folder that somebody else made, and it must not decide what happens to other files.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import typer

from tailor.commands.options import month

READ_ONLY = {"weights", "resume"}  # options that name files to read; of these alone a configuration may name files
PER_RUN = {"force", "quiet", "verbose", "version", "no-config", "help"}
WORDS = {bool: "true or false", int: "a whole number", float: "a number", Path: "a path in quotes"}


@dataclass(frozen=True, slots=True)
class Setting:
    """An option of a command.

    option : its long name without dashes, as in "as-of".
    parameter : its name in the command's function, as in "as_of".
    kind : bool, int, float, str, Path or an Enum of words; of each value where it takes `many`.
    least : the smallest number allowed, or None.
    """

    option: str
    parameter: str
    kind: type
    many: bool = False
    least: float | None = None

    @property
    def per_run(self) -> bool:
        """Whether it belongs to a single run and cannot be set once for all."""
        return self.option in PER_RUN or (self.kind is Path and self.option not in READ_ONLY)

    def value(self, found: Any, home: Path) -> Any:
        """`found` as the command takes it; paths are seen from the folder `home`. Raises ValueError saying why not."""
        if not self.many:
            return self.single(found, home)
        if not isinstance(found, list):
            raise ValueError(f"is {typed(found)}. Write a list, in brackets.")
        return [self.single(one, home) for one in found]

    def single(self, found: Any, home: Path) -> Any:
        """One value."""
        if isinstance(found, bool) is not (self.kind is bool) or not isinstance(found, self.accepted()):
            raise ValueError(f"is {typed(found)}. Write {self.wanted()}.")
        if isinstance(found, int | float) and self.kind is not bool:
            return self.number(found)
        if self.option in READ_ONLY:
            return located(found, home)
        if issubclass(self.kind, Enum):
            return self.choice(found)
        if self.option == "as-of":
            must_be_month(found)
        return found

    def accepted(self) -> Any:
        """The types of TOML that it takes."""
        return (int, float) if self.kind is float else self.kind if self.kind in {bool, int} else str

    def wanted(self) -> str:
        """What to write, in words."""
        return WORDS.get(self.kind, "text in quotes")

    def number(self, found: float) -> float:
        """`found` if it is in range."""
        if not math.isfinite(found) or (self.least is not None and found < self.least):
            least = "" if self.least is None else f" of {self.least:g} or more"
            raise ValueError(f"is {found}. Write {self.wanted()}{least}.")
        return found

    def choice(self, found: str) -> str:
        """`found` if it is one of the words that the option knows."""
        words = [member.value for member in self.kind]  # type: ignore[attr-defined]
        if found not in words:
            raise ValueError(f"is {found[:40]!r}.{near(found, words) or ' Write one of: ' + ', '.join(words) + '.'}")
        return found


def near(word: str, known: list[str]) -> str:
    """ " Did you mean ...?" if `word` is close to one of `known`, or nothing."""
    close = get_close_matches(word, known, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def typed(found: Any) -> str:
    """What kind of value `found` is, in the words of somebody who writes a configuration."""
    names = {
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(found), "a date or time")


def located(found: str, home: Path) -> str:
    """The path `found`, seen from `home`; raises ValueError for a web address."""
    if "://" in found:
        raise ValueError("is a web address. Name a file: a configuration never leads to the network.")
    try:
        return str(home / Path(found).expanduser())
    except RuntimeError:
        raise ValueError("begins with a home that is not known. Write the whole path.") from None


def must_be_month(found: str) -> None:
    """Raise ValueError unless `found` is a month."""
    try:
        month(found)
    except typer.BadParameter as error:
        raise ValueError(f"is no month: {error.message}.") from None


def known_settings(group: Any) -> dict[str, dict[str, Setting]]:
    """The options of each command of the click group `group`, by their long names."""
    return {name: dict(options_of(command)) for name, command in sorted(group.commands.items())}


def options_of(command: Any) -> list[tuple[str, Setting]]:
    """(long name, setting) of each option of one command."""
    parameters = inspect.signature(command.callback).parameters
    return [
        (option, setting_of(option, param.name, parameters[param.name].annotation))
        for param in command.params
        if param.param_type_name == "option" and param.name in parameters
        for option in [long_name(param.opts)]
    ]


def long_name(names: list[str]) -> str:
    """The long one of an option's `names`, without its dashes."""
    return max(names, key=len).lstrip("-")


def setting_of(option: str, parameter: str, annotation: Any) -> Setting:
    """The setting whose parameter is annotated as `Annotated[kind, typer.Option(...)]`."""
    kind, info = get_args(annotation)[:2] if get_origin(annotation) is Annotated else (annotation, None)
    kind = next((part for part in get_args(kind) if part is not NoneType), kind) if NoneType in get_args(kind) else kind
    many = get_origin(kind) is list
    return Setting(option, parameter, get_args(kind)[0] if many else kind, many, getattr(info, "min", None))


def settable(options: Mapping[str, Setting]) -> list[str]:
    """The names in `options` that a configuration may set."""
    return [name for name, setting in options.items() if not setting.per_run]
