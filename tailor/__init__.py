"""Tailor: hold a product manager's resume against job postings. Offline, deterministic, private.

    import tailor
    match = tailor.compare("resume.docx", "posting.txt")
    match.score, match.gaps, match.to_frame()

Importing the package loads none of spaCy, scikit-learn, pandas, python-docx, lxml and pypdfium2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tailor.lazy import lazily

if TYPE_CHECKING:
    from tailor.batches import batch
    from tailor.errors import TailorError
    from tailor.pipeline import check, compare, draft, extract, interview, letter, rescored, skills
    from tailor.pipeline import letter_of as letter_of  # for the command line
    from tailor.pipeline import page as page
    from tailor.readers import from_text, read
    from tailor.types import Draft, Match, PartialDate, Posting, Resume
    from tailor.writers import figure as figure  # for tailor.view
    from tailor.writers import mimebundle as mimebundle
    from tailor.writers import write

__version__ = "0.1.0"

__all__ = [
    "Draft",
    "Match",
    "PartialDate",
    "Posting",
    "Resume",
    "TailorError",
    "batch",
    "check",
    "compare",
    "draft",
    "extract",
    "from_text",
    "interview",
    "letter",
    "read",
    "rescored",
    "skills",
    "write",
]

__getattr__ = lazily(
    "tailor",
    {
        "Draft": "types",
        "Match": "types",
        "PartialDate": "types",
        "Posting": "types",
        "Resume": "types",
        "TailorError": "errors",
        "batch": "batches",
        "check": "pipeline",
        "compare": "pipeline",
        "draft": "pipeline",
        "extract": "pipeline",
        "figure": "writers",
        "from_text": "readers",
        "interview": "pipeline",
        "letter": "pipeline",
        "mimebundle": "writers",
        "letter_of": "pipeline",
        "page": "pipeline",
        "read": "readers",
        "rescored": "pipeline",
        "skills": "pipeline",
        "write": "writers",
    },
)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
