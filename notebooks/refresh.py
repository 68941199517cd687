"""Run the notebooks from top to bottom, each in a fresh kernel of this interpreter, and keep what they show.

`python notebooks/refresh.py` writes the outputs into the notebooks. The tests run them the same way and compare.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from traitlets.config import Config

FOLDER = Path(__file__).resolve().parent
LONGEST = 120  # seconds a cell may take


class ThisInterpreter(KernelSpecManager):
    """Knows one kernel: this very interpreter, whatever is installed for the user."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel, by any name."""
        options = ["--HistoryManager.enabled=False", "-f", "{connection_file}"]
        argv = [sys.executable, "-m", "ipykernel_launcher", *options]
        return KernelSpec(argv=argv, display_name="Python 3", language="python")


class Kernels(AsyncKernelManager):
    """Starts kernels of this interpreter."""

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return ThisInterpreter()


def executed(path: Path) -> Any:
    """The notebook at `path`, run anew. Raises CellExecutionError if a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as own:
        client = NotebookClient(
            notebook,
            kernel_manager_class=Kernels,
            config=Config(KernelManager=local(own)),
            timeout=LONGEST,
            coalesce_streams=True,
            resources={"metadata": {"path": str(path.parent)}},
        )
        client.execute(
            env={**os.environ, "IPYTHONDIR": own, "JUPYTER_PLATFORM_DIRS": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
        )
    return cleaned(notebook)


def local(folder: str) -> dict[str, str]:
    """How the kernel is spoken to: by files in `folder`, by no port that others could listen to, where that works."""
    return {"transport": "ipc", "ip": f"{folder}/kernel"} if os.name == "posix" else {}


def cleaned(notebook: Any) -> Any:
    """`notebook` without what differs from run to run and from machine to machine: times and versions."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = nbformat.from_dict({"kernelspec": kernel, "language_info": {"name": "python"}})
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def main() -> None:
    """Run all and write them."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        begun = time.perf_counter()
        nbformat.write(executed(path), path)
        print(f"{path.name}: {time.perf_counter() - begun:.1f} s, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
