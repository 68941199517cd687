"""Try out a PDF that may be a bomb in a process of its own, bounded in time and memory, before it is read.

PDFium cannot be stopped from within, and what it takes is known only when it is too late. Most resumes are not tried
out: a bomb needs drawings that can draw drawings (form XObjects, ISO 32000-1, 8.10), or a stream that unpacks to far
more than a page holds, and both show in the bytes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress

from tailor.errors import TooLarge
from tailor.resources import table

FORM = re.compile(rb"/(?:F|#46)(?:o|#6[fF])(?:r|#72)(?:m|#6[dD])\b")  # names of a stream are never packed themselves
STREAM = re.compile(rb"stream\r?\n")
UNPACKED = 2  # times a stream may be packed and is looked into
TRIAL = """
import sys
memory = int(sys.argv[2])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
except ImportError:
    pass
import pypdfium2
from pypdfium2 import raw
try:
    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    for page in document:
        raw.FPDFText_CountChars(page.get_textpage())
except pypdfium2.PdfiumError:
    pass
"""


def try_out(path: str, data: bytes) -> None:
    """Raise TooLarge if the PDF in `data` looks odd and takes more time or memory than a document does."""
    if not is_odd(data):
        return
    limits = table("limits.toml")["pdf"]
    command = [sys.executable, "-I", "-c", TRIAL, str(limits["trial_seconds"]), str(limits["trial_bytes"])]
    with suppress(subprocess.TimeoutExpired):
        # Twice the time on the clock: other work on the machine is not the document's fault.
        seconds = 2 * limits["trial_seconds"]
        if not subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False).returncode:
            return
    raise TooLarge(path, "takes far more time or memory than a document does", "Print it to a new PDF, or use .docx.")


def is_odd(data: bytes) -> bool:
    """Whether a PDF holds what a bomb needs."""
    return FORM.search(data) is not None or any(size > most() for size in unpacked_sizes(data))


def most() -> int:
    """Bytes to which a stream may unpack without more ado."""
    return int(table("limits.toml")["pdf"]["trial_unpacked_bytes"])


def unpacked_sizes(data: bytes) -> Iterator[int]:
    """How far each packed stream unpacks, looked at up to the limit; a stream packed twice counts as both."""
    for found in STREAM.finditer(data):
        packed = memoryview(data)[found.end() :]
        for _ in range(UNPACKED):
            packed = memoryview(inflated(packed))
            yield len(packed)
            if not packed:
                break


def inflated(packed: memoryview) -> bytes:
    """What `packed` begins with, unpacked, up to one byte beyond the limit; nothing if it is not packed that way."""
    try:
        return zlib.decompressobj().decompress(packed, most() + 1)
    except zlib.error:
        return b""
