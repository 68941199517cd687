"""spaCy factories of the pipeline in `models/`: skills, collaboration, need and negation.

Each component sets or refines `doc.spans["skills"]`. A span's label and `span._.concept` is the id of a
skill; `span._.need` what it is to a posting; `span._.negated` whether it is said not to be asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans
from spacy.vocab import Vocab

from tailor.extractors.tokens import install_norms
from tailor.extractors.views import Hit, View, hits, merge_brackets, plain_view, tight_view

SPANS = "skills"
Patterns = dict[str, dict[str, list[list[str]]]]  # kind of wording -> skill id -> wordings as words


def register_attributes() -> None:
    """Declare the extension attributes; safe to call again."""
    for name, default in (("section", ""), ("need", None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    for name in ("concept", "need"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
    if not Span.has_extension("negated"):
        Span.set_extension("negated", default=False)


def matcher_of(vocab: Vocab, patterns: dict[str, list[list[str]]]) -> PhraseMatcher:
    """A matcher on NORM with the word lists of `patterns` under their keys."""
    matcher = PhraseMatcher(vocab, attr="NORM")
    for key, wordings in patterns.items():
        matcher.add(key, [Doc(vocab, words=words) for words in wordings])
    return matcher


@Language.factory("tailor_skills", assigns=["doc.spans", "span._.concept"], default_config={"fillers": []})
def make_skills(nlp: Language, name: str, fillers: list[str]) -> SkillMatcher:
    """The vocabulary matcher; `fillers` may stand between a verb and its object."""
    return SkillMatcher(nlp.vocab, name, fillers=fillers)


class SkillMatcher:
    """Set `doc.spans["skills"]` to the longest wordings of the taxonomy found, leftmost first.

    Four kinds of wordings: "forms" match as they are but for inflection and hyphens, "verbs" also with
    articles and adverbs in between, "cased" in their exact capitals only, "weak" where `weak_holds`.
    """

    def __init__(self, vocab: Vocab, name: str, *, fillers: Iterable[str]) -> None:
        self.vocab, self.name, self.fillers = vocab, name, frozenset(fillers)
        self.patterns: Patterns = {}
        self.norms: dict[str, str] = {}
        self.build()

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language, taxonomy: str = "taxonomy/skills.jsonl"
    ) -> None:
        """Compile the taxonomy at `taxonomy` (relative to the models folder) into patterns and norms."""
        from tailor.extractors.compiling import compile_norms, compile_patterns
        from tailor.extractors.taxonomy import read_taxonomy
        from tailor.resources import models

        skills = read_taxonomy(models() / taxonomy)
        self.norms = compile_norms(skills)
        self.patterns = compile_patterns(skills, nlp)
        self.build()

    def build(self) -> None:
        """Fill the matchers from `patterns` and `norms`."""
        install_norms(self.vocab, self.norms)
        self.exact = {
            (key, " ".join(words)) for key, wordings in self.patterns.get("cased", {}).items() for words in wordings
        }
        nouns = {
            f"{kind}:{key}": wordings
            for kind in ("forms", "cased", "weak")
            for key, wordings in self.patterns.get(kind, {}).items()
        }
        self.nouns = matcher_of(self.vocab, nouns)
        self.verbs = matcher_of(self.vocab, {f"verbs:{k}": w for k, w in self.patterns.get("verbs", {}).items()})

    def __call__(self, doc: Doc) -> Doc:
        spans = merge_brackets(doc, filter_spans(self.match(doc)))
        doc.spans[SPANS] = spans
        for span in spans:
            span._.concept = span.label_
        return doc

    def match(self, doc: Doc) -> list[Span]:
        """Every wording found, overlaps and all."""
        plain, tight = plain_view(doc), tight_view(doc, self.fillers)
        spans = [self.span(doc, hit) for hit in hits(self.nouns, plain) if self.holds(doc, plain, hit)]
        return spans + [self.span(doc, hit) for hit in hits(self.verbs, tight)]

    def span(self, doc: Doc, hit: Hit) -> Span:
        """The span of `hit`, labelled with its skill."""
        return Span(doc, hit.start, hit.end, label=self.vocab.strings[hit.key].partition(":")[2])

    def holds(self, doc: Doc, view: View, hit: Hit) -> bool:
        """Whether a noun wording really names its skill here."""
        kind, _, key = self.vocab.strings[hit.key].partition(":")
        if kind == "forms":
            return True
        if kind == "cased":
            words = [token.text for token in doc[hit.start : hit.end]]
            return (key, " ".join(words)) in self.exact
        return weak_holds(doc, hit)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write patterns and norms as JSON, a skill a line, so that a diff shows what changed."""
        path.mkdir(parents=True, exist_ok=True)
        (path / "norms.json").write_text(json.dumps(self.norms, ensure_ascii=False, indent=0), encoding="utf-8")
        rows = (json.dumps({"kind": k, "id": i, "words": w}, ensure_ascii=False) for k, i, w in flat(self.patterns))
        (path / "patterns.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> SkillMatcher:
        """Read what `to_disk` wrote."""
        path = Path(path)
        self.norms = json.loads((path / "norms.json").read_text(encoding="utf-8"))
        self.patterns = {}
        for row in map(json.loads, (path / "patterns.jsonl").read_text(encoding="utf-8").splitlines()):
            self.patterns.setdefault(row["kind"], {})[row["id"]] = row["words"]
        self.build()
        return self


def flat(patterns: Patterns) -> Iterable[tuple[str, str, Any]]:
    """The patterns as (kind, skill id, wordings) rows."""
    return ((kind, key, words) for kind, keys in patterns.items() for key, words in keys.items())


def weak_holds(doc: Doc, hit: Hit) -> bool:
    """Whether a word that is a skill only in context is one here."""
    return False
