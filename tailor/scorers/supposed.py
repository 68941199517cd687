"""What a resume would prove if it showed one skill more; `tailor.scorers.pairs` makes scores of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tailor.scorers.coverage import Grounds, cover, grounds, relations
from tailor.scorers.settings import Settings
from tailor.timeline import months
from tailor.types import Coverage, Evidence, How, Mention, PartialDate, Resume, Skill


class Supposing:
    """One resume, ready to be asked "what if it showed that skill?" of many postings."""

    def __init__(
        self,
        resume: Resume,
        evidence: Iterable[Evidence],
        *,
        skills: Mapping[str, Skill],
        as_of: PartialDate,
        using: Settings,
    ) -> None:
        self.resume, self.skills, self.as_of, self.using = resume, skills, as_of, using
        self.ground = grounds(resume, evidence, skills, using)
        self.proven: dict[str, Mapping[str, Mapping[str, How]]] = {}

    def again(self, found: Coverage, proves: Mapping[str, Mapping[str, How]], ground: Grounds) -> Coverage:
        """`found`, decided anew if the skill bears on it."""
        asked = found.requirement.skill.id
        if asked not in proves:
            return found
        ways = {**self.ground.relations.get(asked, {}), **proves[asked]}
        return cover(found.requirement, replace(ground, relations={asked: ways}), self.using)

    def proves(self, skill: str) -> Mapping[str, Mapping[str, How]]:
        """For each skill that `skill` bears on: how."""
        if skill not in self.proven:
            self.proven[skill] = relations([skill], self.skills)
        return self.proven[skill]

    def shown(self, skill: str) -> Grounds:
        """The grounds with the skill named in the first line of the latest role, or of the resume without one."""
        role = next((role for role in self.resume.roles if role.lines), None)
        line = role.lines[0] if role else self.resume.source.lines[0]
        mention = Mention(skill, self.skills[skill].name, line.start, line.end, line.number)
        held = months([role.period], self.as_of) if role else 0
        return replace(
            self.ground, evidence={**self.ground.evidence, skill: Evidence(skill, (mention,), months=held, since=0)}
        )
