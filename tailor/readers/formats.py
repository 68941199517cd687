"""The readers that come with Tailor, by suffix.

Each imports its module only when it is called: the libraries behind .docx, .pdf and .html are slow to load.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from tailor.registry import reader
from tailor.types import Source

Reader = Callable[[str, bytes], Source]

BUILT_IN = {
    "txt": ("plain", "read_text"),
    "md": ("plain", "read_markdown"),
    "html": ("html", "read_page"),
    "htm": ("html", "read_page"),
    "docx": ("word", "read_document"),
    "pdf": ("pdf", "read_pages"),
    "rtf": ("rtf", "read_rich_text"),
    "odt": ("odt", "read_open_document"),
    "eml": ("mail", "read_mail"),
    "mht": ("mail", "read_mail"),
    "mhtml": ("mail", "read_mail"),
    "json": ("json_resume", "read_json_resume"),
}


def on_demand(module: str, function: str) -> Reader:
    """A reader that looks up `function` in a module of this room when it is first needed."""

    def read(path: str, data: bytes) -> Source:
        found: Reader = getattr(import_module(f"tailor.readers.{module}"), function)
        return found(path, data)

    return read


for suffix, (module, function) in BUILT_IN.items():
    reader.register(suffix, func=on_demand(module, function))
