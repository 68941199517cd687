"""A batch as one HTML file: see `tailor.writers.html`."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from tailor.errors import OutputError
from tailor.types import Batch
from tailor.writers.batch_view import batch_view
from tailor.writers.html import asset, rendered
from tailor.writers.saving import save

NEEDED = {"jinja2": "Jinja2", "matplotlib": "Matplotlib"}
INSTALL = "Install it with: pip install 'tailor-pm[html]'"


def batch_html(batch: Batch) -> str:
    """The page as text: the same batch gives the same characters. Raises ImportError without Jinja2 or Matplotlib."""
    from markupsafe import Markup

    view = batch_view(batch)
    drawn = {chart.name: Markup(chart.svg) for chart in view["charts"]}  # its texts are escaped by the XML writer
    style = asset("page.css") + asset("batch.css")
    return rendered("batch.html", {**view, "drawn": drawn}, style=style, script=asset("batch.js"))


def save_page(batch: Batch, path: Path) -> str:
    """Write the page of `batch`, and return its SHA-256 in hex. Raises OutputError."""
    data = batch_html(batch).encode("utf-8")
    save(data, path)
    return sha256(data).hexdigest()


def lacking() -> str:
    """What must be installed before a page of a batch can be written, in words; "" if all is there."""
    absent = [title for name, title in NEEDED.items() if find_spec(name) is None]
    return f"a page of a batch needs {' and '.join(absent)}" if absent else ""


def batch_page_lacks() -> str:
    """Why no page of a batch is written, and the way out, in one line; "" if it can be."""
    return f"{told}. {INSTALL}" if (told := lacking()) else ""


def must_be_drawable(path: Path) -> None:
    """Raise OutputError unless all that a page of a batch needs is installed."""
    if told := lacking():
        raise OutputError(path, told, INSTALL)
