"""The cards of a batch and of its market."""

from __future__ import annotations

from tailor.resources import table
from tailor.types import Batch, Market, Ranked
from tailor.writers.batch_screen import counted, named
from tailor.writers.cards import Bars, Card, Cell, Grid, card_of, cut, known
from tailor.writers.html_score import Stair


@card_of.register
def batch_card(batch: Batch) -> Card:
    """The postings in their order, then the market."""
    market = batch.market
    failed = f", {len(batch.failures)} could not be" if batch.failures else ""
    shown = [batch.ranked[at] for at in range(min(len(batch.ranked), most("most")))]
    failures = [(f.file, cut(f.reason), cut(f.remedy)) for f in batch.failures[: most("most")]]
    blocks = (
        Grid("Best first", ("Rank", "Score", "Posting", "Shown", "Not shown"), [row(found) for found in shown]),
        *market_blocks(market),
        Grid("Could not be compared", ("File", "Why", "What to do"), failures),
    )
    return Card(
        f"{batch.compared} posting{'' if batch.compared == 1 else 's'} compared{failed}",
        note=within(market),
        facts=spreads(market),
        blocks=tuple(block for block in blocks if block.rows),
    )


def row(found: Ranked) -> tuple[Cell, ...]:
    """One posting in its place."""
    name = " · ".join(part for part in (found.title, found.company, found.mode) if part)
    twins = f" (+{found.twins} near-duplicates)" if found.twins else ""
    return found.rank, f"{found.score:.1f}", cut(f"{name}{twins}"), named(found.covered), named(found.missing)


@card_of.register
def market_card(market: Market) -> Card:
    """What the postings ask for together."""
    return Card(
        f"What {market.postings} posting{' asks' if market.postings == 1 else 's ask'} for",
        note=within(market),
        facts=spreads(market),
        blocks=tuple(block for block in market_blocks(market) if block.rows),
    )


def within(market: Market) -> str:
    """How many postings are within reach."""
    return f"{market.within} of {market.postings} score {market.threshold:g} or more"


def spreads(market: Market) -> tuple[tuple[str, str], ...]:
    """Levels, modes of work and pay."""
    pay = (
        (f"pay a year, {s.currency}", f"{s.low:,.0f} · {s.middle:,.0f} · {s.high:,.0f} (quartiles of {s.postings})")
        for s in market.salaries
    )
    return known(("levels", counted(market.levels)), ("modes", counted(market.modes)), *pay)


def market_blocks(market: Market) -> tuple[Grid | Bars, ...]:
    """The skills most asked for, the gaps worth most, the competencies."""
    first = most("market")
    asked: list[tuple[Cell, ...]] = [
        (a.skill, a.postings, *(a.by_need[n] for n in ("required", "preferred", "responsibility")), a.shown)
        for a in market.asked[:first]
    ]
    gaps = [(o.skill, o.lifted, f"+{o.gain:.1f}", o.asked) for o in market.openings[:first]]
    shares = [
        Stair(name, "part", 0.0, round(share * 100), 100.0 if n else 0.0, f"{share:.0%} of {n}" if n else "–", "")
        for name, n, share in market.competencies
        if market.postings
    ]
    return (
        Grid("Asked for most", ("Skill", "Postings", "Must", "Nice", "Duty", "You show it in"), asked),
        Grid("Gaps that open most doors", ("If you showed", "Lifted into reach", "Mean gain", "Asked in"), gaps),
        Bars("Competencies: the share shown of what is asked", shares),
    )


def most(name: str) -> int:
    """A limit of `models/show.toml`."""
    return int(table("show.toml")["card"][name])
