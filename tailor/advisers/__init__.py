"""Suggest: turn a match into changes worth making. Words advice to a person, and claims nothing new."""

from __future__ import annotations

from tailor.advisers.applying import applied
from tailor.advisers.order import edits
from tailor.advisers.rules import suggest

__all__ = ["applied", "edits", "suggest"]
