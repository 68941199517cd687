"""The charts of a batch: they show the figures, fit in a page that allows no style, and can be read."""

import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from tailor.resources import models
from tailor.types import Opening
from tailor.writers.batch_charts import charts, opening_chart, score_chart
from tailor.writers.charts import NAMES, PALETTE, as_svg, drawing
from tests.writers.batch_making import NOTHING, batch
from tests.writers.page_making import SCRIPT
from tests.writers.test_html_views import luminance

SVG = "{http://www.w3.org/2000/svg}"


@cache
def made():
    return {chart.name: chart for chart in charts(batch())}


def tree(name):
    return etree.fromstring(made()[name].svg.encode())


def texts(root):
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


NAMES_OF_CHARTS = ["asked", "kinds", "openings", "pay", "scores"]


def test_there_is_a_chart_for_what_there_is_to_show():
    assert sorted(made()) == NAMES_OF_CHARTS
    assert charts(batch(market=NOTHING, scores=())) == []


@pytest.mark.parametrize("name", NAMES_OF_CHARTS)
def test_a_chart_brings_no_style_and_no_colour_of_its_own(name):
    for element in tree(name).iter():
        assert "style" not in element.attrib
        assert {element.get(paint) for paint in ("fill", "stroke")} <= {None, "none"}
    assert tree(name).find(f".//{SVG}style") is None
    assert "f-bar" in made()[name].svg


@pytest.mark.parametrize("name", NAMES_OF_CHARTS)
def test_a_chart_says_what_it_shows(name):
    root = tree(name)
    title, desc = root[0], root[1]

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (title.tag, title.text) == (f"{SVG}title", made()[name].title)
    assert desc.tag == f"{SVG}desc"
    assert len(desc.text) > 15


@pytest.mark.parametrize("name", NAMES_OF_CHARTS)
def test_a_chart_has_its_figures_as_a_table(name):
    chart = made()[name]
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.columns)}


def test_no_two_charts_share_a_name():
    names = [element.get("id") for name in made() for element in tree(name).iter() if element.get("id")]
    assert len(names) == len(set(names))


def test_names_of_skills_stand_as_they_are():
    assert {"SQL", f"Tableau $x$ {SCRIPT}"} <= set(texts(tree("asked")))


def test_a_bar_is_as_long_as_its_number():
    """Two of three postings score below, so with one bin each the bars stand as 1 to 1 to 1; doubled, as 2 to 1."""
    root = etree.fromstring(score_chart([31.0, 32.0, 71.0], 60.0).svg.encode())
    paths = [e for e in root.iter(f"{SVG}path") if e.get("class") in {"f-bar", "f-third"}]
    heights = [bar_height(path.get("d")) for path in paths]

    tall, low = (h for h in heights if h)
    assert tall == pytest.approx(2 * low)
    assert [path.get("class") for path in paths if bar_height(path.get("d"))] == ["f-third", "f-bar"]


def bar_height(path):
    ys = [float(y) for y in re.findall(r"[ML] [\d.]+ ([\d.]+)", path)]
    return max(ys) - min(ys)


def test_a_score_of_a_hundred_is_in_the_last_bar():
    assert score_chart([100.0, 97.0], 60.0).rows == (("95 to 100", 2),)


def test_where_no_gap_lifts_a_posting_the_gain_is_shown():
    shown = opening_chart(replace(batch().market, openings=(Opening("Tableau", 2, 0, 2.1),)))
    assert "mean gain in points" in texts(etree.fromstring(shown.svg.encode()))
    assert shown.title == "Single gaps that cost most over all postings"


def test_the_look_is_the_pages_whatever_the_user_has_set():
    import matplotlib as mpl

    def drawn():
        with drawing(2, "probe") as figure:
            figure.subplots().bar([1], [1], color=PALETTE["bar"])
            return as_svg(figure, "probe", "a", "b")

    usual = drawn()
    with mpl.rc_context({"font.size": 30, "axes.edgecolor": "#ff0000", "svg.fonttype": "path"}):
        assert drawn() == usual
        assert mpl.rcParams["font.size"] == 30


def test_each_colour_is_one_of_the_page_and_has_its_classes():
    styles = [(models() / "html" / name).read_text("utf-8") for name in ("page.css", "batch.css")]
    assert len(NAMES) == len(PALETTE)
    for name, colour in PALETTE.items():
        assert any(f"--{name}: {colour};" in style for style in styles)
        for paint in "fs":
            assert f".{paint}-{name} {{" in styles[1]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["bar", "second", "third", "bad"])
def test_bars_stand_out_from_the_page(name, dark):
    style = "".join((models() / "html" / file).read_text("utf-8") for file in ("page.css", "batch.css"))
    screen = style.replace(style[style.index("@page") : style.index("@media print")], "")
    values = {each: re.findall(rf"--{each}: (#[0-9a-f]{{6}})", screen) for each in (name, "page")}
    low, high = sorted(luminance(values[each][dark]) for each in (name, "page"))
    assert (high + 0.05) / (low + 0.05) >= 3  # WCAG 2, 1.4.11
