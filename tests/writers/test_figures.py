"""Figures: they draw what the values say, in words as they stand, and fail clearly without Matplotlib."""

import sys
from dataclasses import replace
from itertools import pairwise

import pytest

import tailor
from tailor.errors import OutputError
from tailor.resources import table
from tailor.types import Batch, Market, Match, Part

matplotlib = pytest.importorskip("matplotlib", reason="Matplotlib, the extra 'plot', is not installed")
matplotlib.use("Agg")


@pytest.fixture(autouse=True)
def closed():
    yield
    from matplotlib import pyplot

    pyplot.close("all")


@pytest.fixture(scope="module")
def match(samples) -> Match:
    return tailor.compare(samples / "resumes" / "apm.txt", samples / "apm-programme-ways-in.md")


@pytest.fixture(scope="module")
def batch(samples, tmp_path_factory) -> Batch:
    postings = [samples / "apm-programme-ways-in.md", samples / "senior-pm-billing.txt"]
    return tailor.batch(samples / "resumes" / "apm.txt", postings, tmp_path_factory.mktemp("out"), jobs=0)


def labels(ax) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def told(ax) -> list[str]:
    return labels(ax.child_axes[0])


def bars(ax, colour) -> list[tuple[float, float]]:
    """Where the bars of a colour begin and end."""
    tint = matplotlib.colors.to_rgba(table("show.toml")["colours"][colour])
    found = [bar for bar in ax.patches if bar.get_facecolor() == tint]
    return [(round(bar.get_x(), 1), round(bar.get_x() + bar.get_width(), 1)) for bar in found]


def test_the_waterfall_goes_from_nothing_to_the_score(match):
    parts = (Part("must-haves", 30.0, 50.0, ""), Part("level", 20.0, 50.0, ""), Part("cap", -5.0, 0.0, ""))
    ax = replace(match, parts=parts, score=45.0).plot()

    assert labels(ax) == ["must-haves", "level", "cap", "score"]
    assert told(ax) == ["30.0 of 50.0", "20.0 of 50.0", "−5.0", "45.0 of 100"]
    assert bars(ax, "reached") == [(0.0, 30.0), (30.0, 50.0)]
    assert bars(ax, "cap") == [(45.0, 50.0)]
    assert bars(ax, "sum") == [(0.0, 45.0)]
    assert "45.0" in ax.get_title(loc="left")


def test_competencies_are_shares_in_percent(match):
    nothing = replace(match.profile[0], asked=0, share=0.0)
    ax = replace(match, profile=(nothing, *match.profile[1:])).plot("competencies")

    assert labels(ax) == [one.competency for one in match.profile]
    assert told(ax)[0] == "not asked"
    assert bars(ax, "reached")[1] == (0.0, pytest.approx(100 * match.profile[1].share, abs=0.051))
    assert "%" in ax.get_xlabel()


def test_a_batch_plots_its_scores_and_its_market(batch):
    ax = batch.plot()
    assert told(ax) == [f"{one.score:.1f}" for one in batch.ranked]
    assert f"{batch.market.threshold:g}" in ax.get_xlabel()

    asked = batch.plot("asked")
    assert labels(asked) == [one.skill for one in batch.market.asked[:15]]
    assert told(asked)[0] == f"shown in {batch.market.asked[0].shown} of {batch.market.asked[0].postings}"
    assert labels(batch.market.plot()) == labels(asked)
    assert labels(batch.plot("gaps")) == [one.skill for one in batch.market.openings[:15]]
    assert len(labels(batch.market.plot("competencies"))) == 6


def test_a_market_without_postings_says_that_there_is_nothing_to_show():
    empty = Market(0, 60.0, 0, (), (), (), (), {}, {})
    for kind in ("asked", "gaps", "competencies"):
        assert [text.get_text() for text in empty.plot(kind).texts] == ["nothing to show"]


def test_labels_are_texts_and_fit(match, batch, tmp_path):
    title = r"Earn $\frac{$ <b> " + "W" * 200
    ax = replace(match, posting=replace(match.posting, title=f"{title}\n\u202e")).plot()
    first = replace(batch.ranked[0], title=r"$\frac{$", company="")
    scores = replace(batch, ranked=(first,)).plot()
    for axes in (ax, scores):
        axes.figure.savefig(tmp_path / "figure.png")  # "$...$" read as a formula would fail here

    shown = ax.get_title(loc="left").splitlines()[1]
    assert shown.startswith(r"Earn $\frac{$ <b> ")
    assert len(shown) <= 60
    assert labels(scores) == [r"$\frac{$"]


@pytest.mark.parametrize("kind", ["score", "competencies"])
def test_nothing_overlaps_or_runs_out_of_the_figure(match, kind):
    ax = match.plot(kind)
    ax.figure.draw_without_rendering()
    whole = ax.figure.bbox
    for one in (ax, ax.child_axes[0]):
        boxes = [label.get_window_extent() for label in one.get_yticklabels()]
        assert all(whole.x0 <= box.x0 and box.x1 <= whole.x1 for box in boxes)
        assert all(upper.y0 >= lower.y1 - 1 for upper, lower in pairwise(boxes))


def test_it_draws_where_it_is_told_to(match):
    from matplotlib import pyplot

    _, axes = pyplot.subplots(ncols=2)
    assert match.plot("competencies", axes[1]) is axes[1]
    assert not axes[0].has_data()


def test_an_unknown_figure_is_named_with_those_there_are(match):
    with pytest.raises(ValueError, match=r"no figure 'pie' of a Match; there are: score, competencies"):
        match.plot("pie")


@pytest.mark.parametrize(
    ("library", "call", "extra"),
    [
        pytest.param("matplotlib", lambda match: match.plot(), "plot", id="plot"),
        pytest.param("pandas", lambda match: match.to_frame(), "notebook", id="frame"),
    ],
)
def test_a_missing_library_is_one_line_that_says_what_to_install(match, monkeypatch, library, call, extra):
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(OutputError, match=rf"pip install 'tailor-pm\[{extra}\]'") as raised:
        call(match)
    assert "\n" not in str(raised.value)
