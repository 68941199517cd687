"""How values show themselves: as a dict, a pandas frame, and a table in a notebook."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


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


class Table(Record):
    """Mixin of values that are tables: give `rows()`, get a frame, and a table in a notebook."""

    __slots__ = ()

    def rows(self) -> list[dict[str, Any]]:
        """The table as a list of rows, all with the same keys."""
        raise NotImplementedError(f"{type(self).__name__} must define rows()")

    def to_frame(self) -> pd.DataFrame:
        """The rows as a pandas frame. Raises ImportError, saying what to install, without pandas."""
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError("to_frame() needs pandas: pip install 'tailor-pm[notebook]'") from error
        return pd.DataFrame(self.rows())

    def _repr_html_(self) -> str:
        rows = self.rows()
        head = "".join(f"<th>{escape(str(name))}</th>" for name in (rows[0] if rows else ()))
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row.values()) + "</tr>" for row in rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
