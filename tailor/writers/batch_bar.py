"""How far a batch is, on a terminal: a bar with the rate and the time left. Nothing in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class RateColumn(ProgressColumn):
    """Postings a second."""

    def render(self, task: Task) -> Text:
        """The rate of `task`."""
        return Text(f"{task.speed:.0f}/s" if task.speed else "")


@contextmanager
def batch_progress(*, shown: bool) -> Iterator[Callable[[int, int, int], None]]:
    """A function to be told (begun, of how many, failed), which moves a bar on standard error if `shown`."""
    columns = (BarColumn(), MofNCompleteColumn(), RateColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, TextColumn("{task.description}"), console=console, disable=not shown) as bar:
        task = bar.add_task("", total=None)

        def moved(begun: int, total: int, failed: int) -> None:
            bar.update(task, completed=begun, total=total, description=f"{failed} failed" if failed else "")

        yield moved
