"""Open documents in LibreOffice, resolve their changes by its own commands, and save them as text and as .docx.

Run by an interpreter that has `uno`: python3 resolve.py SOFFICE WORK FOLDER. Each FOLDER/*.docx gives FOLDER/out/NAME.
KEEP|ACCEPT|REJECT.txt and .docx; of those whose name ends in "-plain" only KEEP is made.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {"KEEP": "", "ACCEPT": ".uno:AcceptAllTrackedChanges", "REJECT": ".uno:RejectAllTrackedChanges"}
FILTERS = {"txt": "Text (encoded)", "docx": "MS Word 2007 XML"}
TRIES = 120


def option(name, value):
    """A named argument of an UNO call."""
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def connected(pipe):
    """The context of a LibreOffice that listens; waits until it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # whatever UNO raises until the program is up
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start")


def main(soffice, work, folder):
    """Start LibreOffice under a profile of its own, resolve every document, and end it."""
    pipe = f"tailor{Path(work).name}"
    profile = (Path(work) / "profile").as_uri()
    flags = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    program = subprocess.Popen([soffice, f"-env:UserInstallation={profile}", *flags])
    try:
        context = connected(pipe)
        services = context.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        out = Path(folder) / "out"
        out.mkdir()
        for path in sorted(Path(folder).glob("*.docx")):
            for name, command in COMMANDS.items():
                if path.stem.endswith("-plain") and command:
                    continue
                opened = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (option("Hidden", True),))
                if command:
                    dispatcher.executeDispatch(opened.CurrentController.Frame, command, "", 0, ())
                for suffix, kind in FILTERS.items():
                    target = (out / f"{path.stem}.{name}.{suffix}").as_uri()
                    opened.storeToURL(target, (option("FilterName", kind), option("FilterOptions", "UTF8,LF")))
                opened.close(True)
        desktop.terminate()
    finally:
        try:
            program.wait(20)
        except subprocess.TimeoutExpired:
            program.kill()


if __name__ == "__main__":
    main(*sys.argv[1:4])
