"""Pages from a server of our own: what is fetched, what is refused."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tailor.errors import CorruptFile, EmptyFile, MissingFile, TooLarge, UnsafeFile
from tailor.readers import read, web
from tailor.resources import table

PAGE = b"<html><body><main><h1>Product Manager</h1><ul><li>Own the tide tables</li></ul></main></body></html>"
ANSWERS = {
    "/job": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"<p>" * 9_000_000)),
    "/damaged": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip"),
    "/plain": (200, {"Content-Type": "text/plain"}, b"Product Manager\n- Own the tide tables\n"),
    "/moved": (302, {"Location": "/job"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/large": (200, {"Content-Type": "text/html"}, b"<p>" * 3_000_000),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.asked = []
    made.handle_error = lambda *args: None  # a reader that stops early is no error of the server
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def address(server, monkeypatch):
    monkeypatch.setenv(web.PRIVATE, "1")
    return f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize("path", ["/job", "/packed", "/moved", "/plain"])
def test_a_page_is_read(address, path):
    source = read(address + path)
    assert ("bullet", "Own the tide tables") in [(line.kind, line.text) for line in source.lines]
    assert source.path == address + path


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("/missing", MissingFile, "answered 404"),
        ("/loop", MissingFile, "without end"),
        ("/file", UnsafeFile, "no plain web address"),
        ("/empty", EmptyFile, "empty page"),
        ("/large", TooLarge, "larger than 8 MB"),
        ("/bomb", TooLarge, "larger than 8 MB"),
        ("/damaged", CorruptFile, "damaged"),
    ],
)
def test_what_cannot_be_fetched_says_why(address, path, error, message):
    with pytest.raises(error, match=message) as caught:
        read(address + path)
    assert "\n" not in str(caught.value)


def test_one_request_a_page(address, server):
    server.asked.clear()
    read(address + "/job")
    assert server.asked == ["/job"]


def test_a_private_address_is_refused_before_anything_is_asked(server, monkeypatch):
    monkeypatch.delenv(web.PRIVATE, raising=False)
    server.asked.clear()
    with pytest.raises(UnsafeFile, match="private network"):
        read(f"http://127.0.0.1:{server.server_port}/job")
    assert server.asked == []


@pytest.mark.parametrize("url", ["http://user:secret@127.0.0.1/", "http:///job"])
def test_an_odd_address_is_refused(url):
    with pytest.raises(UnsafeFile):
        read(url)


def test_a_server_that_is_not_there(address):
    with pytest.raises(MissingFile, match="could not be reached"):
        read("http://127.0.0.1:9/job")


def test_a_slow_answer_ends(address, monkeypatch):
    monkeypatch.setitem(table("limits.toml")["web"], "seconds", 0)
    with pytest.raises(MissingFile, match="too long"):
        read(address + "/job")
