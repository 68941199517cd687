"""What this program is and what it rests on, for a report of a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tailor

FOR_BUILDERS = re.compile(r"extra == .(test|build)")


def versions(*, fully: bool) -> Iterator[str]:
    """A line for the program; with `fully` one each for Python, the data, and the libraries it needs."""
    yield f"tailor {tailor.__version__}"
    if fully:
        yield from beneath()


def beneath() -> Iterator[str]:
    """A line each for Python, the data in the models folder, and the libraries; none of these is imported."""
    import platform
    from importlib.metadata import PackageNotFoundError, requires, version

    from tailor.batches.keys import of_models

    yield f"python {platform.python_version()}"
    yield f"models {of_models()[:12]}"
    for name in sorted({name_in(line) for line in requires("tailor-pm") or () if not FOR_BUILDERS.search(line)}):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} not installed"


def name_in(requirement: str) -> str:
    """The name in a requirement such as "rich>=13"."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
