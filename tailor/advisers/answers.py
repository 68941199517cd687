"""How to build an answer from a resume: situation, task, action, result, or the honest answer to a gap.

Every quotation is a stretch of a resume line; what no line says is left to the person to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tailor.advisers.gap_groups import group_of, term
from tailor.advisers.telling import deed_and_result, has_figure, short, told_deeds
from tailor.resources import table
from tailor.types import Beat, Coverage, Guidance, Match, Proof, Role, Section, Skill


@dataclass(frozen=True)
class Case:
    """A match with what its answers are built from.

    guidance : what would close each gap, by skill id.
    """

    match: Match
    skills: Mapping[str, Skill]
    guidance: Mapping[str, Guidance]


def told(case: Case, coverage: Coverage) -> Proof | None:
    """The strongest proof that stands in a line of work and shows the skill itself, not something wider."""
    deeds = told_deeds(case.match)
    return next((p for p in coverage.proofs if p.how != "broader" and p.line in deeds), None)


def relied_on(case: Case, coverage: Coverage) -> Proof | None:
    """The proof of `told`, if it names the skill or is sure enough to be leant on elsewhere."""
    proof = told(case, coverage)
    return proof if proof and proof.sure >= texts()["honest"]["sure"] else None


def star(case: Case, coverage: Coverage, proof: Proof) -> Iterator[Beat]:
    """Situation, task, action and result from the line of `proof`."""
    words = texts()
    text = told_deeds(case.match)[proof.line]
    deed, result = deed_and_result(text)
    most = words["cut"]["line"]
    yield situation(case.match, proof.line)
    yield Beat("task", words["task"][coverage.requirement.skill.competency])
    said = words["action"]["quoted" if proof.sure == 1 else "unsure"]
    yield Beat("action", said.format(quote=short(deed, most), sure=f"{proof.sure:.0%}"), proof.line)
    if result:
        yield Beat("result", words["result"]["quoted"].format(quote=short(result, most)), proof.line)
    else:
        yield Beat("result", words["result"]["same" if has_figure(text) else "none"])


def situation(match: Match, number: int) -> Beat:
    """Where the line `number` stands: the role with its dates, else the heading above it."""
    words = texts()["situation"]
    role = next((role for role in match.resume.roles if any(line.number == number for line in role.lines)), None)
    if role and role.header and (role.title or role.company):
        at = role.header[0].number
        return Beat("situation", words["role"].format(place=place(role), line=at), at)
    section = section_of(match, number)
    if section and section.heading:
        heading = section.heading
        return Beat("situation", words["section"].format(heading=heading.text, line=heading.number), heading.number)
    return Beat("situation", words["other"].format(line=number), number)


def place(role: Role) -> str:
    """Title, company and dates of `role`, as far as they are known."""
    first, end = role.period.start, "present" if role.period.current else role.period.end
    dates = f" ({first} to {end})" if first and end else ""
    return ", ".join(part for part in (role.title, role.company) if part) + dates


def section_of(match: Match, number: int) -> Section | None:
    """The section that holds line `number`."""
    return next((s for s in match.resume.sections if any(line.number == number for line in s.lines)), None)


def honest(case: Case, coverage: Coverage) -> Iterator[Beat]:
    """What to say where the resume shows nothing, or too little: so, the nearest there is, and what comes next."""
    yield admission(case.match, coverage)
    if coverage.requirement.skill.type != "credential":
        yield nearest(case, coverage)
    guidance = case.guidance.get(coverage.requirement.skill.id)
    first = next((step for step in guidance.steps if step.weeks), None) if guidance else None
    if first and first.weeks:
        yield Beat("next step", texts()["honest"]["next"].format(weeks=weeks(first.weeks), step=first.text))


def admission(match: Match, coverage: Coverage) -> Beat:
    """That it is not shown, shown in part, only listed, or only suggested by the job."""
    words = texts()["honest"]
    own = next((p for p in coverage.proofs if p.how != "broader"), None)
    if own is None:
        return Beat("honest answer", words["partly" if coverage.proofs else "missing"])
    titled = any(line.number == own.line for role in match.resume.roles for line in role.header)
    kind = "job" if titled else "listed"
    quote = short(own.text, texts()["cut"]["line"])
    return Beat("honest answer", words[kind].format(line=own.line, quote=quote), own.line)


def nearest(case: Case, coverage: Coverage) -> Beat:
    """The line that comes nearest: one that shows something wider, or something of the same group."""
    words, group = texts()["honest"], group_of(coverage.requirement.skill.id, case.skills)
    deeds = told_deeds(case.match)
    wider = next((p for p in coverage.proofs if p.how == "broader" and p.line in deeds), None)
    if wider:
        quote = short(deeds[wider.line], texts()["cut"]["line"])
        return Beat("nearest", words["nearest"].format(shows=wider.words, line=wider.line, quote=quote), wider.line)
    for other in case.match.coverages:
        proof = relied_on(case, other)
        if other is not coverage and proof and group and group_of(other.requirement.skill.id, case.skills) == group:
            quote = short(deeds[proof.line], texts()["cut"]["line"])
            said = words["nearest"].format(shows=term(other), line=proof.line, quote=quote)
            return Beat("nearest", said, proof.line)
    return Beat("nearest", words["nothing"])


def weeks(span: tuple[int, int]) -> str:
    """How long something takes, in words."""
    fewest, most = span
    if fewest >= 52:
        return f"{round(fewest / 52)} to {round(most / 52)} years" if most > fewest else "a year"
    return f"{fewest} to {most} weeks" if most > fewest else f"{most} week{'s' * (most != 1)}"


def steps(case: Case, kind: str, example: Proof | None = None) -> Iterator[Beat]:
    """How to go about a question of `kind` that no line answers by itself, with a line to lean on."""
    words = texts()
    for part, said in zip(words["steps"]["names"][kind], words["steps"][kind], strict=True):
        yield Beat(part, said)
    if example:
        quote = short(told_deeds(case.match)[example.line], words["cut"]["line"])
        yield Beat("example", words["steps"]["example"].format(line=example.line, quote=quote), example.line)


def texts() -> dict[str, Any]:
    """The sentences of `models/interview.toml`."""
    return table("interview.toml")
