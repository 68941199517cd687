"""A headless Chromium, Debian's, steered by Playwright; where one of them is not there, these tests are skipped."""

import os
import shutil
from contextlib import contextmanager
from importlib.util import find_spec

import pytest
from typer.testing import CliRunner

from tailor.cli import app
from tests.batch.making import posting

FLAGS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DARK, LIGHT = "dark", "light"
PHONE, DESK = 390, 1280


def missing():
    """Why no browser can be steered; "" if one can."""
    if find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
        return "Playwright or axe-core is not here (pip install '.[browser]')"
    return "" if shutil.which("chromium") else "no Chromium is here (Debian: chromium)"


@contextmanager
def started(steering):
    """The browser, until it is no longer used."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]  # a container's root may have no sandbox
    window = steering.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
    try:
        yield window
    finally:
        window.close()


@pytest.fixture(scope="session")
def browser():
    if why := missing():
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as steering, started(steering) as window:
        yield window


@pytest.fixture
def look(browser):
    """Opens an address as on a screen of a scheme and width; afterwards nothing was fetched and nothing went wrong."""
    contexts, wrong = [], []

    def opened(address, scheme=LIGHT, *, width=DESK, **options):
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, has_touch=width == PHONE, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: wrong.append(asked.url) if asked.url != address else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def match_page(browser, tmp_path_factory, samples):  # the browser, to be skipped before the work
    file = tmp_path_factory.mktemp("page") / "match.html"
    inputs = [samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt"]
    return made(["compare", *inputs, "--html", file], file)


@pytest.fixture(scope="session")
def batch_page(browser, tmp_path_factory, samples):
    """The page of the sample postings, of which one stands twice, and of a file that holds none."""
    home = tmp_path_factory.mktemp("batch")
    folder = home / "postings"
    folder.mkdir()
    for file in samples.glob("*pm*.*"):
        shutil.copy(file, folder)
    (folder / "again.txt").write_text(posting(1) + "Thanks.\n", encoding="utf-8")
    (folder / "first.txt").write_text(posting(1), encoding="utf-8")
    (folder / "poem.txt").write_text("The fog comes\non little cat feet.\n", encoding="utf-8")
    resume = samples / "resumes" / "senior_pm.docx"
    return made(["batch", resume, folder, "-o", home / "out", "--jobs", "1"], home / "out" / "report.html", code=6)


def made(command, file, code=0):
    """The address of `file`, which `command` writes."""
    done = CliRunner().invoke(app, [*map(str, command)])
    assert done.exit_code == code, done.output
    return file.as_uri()


def audited(page):
    """What axe-core finds wrong with a page, all of it open: rules of WCAG 2.0 to 2.2, A and AA, and best practices."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]
