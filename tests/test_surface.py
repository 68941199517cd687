"""What the package shows, and what it costs to import."""

import subprocess
import sys

import pytest

import tailor

HEAVY = ("spacy", "sklearn", "pandas", "docx", "pdfplumber", "pypdfium2", "numpy", "lxml", "matplotlib")


def loaded_by(*arguments: str) -> set[str]:
    """Which heavy libraries are loaded after running python with `arguments`."""
    probe = (
        "import atexit, runpy, sys\n"
        f"atexit.register(lambda: print('LOADED', *[m for m in {HEAVY!r} if m in sys.modules]))\n"
        f"sys.argv = {['tailor', *arguments]!r}\n"
        "import tailor\n"
        "if sys.argv[1:]: runpy.run_module('tailor', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=120, check=False)
    last = [line for line in done.stdout.splitlines() if line.startswith("LOADED")]
    assert last, done.stderr
    return set(last[0].split()[1:])


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="import"),
        pytest.param(("--help",), id="help"),
        pytest.param(("--version",), id="version"),
        pytest.param(("compare", "--help"), id="compare-help"),
        pytest.param(("skills", "roadmap"), id="skills"),
        pytest.param(("config",), id="config"),
        pytest.param(("--version", "--verbose"), id="versions"),
        pytest.param(("check", "no-such-file.docx"), id="missing-file"),
    ],
)
def test_nothing_heavy_is_imported(arguments):
    assert loaded_by(*arguments) == set()


def test_all_names_can_be_imported():
    assert {name for name in tailor.__all__ if not hasattr(tailor, name)} == set()


def test_dir_lists_the_public_names():
    assert set(tailor.__all__) <= set(dir(tailor))


def test_the_surface_is_small():
    assert len(tailor.__all__) <= 18


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'tailored'"):
        _ = tailor.tailored


@pytest.mark.parametrize("arguments", [("--help",), ("compare", "--help")], ids=" ".join)
def test_help_makes_no_types(arguments):
    probe = (
        f"import sys; sys.argv = {['tailor', *arguments]!r}\n"
        "from tailor.cli import app\n"
        "try: app()\n"
        "except SystemExit: print('TYPES', 'tailor.types' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.splitlines()[-1] == "TYPES False"
