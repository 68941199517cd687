"""spaCy factories that read the surroundings of a skill: partners, need and negation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from tailor.extractors.components import CANDIDATES, SPANS, Wordings
from tailor.extractors.tokens import norm_of
from tailor.extractors.trie import Trie, longest
from tailor.extractors.views import plain_view, texts_of, tight_view

CLAUSE_ENDS = frozenset(".;:()")
TURNS = frozenset({"but", "though", "however", "although"})


@Language.factory("tailor_collaboration", requires=["doc.spans"], assigns=["doc.spans"])
def make_collaboration(nlp: Language, name: str, fillers: list[str], reach: int) -> Collaboration:
    """The matcher for "partner closely with engineering": at most `reach` words before the partner."""
    return Collaboration(name, fillers=fillers, reach=reach)


class Collaboration:
    """Find a collaboration verb and the first partner it names; the partner decides the skill.

    The mention runs from the verb to the first partner, without the rest of a list. Verbs and partners are
    in `models/collaboration.toml`, partners by the skill that working with them shows.
    """

    def __init__(self, name: str, *, fillers: Iterable[str], reach: int) -> None:
        self.name, self.fillers, self.reach = name, frozenset(fillers), reach
        self.verbs: Wordings = {}
        self.partners: Wordings = {}
        self.inflections: dict[str, str] = {}
        self.build()

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language) -> None:
        """Compile the lists of `models/collaboration.toml`."""
        from tailor.extractors.compiling import tokenized
        from tailor.extractors.inflect import inflections_of
        from tailor.resources import table

        lists = table("collaboration.toml")
        fold = norm_of(nlp.vocab)
        self.inflections = inflections_of((text.split()[0] for text in lists["verbs"]), {})
        self.verbs = {"verb": list(tokenized(nlp, lists["verbs"], fold))}
        self.partners = {skill: list(tokenized(nlp, names, fold)) for skill, names in lists["partners"].items()}
        self.build()

    def build(self) -> None:
        """Fill the tries from the word lists, which the norms of the vocabulary have folded."""
        self.find_verbs, self.find_partners = Trie(self.verbs), Trie(self.partners)

    def __call__(self, doc: Doc) -> Doc:
        """Add what is found to the candidates of `doc`."""
        doc.spans[CANDIDATES] = [*doc.spans.get(CANDIDATES, ()), *self.match(doc)]
        return doc

    def match(self, doc: Doc) -> Iterator[Span]:
        """Verb-to-partner spans, labelled "collaboration:" and the skill of the first partner."""
        view = tight_view(plain_view(doc), self.fillers)
        verbs = longest(self.find_verbs.find(view.words, self.inflections))
        partners = longest(self.find_partners.find(view.words)) if verbs else []
        for verb in verbs:
            near = (p for p in partners if verb.end <= p.start <= verb.end + self.reach)
            partner = next(near, None)
            if partner and CLAUSE_ENDS.isdisjoint(view.words[verb.end : partner.start]):
                yield view.span(doc, verb._replace(end=partner.end), f"collaboration:{partner.key}")

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the word lists as JSON."""
        path.mkdir(parents=True, exist_ok=True)
        lists = {"verbs": self.verbs, "partners": self.partners, "inflections": self.inflections}
        (path / "lists.json").write_text(json.dumps(lists, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Collaboration:
        """Read what `to_disk` wrote."""
        lists = json.loads((Path(path) / "lists.json").read_text(encoding="utf-8"))
        self.verbs, self.partners, self.inflections = lists["verbs"], lists["partners"], lists["inflections"]
        self.build()
        return self


@Language.factory("tailor_need", requires=["doc.spans"], assigns=["span._.need", "span._.negated"])
def make_need(
    nlp: Language,
    name: str,
    before: list[str],
    after: list[str],
    around: list[list[str]],
    unproven: list[str],
    reach: int,
) -> NeedSetter:
    """Need and negation: wordings that negate what follows, what precedes, or what stands between two of them.

    `unproven` are those that in a resume put what follows into the future or into somebody's wishes.
    """
    cues = {"before": before, "after": after, "unproven": unproven}
    return NeedSetter(nlp, cues=cues, around=around, reach=reach)


class NeedSetter:
    """Copy the need of the passage to its skills, and mark those it says are not asked for."""

    def __init__(
        self, nlp: Language, *, cues: dict[str, list[str]], around: Iterable[Iterable[str]], reach: int
    ) -> None:
        self.reach = reach
        self.around = {opening: frozenset(closings) for opening, *closings in around}
        self.cues = Trie(
            {side: [[token.lower_ for token in nlp.make_doc(text)] for text in texts] for side, texts in cues.items()}
        )

    def __call__(self, doc: Doc) -> Doc:
        """Set need and negation on the spans of `doc`."""
        negated = set(self.negated(doc)) if doc.spans[SPANS] else set()
        for span in doc.spans[SPANS]:
            span._.need = doc._.need
            span._.negated = not negated.isdisjoint(range(span.start, span.end))
        return doc

    def negated(self, doc: Doc) -> Iterator[int]:
        """Tokens that a negating wording within `reach`, in the same clause, speaks of."""
        words = [text.lower() for text in texts_of(doc)]
        for cue in self.cues.find(words):
            if cue.key == "unproven" and doc._.need:
                continue
            ahead = range(cue.end, min(cue.end + self.reach, len(words)))
            behind = range(cue.start - 1, max(cue.start - 1 - self.reach, -1), -1)
            yield from clause(words, behind if cue.key == "after" else ahead)
        for at, word in enumerate(words):
            if closings := self.around.get(word):
                between = list(clause(words, range(at + 1, min(at + 1 + self.reach, len(words)))))
                ends = [place for place in between if words[place] in closings]
                yield from between[: between.index(ends[0])] if ends else ()


def clause(words: list[str], places: Iterable[int]) -> Iterator[int]:
    """The places up to the first mark that ends a clause, or a word that turns it."""
    for at in places:
        if words[at] in CLAUSE_ENDS or words[at] in TURNS:
            return
        yield at
