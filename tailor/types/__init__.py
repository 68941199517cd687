"""The nouns of Tailor: frozen values that flow from room to room.

No I/O and no logic beyond a property. Text is addressed in two ways that always agree: `Line.number`
is what a person sees (a line of a file), `start` and `end` are offsets into `Source.text`, counted in
code points, end exclusive. Whatever Tailor says about a document can be traced back by either.
"""

from __future__ import annotations

from tailor.types.checks import Check, Checkup, Hidden, Layout, Verdict
from tailor.types.documents import Address, Line, Source
from tailor.types.drafts import Draft, Edit, Refusal
from tailor.types.findings import Reading
from tailor.types.matches import Bar, Coverage, Match, Part, Profile, Proof, Suggestion
from tailor.types.postings import Degree, Passage, Posting, Salary
from tailor.types.resumes import Contact, Education, PartialDate, Period, Resume, Role, Section
from tailor.types.skills import Evidence, Inference, Mention, Requirement, Skill, Way
from tailor.types.words import COMPETENCIES, Action, How, LineKind, Met, Need, SkillType, Status

__all__ = [
    "COMPETENCIES",
    "Action",
    "Address",
    "Bar",
    "Check",
    "Checkup",
    "Contact",
    "Coverage",
    "Degree",
    "Draft",
    "Edit",
    "Education",
    "Evidence",
    "Hidden",
    "How",
    "Inference",
    "Layout",
    "Line",
    "LineKind",
    "Match",
    "Mention",
    "Met",
    "Need",
    "Part",
    "PartialDate",
    "Passage",
    "Period",
    "Posting",
    "Profile",
    "Proof",
    "Reading",
    "Refusal",
    "Requirement",
    "Resume",
    "Role",
    "Salary",
    "Section",
    "Skill",
    "SkillType",
    "Source",
    "Status",
    "Suggestion",
    "Verdict",
    "Way",
]
