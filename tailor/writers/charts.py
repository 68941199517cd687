"""Figures of Matplotlib as SVG that lives in a page: its colours are the page's, so they follow light and dark.

A page forbids style attributes by its policy, so they become attributes and classes: a fill of the colour named "bar"
in PALETTE becomes the class "f-bar", a stroke "s-bar". Text stays text, for people who search or listen.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 5.4  # inches: 389 units, which a phone shows nearly at full size
# The light colours of `models/html/page.css` by their names there; each must differ from all others.
PALETTE = {
    "ink": "#1b1f24",
    "muted": "#555c64",
    "line": "#d5d9de",
    "bar": "#2f6fb2",
    "second": "#b8651b",
    "third": "#7c848c",
    "bad": "#97202a",
}
NAMES = {colour: name for name, colour in PALETTE.items()}
LOOK: dict[str, Any] = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "text.color": PALETTE["ink"],
    "axes.labelcolor": PALETTE["muted"],
    "axes.edgecolor": PALETTE["line"],
    "xtick.color": PALETTE["muted"],
    "ytick.color": PALETTE["ink"],
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.size": 11,
    "legend.frameon": False,
    "legend.fontsize": 10.5,
}
NAMESPACE = "{http://www.w3.org/2000/svg}"
PAINTS = {"fill": "f", "stroke": "s"}
SIZE = re.compile(r"([\d.]+)px")
KEPT = frozenset({"stroke-width", "stroke-dasharray", "text-anchor", "font-size"})


@contextmanager
def drawing(height: float, name: str) -> Iterator[Figure]:
    """An empty figure, `height` inches high, in the look of the page whatever the user's own settings are.

    name : of the chart; its ids rest on it, so that two charts of a page share none. Raises ImportError.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of its font cache at its first start
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context():
        mpl.rcdefaults()
        look: Any = {**LOOK, "svg.hashsalt": name}  # its stubs list all names there are
        mpl.rcParams.update(look)
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        FigureCanvasSVG(figure)
        yield figure


def as_svg(figure: Figure, name: str, title: str, said: str) -> str:
    """`figure` as an SVG element with a `title` and what it shows `said` in words; within `drawing`."""
    from lxml import etree

    drawn = StringIO()
    none = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(drawn, format="svg", metadata=none, transparent=True)
    root = etree.fromstring(drawn.getvalue().encode(), etree.XMLParser(resolve_entities=False, load_dtd=False))
    for style in list(root.iter(f"{NAMESPACE}style")):
        style.getparent().remove(style)
    used = {name for e in root.iter() for value in e.attrib.values() for name in re.findall(r"#(\w+)", str(value))}
    for element in root.iter(f"{NAMESPACE}*"):
        tidy(element, used)
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute)
    root.attrib.update({"role": "img", "class": "chart", "aria-labelledby": f"{name}-title {name}-text"})
    for tag, text in (("desc", said), ("title", title)):
        told = etree.Element(f"{NAMESPACE}{tag}", id=f"{name}-{'text' if tag == 'desc' else tag}")
        told.text = text
        root.insert(0, told)
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    return re.sub(r">\s+<", "><", re.sub(r"\s*\n\s*", " ", text))


def tidy(element: Any, used: set[str]) -> None:
    """Style as attributes and classes; an id that nothing leads to is dropped."""
    if element.get("id") not in used:
        element.attrib.pop("id", None)
    classes = []
    for rule in filter(None, element.attrib.pop("style", "").split(";")):
        key, _, value = (part.strip() for part in rule.partition(":"))
        if key in PAINTS and value in NAMES:
            classes.append(f"{PAINTS[key]}-{NAMES[value]}")
        elif key in PAINTS or key in KEPT:
            element.set(key, value)
        elif key == "font" and (size := SIZE.search(value)):
            element.set("font-size", size[1])
    if classes:
        element.set("class", " ".join(classes))
