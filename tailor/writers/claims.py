"""What an edit may claim: nothing that the resume does not say.

Lines may change places, and items of a list. A new wording may have words that stand in the resume, words of a
wording that says exactly the same as one that stands there (`models/synonyms.toml`), and words that only join others.
A number, a word of deed or a name is held more strictly, as a word that is true elsewhere may be false here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import category

from tailor.types import Edit, Line
from tailor.writers.claim_words import (
    WORD,
    added_words,
    equals,
    folded,
    is_number,
    listed,
    runs_of_names,
    stands_in,
    words,
)

UNFIT = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})


class NotSafeError(Exception):
    """An edit that must be left out; str() is the reason, one sentence for the user. It never leaves the room."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What may be said of a person.

    known : the words that may be used, folded; text : all that the resume says and all that says the same, folded.
    titles : held; fixed : numbers of the lines that say who, where and when, and are never reworded.
    headline : number of the line that is one.
    """

    known: frozenset[str]
    text: str
    titles: tuple[str, ...] = ()
    fixed: frozenset[int] = frozenset()
    headline: int | None = None


def ground_of(
    lines: Iterable[Line],
    *,
    titles: Iterable[str] = (),
    fixed: Iterable[int] = (),
    headline: int | None = None,
) -> Ground:
    """The ground that the lines of a resume give."""
    said = " \n ".join(folded(line.text) for line in lines)
    same = " \n ".join(folded(wording) for wording in equals(said))
    text = f"{said} \n {same}"
    return Ground(frozenset(text.split()) | listed("connecting"), text, tuple(titles), frozenset(fixed), headline)


def must_be_sound(edit: Edit, lines: Mapping[int, Line], ground: Ground) -> None:
    """Raise NotSafeError unless `edit` speaks of lines that are there and claims nothing new."""
    if not edit.lines or not set(edit.lines) <= set(lines):
        raise NotSafeError("It speaks of a line that the resume does not have.")
    if edit.kind == "bullets":
        must_be_an_order(edit, ground)
    elif edit.kind == "question":
        must_change_nothing(edit)
    else:
        must_be_a_rewording(edit, lines, ground)


def must_be_an_order(edit: Edit, ground: Ground) -> None:
    """Raise NotSafeError unless at least two lines, each once, are put in order."""
    if len(edit.lines) < 2 or len(set(edit.lines)) < len(edit.lines):
        raise NotSafeError("It does not name at least two lines, each once.")
    if set(edit.lines) & ground.fixed:
        raise NotSafeError("It would move a line that says who, where or when.")


def must_change_nothing(edit: Edit) -> None:
    """Raise NotSafeError if a question is about more than one line, or has wordings."""
    if edit.before or edit.after or len(edit.lines) != 1:
        raise NotSafeError("A question is a comment on one line, and changes no text.")


def must_be_a_rewording(edit: Edit, lines: Mapping[int, Line], ground: Ground) -> None:
    """Raise NotSafeError unless one line as it was read gets a wording that claims nothing new."""
    number, new = edit.lines[0], edit.kind == "headline" and not edit.before
    if len(edit.lines) != 1 or (lines[number].text != edit.before and not new):
        raise NotSafeError("The line does not read as it did when the edit was made.")
    if not edit.after.strip() or any(category(c) in UNFIT and c != "\t" for c in edit.after):
        raise NotSafeError("It would leave no text, or text that no document can hold.")
    if edit.kind == "skills" and counted(edit.before) != counted(edit.after):
        raise NotSafeError("It would change the words of the line, not only their order.")
    if edit.kind in {"skills", "surface"} and edit.before.endswith(","):
        raise NotSafeError("The list goes on in the next line.")
    if edit.kind == "headline":
        must_be_a_headline(edit, ground)
    elif number in ground.fixed:
        raise NotSafeError("The line says who, where or when, and is never reworded.")
    if edit.kind != "skills":
        must_say_nothing_new(edit, ground)


def counted(text: str) -> Counter[str]:
    """How often each word stands in `text`, in small letters: the first of a list has a capital."""
    return Counter(word.lower() for word in WORD.findall(text))


def must_be_a_headline(edit: Edit, ground: Ground) -> None:
    """Raise NotSafeError if a headline stands in another line, or begins with a title that was not held."""
    if edit.before and edit.lines[0] != ground.headline:
        raise NotSafeError("The line is not the headline.")
    title = folded(edit.after.partition("·")[0].partition("|")[0].partition(",")[0])
    held = (*ground.titles, edit.before)
    if not any(stands_in(title, folded(text)) for text in held):
        raise NotSafeError("It begins with a title that the resume does not show as held.")


def must_say_nothing_new(edit: Edit, ground: Ground) -> None:
    """Raise NotSafeError, naming the words, if `edit` says what neither the resume nor a synonym says."""
    new = added_words(edit.before, claimed(edit))
    strange = [word for word in new if folded(word) and not set(folded(word).split()) <= ground.known]
    if strange:
        raise NotSafeError(f'It would say "{" ".join(strange)}", which the resume does not.')
    numbers = [word for word in new if is_number(word)]
    if numbers:
        raise NotSafeError(f'It would put the number "{" ".join(numbers)}" where it does not stand.')
    deeds = [word for word in new if word.lower() in listed("deeds") - listed("numbers")]
    if deeds and not is_said_as(deeds, edit, ground):
        raise NotSafeError(f'It would say "{" ".join(deeds)}" of what the line does not say it of.')
    names = [name for name in runs_of_names(edit.before, edit.after) if not stands_in(folded(name), ground.text)]
    if names:
        raise NotSafeError(f'It would say "{names[0]}", a name that the resume does not have.')
    gone = [word for word in added_words(edit.after, edit.before) if word.lower() in listed("hedges")]
    if gone:
        raise NotSafeError(f'It would leave out "{" ".join(gone)}", and so say more than the line does.')


def claimed(edit: Edit) -> str:
    """The wording after an edit; of a new headline what follows the title, which was held."""
    title = edit.after.partition("·")[0] if edit.kind == "headline" and not edit.before else ""
    return edit.after.removeprefix(title)


def is_said_as(deeds: list[str], edit: Edit, ground: Ground) -> bool:
    """Whether words of deed come in as part of a wording that says exactly the same as one that goes out."""
    gone = folded(" ".join(added_words(edit.after, edit.before)))
    same = " \n ".join(folded(wording) for wording in equals(gone))
    return bool(same) and all(stands_in(folded(word), same) for word in deeds)


def strange_words(before: Iterable[str], after: Iterable[str], ground: Ground) -> tuple[str, ...]:
    """What the texts `after` say that nothing allows, beside `before`: the last look at a file as written."""
    old = Counter(word for text in before for word in words(text))
    new = Counter(word for text in after for word in words(text)) - old
    return tuple(sorted(w for w in new if (folded(w) and not set(folded(w).split()) <= ground.known) or is_number(w)))
