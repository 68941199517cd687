"""`python -m tailor`, and the program `tailor`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it in one line even while it is still being loaded."""
    try:
        from tailor.cli import app

        app(prog_name="tailor")
    except KeyboardInterrupt:
        print("tailor: stopped.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
