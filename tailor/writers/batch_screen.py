"""A batch for people: the best postings with their reasons, the market, and what failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tailor.resources import table
from tailor.types import Batch, Market, Ranked
from tailor.writers.layout import around, grid, heading, said

MOST_NAMED = 6
OPENINGS, PAIRS = 7, 5


def batch_report(batch: Batch, top: int) -> RenderableType:
    """The first `top` postings (near-duplicates once), what the market asks, failures counted, and where all is."""
    return Group(*blocks(batch, top))


def blocks(batch: Batch, top: int) -> Iterator[RenderableType]:
    """The blocks of the report, in order."""
    yield said(opening(batch), "bold")
    if batch.ranked and top:
        yield heading("Best first" if len(batch.ranked) > 1 else "The posting")
        yield ranking(batch, top)
    if batch.market.postings:
        yield from market_blocks(batch.market)
    yield said("\n" + ending(batch))


def opening(batch: Batch) -> str:
    """How many postings were compared, and how many of them the table shows if not all."""
    before = f" ({batch.reused} {'was' if batch.reused == 1 else 'were'} done before)" if batch.reused else ""
    shown = len(batch.ranked)
    left = f"; the filters leave {shown or 'none'} in the table" if shown < batch.compared else ""
    return f"{how_many(batch.compared, 'posting')} compared{before}{left}"


def how_many(count: int, what: str) -> str:
    """`count` of `what`, in the singular or plural."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def ranking(batch: Batch, top: int) -> Table:
    """A row a posting: score, what it is, and why."""
    several = len(batch.ranked) > 0 and len(batch.ranked[0].scores) > 1
    made = grid("Rank", "Score", "Posting", *(["Resume"] if several else []), "Shown", "Not shown")
    shown = 0
    for found in batch.ranked:
        if shown == top:
            break
        if not found.twin_of:
            shown += 1
            made.add_row(*map(said, cells(found, several=several)))
    return made


def cells(found: Ranked, *, several: bool) -> Iterator[str]:
    """The cells of one posting."""
    yield str(found.rank)
    yield f"{found.score:g}"
    name = " · ".join(part for part in (around(found.title, ""), found.company, found.mode) if part)
    copies = f" (+{how_many(found.twins, 'near-duplicate')})" if found.twins else ""
    yield f"{name}\n{found.file}{copies}"
    if several:
        yield found.resume
    yield named(found.covered)
    yield named(found.missing)


def named(skills: tuple[str, ...]) -> str:
    """How many must-haves, and the first of them."""
    more = f", … {len(skills) - MOST_NAMED} more" if len(skills) > MOST_NAMED else ""
    return f"{len(skills)}: {', '.join(skills[:MOST_NAMED])}{more}" if skills else "0"


def market_blocks(market: Market) -> Iterator[RenderableType]:
    """What is asked most, which gap opens most doors, pay and level."""
    one = market.postings == 1
    yield heading("What the posting asks for" if one else f"What {market.postings} postings ask for most")
    yield asked_table(market)
    yield heading("Competencies")
    made = grid("Competency", "Asked", "Shown")
    for name, asked, share in market.competencies:
        made.add_row(name, str(asked), f"{share:.0%}")
    yield made
    yield heading(
        f"Gaps that open most doors: {market.within} of {market.postings} score {market.threshold:g} or more now"
    )
    yield openings_table(market)
    if market.clusters:
        yield heading("Kinds of postings")
        yield clusters_table(market)
    yield from spreads(market)


def asked_table(market: Market) -> Table:
    """The skills asked for most."""
    made = grid("Skill", "Postings", "Must", "Nice", "Duty", "You show it in")
    for found in market.asked[: int(table("batch.toml")["market"]["asked"])]:
        needs = (str(found.by_need[need]) for need in ("required", "preferred", "responsibility"))
        made.add_row(said(found.skill), str(found.postings), *needs, f"{found.shown} of {found.postings}")
    return made


def openings_table(market: Market) -> RenderableType:
    """The gaps that lift most postings over the threshold."""
    if not market.openings:
        return said("None: all that is asked for is shown.")
    made = grid("If your latest job showed", "Lifted over it", "Mean gain", "Asked in")
    for found in market.openings[:OPENINGS]:
        made.add_row(said(found.skill), str(found.lifted), f"+{found.gain:.1f}", str(found.asked))
    for two in market.pairs[:PAIRS]:
        made.add_row(said(" and ".join(two.skills)), str(two.lifted), f"+{two.gain:.1f}", str(two.asked))
    return made


def clusters_table(market: Market) -> Table:
    """The kinds of postings, with what is typical of each."""
    made = grid("Kind", "Postings", "Within reach", "Mean score", "Typical skills (share that asks)")
    for found in market.clusters:
        skills = ", ".join(f"{skill} {share:.0%}" for skill, share in found.skills.items())
        made.add_row(str(found.number), str(found.postings), str(found.within), f"{found.score:g}", said(skills))
    return made


def spreads(market: Market) -> Iterator[Text]:
    """Pay, levels and modes of work, a line each."""
    for pay in market.salaries:
        spread = f"{pay.low:,.0f} · {pay.middle:,.0f} · {pay.high:,.0f}"
        one = f"\nPay a year of 1 posting in {pay.currency}, its middle: {pay.middle:,.0f}"
        many = f"\nPay a year, quartiles of {pay.postings} postings in {pay.currency}: {spread}"
        yield said(one if pay.postings == 1 else many)
    yield said(f"\nLevels: {counted(market.levels)}\nModes: {counted(market.modes)}")


def counted(counts: Mapping[str, int]) -> str:
    """`counts` in words."""
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def ending(batch: Batch) -> str:
    """Failures counted, and where all is."""
    failed = len(batch.failures)
    told = (
        f"{how_many(failed, 'posting')} could not be compared; failures.jsonl says why."
        if failed
        else "No posting failed."
    )
    aside = len(batch.skipped)
    set_aside = (
        f" {aside} {'is a resume' if aside == 1 else 'are resumes'}, no posting, and set aside." if aside else ""
    )
    others = "file of another kind was" if batch.ignored == 1 else "files of other kinds were"
    left = f" {batch.ignored} {others} left out." if batch.ignored else ""
    return f"{told}{set_aside}{left}\nAll in {batch.outdir}: {', '.join(batch.files)}"
