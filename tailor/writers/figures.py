"""Figures of a match and of a batch by Matplotlib, the extra "plot": bars with their figures written beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tailor.errors import OutputError
from tailor.resources import table
from tailor.types import Batch, Market, Match
from tailor.writers.html import seen
from tailor.writers.html_score import waterfall
from tailor.writers.layout import around

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Draw = Callable[["Axes"], None]
FULL = 100


def figure(value: Any, kind: str = "", ax: Axes | None = None) -> Axes:
    """Draw `value` in `ax`, or in new axes. Raises ValueError for an unknown `kind`, OutputError without Matplotlib."""
    kinds = kinds_of(value)
    chosen = kind or next(iter(kinds))
    if chosen not in kinds:
        raise ValueError(f"no figure {kind!r} of a {type(value).__name__}; there are: {', '.join(kinds)}")
    rows, draw = kinds[chosen]
    axes = ax or new_axes(rows)
    draw(axes)
    return axes


def kinds_of(value: Any) -> Mapping[str, tuple[int, Draw]]:
    """The figures there are of `value`, each with how many rows it has and what draws it. The first is the default."""
    if isinstance(value, Match):
        return {
            "score": (len(value.parts) + 1, partial(draw_score, value)),
            "competencies": (len(value.profile), partial(draw_match_profile, value)),
        }
    if isinstance(value, Market):
        most = int(table("show.toml")["figure"]["rows"])
        return {
            "asked": (min(len(value.asked), most), partial(draw_asked, value, most)),
            "gaps": (min(len(value.openings), most), partial(draw_gaps, value, most)),
            "competencies": (len(value.competencies), partial(draw_market_profile, value)),
        }
    if isinstance(value, Batch):
        most = min(len(value.ranked), int(table("show.toml")["figure"]["rows"]))
        return {"scores": (most, partial(draw_scores, value, most)), **kinds_of(value.market)}
    raise TypeError(f"there is no figure of a {type(value).__name__}")


def new_axes(rows: int) -> Axes:
    """Axes as high as `rows` rows need. Raises OutputError without Matplotlib."""
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise OutputError("plot", "needs Matplotlib", "Install it with: pip install 'tailor-pm[plot]'") from error
    size = table("show.toml")["figure"]
    _, axes = pyplot.subplots(
        figsize=(size["inches"], size["around"] + size["row"] * max(rows, 1)), layout="constrained"
    )
    return axes


def draw_score(match: Match, ax: Axes) -> None:
    """The parts, each beginning where the one before it ended, what each could bring, and the sum."""
    ink, steps = colours(), waterfall(match)
    for at, step in enumerate(steps):
        if step.kind == "part":
            ax.barh(at, step.room, left=step.start, color=ink["room"], height=0.62)
        hatch = "///" if step.kind == "cap" else None
        tint = {"part": "reached"}.get(step.kind, step.kind)
        ax.barh(at, step.width, left=step.start, color=ink[tint], height=0.62, hatch=hatch, edgecolor="white")
    for at, (step, after) in enumerate(pairwise(steps)):
        end = step.start if step.kind == "cap" else step.start + step.width
        if after.kind != "sum":
            ax.plot([end, end], [at + 0.31, at + 0.69], color=ink["line"], linewidth=0.8)
    finish(ax, [step.name for step in steps], [step.points for step in steps], full=FULL)
    ax.set_title(f"How the score of {match.score:.1f} comes about\n{label(match.posting.title)}", **TITLE)
    ax.set_xlabel("points reached (dark) of those a part can bring (light), of 100 in all")


def draw_match_profile(match: Match, ax: Axes) -> None:
    """The share shown of what is asked, by competency."""
    draw_profile([(one.competency, one.asked, one.share) for one in match.profile], ax)
    ax.set_title(f"Competencies asked and shown\n{label(match.posting.title)}", **TITLE)


def draw_market_profile(market: Market, ax: Axes) -> None:
    """The share shown of what is asked in all postings, by competency."""
    draw_profile(list(market.competencies), ax)
    ax.set_title(f"Competencies asked and shown in {market.postings} postings", **TITLE)


def draw_profile(shares: list[tuple[str, int, float]], ax: Axes) -> None:
    """Bars of shares; where nothing is asked there is none, and it says so."""
    ink = colours()
    for at, (_, asked, share) in enumerate(shares):
        ax.barh(at, FULL if asked else 0, color=ink["room"], height=0.62)
        ax.barh(at, FULL * share, color=ink["reached"], height=0.62)
    told = [f"{share:.0%} of {asked} asked" if asked else "not asked" for _, asked, share in shares]
    finish(ax, [name for name, _, _ in shares], told, full=FULL)
    ax.set_xlabel("share shown of what is asked (%)")


def draw_scores(batch: Batch, most: int, ax: Axes) -> None:
    """The best postings by score, and the score from which one is within reach."""
    ink, market = colours(), batch.market
    found = [batch.ranked[at] for at in range(most)]
    ax.barh(range(most), [one.score for one in found], color=ink["reached"], height=0.62)
    names = [" · ".join(part for part in (one.title, one.company) if part) or one.file for one in found]
    ax.axvline(market.threshold, color=ink["cap"], linestyle="--", linewidth=1.2)
    finish(ax, names, [f"{one.score:.1f}" for one in found], full=FULL)
    ax.set_title(f"The best {most} of {batch.compared} postings", **TITLE)
    ax.set_xlabel(f"score of 100 (dashed: {market.threshold:g}, within reach)")


def draw_asked(market: Market, most: int, ax: Axes) -> None:
    """The skills most asked for: in how many postings, and in how many of those the resume shows them."""
    ink, found = colours(), market.asked[:most]
    ax.barh(range(len(found)), [one.postings for one in found], color=ink["room"], height=0.62)
    ax.barh(range(len(found)), [one.shown for one in found], color=ink["reached"], height=0.62)
    told = [f"shown in {one.shown} of {one.postings}" for one in found]
    finish(ax, [one.skill for one in found], told, full=max([one.postings for one in found], default=1))
    whole_numbers(ax)
    ax.set_title(f"What {market.postings} postings ask for most", **TITLE)
    ax.set_xlabel("postings that ask for it (light), and of these where the resume shows it (dark)")


def draw_gaps(market: Market, most: int, ax: Axes) -> None:
    """The gaps that open most doors: the mean gain of showing each where it is asked."""
    found = market.openings[:most]
    gains = [one.gain for one in found]
    ax.barh(range(len(found)), gains, color=colours()["reached"], height=0.62)
    told = [f"+{one.gain:.1f} in {one.asked}, lifts {one.lifted}" for one in found]
    finish(ax, [one.skill for one in found], told, full=max([*gains, 1.0]))
    ax.set_title(f"Gaps that open most doors in {market.postings} postings", **TITLE)
    ax.set_xlabel(f"mean gain in points where it is asked (lifts: postings brought to {market.threshold:g} or more)")


TITLE: dict[str, Any] = {"loc": "left", "fontsize": 12, "fontweight": "bold", "pad": 12, "parse_math": False}


def finish(ax: Axes, names: list[str], told: list[str], *, full: float) -> None:
    """Labels at both ends of the rows, the first row on top, and no more lines than are read."""
    if not names:
        ax.text(0.5, 0.5, "nothing to show", ha="center", va="center", transform=ax.transAxes)
    places = range(len(names))
    ax.set_yticks(places, labels=[label(name) for name in names], parse_math=False)
    right = ax.secondary_yaxis("right")
    right.set_yticks(places, labels=[label(text) for text in told], parse_math=False)
    for axis in (ax, right):
        axis.tick_params(axis="y", length=0)
        for side in axis.spines.values():
            side.set_visible(False)
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)
    ax.set_xlim(0, full if full == FULL else full * 1.03)
    ax.xaxis.grid(visible=True, color=colours()["line"], alpha=0.35, linewidth=0.6)
    ax.set_axisbelow(True)


def whole_numbers(ax: Axes) -> None:
    """Ticks at whole numbers only."""
    from matplotlib.ticker import MaxNLocator

    ax.xaxis.set_major_locator(MaxNLocator(integer=True))


def label(text: str) -> str:
    """`text` of a document as a label: one line, no characters that nobody sees, cut at blanks."""
    most = int(table("show.toml")["figure"]["label"])
    whole = " ".join(seen(text).split())
    cut = around(whole, "", width=most)[: most + 12]  # one long word has no blank to be cut at
    return cut if cut == whole else cut.rstrip(" ·,;–…") + "…"


def colours() -> Mapping[str, str]:
    """The colours of `models/show.toml`."""
    found: dict[str, str] = table("show.toml")["colours"]
    return found
