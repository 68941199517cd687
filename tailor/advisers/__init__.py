"""Suggest: check a resume, turn a match into changes worth making. Words advice to a person, claims nothing new."""

from __future__ import annotations

from tailor.advisers.applying import applied
from tailor.advisers.checks import match_checks, resume_checks
from tailor.advisers.order import edits
from tailor.advisers.rules import suggest

__all__ = ["applied", "edits", "match_checks", "resume_checks", "suggest"]
