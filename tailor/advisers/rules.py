"""The catalogue of rules that look at a match and propose changes. Each is a small function.

A rule names the line, the wording before and after, and the reason with the posting's own words. What the
change is worth is not its business: the pipeline measures that by applying it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tailor.advisers import rules_ask, rules_place, rules_terms, rules_title
from tailor.registry import rule
from tailor.types import Match, Suggestion

RULES: Mapping[str, Callable[[Match], Iterable[Suggestion]]] = {
    "ask-about-gaps": rules_ask.ask_about_gaps,
    "ask-number": rules_ask.ask_number,
    "ask-wording": rules_ask.ask_wording,
    "cut": rules_place.cut,
    "headline": rules_title.headline,
    "move-up": rules_place.move_up,
    "posting-term": rules_terms.posting_term,
    "surface-skill": rules_terms.surface_skill,
}
for name, propose in RULES.items():
    rule.register(name, func=propose)


def suggest(match: Match) -> tuple[Suggestion, ...]:
    """What every rule of the catalogue proposes for `match`, without gains; rules in order of name."""
    return tuple(suggestion for _, propose in sorted(rule.get_all().items()) for suggestion in propose(match))
