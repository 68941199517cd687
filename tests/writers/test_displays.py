"""Cards: what values show in a notebook is whole, escaped, short as text, and the same every time."""

from dataclasses import replace

import lxml.html
import pytest

import tailor
from tailor import pipeline
from tailor.types import Batch, Checkup, Draft, Failed, Interview, Letter, Market, Match, Posting, Resume, Skill
from tailor.writers.cards import Card, Grid, card_of, cell
from tailor.writers.displays import html
from tailor.writers.html_score import waterfall

HOSTILE = "<script>alert(1)</script>&amp; \u202egnp.\x00"


@pytest.fixture(scope="module")
def match(samples) -> Match:
    return tailor.compare(samples / "resumes" / "apm.txt", samples / "apm-programme-ways-in.md")


def page(value):
    return lxml.html.fromstring(value._repr_html_())


def test_a_match_shows_score_parts_requirements_and_competencies(match):
    card = page(match)
    text = card.text_content()

    assert card.find_class("big")[0].text == f"{match.score:.1f}"
    assert "an estimate" in text
    assert [stair.points in text for stair in waterfall(match)] == [True] * (len(match.parts) + 1)
    assert len(card.find_class("tag")) == len(match.coverages)
    assert [one.competency in text for one in match.profile] == [True] * 6
    assert match.coverages[0].proofs[0].text[:30] in text


def test_the_bars_of_a_match_are_as_long_as_its_points(match):
    bars = [bar.get("style") for bar in page(match).find_class("full")][: len(match.parts) + 1]

    assert bars[0] == f"left:0.0%;width:{match.parts[0].points:.1f}%"
    assert bars[-1] == f"left:0.0%;width:{match.score:.1f}%"


def test_no_card_loads_or_runs_anything(match, samples):
    reading = next(iter(tailor.extract([samples / "senior-pm-payments-uk.txt"])))
    for value in (
        match,
        match.resume,
        match.posting,
        reading,
        tailor.skills("roadmap")[0],
        tailor.check(samples / "resumes" / "apm.txt"),
    ):
        card = page(value)
        assert card.xpath("//script | //img | //link | //iframe | //@onclick | //@href | //@src") == []
        assert "url(" not in card.xpath("string(//style)")


def test_what_a_document_says_is_shown_as_text(match):
    posting = replace(match.posting, title=HOSTILE, company=HOSTILE)
    person = replace(match.resume, contact=replace(match.resume.contact, name=HOSTILE))
    first = match.coverages[0]
    proof = replace(first.proofs[0], text=HOSTILE, words=HOSTILE)
    hostile = replace(match, posting=posting, resume=person, coverages=(replace(first, proofs=(proof,)),))

    for value in (hostile, posting, person):
        shown = value._repr_html_()
        assert "<script" not in shown
        assert "<script>alert(1)</script>&amp;" in lxml.html.fromstring(shown).text_content()
        assert not {"\u202e", "\x00"} & set(shown + value._repr_mimebundle_()["text/plain"])


def test_the_text_beside_the_card_is_short_and_says_the_score(match):
    text = match._repr_mimebundle_()["text/plain"]

    assert f"{match.score:.1f} of 100" in text
    assert len(text.splitlines()) < 40
    assert len(text) < len(repr(match)) / 20


def test_a_card_is_the_same_every_time(match, samples):
    again = tailor.compare(samples / "resumes" / "apm.txt", samples / "apm-programme-ways-in.md")
    assert match._repr_mimebundle_() == again._repr_mimebundle_()


def test_no_card_names_a_folder(match, samples):
    for value in (match, match.resume, match.posting):
        assert str(samples) not in "".join(value._repr_mimebundle_().values())


def test_long_tables_are_folded_and_counted(match):
    rows = [(number, "word") for number in range(250)]
    card = lxml.html.fromstring(html(Card("Long", blocks=(Grid("Rows", ("Number", "Word"), rows),))))

    assert len(card.xpath("./table//tr")) == 1 + 10
    assert len(card.xpath("./details//tr")) == 1 + 190
    assert card.xpath("string(./details/summary)") == "190 more rows, and 50 that only the frame has"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(None, "", id="none"),
        pytest.param([1, 2], "1, 2", id="list"),
        pytest.param(2.5, 2.5, id="number"),
    ],
)
def test_cells(item, expected):
    assert cell(item) == expected


def test_a_long_text_is_cut_at_a_blank():
    text = str(cell("word " * 100))
    assert text.endswith("word…")
    assert 295 <= len(text) <= 310


def test_every_value_that_shows_itself_has_a_card(match, samples):
    resume, posting = match.resume.source.path, match.posting.source.path
    values = [
        match.posting,
        match.resume,
        tailor.check(resume),
        tailor.draft(resume, posting),
        tailor.interview(resume, posting),
        tailor.letter(resume, posting),
        tailor.skills("sql")[0],
    ]

    assert [type(value) for value in values] == [Posting, Resume, Checkup, Draft, Interview, Letter, Skill]
    assert [bool(card_of(value).title and page(value).text_content()) for value in values] == [True] * len(values)


def test_a_batch_shows_ranking_market_and_failures(samples, tmp_path):
    postings = [samples / "apm-programme-ways-in.md", samples / "senior-pm-billing.txt"]
    found = tailor.batch(samples / "resumes" / "apm.txt", postings, tmp_path, jobs=0)
    failed = replace(found, failures=(Failed("x.txt", HOSTILE, "Look."),))

    text = page(failed).text_content()

    assert isinstance(found, Batch)
    assert isinstance(found.market, Market)
    assert [one.title in text for one in found.ranked] == [True, True]
    assert "2 postings compared, 1 could not be" in text
    assert found.market.asked[0].skill in page(found.market).text_content()
    assert str(tmp_path) not in "".join(failed._repr_mimebundle_().values())


def test_what_has_no_card_is_a_type_error():
    with pytest.raises(TypeError, match="no card"):
        card_of(pipeline)
