"""The nouns of Tailor: frozen values that flow from room to room.

No I/O and no logic beyond a property. Text is addressed in two ways that always agree: `Line.number`
is what a person sees (a line of a file), `start` and `end` are offsets into `Source.text`, counted in
code points, end exclusive. Whatever Tailor says about a document can be traced back by either.
"""

from __future__ import annotations

from tailor.types.batches import Asked, Batch, Cluster, Failed, Market, Opening, PairOpening, Ranked, Spread
from tailor.types.checks import Check, Checkup, Hidden, Layout, Verdict
from tailor.types.documents import Address, Line, Source
from tailor.types.drafts import EDIT_KINDS, Draft, Edit, EditKind, Refusal, Sheet
from tailor.types.findings import Reading
from tailor.types.guidance import (
    Beat,
    Guidance,
    Interview,
    Page,
    ProfileReading,
    Question,
    QuestionKind,
    Step,
    StepKind,
    Thin,
    Transfer,
)
from tailor.types.letters import Letter, Paragraph
from tailor.types.matches import Bar, Coverage, Match, Part, Profile, Proof, Suggestion
from tailor.types.postings import Degree, Passage, Posting, Salary
from tailor.types.resumes import Contact, Education, PartialDate, Period, Resume, Role, Section
from tailor.types.skills import Evidence, Inference, Mention, Requirement, Skill, Told, Way
from tailor.types.words import COMPETENCIES, Action, How, LineKind, Met, Need, SkillType, Status

__all__ = [
    "COMPETENCIES",
    "EDIT_KINDS",
    "Action",
    "Address",
    "Asked",
    "Bar",
    "Batch",
    "Beat",
    "Check",
    "Checkup",
    "Cluster",
    "Contact",
    "Coverage",
    "Degree",
    "Draft",
    "Edit",
    "EditKind",
    "Education",
    "Evidence",
    "Failed",
    "Guidance",
    "Hidden",
    "How",
    "Inference",
    "Interview",
    "Layout",
    "Letter",
    "Line",
    "LineKind",
    "Market",
    "Match",
    "Mention",
    "Met",
    "Need",
    "Opening",
    "Page",
    "PairOpening",
    "Paragraph",
    "Part",
    "PartialDate",
    "Passage",
    "Period",
    "Posting",
    "Profile",
    "ProfileReading",
    "Proof",
    "Question",
    "QuestionKind",
    "Ranked",
    "Reading",
    "Refusal",
    "Requirement",
    "Resume",
    "Role",
    "Salary",
    "Section",
    "Sheet",
    "Skill",
    "SkillType",
    "Source",
    "Spread",
    "Status",
    "Step",
    "StepKind",
    "Suggestion",
    "Thin",
    "Told",
    "Transfer",
    "Verdict",
    "Way",
]
