"""Which postings are near-duplicates of one another: the groups of alike sketches, found through the ledger."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from tailor.batches.ledger import Ledger
from tailor.batches.sketch import LANE, alike, root
from tailor.resources import table

ORDER = """UPDATE postings SET place = n FROM
    (SELECT number AS k, row_number() OVER (ORDER BY label) - 1 AS n FROM postings WHERE state = 'ok')
    WHERE number = k"""
BAND = "SELECT substr(sketch, ?, ?) AS band, place FROM postings WHERE state = 'ok' ORDER BY band, place"


def group(book: Ledger) -> None:
    """Note for each posting that went well the best of its near-duplicates, and how many it has.

    A band of bins that two sketches share makes them candidates; each is compared with the first sketch, in the order
    of names, that has the band. Groups join where they have a member in common. It takes eight bytes of
    memory a posting.
    """
    book.base.execute(ORDER)
    book.base.execute("CREATE UNIQUE INDEX places ON postings (place) WHERE place IS NOT NULL")
    head = heads(book)
    members: dict[int, list[int]] = {}
    for at in range(len(head)):
        if head[at] != at:
            members.setdefault(root(head, at), []).append(at)
    for first, others in members.items():
        mark(book, [first, *others])


def heads(book: Ledger) -> array[int]:
    """For each place the first of its group, or one nearer to it; its own if it is alone."""
    wide = int(table("batch.toml")["twins"]["band"]) * LANE
    least = float(table("batch.toml")["twins"]["alike"])
    size = int(table("batch.toml")["twins"]["bins"]) * LANE
    head = array("q", range(book.count("ok")))
    for start in range(0, size, wide):
        for one, other in candidates(book, start, wide):
            first, second = root(head, one), root(head, other)
            if first != second and alike(sketch_at(book, one), sketch_at(book, other)) >= least:
                head[max(first, second)] = min(first, second)
    return head


def candidates(book: Ledger, start: int, wide: int) -> Iterator[tuple[int, int]]:
    """Pairs of places whose sketches have this band in common: the first that has it, and each other."""
    band, first = None, 0
    for found, place in book.base.execute(BAND, (start + 1, wide)):
        if found == band:
            yield first, place
        else:
            band, first = found, place


def sketch_at(book: Ledger, place: int) -> bytes:
    """The sketch of the posting at that place."""
    found: bytes = book.base.execute("SELECT sketch FROM postings WHERE place = ?", (place,)).fetchone()[0]
    return found


def mark(book: Ledger, places: list[int]) -> None:
    """Note that the postings at `places` are one group; the best stands for it."""
    told = [
        (*book.base.execute("SELECT -score, label FROM postings WHERE place = ?", (at,)).fetchone(), at)
        for at in places
    ]
    _, best, first = min(told)
    for at in places:
        values = ("" if at == first else best, len(places) - 1, at)
        book.base.execute("UPDATE postings SET twin = ?, twins = ? WHERE place = ?", values)
