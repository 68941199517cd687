"""The spaCy factory of the vocabulary matcher, and the attributes that the pipeline sets.

The matchers put what they find, overlaps and all, into `doc.spans["candidates"]`, labelled "kind:skill id";
the judge puts what it chooses into `doc.spans["skills"]`. There a span's label and `span._.concept` is the id
of a skill; `span._.need` what it is to a posting; `span._.negated` whether it is said not to be asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from tailor.extractors.clues import Candidate
from tailor.extractors.tokens import install_norms
from tailor.extractors.trie import Found, Trie
from tailor.extractors.views import View, plain_view, tight_view

SPANS, CANDIDATES = "skills", "candidates"
NOUNS = ("forms", "cased", "weak")
GUARDED = ("cased", "weak")  # kinds of which some count in exact capitals only
Wordings = dict[str, list[list[str]]]  # skill id -> wordings as words


def register_attributes() -> None:
    """Declare the extension attributes; safe to call again."""
    for owner, name, default in (
        (Doc, "section", ""),
        (Doc, "need", None),
        (Span, "concept", None),
        (Span, "need", None),
        (Span, "negated", False),
    ):
        if not owner.has_extension(name):
            owner.set_extension(name, default=default)


def set_spans(doc: Doc, spans: Iterable[Span]) -> None:
    """Put `spans`, which do not overlap, into `doc.spans`, each with its concept."""
    doc.spans[SPANS] = sorted(spans, key=lambda span: span.start)
    for span in doc.spans[SPANS]:
        span._.concept = span.label_


def candidates_of(doc: Doc) -> list[Candidate]:
    """What the matchers found in `doc`, in the order found."""
    found = []
    for span in doc.spans.get(CANDIDATES, ()):
        kind, _, skill = span.label_.partition(":")
        found.append(Candidate(kind, skill, span.start, span.end))
    return found


@Language.factory("tailor_skills", assigns=["doc.spans"])
def make_skills(nlp: Language, name: str, fillers: list[str]) -> SkillMatcher:
    """The vocabulary matcher; `fillers` may stand between a verb and its object."""
    return SkillMatcher(nlp.vocab, name, fillers=fillers)


class SkillMatcher:
    """Set `doc.spans["candidates"]` to every wording of the taxonomy found, overlaps and all.

    Four kinds of wordings: "forms" and "weak" match as they are but for inflection and hyphens, "verbs" also
    with articles and adverbs in between, "cased" in their exact capitals only, and "weak" ones that are cased too.
    """

    def __init__(self, vocab: Vocab, name: str, *, fillers: Iterable[str]) -> None:
        self.vocab, self.name, self.fillers = vocab, name, frozenset(fillers)
        self.norms: dict[str, str] = {}
        self.inflections: dict[str, str] = {}
        self.patterns: dict[str, Wordings] = {}
        self.exact: set[tuple[str, str]] = set()
        self.guarded: set[tuple[str, str]] = set()
        self.nouns, self.verbs = Trie(), Trie()

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language, taxonomy: str = "taxonomy/skills.jsonl"
    ) -> None:
        """Compile the taxonomy at `taxonomy` (relative to the models folder) into word lists."""
        from tailor.extractors.compiling import compile_taxonomy
        from tailor.extractors.taxonomy import read_taxonomy
        from tailor.resources import models

        compiled = compile_taxonomy(read_taxonomy(models() / taxonomy), nlp)
        self.norms, self.inflections, self.patterns = compiled
        self.build()

    def build(self) -> None:
        """Fold words by the norms from now on, and fill the tries with the wordings, which are folded already."""
        install_norms(self.vocab, self.norms)
        exact = self.patterns.get("exact", {})
        self.exact = {(key, " ".join(words)) for key, wordings in exact.items() for words in wordings}
        self.guarded = {(key, text.lower()) for key, text in self.exact}
        self.nouns, self.verbs = Trie(), Trie()
        for kind in NOUNS:
            for key, wordings in self.patterns.get(kind, {}).items():
                self.nouns.add_all(f"{kind}:{key}", wordings)
        for key, wordings in self.patterns.get("verbs", {}).items():
            self.verbs.add_all(key, wordings)

    def __call__(self, doc: Doc) -> Doc:
        """Set the candidates of `doc`."""
        doc.spans[CANDIDATES] = list(self.match(doc))
        return doc

    def match(self, doc: Doc) -> Iterator[Span]:
        """Every wording found, labelled "kind:skill id"."""
        plain = plain_view(doc)
        for found in self.nouns.find(plain.words):
            if self.in_capitals(doc, plain, found):
                yield plain.span(doc, found, found.key)
        tight = tight_view(plain, self.fillers)
        for found in self.verbs.find(tight.words, self.inflections):
            yield tight.span(doc, found, f"verbs:{found.key}")

    def in_capitals(self, doc: Doc, view: View, found: Found) -> bool:
        """Whether a wording has the capitals it must have, if it must have any."""
        kind, _, key = found.key.partition(":")
        if kind not in GUARDED:
            return True
        text = " ".join(doc[at].text for at in view.places[found.start : found.end])
        return (key, text) in self.exact or (kind == "weak" and (key, text.lower()) not in self.guarded)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the word lists as JSON, a skill a line, so that a diff shows what changed."""
        path.mkdir(parents=True, exist_ok=True)
        tables = {"norms": self.norms, "inflections": self.inflections}
        (path / "tables.json").write_text(json.dumps(tables, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        rows = [[kind, key, words] for kind, keys in self.patterns.items() for key, words in keys.items()]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (path / "patterns.jsonl").write_text(text, encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> SkillMatcher:
        """Read what `to_disk` wrote."""
        tables = json.loads((Path(path) / "tables.json").read_text(encoding="utf-8"))
        self.norms, self.inflections = tables["norms"], tables["inflections"]
        self.patterns = {}
        rows = (Path(path) / "patterns.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
        for kind, key, words in json.loads(f"[{','.join(rows)}]"):  # at once: a call for each row takes twice as long
            self.patterns.setdefault(kind, {})[key] = words
        self.build()
        return self
