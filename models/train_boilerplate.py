"""Learn `models/boilerplate.json`: which passages of a posting are boilerplate.

    python models/train_boilerplate.py POSTINGS.jsonl [--check] [--to FILE]

POSTINGS.jsonl holds one posting a line with "text", "group" (postings of one company share it) and "boilerplate", a
list of {"start", "end"} into the text. Each posting is learnt from three times: as it is, without headings, and as one
line, for scrapes lose both. Prints the character precision, recall and F1 in six folds by group; --check writes no
file. Traits met in fewer than eight groups are left out, so that no company's name is learnt.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from tailor.parsers.boilerplate import opening_lines
from tailor.parsers.outline import Place, outline
from tailor.parsers.passages import cut
from tailor.parsers.traits import traits_of
from tailor.readers import from_text

GROUPS, SMALLEST, INVERSE_PENALTY, FOLDS = 8, 0.05, 0.5, 6
Spans = Sequence[tuple[int, int]]
BESIDE, BOUND = (0.3, 0.8, 0.2), 4.0


@dataclass(frozen=True)
class Example:
    """A posting: its passages, their traits, and which of its characters are boilerplate."""

    text: str
    group: str
    places: tuple[Place, ...]
    traits: list[list[str]]
    gold: Any

    @property
    def targets(self) -> list[bool]:
        """Whether most of each passage is boilerplate."""
        return [bool(self.gold[p.cut.start : p.cut.end].mean() > 0.5) for p in self.places]

    @property
    def lengths(self) -> list[int]:
        """Characters of each passage."""
        return [p.cut.end - p.cut.start for p in self.places]


def example(record: dict[str, Any]) -> Example:
    """A record of the file, parsed."""
    gold = np.zeros(len(record["text"]), dtype=bool)
    for span in record["boilerplate"]:
        gold[span["start"] : span["end"]] = True
    return parsed(record["text"], record["group"], gold)


def parsed(text: str, group: str, gold: Any) -> Example:
    """The example of a text whose boilerplate is known."""
    source = from_text(text)
    places = outline(source, cut(source))
    return Example(text, group, places, traits_of(places), gold)


def worn(e: Example) -> tuple[Example, ...]:
    """`e` as a bad scrape would have it: once without its headings, and once with all its lines glued into one."""
    first = {place.cut.line.number: place.heading for place in reversed(e.places)}
    lines = [(line.start, line.end) for line in from_text(e.text).lines if not first.get(line.number)]
    every = [(line.start, line.end) for line in from_text(e.text).lines]
    return joined(e, lines, "\n"), joined(e, every[:2], "\n", every[2:])


def joined(e: Example, kept: Spans, between: str, glued: Spans = ()) -> Example:
    """The text of the spans `kept`, with `between` behind each, and of the spans `glued`, with nothing between."""
    text, gold = "", [np.zeros(0, dtype=bool)]
    for spans, mark in ((kept, between), (glued, "")):
        for start, end in spans:
            text += e.text[start:end] + mark
            gold += [e.gold[start:end], np.zeros(len(mark), dtype=bool)]
    return parsed(text, e.group, np.concatenate(gold))


def learn(examples: Sequence[Example]) -> dict[str, Any]:
    """Weights of a logistic regression over the traits, small ones left out."""
    columns = vocabulary(examples)
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=500)
    sizes = np.sqrt([length for e in examples for length in e.lengths])
    model.fit(matrix(examples, columns), [t for e in examples for t in e.targets], sample_weight=sizes / sizes.mean())
    pairs = ((trait, round(float(model.coef_[0, at]), 2)) for trait, at in columns.items())
    kept = {trait: weight for trait, weight in pairs if abs(weight) >= SMALLEST}
    return {"bias": round(float(model.intercept_[0]), 2), "bound": BOUND, "beside": BESIDE, "weights": kept}


def vocabulary(examples: Iterable[Example]) -> dict[str, int]:
    """A column for each trait that enough groups show."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for e in examples:
        for trait in {trait for traits in e.traits for trait in traits}:
            seen[trait].add(e.group)
    return {trait: i for i, trait in enumerate(sorted(t for t, groups in seen.items() if len(groups) >= GROUPS))}


def matrix(examples: Iterable[Example], columns: dict[str, int]) -> Any:
    """One row a passage, one column a trait."""
    rows = [[columns[t] for t in traits if t in columns] for e in examples for traits in e.traits]
    starts = np.cumsum([0, *map(len, rows)])
    flat = [column for row in rows for column in row]
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(columns)))


def predicted(e: Example, learnt: dict[str, Any]) -> Any:
    """The characters of `e` that the weights take for boilerplate, gaps between two such passages included."""
    weight = learnt["weights"].get
    alone = [learnt["bias"] + sum(weight(t, 0.0) for t in traits) for traits in e.traits]
    held = np.clip([0.0, *alone, 0.0], -BOUND, BOUND)
    scores = BESIDE[0] * held[:-2] + BESIDE[1] * held[1:-1] + BESIDE[2] * held[2:]
    scores[: opening_lines(e.places)] = -1
    found, last = np.zeros(len(e.text), dtype=bool), None
    for place, score in zip(e.places, scores, strict=True):
        if score > 0:
            found[place.cut.start if last is None else last : place.cut.end] = True
        last = place.cut.end if score > 0 else None
    return found


def cross_validated(examples: Sequence[Example], worn_out: Sequence[tuple[Example, ...]]) -> list[list[float]]:
    """Character precision, recall and F1 of the texts as they are and of each way they are worn, in folds by group."""
    counts = np.zeros((1 + len(worn_out[0]), 3), dtype=int)
    for train, test in GroupKFold(FOLDS).split(examples, groups=[e.group for e in examples]):
        learnt = learn([e for i in train for e in (examples[i], *worn_out[i])])
        for i in test:
            for row, e in enumerate((examples[i], *worn_out[i])):
                marked = predicted(e, learnt)
                counts[row] += [(marked & e.gold).sum(), marked.sum(), e.gold.sum()]
    return [[hits / found, hits / gold, 2 * hits / (found + gold)] for hits, found, gold in counts]


def main() -> None:
    """Read, check, learn, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("postings", type=Path)
    arguments.add_argument("--check", action="store_true", help="only print the figures")
    arguments.add_argument("--to", type=Path, default=Path(__file__).with_name("boilerplate.json"))
    chosen = arguments.parse_args()
    lines = chosen.postings.read_text(encoding="utf-8").splitlines()
    examples = [example(json.loads(line)) for line in lines if line.strip()]
    worn_out = [worn(e) for e in examples]
    for name, figures in zip(("as is", "no headings", "one line"), cross_validated(examples, worn_out), strict=True):
        print("{:12} precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(name, *figures))
    if not chosen.check:
        learnt = learn([*examples, *(e for copies in worn_out for e in copies)])
        chosen.to.write_text(json.dumps(learnt, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
