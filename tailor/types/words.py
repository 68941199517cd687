"""The fixed words that fields are made of."""

from __future__ import annotations

from typing import Literal

Need = Literal["required", "preferred", "responsibility"]
SkillType = Literal["hard", "tool", "domain", "soft", "credential"]
Status = Literal["covered", "partly", "missing"]
How = Literal["same words", "synonym", "narrower", "paraphrase", "implied", "broader"]
Met = Literal["yes", "partly", "no"]
LineKind = Literal["heading", "bullet", "body"]
Action = Literal["rewrite", "move", "surface", "headline", "cut", "confirm", "measure", "ask"]

COMPETENCIES = (
    "technical proficiency",
    "business acumen",
    "customer empathy",
    "communication and collaboration",
    "strategic thinking and problem solving",
    "leadership and influence",
)
