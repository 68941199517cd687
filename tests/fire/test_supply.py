"""What Tailor is built on: each library at run time with a licence that lets it be, and all of them listed."""

import re
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

EXTRAS = ("notebook", "html", "batch", "ocr", "dask")
# Words of a licence text or classifier; the GNU Lesser licence is allowed for a library that is linked as it is.
FORBIDDEN = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)\b(?!.{0,40}\b(?:LGPL|Lesser)\b)", re.I)
KNOWN = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Mozilla|Zlib|Unlicense|HPND|CC0|Public Domain|LGPL|Lesser",
    re.I,
)
DOCUMENT = ROOT / "docs" / "dependencies.md"
ROW = re.compile(r"^\| `([\w.-]+)` \| ([^|]+) \| ([^|]+) \|$", re.M)


def closure(roots):
    """Names of all distributions that those of `roots` need to run and that are installed."""
    found, waiting = {}, list(roots)
    while waiting:
        wanted = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        extras = {*wanted.extras, ""}
        if name in found or (wanted.marker and not any(wanted.marker.evaluate({"extra": extra}) for extra in extras)):
            continue
        try:
            found[name] = distribution(wanted.name)
        except PackageNotFoundError:
            continue
        needs = (Requirement(line) for line in found[name].requires or ())
        waiting += [
            str(need).partition(";")[0]
            for need in needs
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    return found


def licence(dist):
    """What a distribution says of its licence, in a few words."""
    meta = dist.metadata
    told = [
        meta.get("License-Expression") or "",
        *(c for c in meta.get_all("Classifier") or () if c.startswith("License ::")),
    ]
    first = next((line for line in (meta.get("License") or "").splitlines() if line.strip()), "")
    return "; ".join(filter(None, [*told, first])) or ""


RUNNING = {name: dist for name, dist in closure([f"tailor-pm[{','.join(EXTRAS)}]"]).items() if name != "tailor-pm"}


@pytest.mark.parametrize("name", sorted(RUNNING))
def test_each_library_may_be_used(name):
    found = licence(RUNNING[name])

    assert KNOWN.search(found), f"{name}: licence not known: {found!r}"
    assert not FORBIDDEN.search(found), f"{name}: {found}"


def test_what_is_needed_itself_is_listed_with_its_reason():
    listed = {name: reason.strip() for name, _, reason in ROW.findall(DOCUMENT.read_text(encoding="utf-8"))}
    needs = [Requirement(line) for line in distribution("tailor-pm").requires or ()]
    used = {need.name.lower() for need in needs if need.name != "tailor-pm"}
    for_tests = {need.name.lower() for need in needs if need.marker and 'extra == "test"' in str(need.marker)}

    assert used - for_tests <= listed.keys()
    assert all(listed.values())


@pytest.mark.parametrize(
    ("told", "allowed"),
    [
        ("GPL-3.0-or-later", False),
        ("License :: OSI Approved :: GNU Affero General Public License v3", False),
        ("AGPL", False),
        ("MIT", True),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", True),
    ],
)
def test_the_check_can_tell_licences(told, allowed):
    assert (FORBIDDEN.search(told) is None) == allowed


def test_model_and_data_files_hold_no_code():
    """No pickle and the like in what is loaded: text, JSON, and the arrays and MessagePack that spaCy reads."""
    kinds = {path.suffix for path in (ROOT / "models").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    running = kinds & {".pkl", ".pickle", ".joblib", ".pt", ".dill", ".npy"}
    calls = re.compile(
        r"\b(?:pickle|joblib|dill|marshal|shelve)\.(?:load|loads)\b|\ballow_pickle=True|\bexec\(|\beval\(|yaml\.load\("
    )

    assert not running
    assert not [path.name for path in (ROOT / "tailor").rglob("*.py") if calls.search(path.read_text(encoding="utf-8"))]
