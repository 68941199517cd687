"""The spaCy factory of the judge: which candidates are skills here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from tailor.extractors.clues import Candidate, Scene, clues, passage_clues, summed
from tailor.extractors.components import candidates_of, set_spans
from tailor.extractors.views import merge_brackets, texts_of


@dataclass(frozen=True)
class Weights:
    """What `models/train_judge.py` learns: a logistic model with sparse named features.

    bias : log-odds without any clue.
    threshold : log-odds from which a candidate counts.
    clues : weight of each feature of `tailor.extractors.clues`.
    forms, skills : what is known of a wording ("kind:words|skill id"), and of a skill as a whole.
    unseen : the same for a wording and for a skill never seen in training, by kind of wording.
    types : type of each skill.
    """

    bias: float = 0.0
    threshold: float = 0.0
    clues: Mapping[str, float] = field(default_factory=dict)
    forms: Mapping[str, float] = field(default_factory=dict)
    skills: Mapping[str, float] = field(default_factory=dict)
    unseen: Mapping[str, float] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    def log_odds(self, scene: Scene, found: Sequence[Candidate]) -> list[float]:
        """For each candidate of a passage the log-odds that it is a skill the passage asks for."""
        shared = self.bias + self.weigh(passage_clues(scene))
        return [
            shared + self.known(scene, item) + self.weigh(clues(scene, at, found, self.types))
            for at, item in enumerate(found)
        ]

    def weigh(self, features: Iterator[tuple[str, float]]) -> float:
        """The weights of `features`, summed; features without a weight, the most of them, are not even counted."""
        weights = self.clues
        known = ((name, value) for name, value in features if name in weights)
        return sum(weights[name] * value for name, value in summed(known).items())

    def known(self, scene: Scene, candidate: Candidate) -> float:
        """What training has shown of the wording and of the skill."""
        form = f"{candidate.kind}:{scene.named(candidate)}|{candidate.skill}"
        known = self.forms.get(form, self.unseen.get(candidate.kind, 0.0))
        return known + self.skills.get(candidate.skill, self.unseen.get("skill", 0.0))


@Language.factory("tailor_judge", requires=["doc.spans"], assigns=["doc.spans", "span._.concept"])
def make_judge(nlp: Language, name: str, listing: list[str], plain: list[str]) -> Judge:
    """The judge; `listing`: sections of a resume that list skills, `plain`: weak wordings that need no doubt."""
    return Judge(name, listing=listing, plain=plain)


class Judge:
    """Choose among the candidates, and set `doc.spans["skills"]` to the chosen.

    In a posting (a passage with a need) a learnt model weighs each candidate in its context, and of
    overlapping ones the likelier stays. Elsewhere every wording counts but the weak ones, which count
    where skills are listed or if they are plain: nobody writes "billing" on a resume and means something else, as
    one does with "growth". The longest of overlapping ones stays.
    """

    def __init__(self, name: str, *, listing: Iterable[str], plain: Iterable[str] = ()) -> None:
        self.name, self.listing, self.plain = name, frozenset(listing), frozenset(plain)
        self.weights = Weights()

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language, weights: str = "judge.json"
    ) -> None:
        """Read the learnt weights from `weights` (relative to the models folder)."""
        from tailor.resources import models

        self.weights = read_weights(models() / weights)

    def __call__(self, doc: Doc) -> Doc:
        """Set the spans of `doc`."""
        found = candidates_of(doc)
        spans = self.judged(doc, found) if doc._.need else self.listed(doc, found)
        set_spans(doc, merge_brackets(doc, sorted(spans, key=lambda span: span.start)))
        return doc

    def judged(self, doc: Doc, found: Sequence[Candidate]) -> Iterator[Span]:
        """The likely candidates of a passage, the likeliest first; none overlaps another."""
        texts = texts_of(doc)
        scene = Scene([text.lower() for text in texts], texts, doc._.section, doc._.need)
        odds = self.weights.log_odds(scene, found)
        taken: set[int] = set()
        for at in sorted(range(len(found)), key=lambda at: (-odds[at], found[at])):
            tokens = range(found[at].start, found[at].end)
            if odds[at] >= self.weights.threshold and taken.isdisjoint(tokens):
                taken.update(tokens)
                yield span_of(doc, found[at])

    def listed(self, doc: Doc, found: Sequence[Candidate]) -> list[Span]:
        """The longest candidates; open ones never, for nothing has judged them, and weak ones only if they are sure."""
        sure = [item for item in found if item.kind != "open" and (item.kind != "weak" or self.stands(doc, item))]
        return filter_spans([span_of(doc, item) for item in sure])

    def stands(self, doc: Doc, item: Candidate) -> bool:
        """Whether a weak wording counts in a resume."""
        return doc._.section in self.listing or doc[item.start : item.end].text.lower() in self.plain

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights as JSON."""
        path.mkdir(parents=True, exist_ok=True)
        write_weights(self.weights, path / "weights.json")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Judge:
        """Read what `to_disk` wrote."""
        self.weights = read_weights(Path(path) / "weights.json")
        return self


def span_of(doc: Doc, candidate: Candidate) -> Span:
    """`candidate` as a span labelled with its skill."""
    return Span(doc, candidate.start, candidate.end, label=candidate.skill)


def read_weights(path: Path) -> Weights:
    """The weights in a JSON file; raises TypeError on a key that `Weights` does not have."""
    return Weights(**json.loads(path.read_text(encoding="utf-8")))


def write_weights(weights: Weights, path: Path) -> None:
    """Write `weights` as JSON, a number a line, so that a diff shows what changed."""
    path.write_text(json.dumps(asdict(weights), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
