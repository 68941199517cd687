"""The page of a match in a real browser: it opens from disk, answers to hand and keyboard, and breaks nothing."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tailor.cli import app
from tests.browser.driver import DARK, LIGHT, Browser, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "all there")

ENTER, ESCAPE = "\ue007", "\ue00c"
PHONE = 390
CHOSEN = "return [...document.querySelectorAll(arguments[0] + ' .on')].map(e => e.textContent)"
OPEN = "return [...document.querySelectorAll('details.req[open]')].map(e => e.id)"


@pytest.fixture(scope="module")
def browser():
    window = Browser()
    yield window
    window.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory, samples):
    file = tmp_path_factory.mktemp("page") / "report.html"
    inputs = [samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt"]
    done = CliRunner().invoke(app, ["compare", *map(str, inputs), "--html", str(file)])
    assert done.exit_code == 0, done.output
    return file.as_uri()


@pytest.fixture
def page(browser, address):
    browser.show_as(LIGHT)
    browser.open(address)
    yield browser
    assert browser.console() == []


def a_covered_requirement(page):
    """Its id, the words that ask for it, and the numbers of the resume lines that prove it."""
    return page.run("""
        const card = document.querySelector('details.req.covered');
        const lines = [...card.querySelectorAll('a[href^="#r"]')].map(a => a.hash.slice(2));
        return {id: card.id, words: card.querySelector('.asked mark').textContent, lines};
    """)


def check_chosen(page, card):
    page.wait(lambda: page.run(CHOSEN, "[aria-label=Posting]"))
    assert card["words"] in page.run(CHOSEN, "[aria-label=Posting]")
    shown = page.run("return [...document.querySelectorAll('[aria-label=Resume] .row.on')].map(e => e.id.slice(1))")
    assert sorted(shown) == sorted(card["lines"])


def test_clicking_a_requirement_shows_its_place_and_its_proof(page):
    card = a_covered_requirement(page)
    page.click(f"#{card['id']} > summary")

    check_chosen(page, card)
    for pane in ("Posting", "Resume"):
        inside = page.run(
            """
            const pane = document.querySelector(`[aria-label=${arguments[0]}]`), seen = pane.getBoundingClientRect();
            const row = pane.querySelector('.on').getBoundingClientRect();
            return row.bottom > seen.top && row.top < seen.bottom;
            """,
            pane,
        )
        assert inside, pane


def test_the_keyboard_opens_a_requirement_and_leaves_it(page):
    card = a_covered_requirement(page)
    page.run("document.querySelector(`#${arguments[0]} > summary`).focus()", card["id"])
    page.press(ENTER)
    check_chosen(page, card)

    page.press(ESCAPE)
    assert page.run(OPEN) == []
    assert page.run(CHOSEN, "body") == []


def test_a_marked_word_leads_back_to_its_requirement(page):
    page.click("[aria-label=Posting] a.mark.missing")

    (opened,) = page.run(OPEN)
    assert page.run("return document.getElementById(arguments[0]).dataset.status", opened) == "missing"
    assert page.run("return document.activeElement.parentElement.id") == opened


def test_a_filter_lists_one_status_and_says_how_many(page):
    page.click("[data-filter=missing]")
    statuses = page.run(
        "return [...document.querySelectorAll('details.req')].filter(e => !e.hidden && e.offsetHeight)"
        ".map(e => e.dataset.status)"
    )

    assert set(statuses) == {"missing"}
    assert page.run("return document.getElementById('said').textContent") == f"{len(statuses)} requirements listed"


def test_a_copy_button_copies_the_new_wording(page):
    page.devtools("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    page.click("button.copy")
    page.wait(lambda: page.run("return document.querySelector('button.copy').textContent") == "Copied")

    pasted = page.run("navigator.clipboard.readText().then(arguments[0])", wait=True)
    assert pasted == page.run("return document.querySelector('button.copy').dataset.copy")


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [PHONE, 800, 1280])
def test_nothing_is_wider_than_the_screen(page, scheme, width):
    page.show_as(scheme, width=width)

    assert page.run("return document.documentElement.scrollWidth") <= width
    ground = page.run("return getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == LIGHT)


def test_on_paper_everything_is_open_and_afterwards_as_before(page):
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    assert page.run("return document.querySelectorAll('details:not([open])').length") == 0

    page.run("window.dispatchEvent(new Event('afterprint'))")
    assert page.run("return document.querySelectorAll('details[open]').length") == 0


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_an_accessibility_audit_finds_nothing(page, scheme):
    """Rules of axe-core (WCAG 2 A and AA, best practices) on the page with all of it open."""
    found = find_spec("axe_playwright_python")
    if found is None:
        pytest.skip("axe-core is not here (pip install --no-deps axe-playwright-python)")
    page.devtools("Page.setBypassCSP", enabled=True)
    page.call("POST", f"{page.session}/refresh")
    page.show_as(scheme)
    page.run(Path(found.submodule_search_locations[0], "axe.min.js").read_text("utf-8") + "; window.axe = axe;")
    page.run("document.querySelectorAll('details').forEach(each => { each.open = true; })")

    failed = page.run("axe.run(document).then(done => arguments[0](done.violations.map(v => v.id)))", wait=True)
    page.devtools("Page.setBypassCSP", enabled=False)
    assert failed == []
