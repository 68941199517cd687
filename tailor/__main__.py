"""`python -m tailor`, and the program `tailor`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it in one line even while it is still being loaded.

    One thread multiplies our small matrices as fast as several, which would wait for one another at full load.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is imported, which reads it then
    try:
        from tailor.cli import app

        app(prog_name="tailor")
    except KeyboardInterrupt:
        print("tailor: stopped.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
