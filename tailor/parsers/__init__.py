"""Parse: lines become sections, roles, dates and facts; skills are not known here yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tailor.lazy import lazily

if TYPE_CHECKING:
    from tailor.parsers.kind import looks_like_posting, looks_like_resume
    from tailor.parsers.posting import parse_posting
    from tailor.parsers.resume import parse_resume

__all__ = ["looks_like_posting", "looks_like_resume", "parse_posting", "parse_resume"]

__getattr__ = lazily(
    "tailor.parsers",
    {"looks_like_posting": "kind", "looks_like_resume": "kind", "parse_posting": "posting", "parse_resume": "resume"},
)
