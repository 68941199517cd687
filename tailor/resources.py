"""Where the data of `models/` is: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any


@cache
def models() -> Path:
    """The folder with taxonomy, pipeline, weights and word lists."""
    package = Path(str(files("tailor")))
    installed = package / "_models"
    return installed if installed.is_dir() else package.parent / "models"


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file `name` of the models folder, as a dict that callers must not change."""
    return tomllib.loads((models() / name).read_text(encoding="utf-8"))
