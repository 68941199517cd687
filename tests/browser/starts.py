"""Whether the browser starts here: `python -m tests.browser.starts` ends with 0 if so, else with 1 and the reason."""

import sys

from .conftest import missing, started


def main():
    if why := missing():
        sys.exit(why)
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as steering, started(steering) as window:
            window.new_page().set_content("<p>here</p>")
    except Error as error:
        sys.exit(str(error).splitlines()[0])


if __name__ == "__main__":
    main()
