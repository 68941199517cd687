"""The view of a match and what stands beside it that the templates of `models/html/` take."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from tailor.types import Page, Posting
from tailor.writers.html_advice import check_groups, closings, suggestion_groups
from tailor.writers.html_score import bars, competencies, waterfall
from tailor.writers.html_texts import needs, posting_rows, resume_rows


def view(page: Page) -> dict[str, Any]:
    """The names the template `page.html` uses; texts are as they stand in the documents, not yet escaped."""
    match = page.match
    return {
        "person": match.resume.contact.name or file_name(match.resume.source.path),
        "role": match.posting.title,
        "company": match.posting.company or "",
        "resume_file": file_name(match.resume.source.path),
        "posting_file": file_name(match.posting.source.path),
        "facts": facts(match.posting),
        "score": f"{match.score:.1f}",
        "as_of": str(match.as_of),
        "steps": waterfall(match),
        "cap": match.score if any(part.points < 0 for part in match.parts) else None,
        "bars": bars(match),
        "needs": needs(match),
        "posting": posting_rows(match),
        "resume": resume_rows(match),
        "competencies": competencies(match),
        "reading": page.reading,
        "suggestions": suggestion_groups(match),
        "groups": check_groups(page.checks),
        "closings": closings(page.guidance),
    }


def file_name(path: str) -> str:
    """How the page names a file: without its folders, which are nobody else's business."""
    return "standard input" if path == "-" else PurePath(path).name or path


def facts(posting: Posting) -> list[str]:
    """What the posting says of the job beside skills, a few words each."""
    pay = posting.salary
    most = f" to {pay.maximum:,.0f}" if pay and pay.maximum else ""
    found = (
        posting.level,
        posting.location,
        posting.mode if posting.mode != "unspecified" else None,
        f"{pay.minimum:,.0f}{most} {pay.currency or ''}".strip() if pay else None,
        f"visa {posting.visa}" if posting.visa else None,
        f"apply by {posting.deadline}" if posting.deadline else None,
    )
    return [fact for fact in found if fact]
