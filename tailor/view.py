"""How values show themselves: as a dict, a pandas frame, a card in a notebook, and a figure.

What a card or a figure looks like is the writers' business. A value asks the package's front door for it, by the
name under which `tailor` finds it lazily, so that the floor imports no room.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tailor.errors import OutputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


def plain(value: Any) -> Any:
    """`value` with every dataclass, mapping and tuple in it turned into dicts and lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value


class Record:
    """Mixin of every value: gives `to_dict()`."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """All fields as plain dicts, lists, strings and numbers; ready for `json.dumps`."""
        found: dict[str, Any] = plain(self)
        return found


class Shown(Record):
    """Mixin of values that show themselves as a card in a notebook, and in a few lines of text elsewhere in IPython."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        import tailor

        return tailor.mimebundle(self)

    def _repr_html_(self) -> str:
        return self._repr_mimebundle_()["text/html"]


class Table(Shown):
    """Mixin of values that are tables: give `rows()`, get a frame, and a table in a notebook."""

    __slots__ = ()

    def rows(self) -> list[dict[str, Any]]:
        """The table as a list of rows, all with the same keys."""
        raise NotImplementedError(f"{type(self).__name__} must define rows()")

    def to_frame(self) -> pd.DataFrame:
        """The rows as a pandas frame. Raises OutputError, saying what to install, without pandas."""
        try:
            import pandas as pd
        except ImportError as error:
            raise OutputError("frame", "needs pandas", "Install it with: pip install 'tailor-pm[notebook]'") from error
        return pd.DataFrame(self.rows())


class Plotted:
    """Mixin of values that draw themselves with Matplotlib, the extra "plot"."""

    __slots__ = ()

    def plot(self, kind: str = "", ax: Axes | None = None) -> Axes:
        """Draw this value, and give the axes it is drawn in.

        kind : which figure, the first of these by default. Of a match "score", the waterfall of its parts, and
            "competencies", the share of each of the six that is shown; of a batch "scores", posting by posting, and
            all those of its market: "asked", the skills most asked for, "gaps", the missing skills that showing would
            gain most, and "competencies".
        ax : where to draw; by default new axes as high as there are rows.

        Raises ValueError for a kind that there is not, OutputError, saying what to install, without Matplotlib.
        """
        import tailor

        return tailor.figure(self, kind, ax)
