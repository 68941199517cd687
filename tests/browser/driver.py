"""A headless Chromium steered through its driver, by the WebDriver protocol (w3.org/TR/webdriver2) over plain HTTP.

No library, so that the tests need nothing but Debian's `chromium` and `chromium-driver`.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

FLAGS = ["--headless=new", "--disable-gpu", "--window-size=1280,900"]
PATIENCE = 15  # seconds
DARK, LIGHT = "dark", "light"


def missing() -> str:
    """Why no browser can be started; "" if one can."""
    absent = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    return f"{' and '.join(absent)} not installed (Debian: chromium, chromium-driver)" if absent else ""


class Browser:
    """One browser window; `close` ends it and its driver."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.driver = subprocess.Popen([shutil.which("chromedriver"), f"--port={self.port}"], **quiet)
        self.session = ""
        try:
            self.wait(self.listens)
            self.session = f"/session/{self.call('POST', '/session', self.wishes())['sessionId']}"
        except BaseException:
            self.close()
            raise

    def wishes(self):
        """What kind of browser to start; a container's root may have no sandbox."""
        flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        options = {"args": flags, "binary": shutil.which("chromium")}
        wished = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        return {"capabilities": {"alwaysMatch": wished}}

    def listens(self):
        try:
            return self.call("GET", "/status")["ready"]
        except urllib.error.URLError:
            return False

    def wait(self, true):
        """Until `true()` holds; the value it then has."""
        end = time.monotonic() + PATIENCE
        while not (found := true()):
            assert time.monotonic() < end, "the browser did not get there in time"
            time.sleep(0.05)
        return found

    def call(self, method, path, body=None):
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, address):
        self.call("POST", f"{self.session}/url", {"url": address})

    def run(self, script, *values, wait=False):
        """What `script` returns; with `wait`, what it hands to its last argument."""
        kind = "async" if wait else "sync"
        return self.call("POST", f"{self.session}/execute/{kind}", {"script": script, "args": list(values)})

    def devtools(self, command, **values):
        return self.call("POST", f"{self.session}/goog/cdp/execute", {"cmd": command, "params": values})

    def show_as(self, scheme=LIGHT, *, width=1280):
        """As on a screen of that colour scheme and width."""
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.devtools("Emulation.setDeviceMetricsOverride", **size)

    def click(self, selector):
        """Click the first element that `selector` finds, as a hand would."""
        found = self.call("POST", f"{self.session}/element", {"using": "css selector", "value": selector})
        self.call("POST", f"{self.session}/element/{next(iter(found.values()))}/click")

    def press(self, key):
        """Press and let go of one key, wherever the focus is."""
        strokes = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self.call("POST", f"{self.session}/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def console(self):
        """What the page has written to the console since it was asked last, errors of loading too."""
        return self.call("POST", f"{self.session}/se/log", {"type": "browser"})

    def close(self):
        try:
            if self.session:
                self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait()
