"""Write: a match or a draft becomes a report, a record or a file. Importing the room is cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tailor.lazy import lazily

if TYPE_CHECKING:
    from tailor.writers.batch import batch_record
    from tailor.writers.batch_bar import batch_progress
    from tailor.writers.batch_page import batch_html, batch_page_lacks
    from tailor.writers.batch_screen import batch_report
    from tailor.writers.changes import draft_record, draft_report
    from tailor.writers.checks import check_record, check_report
    from tailor.writers.displays import mimebundle
    from tailor.writers.drafts import write
    from tailor.writers.figures import figure
    from tailor.writers.full import full_report
    from tailor.writers.guidance import guidance_table
    from tailor.writers.html import match_html, must_be_page, write_html
    from tailor.writers.interviews import interview_record, interview_report
    from tailor.writers.json_resume import exported
    from tailor.writers.letter_reports import letter_record, letter_report
    from tailor.writers.letters import must_be_letter, write_letter
    from tailor.writers.listings import reading_report, skills_report
    from tailor.writers.matches import match_record
    from tailor.writers.plan_files import read_plan
    from tailor.writers.plans import as_read, chosen, plan_of
    from tailor.writers.readings import reading_record
    from tailor.writers.report import match_report
    from tailor.writers.saving import save_text

__all__ = [
    "as_read",
    "batch_html",
    "batch_page_lacks",
    "batch_progress",
    "batch_record",
    "batch_report",
    "check_record",
    "check_report",
    "chosen",
    "draft_record",
    "draft_report",
    "exported",
    "figure",
    "full_report",
    "guidance_table",
    "interview_record",
    "interview_report",
    "letter_record",
    "letter_report",
    "match_html",
    "match_record",
    "match_report",
    "mimebundle",
    "must_be_letter",
    "must_be_page",
    "plan_of",
    "read_plan",
    "reading_record",
    "reading_report",
    "save_text",
    "skills_report",
    "write",
    "write_html",
    "write_letter",
]

__getattr__ = lazily(
    "tailor.writers",
    {
        "batch_progress": "batch_bar",
        "batch_html": "batch_page",
        "batch_page_lacks": "batch_page",
        "batch_record": "batch",
        "batch_report": "batch_screen",
        "as_read": "plans",
        "check_record": "checks",
        "check_report": "checks",
        "chosen": "plans",
        "draft_record": "changes",
        "draft_report": "changes",
        "exported": "json_resume",
        "figure": "figures",
        "full_report": "full",
        "guidance_table": "guidance",
        "interview_record": "interviews",
        "interview_report": "interviews",
        "letter_record": "letter_reports",
        "letter_report": "letter_reports",
        "match_html": "html",
        "match_record": "matches",
        "match_report": "report",
        "mimebundle": "displays",
        "must_be_letter": "letters",
        "must_be_page": "html",
        "plan_of": "plans",
        "read_plan": "plan_files",
        "reading_record": "readings",
        "reading_report": "listings",
        "save_text": "saving",
        "skills_report": "listings",
        "write": "drafts",
        "write_html": "html",
        "write_letter": "letters",
    },
)
