"""The figures behind the score: `models/score.toml`, and a user's own file over it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tailor.errors import CorruptFile, MissingFile
from tailor.resources import table

PARTS = ("must-haves", "nice-to-haves", "responsibilities", "level", "years", "education", "similarity")


@dataclass(frozen=True)
class Settings:
    """The tables of `models/score.toml`; what each figure means stands there."""

    weights: Mapping[str, float]
    similarity: Mapping[str, float]
    cap: Mapping[str, float]
    proofs: Mapping[str, float]
    sure: Mapping[str, float]
    evidence: Mapping[str, float]
    status: Mapping[str, float]
    types: Mapping[str, float]
    credentials: Mapping[str, float]
    levels: Mapping[str, Any]
    years: Mapping[str, Any]
    degrees: Mapping[str, Any]


@cache
def settings() -> Settings:
    """The settings that come with Tailor."""
    return Settings(**table("score.toml"))


def settings_from(path: Path) -> Settings:
    """The settings that come with Tailor, with the keys that the TOML file `path` sets put over them.

    Raises MissingFile or CorruptFile if `path` cannot be read, or sets what Tailor does not know.
    """
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingFile(path, f"the weights cannot be read ({error.strerror})", "Check the name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorruptFile(path, f"not valid TOML ({error})", "Start from a copy of models/score.toml.") from error
    return merged(path, own)


def merged(path: Path, own: Mapping[str, Any]) -> Settings:
    """The shipped settings under those of `own`; raises CorruptFile on a key or value that does not fit."""
    tables = {name: dict(value) for name, value in table("score.toml").items()}
    for name, changes in own.items():
        if name not in tables or not isinstance(changes, dict):
            raise CorruptFile(path, f"unknown table [{name}]", f"Known tables: {', '.join(tables)}.")
        for key, value in changes.items():
            if key not in tables[name]:
                raise CorruptFile(path, f"unknown key '{key}' in [{name}]", f"Known keys: {', '.join(tables[name])}.")
            if type(tables[name][key]) in (int, float) and not is_amount(value):
                raise CorruptFile(path, f"'{key}' in [{name}] is {value!r}", "Give a number from 0 to a million.")
            if not fits(tables[name][key], value, same=key == "order"):
                raise CorruptFile(path, f"'{key}' in [{name}] is not of the form it has", "See models/score.toml.")
        tables[name] |= changes
    check(path, tables["weights"], tables["similarity"])
    return Settings(**tables)


def check(path: Path, weights: Mapping[str, float], alike: Mapping[str, float]) -> None:
    """Raise CorruptFile on figures of `path` that nothing can be computed with."""
    if not any(weights.values()):
        raise CorruptFile(path, "all weights are 0", "Give at least one part a weight above 0.")
    if not alike["full"]:
        raise CorruptFile(path, "'full' in [similarity] is 0", "Give the likeness above 0 that counts in full.")
    if alike["skills"] > 1:
        raise CorruptFile(path, "'skills' in [similarity] is above 1", "Give a share from 0 to 1.")
    if alike["skills_least"] >= alike["skills_full"]:
        raise CorruptFile(path, "'skills_least' in [similarity] reaches 'skills_full'", "Give a smaller one.")


def fits(shipped: object, value: object, *, same: bool) -> bool:
    """Whether `value` can stand for `shipped`: numbers as many, words for words, and an order of the `same` words."""
    if isinstance(shipped, list):
        if not isinstance(value, list):
            return False
        if isinstance(shipped[0], str):
            worded = all(isinstance(word, str) for word in value)
            return worded and (not same or sorted(value) == sorted(shipped))
        return len(value) == len(shipped) and all(map(is_amount, value))
    if isinstance(shipped, dict):
        return isinstance(value, dict) and all(word in shipped.values() for word in value.values())
    return True


def is_amount(value: object) -> bool:
    """Whether `value` is a number from 0 to a million: more would be lost in a sum of floats."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1_000_000
