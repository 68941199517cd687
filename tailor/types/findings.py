"""What is found in one document by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tailor.types.documents import Source
from tailor.types.postings import Posting
from tailor.types.skills import Mention, Skill
from tailor.view import Table


@dataclass(frozen=True, slots=True)
class Reading(Table):
    """What is found in one document by itself.

    id : the record's own id, or the path.
    skills : those mentioned, by id.
    posting : None where the text is no job posting.
    notice : why it is none, in a few words; "" for a posting or a resume.
    """

    id: str
    source: Source
    mentions: tuple[Mention, ...]
    skills: Mapping[str, Skill]
    posting: Posting | None = None
    notice: str = ""

    def rows(self) -> list[dict[str, object]]:
        """A row a mention."""
        return [
            {"skill": self.skills[m.skill].name, "text": m.text, "line": m.line, "need": m.need} for m in self.mentions
        ]
