"""Fetch a page the user has named: one polite request, bounded, and never into a private network.

The address is checked where it counts, on the open connection, so that a name that resolves to another address
a moment later gains nothing (OWASP, Server-Side Request Forgery Prevention). Redirects are followed by hand, each
checked the same way. No cookies, no scripts, no second request for pictures.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tailor.errors import CorruptFile, MissingFile, TooLarge, UnsafeFile
from tailor.resources import table

AGENT = "tailor (reads one page for a person; saves nothing)"
PRIVATE = "TAILOR_ALLOW_PRIVATE_ADDRESSES"
MOVED = frozenset({301, 302, 303, 307, 308})
SAVE = "Open it in a browser, save the page, and give the file."
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: the final address, the bytes, and the type it gives them ("text/html")."""

    url: str
    data: bytes
    kind: str


def fetch(url: str) -> Page:
    """The page at `url`. Raises MissingFile, TooLarge, CorruptFile or UnsafeFile.

    Private and local addresses are refused unless the environment variable TAILOR_ALLOW_PRIVATE_ADDRESSES is 1.
    """
    limits = table("limits.toml")["web"]
    deadline = time.monotonic() + limits["seconds"]
    for _ in range(limits["redirects"] + 1):
        answer = request(url, deadline)
        if isinstance(answer, Page):
            return answer
        url = answer
    raise MissingFile(url, "leads from page to page without end", SAVE)


def request(url: str, deadline: float) -> Page | str:
    """The page at `url`, or the address it sends to. Raises what `fetch` raises."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise UnsafeFile(url, "leads to something that is no plain web address", SAVE)
    try:
        connection = connect(parts, deadline)
        try:
            connection.request("GET", target(parts), headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})
            with connection.getresponse() as response:
                return answered(url, response, deadline)
        finally:
            connection.close()
    except (OSError, HTTPException, ValueError) as error:
        reason = "took too long to answer" if isinstance(error, TimeoutError) else f"could not be reached ({error})"
        raise MissingFile(url, reason, "Check the address and your connection, or save the page as a file.") from error


def connect(parts: SplitResult, deadline: float) -> HTTPConnection:
    """An open connection to the host of an address. Raises UnsafeFile if it is a private one, OSError if it fails."""
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=left(deadline))
    connection.connect()
    peer: str = connection.sock.getpeername()[0]
    if not ip_address(peer.partition("%")[0]).is_global and os.environ.get(PRIVATE) != "1":
        connection.close()
        raise UnsafeFile(parts.geturl(), "lies in a private network", f"If you trust it, set {PRIVATE}=1.")
    return connection


def target(parts: SplitResult) -> str:
    """Path and query of an address, as sent to the server."""
    return quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (f"?{parts.query}" if parts.query else "")


def answered(url: str, response: HTTPResponse, deadline: float) -> Page | str:
    """What the server says: a page, or another address. Raises MissingFile for errors, TooLarge beyond the limit."""
    if response.status in MOVED and (place := response.getheader("Location")):
        return urljoin(url, place)
    if response.status != 200:
        raise MissingFile(url, f"answered {response.status} {response.reason}", SAVE)
    data = b"".join(chunks(url, response, deadline))
    kind = response.headers.get_content_type()
    return Page(url, unpacked(url, data) if response.getheader("Content-Encoding") == "gzip" else data, kind)


def chunks(url: str, response: HTTPResponse, deadline: float) -> Iterator[bytes]:
    """The body of an answer, as far as limits and deadline allow."""
    size, limit = 0, table("limits.toml")["web"]["bytes"]
    while data := response.read1(CHUNK):
        left(deadline)
        size += len(data)
        check(url, size, limit)
        yield data


def unpacked(url: str, data: bytes) -> bytes:
    """`data` unpacked, as far as the limit allows. Raises CorruptFile or TooLarge."""
    limit = table("limits.toml")["web"]["bytes"]
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise CorruptFile(url, "came in damaged", "Try again, or save the page as a file.") from error
    check(url, len(plain), limit)
    return plain


def check(url: str, size: int, limit: int) -> None:
    """Raise TooLarge if `size` is beyond `limit`, both in bytes."""
    if size > limit:
        raise TooLarge(url, f"is larger than {limit // 1_000_000} MB", SAVE)


def left(deadline: float) -> float:
    """Seconds left until `deadline`. Raises TimeoutError if there are none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
