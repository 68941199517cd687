"""The spaCy factory of the open classes: verb and object, verb and audience, degree and field.

Nobody can list these phrases ("translate unit economics", "communicate results to the board", "degree in
agronomy"), so a rule finds them by the word they begin with, and the judge decides which of them count.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from tailor.extractors.components import CANDIDATES
from tailor.extractors.tokens import norm_of
from tailor.extractors.trie import Found, Trie, longest
from tailor.extractors.views import View, is_adverb, plain_view


@Language.factory("tailor_phrases", requires=["doc.spans"], assigns=["doc.spans"])
def make_phrases(nlp: Language, name: str, longest_object: int, reach: int) -> Phrases:
    """The matcher of open classes: objects of at most that many words, audiences within `reach` words."""
    return Phrases(name, longest_object=longest_object, reach=reach)


class Phrases:
    """Add to the candidates what begins like an open class; the lists are in `models/phrases.toml`.

    Labels are "open:" and the skill. An object whose last word is a candidate already is left alone, because then
    the noun is the mention ("define the product roadmap" is product roadmap).
    """

    def __init__(self, name: str, *, longest_object: int, reach: int) -> None:
        self.name, self.longest_object, self.reach = name, longest_object, reach
        self.lists: dict[str, Any] = {}
        self.inflections: dict[str, str] = {}
        self.build()

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language) -> None:
        """Compile the lists of `models/phrases.toml`."""
        from tailor.extractors.compiling import tokenized
        from tailor.extractors.inflect import inflections_of
        from tailor.resources import table

        lists, fold = table("phrases.toml"), norm_of(nlp.vocab)

        def words(texts: Iterable[str]) -> list[list[str]]:
            return list(tokenized(nlp, texts, fold))

        verbs = [verb for texts in lists["objects"].values() for verb in texts] + lists["audience"]["verbs"]
        self.inflections = inflections_of((verb.split()[0] for verb in verbs), {})
        self.lists = {
            "stops": sorted({fold(word) for word in lists["stops"]}),
            "articles": sorted({fold(word) for word in lists["articles"]}),
            "objects": {skill: words(texts) for skill, texts in lists["objects"].items()},
            "alone": {skill: words(texts) for skill, texts in lists["alone"].items()},
            "speaking": {"verb": words(lists["audience"]["verbs"])},
            "prepositions": sorted({fold(word) for word in lists["audience"]["prepositions"]}),
            "whom": {skill: words(texts) for skill, texts in lists["audience"]["whom"].items()},
            "degrees": lists["degrees"]["skills"],
            "links": {"link": words(lists["degrees"]["links"])},
            "adjectives": lists["degrees"]["adjectives"],
        }
        self.build()

    def build(self) -> None:
        """Fill the tries from the word lists."""
        lists = self.lists
        self.stops, self.articles = frozenset(lists.get("stops", ())), frozenset(lists.get("articles", ()))
        self.prepositions, self.degrees = (frozenset(lists.get(key, ())) for key in ("prepositions", "degrees"))
        self.adjectives = frozenset(lists.get("adjectives", ()))
        self.acting, self.speaking = Trie(lists.get("objects")), Trie(lists.get("speaking"))
        self.alone = Trie(lists.get("alone"))
        self.whom, self.links = Trie(lists.get("whom")), Trie(lists.get("links"))

    def __call__(self, doc: Doc) -> Doc:
        """Add what is found to the candidates of `doc`."""
        known = list(doc.spans.get(CANDIDATES, ()))
        view = plain_view(doc)
        found = [*self.objects(view, known), *self.bare(view), *self.audiences(view), *self.fields(view, known)]
        doc.spans[CANDIDATES] = known + [view.span(doc, item, f"open:{item.key}") for item in found]
        return doc

    def objects(self, view: View, known: Iterable[Span]) -> Iterator[Found]:
        """Verbs with an object that the vocabulary does not know."""
        ends = {span.end for span in known}
        for verb in longest(self.acting.find(view.words, self.inflections)):
            end = self.noun_end(view, verb.end)
            if end and view.places[end - 1] + 1 not in ends:
                yield verb._replace(end=end)

    def bare(self, view: View) -> Iterator[Found]:
        """Verbs with an adverb in place of an object."""
        for verb in longest(self.alone.find(view.words, self.inflections)):
            if verb.end < len(view.words) and is_adverb(view.words[verb.end]):
                yield verb._replace(end=verb.end + 1)

    def noun_end(self, view: View, start: int) -> int | None:
        """Where the noun phrase that begins at `start` ends; None if there is none of a sensible length."""
        words, at = view.words, start
        while at < len(words) and words[at] in self.articles:
            at += 1
        first = at
        while at < len(words) and words[at] not in self.stops and words[at][0].isalnum():
            at += 1
        told = [word for word in words[first:at] if not is_adverb(word)]
        return at if told and at - first <= self.longest_object else None

    def audiences(self, view: View) -> Iterator[Found]:
        """Verbs of speaking up to the first audience within reach, in the same clause."""
        words = view.words
        verbs = longest(self.speaking.find(words, self.inflections))
        audiences = longest(self.whom.find(words)) if verbs else []
        for verb in verbs:
            near = (who for who in audiences if verb.end < who.start <= verb.end + self.reach)
            who = next(near, None)
            if who and self.addressed(words[verb.end : who.start]):
                yield Found(who.key, verb.start, who.end)

    def addressed(self, between: list[str]) -> bool:
        """Whether the words between a verb and an audience make it the one spoken to."""
        return not self.prepositions.isdisjoint(between) and all(word[0].isalnum() for word in between)

    def fields(self, view: View, known: Iterable[Span]) -> Iterator[Found]:
        """Degrees with the first field they name."""
        at = {place: index for index, place in enumerate(view.places)}
        links = {link.start: link for link in longest(self.links.find(view.words))}
        for span in known:
            skill = span.label_.partition(":")[2]
            link = links.get(at.get(span.end, -1))
            if skill in self.degrees and link and span.start in at:
                end = self.field_end(view, link.end)
                if end:
                    yield Found(skill, at[span.start], end)

    def field_end(self, view: View, start: int) -> int | None:
        """Where the field that begins at `start` ends, past "or" after a mere adjective."""
        end = self.noun_end(view, start)
        if end and view.words[end - 1] in self.adjectives and view.words[end : end + 1] in (["or"], ["and"]):
            return self.noun_end(view, end + 1) or end
        return end

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the word lists as JSON."""
        path.mkdir(parents=True, exist_ok=True)
        lists = {"lists": self.lists, "inflections": self.inflections}
        (path / "lists.json").write_text(json.dumps(lists, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Phrases:
        """Read what `to_disk` wrote."""
        read = json.loads((Path(path) / "lists.json").read_text(encoding="utf-8"))
        self.lists, self.inflections = read["lists"], read["inflections"]
        self.build()
        return self
