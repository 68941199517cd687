"""Suggest: check a resume, turn a match into changes worth making. Words advice to a person, claims nothing new."""

from __future__ import annotations

from tailor.advisers.applying import applied
from tailor.advisers.checks import match_checks, resume_checks
from tailor.advisers.edits import edits
from tailor.advisers.guidance import guidance
from tailor.advisers.interview import questions
from tailor.advisers.letter import letter_for
from tailor.advisers.order import line_worth
from tailor.advisers.profile_reading import profile_reading
from tailor.advisers.rules import suggest
from tailor.advisers.rules_ask import gap_questions

__all__ = [
    "applied",
    "edits",
    "gap_questions",
    "guidance",
    "letter_for",
    "line_worth",
    "match_checks",
    "profile_reading",
    "questions",
    "resume_checks",
    "suggest",
]
