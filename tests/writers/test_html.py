"""The page of a match: harmless, alone, the same each time, and readable."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pytest
from lxml import html as markup

from tailor.errors import OutputError
from tailor.resources import models
from tailor.writers import match_html, must_be_page, write_html
from tests.writers.page_making import ATTRIBUTE, SCRIPT, must_hold_no_element_of_a_document, page


@cache
def text():
    return match_html(page())


@cache
def tree():
    return markup.document_fromstring(text())


def test_no_document_can_add_an_element_or_an_attribute():
    must_hold_no_element_of_a_document(text())


@pytest.mark.parametrize("label", ["Posting", "Resume"])
@pytest.mark.parametrize("harm", [SCRIPT, ATTRIBUTE], ids=["script", "attribute"])
def test_what_would_do_harm_shows_as_text(label, harm):
    (pane,) = tree().xpath(f"//*[@aria-label='{label}']")
    assert harm in pane.text_content()


def test_the_whole_of_both_documents_is_shown():
    for label, source in (("Posting", page().match.posting.source), ("Resume", page().match.resume.source)):
        shown = [words.text_content() for words in tree().xpath(f"//*[@aria-label='{label}']//*[@class='words']")]
        assert shown == [line.text.replace("\u202e", "").replace("\u200b", "") for line in source.lines]


def test_nothing_is_fetched():
    assert all(link.get("href").startswith("#") for link in tree().iter("a"))
    assert not list(tree().iter("link", "img", "iframe", "object", "form", "base"))
    for name in ("page.css", "page.js"):
        assert not re.search(r"url\(|@import|https?:|fetch\(|import\(", (models() / "html" / name).read_text("utf-8"))


def test_the_policy_allows_the_style_and_script_of_the_page_and_nothing_else():
    (policy,) = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert allowed["default-src"] == "'none'"
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", text(), re.DOTALL)[1]
        digest = b64encode(sha256(inside.encode("utf-8")).digest()).decode()
        assert allowed[f"{tag}-src"] == f"'sha256-{digest}'"


def test_every_link_leads_somewhere_and_no_two_places_have_one_name():
    names = tree().xpath("//@id")
    targets = {link[1:] for link in tree().xpath("//a/@href")}

    assert len(names) == len(set(names))
    assert len(targets) > 10
    assert targets - set(names) == set()


def test_each_requirement_links_to_its_places():
    for number, coverage in enumerate(page().match.coverages, start=1):
        (card,) = tree().xpath(f"//details[@id='q{number}']")
        links = card.xpath(".//a/@href")
        assert card.get("data-status") == ("spared" if coverage.spared_by else coverage.status)
        assert links[: len(coverage.proofs)] == [f"#r{proof.line}" for proof in coverage.proofs]
        assert set(links[len(coverage.proofs) :]) == {f"#p{m.line}" for m in coverage.requirement.mentions}


def test_an_inferred_proof_says_how_sure_it_is():
    inferred = [p for c in page().match.coverages for p in c.proofs if p.how in ("paraphrase", "implied")]

    assert inferred
    assert [meter.get("value") for meter in tree().iter("meter")] == [str(round(p.sure * 100)) for p in inferred]


def test_every_part_is_shown():
    titles = [title.text_content() for title in tree().iter("h2")]
    assert len(titles) == 6
    assert {"checks", "guidance", "changes", "competencies"} <= set(tree().xpath("//section/@id"))


def test_without_checks_and_guidance_their_sections_are_left_out():
    bare = match_html(replace(page(), checks=(), guidance=(), reading=None))
    assert {"checks", "guidance"} & set(markup.document_fromstring(bare).xpath("//section/@id")) == set()


def test_the_same_match_gives_the_same_bytes_whatever_the_hash_seed():
    code = (
        "import hashlib; from tests.writers.page_making import page; from tailor.writers import match_html;"
        "print(hashlib.sha256(match_html(page()).encode()).hexdigest())"
    )
    seeded = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=seeded)

    assert done.stdout.strip() == sha256(text().encode()).hexdigest()


def test_a_page_is_written_as_it_is(tmp_path):
    write_html(page(), tmp_path / "page.html", [])
    assert (tmp_path / "page.html").read_bytes() == text().encode("utf-8")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("given.html", "never changed"),
        ("page.txt", r"ends in \.html"),
        ("none/page.html", "no folder"),
        (".", "is a folder"),
    ],
)
def test_a_place_no_page_can_go_is_refused(tmp_path, name, reason):
    given = tmp_path / "given.html"
    given.write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match=reason):
        write_html(page(), tmp_path / name, [str(given)])
    assert given.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["given.html"]


def test_without_jinja_the_message_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(OutputError, match=r"needs Jinja2\. Install it with: pip install 'tailor-pm\[html\]'") as caught:
        must_be_page(tmp_path / "page.html", [])
    assert "\n" not in str(caught.value)
