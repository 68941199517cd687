"""The page of a match in a real browser: it opens from disk, answers to hand and keyboard, and breaks nothing."""

import pytest

from .conftest import DARK, DESK, LIGHT, PHONE, audited

CHOSEN = "pane => [...document.querySelectorAll(pane + ' .on')].map(e => e.textContent)"
OPEN = "[...document.querySelectorAll('details.req[open]')].map(e => e.id)"
WHITE = "rgb(255, 255, 255)"


@pytest.fixture
def page(look, match_page):
    return look(match_page)


def a_covered_requirement(page):
    """Its id, the words that ask for it, and the numbers of the resume lines that prove it."""
    return page.evaluate(
        """() => {
        const card = document.querySelector('details.req.covered');
        const lines = [...card.querySelectorAll('a[href^="#r"]')].map(a => a.hash.slice(2));
        return {id: card.id, words: card.querySelector('.asked mark').textContent, lines};
        }"""
    )


def check_chosen(page, card):
    page.wait_for_selector("[aria-label=Posting] .on")
    assert card["words"] in page.evaluate(CHOSEN, "[aria-label=Posting]")
    shown = page.evaluate("[...document.querySelectorAll('[aria-label=Resume] .row.on')].map(e => e.id.slice(1))")
    assert sorted(shown) == sorted(card["lines"])


def test_clicking_a_requirement_shows_its_place_and_its_proof(page):
    card = a_covered_requirement(page)
    page.click(f"#{card['id']} > summary")

    check_chosen(page, card)
    for pane in ("Posting", "Resume"):
        inside = page.evaluate(
            """name => {
            const pane = document.querySelector(`[aria-label=${name}]`), seen = pane.getBoundingClientRect();
            const row = pane.querySelector('.on').getBoundingClientRect();
            return row.bottom > seen.top && row.top < seen.bottom;
            }""",
            pane,
        )
        assert inside, pane


def test_the_keyboard_opens_a_requirement_and_leaves_it(page):
    card = a_covered_requirement(page)
    page.focus(f"#{card['id']} > summary")
    page.keyboard.press("Enter")
    check_chosen(page, card)

    page.keyboard.press("Escape")
    assert page.evaluate(OPEN) == []
    assert page.evaluate(CHOSEN, "body") == []


def test_the_keyboard_reaches_the_requirements_past_the_links(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#requirements') !== null")


def test_a_marked_word_leads_back_to_its_requirement(page):
    page.click("[aria-label=Posting] a.mark.missing")

    (opened,) = page.evaluate(OPEN)
    assert page.get_attribute(f"#{opened}", "data-status") == "missing"
    assert page.evaluate("document.activeElement.parentElement.id") == opened


def test_a_filter_lists_one_status_and_says_how_many(page):
    page.click("[data-filter=missing]")
    statuses = page.evaluate(
        "[...document.querySelectorAll('details.req')].filter(e => e.offsetHeight).map(e => e.dataset.status)"
    )

    assert set(statuses) == {"missing"}
    assert page.text_content("#said") == f"{len(statuses)} requirements listed"


def test_a_copy_button_copies_the_new_wording(look, match_page):
    page = look(match_page, permissions=["clipboard-read", "clipboard-write"])
    page.click("button.copy")
    page.wait_for_function("document.querySelector('button.copy').textContent === 'Copied'")

    assert page.evaluate("navigator.clipboard.readText()") == page.get_attribute("button.copy", "data-copy")


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [PHONE, 800, DESK])
def test_nothing_is_wider_than_the_screen(look, match_page, scheme, width):
    page = look(match_page, scheme, width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (page.evaluate("getComputedStyle(document.body).backgroundColor") == WHITE) == (scheme == LIGHT)


def test_on_paper_everything_is_open_and_afterwards_as_before(page):
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [(LIGHT, DESK), (DARK, PHONE)])
def test_an_accessibility_audit_finds_nothing(look, match_page, scheme, width):
    assert audited(look(match_page, scheme, width=width, bypass_csp=True)) == []
