"""Configuration files: where they are, what is in them, and which of them wins.

`tailor.toml` in the current folder wins over `config.toml` in the user's folder for Tailor, and within a file the
table of a command wins over what stands above all tables. The variable TAILOR_CONFIG names another file in place of
both; empty, it means none. What is on the command line wins over all, by way of click's `default_map`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tailor.commands.settings import Setting, known_settings, near, settable
from tailor.errors import BadConfig

FOLDER, USER, VARIABLE = "folder", "user", "TAILOR_CONFIG"

Known = Mapping[str, Mapping[str, Setting]]


class Place(NamedTuple):
    """Where a configuration file may be: `name` is "folder", "user" or "TAILOR_CONFIG"."""

    name: str
    path: Path
    read: bool = False


class Chosen(NamedTuple):
    """What is set for one option of a command, and by which place."""

    setting: Setting
    value: Any
    place: str


@dataclass
class Config:
    """All that is set.

    places : the files looked for, the one that wins last.
    chosen : by command and long name of the option.
    """

    places: list[Place] = field(default_factory=list)
    chosen: dict[str, dict[str, Chosen]] = field(default_factory=dict)

    def default_map(self) -> dict[str, dict[str, Any]]:
        """The values as click takes them: by command and parameter."""
        return {
            command: {chosen.setting.parameter: chosen.value for chosen in options.values()}
            for command, options in self.chosen.items()
        }


def load(group: Any) -> Config:
    """The configuration for the commands of the click group `group`. Raises BadConfig, which names file and way out."""
    config = Config()
    known: Known = {}
    for place in places():
        found = read(place.path, required=place.name == VARIABLE)
        config.places.append(place._replace(read=found is not None))
        known = known or (known_settings(group) if found else {})
        for command, setting, value in checked(found or {}, place.path, known):
            config.chosen.setdefault(command, {})[setting.option] = Chosen(setting, value, place.name)
    return config


def places() -> list[Place]:
    """The files to look for, the one that wins last."""
    other = os.environ.get(VARIABLE)
    if other is not None:
        return [Place(VARIABLE, Path(other))] if other else []
    from platformdirs import user_config_path

    return [
        Place(USER, user_config_path("tailor", appauthor=False) / "config.toml"),
        Place(FOLDER, Path("tailor.toml")),
    ]


def read(path: Path, *, required: bool) -> dict[str, Any] | None:
    """What is in the file `path`, or None if there is none and none is `required`. Raises BadConfig."""
    try:
        if not path.exists() and not required:
            return None
        if not path.is_file():
            raise BadConfig(path, "is no file to read", "Check the name, or leave it out with --no-config.")
        return parsed(path)
    except OSError as error:
        reason = f"could not be read ({error.strerror})"
        raise BadConfig(path, reason, "Check that you may read it, or leave it out with --no-config.") from error


def parsed(path: Path) -> dict[str, Any]:
    """The tables in the file `path`. Raises BadConfig."""
    import tomllib

    from tailor.resources import table

    limit = table("limits.toml")["config"]["bytes"]
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise BadConfig(path, f"is larger than {limit // 1000} kB", "Is it the file you meant?")
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadConfig(path, "is not UTF-8", "Save it as UTF-8 text.") from None
    except RecursionError:
        raise BadConfig(path, "is nested too deep", "An option is a word, a number or a list.") from None
    except ValueError as error:
        raise BadConfig(path, f"is not TOML: {error}", "Correct that line.") from None


def checked(tables: Mapping[str, Any], path: Path, known: Known) -> Iterator[tuple[str, Setting, Any]]:
    """(command, setting, value) for each thing set in `tables`, what wins last. Raises BadConfig."""
    above = {key: value for key, value in tables.items() if not isinstance(value, dict)}
    for key, value in above.items():
        yield from everywhere(key, value, path, known)
    for command, options in tables.items():
        if command in above:
            continue
        if command not in known:
            remedy = near(command, list(known)).strip() or f"Commands are: {', '.join(known)}."
            raise BadConfig(path, f"[{named(command)}] is not a command", remedy)
        for key, value in options.items():
            yield command, *one(key, value, path, known[command], f" of {command}")


def everywhere(key: str, value: Any, path: Path, known: Known) -> Iterator[tuple[str, Setting, Any]]:
    """What stands above all tables: it is for every command that has such an option. Raises BadConfig."""
    if key in known:
        raise BadConfig(path, f"{key!r} is a command", f"Write [{key}], and its options below it.")
    users = [command for command, options in known.items() if dashed(key) in options]
    if not users:
        all_names = sorted({name for options in known.values() for name in settable(options)})
        raise BadConfig(path, f"{named(key)!r} is not an option of any command", hint(key, all_names))
    for command in users:
        yield command, *one(key, value, path, known[command])


def one(key: str, value: Any, path: Path, options: Mapping[str, Setting], whose: str = "") -> tuple[Setting, Any]:
    """One option and its value. Raises BadConfig."""
    setting = options.get(dashed(key))
    if setting is None:
        raise BadConfig(path, f"{named(key)!r} is not an option{whose}", hint(key, settable(options)))
    if setting.per_run:
        raise BadConfig(path, f"{key!r}{whose} belongs to a single run", "Give it on the command line.")
    try:
        return setting, setting.value(value, path.parent.absolute())
    except ValueError as error:
        reason, _, remedy = str(error).partition(". ")
        raise BadConfig(path, f"{key!r}{whose} {reason.rstrip('.')}", remedy) from None


def hint(key: str, names: list[str]) -> str:
    """What to write in place of `key`."""
    return near(dashed(key), names).strip() or (f"Options are: {', '.join(names)}." if names else "It has none.")


def dashed(key: str) -> str:
    """`key` as an option is spelt: "as_of" is "as-of", too."""
    return key.replace("_", "-")


def named(key: str) -> str:
    """`key` as a message shows it: on one line, and not too long."""
    return "".join(c if c.isprintable() else "?" for c in key[:40])
