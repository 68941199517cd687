"""Figures of extraction against hand-labelled documents.

overlap, exact : micro F1 of spans, matched one to one; "overlap" takes any shared character.
names : micro F1 of the sets of canonical names per document.
need, required : accuracy of need on overlapping pairs, three-way, and required against preferred.
boilerplate : F1 of characters. level, years, degree, salary, mode : accuracy of facts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tailor.extractors.pipeline import load, words_and_skills
from tailor.extractors.telling import shown_in, taught
from tailor.types import Mention, Reading

Label = dict[str, Any]
Labels = Iterable[Label]
Pair = tuple[dict[str, Any], Reading]


def f1(hits: int, predicted: int, labelled: int) -> float:
    """F1 of `hits` among `predicted` and `labelled` things; 0 where there is nothing."""
    return 2 * hits / (predicted + labelled) if predicted + labelled else 0.0


def overlapping(labels: Labels, mentions: Iterable[Mention]) -> list[tuple[Label, Mention]]:
    """Pairs that share a character, one to one, in reading order."""
    pairs, free = [], list(mentions)
    for label in labels:
        met = next((m for m in free if m.start < label["end"] and label["start"] < m.end), None)
        if met:
            free.remove(met)
            pairs.append((label, met))
    return pairs


def asked(reading: Reading) -> list[Mention]:
    """The mentions of `reading` that count: all but the negated."""
    return [mention for mention in reading.mentions if not mention.negated]


def breakdown(pairs: Sequence[Pair], field: str) -> dict[str, tuple[float, int]]:
    """Share of labels met and number of labels, by `field`: "type", "competency" or "requirement"."""
    met = Counter(str(label[field]) for gold, read in pairs for label, _ in overlapping(gold["skills"], asked(read)))
    seen = Counter(str(label[field]) for gold, _ in pairs for label in gold["skills"])
    return {name: (met[name] / count, count) for name, count in seen.most_common()}


def misses(pairs: Sequence[Pair]) -> Counter[str]:
    """Labels that no mention meets, by wording."""
    found: Counter[str] = Counter()
    for gold, read in pairs:
        met = [label["start"] for label, _ in overlapping(gold["skills"], asked(read))]
        text = read.source.text
        found.update(text[g["start"] : g["end"]].lower() for g in gold["skills"] if g["start"] not in met)
    return found


def false_alarms(pairs: Sequence[Pair]) -> Counter[str]:
    """Mentions that meet no label, by wording."""
    found: Counter[str] = Counter()
    for gold, read in pairs:
        met = {id(mention) for _, mention in overlapping(gold["skills"], asked(read))}
        found.update(mention.text.lower() for mention in asked(read) if id(mention) not in met)
    return found


def spans(gold: Label, reading: Reading) -> Counter[str]:
    """Counts of exact and overlapping spans and of names."""
    mentions = asked(reading)
    labels = gold["skills"]
    exact = {(label["start"], label["end"]) for label in labels} & {(m.start, m.end) for m in mentions}
    names = {label["canonical"] for label in labels}, {reading.skills[m.skill].name for m in mentions}
    return Counter(
        exact=len(exact),
        overlap=len(overlapping(labels, mentions)),
        predicted=len(mentions),
        labelled=len(labels),
        names=len(names[0] & names[1]),
        names_predicted=len(names[1]),
        names_labelled=len(names[0]),
    )


def span_figures(count: Counter[str]) -> dict[str, float]:
    """The F1 figures of counted spans and names."""
    return {
        "exact": f1(count["exact"], count["predicted"], count["labelled"]),
        "overlap": f1(count["overlap"], count["predicted"], count["labelled"]),
        "names": f1(count["names"], count["names_predicted"], count["names_labelled"]),
    }


def measure_resumes(pairs: Iterable[Pair]) -> dict[str, float]:
    """Figures over (gold, reading) pairs of resumes."""
    count: Counter[str] = Counter()
    for gold, reading in pairs:
        assert reading.posting is None, f"{gold['file']} was read as a posting"
        count += spans(gold, reading)
    return span_figures(count)


def measure_postings(pairs: Iterable[Pair]) -> dict[str, float]:
    """Figures over (gold, reading) pairs of postings."""
    count: Counter[str] = Counter()
    for gold, reading in pairs:
        assert reading.posting is not None, "a posting was not read as one"
        count += spans(gold, reading) + needs(gold, reading) + boilerplate(gold, reading) + facts(gold, reading)
    shares = {
        "need": count["need"] / count["overlap"],
        "required": count["required"] / count["required_of"],
        "boilerplate": f1(count["boiler"], count["boiler_predicted"], count["boiler_labelled"]),
    }
    return (
        span_figures(count)
        | shares
        | {name: count[f"fact {name}"] / count["documents"] for name in ("level", "years", "degree", "salary", "mode")}
    )


def needs(gold: Label, reading: Reading) -> Counter[str]:
    """Counts of needs that are right."""
    count: Counter[str] = Counter()
    for label, mention in overlapping(gold["skills"], asked(reading)):
        count["need"] += label["requirement"] == mention.need
        if label["requirement"] != "responsibility" and mention.need != "responsibility":
            count["required_of"] += 1
            count["required"] += label["requirement"] == mention.need
    return count


def boilerplate(gold: Label, reading: Reading) -> Counter[str]:
    """Counts of boilerplate characters."""
    assert reading.posting is not None
    passages = [p for p in reading.posting.passages if p.boilerplate not in (None, "top")]
    predicted = {at for p in passages for at in range(p.start, p.end)}
    labelled = {at for part in gold["boilerplate"] for at in range(part["start"], part["end"])}
    return Counter(boiler=len(predicted & labelled), boiler_predicted=len(predicted), boiler_labelled=len(labelled))


def facts(gold: Label, reading: Reading) -> Counter[str]:
    """Counts of facts that are right."""
    wanted, posting = gold["facts"], reading.posting
    assert posting is not None
    pay = posting.salary and {"min": posting.salary.minimum, "max": posting.salary.maximum}
    due = wanted["salary"] and {"min": wanted["salary"]["min"], "max": wanted["salary"]["max"]}
    degrees = [{(d["level"], d["status"]) for d in wanted["degree"]}, {(d.level, d.status) for d in posting.degrees}]
    right = {
        "level": posting.level == wanted["level"],
        "years": posting.years == wanted["years_min"],
        "degree": degrees[0] == degrees[1],
        "salary": pay == due,
        "mode": posting.mode == wanted["mode"],
    }
    return Counter({f"fact {name}": int(value) for name, value in right.items()}, documents=1)


def measure_evidence(folder: Path) -> dict[str, float]:
    """Figures of what lines show without naming it, on the part of the evidence corpus nobody learnt from.

    lines : average precision over all lines and concepts pooled; a skill shown only in part is left out.
    found, precision : over whole resumes, of the concepts that some line shows or is said to show, each once.
    """
    from sklearn.metrics import average_precision_score

    truth, score, wholes = [], [], Counter[str]()
    for path in sorted(folder.glob("*.jsonl")):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for record in records:
            sure = scored(record["line"])
            judged = [key for key in sure if key not in record.get("hints", ())]
            truth += [key in record.get("shows", ()) for key in judged]
            score += [sure[key] for key in judged]
        if path.stem.startswith("resumes"):
            wholes += resumes_found(records)
    return {
        "lines": float(average_precision_score(truth, score)),
        "found": wholes["hits"] / wholes["shown"],
        "precision": wholes["hits"] / wholes["said"],
    }


def resumes_found(records: Sequence[dict[str, Any]]) -> Counter[str]:
    """Counts over whole resumes: concepts shown, said to be shown, and both; those shown in part count as right."""
    counts: Counter[str] = Counter()
    for topic in dict.fromkeys(record["topic"] for record in records):
        lines = [record for record in records if record["topic"] == topic]
        shown = {key for record in lines for key in record.get("shows", ())} & taught()
        part = {key for record in lines for key in record.get("hints", ())}
        said = {key for record in lines for key, _ in shown_in(record["line"])}
        counts += Counter(hits=len(said & (shown | part)), said=len(said), shown=len(shown | (said & part)))
    return counts


def scored(line: str) -> dict[str, float]:
    """The score of a line for every concept that is taught."""
    from tailor.extractors.paraphrase import model

    with load().memory_zone():
        words, skills = words_and_skills(line)
    return dict(zip(model().weights.concepts, model().scores(words, skills).tolist(), strict=True))
