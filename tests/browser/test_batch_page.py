"""The page of a batch in a real browser: sorted, filtered, opened, by hand and by keyboard."""

import pytest

from .conftest import DARK, DESK, LIGHT, PHONE, audited

COLUMN = """at => [...document.querySelectorAll('#jobs tbody tr')].filter(row => !row.hidden)
    .map(row => row.cells[at].dataset.v ?? row.cells[at].textContent.trim())"""
SCORE, TITLE, LEVEL, PAY = 1, 2, 3, 6
NARROWEST = 320  # the width at which WCAG 2.2 (1.4.10) wants a page to fit


@pytest.fixture
def page(look, batch_page):
    return look(batch_page)


def heading(name):
    return f"#jobs th:has-text('{name}')"


def numbers(page, at):
    return [float(value) if value else None for value in page.evaluate(COLUMN, at)]


def test_it_begins_with_the_best_and_near_duplicates_once(page):
    scores = numbers(page, SCORE)
    assert scores == sorted(scores, reverse=True)
    assert page.locator("#jobs tr[data-twin]").count() == 1
    assert page.locator("#jobs tr[data-twin]:visible").count() == 0

    page.check("#twins-too")
    assert page.locator("#jobs tr[data-twin]:visible").count() == 1
    assert len(numbers(page, SCORE)) == len(scores) + 1


def test_a_heading_sorts_and_sorts_back(page):
    before = numbers(page, SCORE)
    page.click(f"{heading('Score')} button")
    assert page.get_attribute(heading("Score"), "aria-sort") == "descending"
    assert numbers(page, SCORE) == sorted(before, reverse=True)
    page.click(f"{heading('Score')} button")

    assert numbers(page, SCORE) == sorted(before)
    assert page.get_attribute(heading("Score"), "aria-sort") == "ascending"
    assert page.get_attribute(heading("Rank"), "aria-sort") == "none"
    assert page.text_content("#said") == "Sorted by Score, ascending"


def test_the_keyboard_sorts(page):
    page.focus(f"{heading('Posting')} button")
    page.keyboard.press("Enter")
    titles = [title.casefold() for title in page.evaluate(COLUMN, TITLE)]

    assert page.get_attribute(heading("Posting"), "aria-sort") == "ascending"
    assert titles[0] < titles[-1]


def test_what_is_not_told_stays_last_whichever_way(page):
    for _ in range(2):
        page.click(f"{heading('Pay')} button")
        pay = numbers(page, PAY)
        told = [value for value in pay if value is not None]
        assert None in pay
        assert pay == [*told, *[None] * (len(pay) - len(told))]


def test_filters_leave_what_fits_and_say_how_many(page):
    every = len(numbers(page, SCORE))
    page.fill("#least", "50")
    assert 0 < len(numbers(page, SCORE)) < every
    assert all(score >= 50 for score in numbers(page, SCORE))
    assert page.text_content("#count").startswith(f"{len(numbers(page, SCORE))} of ")
    shown = page.locator("details.job:visible").count()
    assert shown == len(numbers(page, SCORE))

    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('#jobs tbody tr:not([hidden])').length > 3")
    page.select_option("#level", "senior")
    assert set(page.evaluate(COLUMN, LEVEL)) == {"senior"}


def test_words_are_found_where_they_are_looked_for(page):
    missing = page.evaluate("document.querySelector('.have .missing').textContent.split(', ')[0]")
    page.fill("#words", missing)
    page.select_option("#where", "missing")
    found = page.evaluate(
        """() => [...document.querySelectorAll('details.job')].filter(each => !each.hidden)
        .map(each => [...each.querySelectorAll('.have .missing')].map(one => one.textContent).join())"""
    )

    assert found
    assert all(missing in names for names in found)
    page.select_option("#where", "title")
    assert len(numbers(page, SCORE)) < len(found) or not numbers(page, SCORE)


def test_a_row_leads_to_its_section_and_opens_it(page):
    link = page.locator("#jobs tbody tr:visible a").nth(2)
    target = link.get_attribute("href")
    link.click()

    assert page.evaluate("[...document.querySelectorAll('details.job[open]')].map(e => `#${e.id}`)") == [target]
    assert page.evaluate("`#${document.activeElement.parentElement.id}`") == target
    assert page.locator(f"{target} .parts tr").count() >= 3
    assert page.locator(f"{target}").evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_an_address_with_a_posting_opens_it(look, batch_page):
    page = look(batch_page)
    page.evaluate("location.hash = '#j2'; location.reload()")
    page.wait_for_selector("#j2[open]")


def test_the_skills_asked_as_must_can_be_listed_alone(page):
    page.click("#asked-figures summary")
    page.select_option("#need", "3")
    musts = page.evaluate(
        "[...document.querySelectorAll('#asked-figures tbody tr:not([hidden])')].map(row => +row.cells[3].textContent)"
    )
    assert musts
    assert min(musts) > 0
    assert page.text_content("#said") == f"{len(musts)} skills listed"


def test_failures_and_near_duplicates_are_named(page):
    assert "poem.txt" in page.text_content("#failures")
    assert page.locator("#twins > ul > li").count() == 1


def test_the_keyboard_reaches_the_table_past_the_links(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#postings') !== null")


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [NARROWEST, PHONE, 800, DESK])
def test_nothing_is_wider_than_the_screen(look, batch_page, scheme, width):
    page = look(batch_page, scheme, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_a_chart_takes_the_colours_of_the_scheme(look, batch_page, scheme):
    page = look(batch_page, scheme)
    words, ink = page.evaluate(
        "[getComputedStyle(document.querySelector('.chart text.f-ink')).fill, getComputedStyle(document.body).color]"
    )
    assert words == ink


def test_on_paper_stand_the_postings_that_are_open(page):
    page.click("#j1 > summary")
    page.emulate_media(media="print")
    assert page.locator("details.job:visible").count() == 1
    assert page.locator("form.filters:visible").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [(LIGHT, DESK), (DARK, PHONE)])
def test_an_accessibility_audit_finds_nothing(look, batch_page, scheme, width):
    assert audited(look(batch_page, scheme, width=width, bypass_csp=True)) == []
