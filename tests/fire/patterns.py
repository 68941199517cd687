"""Every regular expression of Tailor, and texts made to keep each of them busy."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from re import _constants as names  # the parse tree of a pattern; its names are those of the C engine
from re import _parser as parser
from typing import Any

from tests.conftest import ROOT

REPEATS = (names.MAX_REPEAT, names.MIN_REPEAT)
UNBOUNDED = 100  # a count from which on a repeat is as good as without end
ALPHABET = "a A1 .,-$:@/(\n_'–é"


def collected() -> dict[str, int]:
    """Pattern and flags of all that Tailor compiles while it is loaded and used once; bytes patterns apart."""
    found: dict[str, int] = {}
    real = re._compile

    def noting(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        done = real(pattern, flags)
        if isinstance(done.pattern, str) and frame and frame.f_code.co_filename.startswith(str(ROOT / "tailor")):
            found[done.pattern] = done.flags
        return done

    re._compile = noting
    try:
        use_once()
    finally:
        re._compile = real
    return found


def use_once() -> None:
    """Load every module, and run what compiles patterns when it is first needed."""
    import importlib
    import pkgutil

    import tailor
    from tests.fire.outcomes import read_and_parse
    from tests.fire.seeds import seeds

    for module in pkgutil.walk_packages(tailor.__path__, "tailor."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name, data in seeds().items():
        read_and_parse(name, data)
    samples = ROOT / "sample_jobs"
    match = tailor.compare(samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt")
    tailor.page(match)
    tailor.check(samples / "resumes" / "apm.txt")
    tailor.draft(samples / "resumes" / "apm.txt", samples / "apm-programme-ways-in.md")
    tailor.letter(samples / "resumes" / "apm.txt", samples / "apm-programme-ways-in.md")


def nested_repeats(pattern: str, flags: int) -> list[str]:
    """Repeats without end directly of repeats without end, such as (a+)+: what takes 2 to the power of a length."""
    return list(nests(parser.parse(pattern, flags), inside=False))


def nests(tree: Any, *, inside: bool) -> Iterator[str]:
    """The same of a parse tree; `inside` a repeat that holds nothing but what is looked at."""
    items = list(tree)
    for kind, value in items:
        alone = inside and len(items) == 1
        if kind in REPEATS:
            endless = value[1] is names.MAXREPEAT or value[1] >= UNBOUNDED
            if endless and alone:
                yield str(value[2])
            yield from nests(value[2], inside=endless)
        else:
            for part in parts(value):
                yield from nests(part, inside=alone)


def parts(value: Any) -> Iterator[Any]:
    """The parse trees in the value of a node."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from parts(item)


def pumps(pattern: str, flags: int) -> list[str]:
    """Short texts that parts of a pattern take, to be repeated: its repeated bodies, and a few plain letters."""
    bodies = {sample(body) for body in repeated(parser.parse(pattern, flags))}
    return sorted(({*bodies, *ALPHABET, "a ", "1,", "$1 ", "a-"}) - {""})


def repeated(tree: Any) -> Iterator[Any]:
    """The bodies of all repeats, and what stands around them."""
    for kind, value in tree:
        if kind in REPEATS:
            yield value[2]
        for part in parts(value):
            yield part
            yield from repeated(part)


def sample(tree: Any) -> str:
    """One text that a parse tree takes, more or less: choices by their first, classes by their first letter."""
    return "".join(one(kind, value) for kind, value in tree)[:40]


def one(kind: Any, value: Any) -> str:
    """A text for one node."""
    if kind is names.LITERAL:
        return chr(value)
    if kind in REPEATS:
        return sample(value[2]) * max(1, min(value[0], 3))
    if kind is names.IN:
        return one(*value[0]) or "a"
    if kind is names.RANGE:
        return chr(value[0])
    if kind is names.CATEGORY:
        return {"DIGIT": "1", "SPACE": " "}.get(str(value).rpartition("_")[2], "a")
    if kind in {names.ANY, names.NOT_LITERAL, names.NEGATE}:
        return "a" if kind is not names.NEGATE else ""
    if kind is names.BRANCH:
        return sample(value[1][0])
    if kind is names.SUBPATTERN:
        return sample(value[-1])
    if kind is names.ATOMIC_GROUP:
        return sample(value)
    return ""
