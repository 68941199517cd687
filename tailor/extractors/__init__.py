"""Extract: what a posting asks for and what a resume shows, as skills of the taxonomy.

The only room that imports spaCy; no Doc leaves it. Importing the room is cheap, the pipeline is loaded
at the first use.
"""

from __future__ import annotations

from tailor.extractors.pipeline import line_mentions, load, posting_mentions
from tailor.extractors.skills import evidence, requirements, resume_mentions
from tailor.extractors.taxonomy import Taxonomy, read_taxonomy, taxonomy
from tailor.extractors.telling import posting_told, resume_told

__all__ = [
    "Taxonomy",
    "evidence",
    "line_mentions",
    "load",
    "posting_mentions",
    "posting_told",
    "read_taxonomy",
    "requirements",
    "resume_mentions",
    "resume_told",
    "taxonomy",
]
