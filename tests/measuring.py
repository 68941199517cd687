"""Figures of extraction against hand-labelled documents.

overlap, exact : micro F1 of spans, matched one to one; "overlap" takes any shared character.
names : micro F1 of the sets of canonical names per document.
need, required : accuracy of need on overlapping pairs, three-way, and required against preferred.
boilerplate : F1 of characters. level, years, degree, salary, mode : accuracy of facts.
"""

from collections import Counter


def f1(hits, predicted, labelled):
    """F1 of `hits` among `predicted` and `labelled` things; 0 where there is nothing."""
    return 2 * hits / (predicted + labelled) if predicted + labelled else 0.0


def overlapping(labels, mentions):
    """Pairs that share a character, one to one, in reading order."""
    pairs, used = [], set()
    for label in labels:
        for at, mention in enumerate(mentions):
            if at not in used and mention.start < label["end"] and label["start"] < mention.end:
                used.add(at)
                pairs.append((label, mention))
                break
    return pairs


def spans(gold, reading):
    """Counts of exact and overlapping spans and of names."""
    mentions = [mention for mention in reading.mentions if not mention.negated]
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


def span_figures(count):
    """The F1 figures of counted spans and names."""
    return {
        "exact": f1(count["exact"], count["predicted"], count["labelled"]),
        "overlap": f1(count["overlap"], count["predicted"], count["labelled"]),
        "names": f1(count["names"], count["names_predicted"], count["names_labelled"]),
    }


def measure_resumes(pairs):
    """Figures over (gold, reading) pairs of resumes."""
    count = Counter()
    for gold, reading in pairs:
        assert reading.posting is None, f"{gold['file']} was read as a posting"
        count += spans(gold, reading)
    return span_figures(count)


def measure_postings(pairs):
    """Figures over (gold, reading) pairs of postings."""
    count = Counter()
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


def needs(gold, reading):
    """Counts of needs that are right."""
    count = Counter()
    for label, mention in overlapping(gold["skills"], [m for m in reading.mentions if not m.negated]):
        count["need"] += label["requirement"] == mention.need
        if label["requirement"] != "responsibility" and mention.need != "responsibility":
            count["required_of"] += 1
            count["required"] += label["requirement"] == mention.need
    return count


def boilerplate(gold, reading):
    """Counts of boilerplate characters."""
    passages = [p for p in reading.posting.passages if p.boilerplate not in (None, "top")]
    predicted = {at for p in passages for at in range(p.start, p.end)}
    labelled = {at for part in gold["boilerplate"] for at in range(part["start"], part["end"])}
    return Counter(boiler=len(predicted & labelled), boiler_predicted=len(predicted), boiler_labelled=len(labelled))


def facts(gold, reading):
    """Counts of facts that are right."""
    wanted, posting = gold["facts"], reading.posting
    pay = posting.salary and {"min": posting.salary.minimum, "max": posting.salary.maximum}
    asked = wanted["salary"] and {"min": wanted["salary"]["min"], "max": wanted["salary"]["max"]}
    degrees = [{(d["level"], d["status"]) for d in wanted["degree"]}, {(d.level, d.status) for d in posting.degrees}]
    right = {
        "level": posting.level == wanted["level"],
        "years": posting.years == wanted["years_min"],
        "degree": degrees[0] == degrees[1],
        "salary": pay == asked,
        "mode": posting.mode == wanted["mode"],
    }
    return Counter({f"fact {name}": int(value) for name, value in right.items()}, documents=1)
