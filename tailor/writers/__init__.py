"""Write: a match or a draft becomes a report, a record or a file. Importing the room is cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tailor.lazy import lazily

if TYPE_CHECKING:
    from tailor.writers.changes import draft_record, draft_report
    from tailor.writers.checks import check_record, check_report
    from tailor.writers.drafts import write
    from tailor.writers.json_resume import exported
    from tailor.writers.listings import reading_report, skills_report
    from tailor.writers.matches import match_record
    from tailor.writers.readings import reading_record
    from tailor.writers.report import match_report
    from tailor.writers.saving import save_text

__all__ = [
    "check_record",
    "check_report",
    "draft_record",
    "draft_report",
    "exported",
    "match_record",
    "match_report",
    "reading_record",
    "reading_report",
    "save_text",
    "skills_report",
    "write",
]

__getattr__ = lazily(
    "tailor.writers",
    {
        "check_record": "checks",
        "check_report": "checks",
        "draft_record": "changes",
        "draft_report": "changes",
        "exported": "json_resume",
        "match_record": "matches",
        "match_report": "report",
        "reading_record": "readings",
        "reading_report": "listings",
        "save_text": "saving",
        "skills_report": "listings",
        "write": "drafts",
    },
)
