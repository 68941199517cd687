"""spaCy factories that read the surroundings of a skill: partners, need and negation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans
from spacy.vocab import Vocab

from tailor.extractors.components import SPANS, matcher_of
from tailor.extractors.views import View, tight_view

Lists = dict[str, list[list[str]]]


@Language.factory("tailor_collaboration", requires=["doc.spans"], assigns=["doc.spans"])
def make_collaboration(nlp: Language, name: str, fillers: list[str], reach: int) -> Collaboration:
    """The matcher for "partner closely with engineering": at most `reach` words before the partner."""
    return Collaboration(nlp.vocab, name, fillers=fillers, reach=reach)


class Collaboration:
    """Find a collaboration verb and the first partner it names; the partner decides the skill.

    The mention runs from the verb to the first partner, without the rest of a list. Verbs and partners are
    in `models/collaboration.toml`, partners by the skill that working with them shows.
    """

    def __init__(self, vocab: Vocab, name: str, *, fillers: Iterable[str], reach: int) -> None:
        self.vocab, self.name, self.fillers, self.reach = vocab, name, frozenset(fillers), reach
        self.verbs: Lists = {}
        self.partners: Lists = {}
        self.build()

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language) -> None:
        """Compile the lists of `models/collaboration.toml`."""
        from tailor.extractors.compiling import tokenized
        from tailor.extractors.inflect import inflected, variants
        from tailor.resources import table

        lists = table("collaboration.toml")
        self.verbs = {"verb": list(tokenized(nlp, lists["verbs"], inflected))}
        self.partners = {skill: list(tokenized(nlp, names, variants)) for skill, names in lists["partners"].items()}
        self.build()

    def build(self) -> None:
        """Fill the matchers from the word lists."""
        self.find_verbs = matcher_of(self.vocab, self.verbs)
        self.find_partners = matcher_of(self.vocab, self.partners)

    def __call__(self, doc: Doc) -> Doc:
        found = list(self.match(doc))
        if found:
            doc.spans[SPANS] = filter_spans([*found, *clear_of(doc.spans[SPANS], found)])
            for span in doc.spans[SPANS]:
                span._.concept = span.label_
        return doc

    def match(self, doc: Doc) -> Iterator[Span]:
        """Verb-to-partner spans, labelled with the skill of the first partner."""
        view = tight_view(doc, self.fillers)
        verbs = longest(self.find_verbs, view)
        partners = longest(self.find_partners, view) if verbs else []
        for _, start, end in verbs:
            for key, first, last in partners:
                if end <= first <= end + self.reach and not breaks(view.doc, end, first):
                    yield Span(doc, view.places[start], view.places[last - 1] + 1, label=key)
                    break

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the word lists as JSON."""
        path.mkdir(parents=True, exist_ok=True)
        lists = {"verbs": self.verbs, "partners": self.partners}
        (path / "lists.json").write_text(json.dumps(lists, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Collaboration:
        """Read what `to_disk` wrote."""
        lists = json.loads((Path(path) / "lists.json").read_text(encoding="utf-8"))
        self.verbs, self.partners = lists["verbs"], lists["partners"]
        self.build()
        return self


def longest(matcher: PhraseMatcher, view: View) -> list[tuple[str, int, int]]:
    """Non-overlapping longest matches as (key, start, end), in order."""
    spans = filter_spans([Span(view.doc, start, end, label=key) for key, start, end in matcher(view.doc)])
    return [(span.label_, span.start, span.end) for span in spans]


def breaks(doc: Doc, start: int, end: int) -> bool:
    """Whether a clause ends between the tokens `start` and `end`."""
    return any(doc[at].text in ".;:()" for at in range(start, end))


def clear_of(spans: Iterable[Span], taken: list[Span]) -> list[Span]:
    """The spans that share no token with those `taken`."""
    used = {at for span in taken for at in range(span.start, span.end)}
    return [span for span in spans if used.isdisjoint(range(span.start, span.end))]


@Language.factory("tailor_need", requires=["doc.spans"], assigns=["span._.need", "span._.negated"])
def make_need(nlp: Language, name: str, before: list[str], after: list[str], reach: int) -> NeedSetter:
    """Need and negation; `before` and `after` are wordings that negate what follows or precedes."""
    return NeedSetter(nlp, before=before, after=after, reach=reach)


class NeedSetter:
    """Copy the need of the passage to its skills, and mark those it says are not asked for."""

    def __init__(self, nlp: Language, *, before: list[str], after: list[str], reach: int) -> None:
        self.reach = reach
        self.before = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.after = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.before.add("before", [nlp.make_doc(text) for text in before])
        self.after.add("after", [nlp.make_doc(text) for text in after])

    def __call__(self, doc: Doc) -> Doc:
        negated = self.negated(doc)
        for span in doc.spans[SPANS]:
            span._.need = doc._.need
            span._.negated = not negated.isdisjoint(range(span.start, span.end))
        return doc

    def negated(self, doc: Doc) -> set[int]:
        """Tokens within `reach` of a negating wording, in its clause."""
        found: set[int] = set()
        for _, _, end in self.before(doc):
            found.update(clause(doc, range(end, min(end + self.reach, len(doc)))))
        for _, start, _ in self.after(doc):
            found.update(clause(doc, range(start - 1, max(start - 1 - self.reach, -1), -1)))
        return found


def clause(doc: Doc, tokens: Iterable[int]) -> Iterator[int]:
    """The tokens up to the first mark that ends a clause, or a word that turns it."""
    for at in tokens:
        if doc[at].lower_ in {".", ";", ":", "but", "though", "however", "although"}:
            return
        yield at
