"""The charts of a batch, each with what it shows in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tailor.resources import table
from tailor.types import Batch, Market, Need
from tailor.writers.charts import PALETTE, as_svg, drawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STACK: tuple[tuple[Need, str, str], ...] = (
    ("required", "must-have", "bar"),
    ("preferred", "nice-to-have", "second"),
    ("responsibility", "duty", "third"),
)
ROOM = 0.26  # inches of height a bar takes
FRAME = 0.75  # and what stands around the bars


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its heading, the SVG, and the same as a table of `columns` and `rows`."""

    name: str
    title: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def charts(batch: Batch) -> list[Chart]:
    """The charts there is something to show in. Raises ImportError without Matplotlib."""
    market = batch.market
    drawn = (
        asked_chart(market),
        opening_chart(market),
        score_chart(batch.scores, market.threshold),
        pay_chart(market),
        kind_chart(market),
    )
    return [chart for chart in drawn if chart]


def limit(name: str) -> int:
    """A limit of the page."""
    return int(table("batch.toml")["page"][name])


def score_chart(scores: Sequence[float], threshold: float) -> Chart | None:
    """How many postings have which score."""
    if not scores:
        return None
    step = limit("bin")
    last = 100 // step - 1
    counts = Counter(min(int(score // step), last) for score in scores)
    bins = range(min(counts), max(counts) + 1)
    within = sum(score >= threshold for score in scores)
    said = (
        f"{within} of {len(scores)} postings score {threshold:g} or more; most are at {most(counts) * step} or above."
    )
    name, title = "scores", "Scores"
    with drawing(2.6, name) as figure:
        axes = figure.subplots()
        colours = [PALETTE["bar" if at * step >= threshold else "third"] for at in bins]
        axes.bar([(at + 0.5) * step for at in bins], [counts[at] for at in bins], width=step * 0.9, color=colours)
        axes.axvline(threshold, color=PALETTE["bad"], linewidth=1.5, linestyle="--")
        axes.set_xlabel(f"score; within reach from {threshold:g} (dashed)")
        axes.set_ylabel("postings")
        whole(axes.yaxis)
        svg = as_svg(figure, name, title, said)
    rows = tuple((f"{at * step} to {(at + 1) * step}", counts[at]) for at in bins)
    return Chart(name, title, svg, ("Score", "Postings"), rows)


def most(counts: Counter[int]) -> int:
    """The most frequent, the lowest of equals."""
    return min(counts, key=lambda at: (-counts[at], at))


def asked_chart(market: Market) -> Chart | None:
    """The skills asked for most, by need, and in how many postings the resume shows them."""
    shown = market.asked[: limit("skills")]
    if not shown:
        return None
    name, title = "asked", "Asked for most, and what of it you show"
    said = "; ".join(f"{a.skill}: {a.postings} of {market.postings} postings, shown in {a.shown}" for a in shown[:5])
    with drawing(height(len(shown)) + 0.5, name) as figure:
        axes = figure.subplots()
        start = [0] * len(shown)
        for need, label, colour in STACK:
            counts = [found.by_need[need] for found in shown]
            axes.barh(range(len(shown)), counts, left=start, color=PALETTE[colour], label=label)
            start = [one + other for one, other in zip(start, counts, strict=True)]
        axes.plot(
            [found.shown for found in shown],
            range(len(shown)),
            linestyle="",
            marker="D",
            markersize=6,
            color=PALETTE["ink"],
            markeredgecolor=PALETTE["line"],
            clip_on=False,
            label="you show it in",
        )
        listing(axes, [found.skill for found in shown])
        axes.set_xlabel("postings")
        whole(axes.xaxis)
        figure.legend(loc="outside upper left", ncols=2)
        svg = as_svg(figure, name, title, f"{said}.")
    columns = ("Skill", "Competency", "Postings", "Must", "Nice", "Duty", "You show it in")
    asked = market.asked[: int(table("batch.toml")["market"]["asked"])]
    rows = tuple((a.skill, a.competency, a.postings, *(a.by_need[n] for n, _, _ in STACK), a.shown) for a in asked)
    return Chart(name, title, svg, columns, rows)


def opening_chart(market: Market) -> Chart | None:
    """The single gaps that lift most postings over the threshold; by their gain where none lifts any."""
    shown = market.openings[: limit("openings")]
    if not shown:
        return None
    lifting = any(found.lifted for found in shown)
    name = "openings"
    title = (
        f"Single gaps that lift most postings over {market.threshold:g}"
        if lifting
        else "Single gaps that cost most over all postings"
    )
    said = "; ".join(f"{o.skill}: lifts {o.lifted}, {o.gain:+.1f} points in {o.asked}" for o in shown[:5])
    with drawing(height(len(shown)), name) as figure:
        axes = figure.subplots()
        lengths = [float(found.lifted) if lifting else found.gain for found in shown]
        bars = axes.barh(range(len(shown)), lengths, color=PALETTE["bar"])
        axes.bar_label(bars, [f"{found.gain:+.1f}" for found in shown], padding=4, color=PALETTE["muted"], fontsize=10)
        axes.margins(x=0.35)
        listing(axes, [found.skill for found in shown])
        axes.set_xlabel("postings lifted; mean gain beside" if lifting else "mean gain in points")
        if lifting:
            whole(axes.xaxis)
        svg = as_svg(figure, name, title, f"{said}.")
    rows = tuple((o.skill, o.lifted, f"{o.gain:+.1f}", o.asked) for o in market.openings[: limit("openings")])
    return Chart(name, title, svg, ("If you showed", "Lifted", "Mean gain", "Asked in"), rows)


def pay_chart(market: Market) -> Chart | None:
    """The quartiles of pay, a currency a row of its own scale."""
    shown = sorted(market.salaries, key=lambda s: (-s.postings, s.currency))[: limit("currencies")]
    if not shown:
        return None
    name, title = "pay", "Pay a year"
    said = "; ".join(
        f"{s.currency}: middle {s.middle:,.0f}, half of {s.postings} postings between {s.low:,.0f} and {s.high:,.0f}"
        for s in shown
    )
    with drawing(0.5 + 0.65 * len(shown), name) as figure:
        for axes, pay in zip(figure.subplots(len(shown), squeeze=False)[:, 0], shown, strict=True):
            axes.use_sticky_edges = False  # else the bar would begin at the edge, as if at nothing
            axes.barh([0], [pay.high - pay.low], left=[pay.low], height=0.4, color=PALETTE["bar"])
            axes.plot([pay.middle], [0], marker="D", markersize=7, color=PALETTE["ink"])
            axes.margins(x=0.15)
            axes.set_ylim(-0.5, 0.5)
            axes.set_yticks([0], [f"{pay.currency} ({pay.postings})"])
            axes.xaxis.set_major_locator(located(4))
            axes.xaxis.set_major_formatter(lambda value, _: f"{value / 1000:,.0f}k")
        axes.set_xlabel("middle half of the postings, their middle marked")
        svg = as_svg(figure, name, title, f"{said}.")
    rows = tuple((s.currency, s.postings, *(f"{v:,.0f}" for v in (s.low, s.middle, s.high))) for s in shown)
    return Chart(name, title, svg, ("Currency", "Postings", "Lower quartile", "Middle", "Upper quartile"), rows)


def kind_chart(market: Market) -> Chart | None:
    """How many postings are of which level and mode of work."""
    if not market.postings:
        return None
    name, title = "kinds", "Level and place of work"
    said = f"Levels: {counted(market.levels)}. Modes: {counted(market.modes)}."
    sizes = [len(market.levels), len(market.modes)]
    with drawing(height(sum(sizes)) + 0.3, name) as figure:
        for axes, counts in zip(
            figure.subplots(2, height_ratios=sizes, sharex=True), (market.levels, market.modes), strict=True
        ):
            axes.barh(range(len(counts)), list(counts.values()), color=PALETTE["bar"])
            listing(axes, list(counts))
            whole(axes.xaxis)
        axes.set_xlabel("postings")
        svg = as_svg(figure, name, title, said)
    rows = tuple(
        (kind, value, number)
        for kind, counts in (("level", market.levels), ("place", market.modes))
        for value, number in counts.items()
    )
    return Chart(name, title, svg, ("Of", "Value", "Postings"), rows)


def counted(counts: Mapping[str, int]) -> str:
    """`counts` in words."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def height(bars: int) -> float:
    """Inches of a chart of so many bars."""
    return FRAME + ROOM * bars


def listing(axes: Axes, names: Sequence[str]) -> None:
    """Name the bars, the first on top."""
    axes.set_yticks(range(len(names)), list(names))
    axes.invert_yaxis()


def whole(axis: Any) -> None:
    """Have whole numbers on an axis: there are no halves of postings."""
    axis.set_major_locator(located(6))


def located(ticks: int) -> Any:
    """A rule that sets at most so many ticks, at whole numbers."""
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=ticks, integer=True)
