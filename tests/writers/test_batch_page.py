"""The page of a batch: harmless, alone, the same each time, whole."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as markup

from tailor.resources import models
from tailor.writers import batch_html, batch_page_lacks
from tailor.writers.batch_view import job, twin_groups
from tests.writers.batch_making import BARE, CLOSING, HARMFUL, LINK, NOTHING, PLAIN, TWIN, batch, ranked
from tests.writers.page_making import ATTRIBUTE, SCRIPT, must_hold_no_element_of_a_document


@cache
def text():
    return batch_html(batch())


@cache
def tree():
    return markup.document_fromstring(text())


def test_no_document_can_add_an_element_or_an_attribute():
    must_hold_no_element_of_a_document(text())


def test_what_would_do_harm_shows_as_text():
    (row,) = tree().xpath("//table[@id='jobs']//tr[.//a[@href='#j1']]")
    (section,) = tree().xpath("//details[@id='j1']")
    (failure,) = tree().xpath("//section[@id='failures']//tbody/tr")

    assert f"{CLOSING}{SCRIPT} PM" in row.text_content()
    assert ATTRIBUTE in row.text_content()
    for words in (f"{LINK} {SCRIPT}", f'p1"{SCRIPT}.txt', f"why {SCRIPT}", f"Have you used {SCRIPT}?"):
        assert words in section.text_content()
    assert SCRIPT in failure.text_content()
    assert ATTRIBUTE in failure.text_content()


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60), st.sampled_from(["title", "company", "location", "file"]))
def test_whatever_a_posting_says_adds_no_element(words, field):
    assert kinds(field, words) == kinds(field, "words")


def kinds(field, words):
    """The elements and attributes of a page without charts on which a posting says `words`."""
    page = batch_html(batch(ranked(1, 50.0, **{field: words}), market=NOTHING, scores=()))
    found = markup.document_fromstring(page).iter()
    return [(element.tag, sorted(element.attrib)) for element in found]


def test_nothing_is_fetched_and_every_link_leads_somewhere():
    names = tree().xpath("//@id")
    links = [link.get("href") for link in tree().iter("a")]

    assert len(names) == len(set(names))
    assert len(links) > 8
    assert {link[1:] for link in links} - set(names) == set()
    assert not list(tree().iter("link", "img", "iframe", "object", "base"))
    assert not re.search(r"xlink:href=\"[^#]|href=\"[^#]", text())
    for name in ("batch.css", "batch.js"):
        assert not re.search(r"url\(|@import|https?:|fetch\(|import\(", (models() / "html" / name).read_text("utf-8"))


def test_the_policy_allows_the_style_and_script_of_the_page_and_nothing_else():
    (policy,) = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert allowed["default-src"] == "'none'"
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", text(), re.DOTALL)[1]
        assert allowed[f"{tag}-src"] == f"'sha256-{b64encode(sha256(inside.encode('utf-8')).digest()).decode()}'"


def test_every_posting_has_a_row_and_a_section():
    rows = tree().xpath("//table[@id='jobs']/tbody/tr")
    assert [row.xpath(".//a/@href") for row in rows] == [[f"#j{n}"] for n in (1, 2, 3, 4)]
    assert [bool(row.xpath("@data-twin")) or "data-twin" in row.attrib for row in rows] == [False, False, True, False]
    assert tree().xpath("//details[starts-with(@id, 'j')]/@id") == ["j1", "j2", "j3", "j4"]


def test_a_section_says_what_the_score_rests_on():
    (section,) = tree().xpath("//details[@id='j2']")
    said = section.text_content()
    for words in ("must-haves", "27.5 of 50.0", "1 of 3", "-1.5", "capped", "Figma", "Have you worked with Tableau?"):
        assert words in said
    assert "+2.1" in said


def test_what_a_posting_does_not_tell_is_left_blank():
    shown = job(BARE)
    assert (shown.name, shown.mode, shown.pay, shown.middle, shown.years) == ("p4.txt", "", "", None, None)
    assert (shown.musts, shown.share) == ("", None)
    (row,) = tree().xpath("//table[@id='jobs']//tr[.//a[@href='#j4']]")
    assert row.xpath(".//@data-v") == []


def test_must_haves_covered_in_part_count_half_where_one_sorts():
    shown = job(ranked(1, 50.0, covered=("SQL",), partly=("pricing",), missing=("Tableau", "Figma")))
    assert (shown.musts, shown.share) == ("1 of 4", 0.375)


def test_near_duplicates_stand_together():
    assert twin_groups([job(each) for each in (HARMFUL, PLAIN, TWIN)]) == [(HARMFUL, [TWIN])]
    assert twin_groups([job(TWIN)]) == []
    (section,) = tree().xpath("//section[@id='twins']")
    assert section.xpath(".//a/@href") == ["#j1", "#j3"]


def test_a_batch_in_which_all_failed_has_a_page():
    page = batch_html(batch(ranked=(), skipped=(), market=NOTHING, compared=0, scores=()))
    sections = markup.document_fromstring(page).xpath("//section/@id")
    assert sections == ["postings", "failures"]


def test_the_page_holds_so_many_and_says_that_there_are_more(monkeypatch):
    monkeypatch.setattr("tailor.writers.batch_view.limit", lambda name: 2)
    page = batch_html(batch())
    assert "The first 2 of 4; table.csv holds all." in page
    assert page.count('class="job"') == 2


def test_the_same_batch_gives_the_same_bytes_whatever_the_hash_seed():
    code = (
        "import hashlib; from tests.writers.batch_making import batch; from tailor.writers import batch_html;"
        "print(hashlib.sha256(batch_html(batch()).encode()).hexdigest())"
    )
    seeded = {**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=seeded)

    assert done.stdout.strip() == sha256(text().encode()).hexdigest()
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("absent", "said"), [(["jinja2"], "Jinja2."), (["jinja2", "matplotlib"], "Jinja2 and Matplotlib."), ([], "")]
)
def test_what_is_missing_is_said(monkeypatch, absent, said):
    for name in absent:
        monkeypatch.setitem(sys.modules, name, None)
    told = batch_page_lacks()
    assert told == (f"a page of a batch needs {said} Install it with: pip install 'tailor-pm[html]'" if said else "")


def test_pairs_of_gaps_kinds_of_postings_and_what_was_set_aside_are_told():
    page = " ".join(" ".join(tree().itertext()).split())

    assert f"Tableau {SCRIPT} and SQL 1 +3.4 2" in page
    assert f"pricing {SCRIPT} 75%, billing 50% 2 1 51.0 p1{SCRIPT}.txt" in page
    assert f"old cv {SCRIPT}.docx is a resume, not a posting" in page


def test_what_was_set_aside_is_counted_above_and_has_a_link():
    header = " ".join(tree().xpath("//header")[0].text_content().split())
    assert f"{len(batch().skipped)} set aside" in header
    assert "#aside" in tree().xpath("//nav//a/@href")

    assert "set aside" not in batch_html(batch(skipped=()))
