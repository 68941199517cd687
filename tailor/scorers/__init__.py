"""Score: hold evidence against requirements and put a number on it that adds up.

The only room that imports scikit-learn; no array leaves it. Importing the room is cheap.
"""

from __future__ import annotations

from tailor.scorers.settings import Settings, settings, settings_from
from tailor.scorers.verdict import score

__all__ = ["Settings", "score", "settings", "settings_from"]
