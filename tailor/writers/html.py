"""A match, or a batch, as one HTML file that needs nothing else: styles and script are in it, and nothing is fetched.

What stands in the documents is escaped by the templates (Jinja2, autoescape on). The page forbids itself, by its
Content-Security-Policy, to run or load anything but its own style and script, which it names by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category

from tailor.errors import OutputError
from tailor.resources import models
from tailor.types import Page
from tailor.writers.html_page import view
from tailor.writers.saving import must_be_new, must_be_target, save_text

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html"
UNSEEN = {"Cc", "Cf", "Cs"}  # control and direction characters, halves of characters: they could disguise a text


def must_be_page(path: Path, inputs: Iterable[str], *, force: bool = False) -> None:
    """Raise OutputError unless a page can be written to `path`: a .html, none of the `inputs`, and Jinja2 is there.

    A file that is there already is written over with `force` only.
    """
    must_be_target(path, inputs, SUFFIX)
    must_be_new(path, force=force)
    try:
        import jinja2  # noqa: F401  # asked for before any work is done
    except ImportError as error:
        raise OutputError(path, "a page needs Jinja2", "Install it with: pip install 'tailor-pm[html]'") from error


def write_html(page: Page, path: Path, inputs: Iterable[str], *, force: bool = False) -> None:
    """Write the page to `path`, as `must_be_page` allows. Raises OutputError."""
    must_be_page(path, inputs, force=force)
    save_text(match_html(page), path, inputs, suffix=SUFFIX, force=force)


def match_html(page: Page) -> str:
    """The page as text: the same match gives the same characters. Raises ImportError without Jinja2."""
    return rendered("page.html", view(page), style=asset("page.css"), script=asset("page.js"))


def rendered(template: str, names: Mapping[str, Any], *, style: str, script: str) -> str:
    """A page of `models/html/` with its style and script in it, and the policy that allows them alone."""
    from markupsafe import Markup

    made = environment().get_template(template)
    return made.render(names, style=Markup(style), script=Markup(script), policy=policy(style, script))


def environment() -> Environment:
    """The templates of `models/html/`: everything escaped, and an unknown name an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(models() / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def seen(value: Any) -> Any:
    """A text without the characters nobody sees; a tab is a blank. Escaping comes after this."""
    if type(value) is not str:
        return value
    return "".join(" " if c == "\t" else c for c in value if c in "\t\n" or category(c) not in UNSEEN)


def asset(name: str) -> str:
    """The style or script as it stands in the page."""
    return (models() / "html" / name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy that allows this style and this script and nothing else."""
    return (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """`text` as a source of a Content-Security-Policy."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}"
