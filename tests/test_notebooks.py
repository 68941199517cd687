"""The notebooks run in a fresh kernel, without errors, and show what they are committed with."""

import importlib.util
import re

import nbformat
import pytest

from .conftest import ROOT

FOLDER = ROOT / "notebooks"
NOTEBOOKS = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.ipynb"))]
LARGEST = 500_000  # bytes
TEXTS = ("text/plain", "text/html")

pytest.importorskip("nbclient", reason="nbclient, of the extra 'test', is not installed")
pytest.importorskip("ipykernel", reason="ipykernel, of the extra 'test', is not installed")


def shown(notebook) -> list[list[str]]:
    """What each cell shows as text: streams, and results as text and HTML. Pictures depend on fonts."""
    return [[text for output in cell.get("outputs", ()) for text in texts(output)] for cell in notebook.cells]


def texts(output) -> list[str]:
    """The texts of one output, named by what they are."""
    if output.output_type == "stream":
        return [f"{output.name}: {output.text}"]
    return [f"{kind}: {output.data[kind]}" for kind in TEXTS if kind in output.data]


def test_there_are_four():
    assert len(NOTEBOOKS) == 4


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_a_notebook_shows_what_it_is_committed_with(path):
    spec = importlib.util.spec_from_file_location("refresh", FOLDER / "refresh.py")
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)

    assert shown(refresh.executed(path)) == shown(nbformat.read(path, as_version=4))


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_a_committed_notebook_is_whole_and_tells_nothing_of_the_machine(path):
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in cells for output in cell.outputs]

    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert {output.output_type for output in outputs} <= {"stream", "display_data", "execute_result"}
    assert [text for texts in shown(notebook) for text in texts if text.startswith("stderr")] == []
    assert path.stat().st_size <= LARGEST
    assert not re.search(r"/(?:tmp|home|root|work|Users)/", path.read_text(encoding="utf-8"))
