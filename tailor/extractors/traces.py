"""What a line leaves to go by when it does not name a skill: its words, letters, word classes and the skills it names.

The same function feeds the training in `models/train_evidence.py` and the model at work, so that both always see
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

SHORTEST, LONGEST = 3, 5  # letters of a piece of a word
BLOCKS = ("words", "letters", "classes", "skills")
PHRASE = 4  # the most words a phrase of a class has


def traces(words: Sequence[str], skills: Iterable[str], phrases: Mapping[str, str]) -> dict[str, list[str]]:
    """The features of a line by block, repeats and all.

    words : its words, folded by the vocabulary.
    skills : what it names, and what follows from that.
    phrases : words and phrases with the classes they stand in, separated by blanks.
    """
    plain = [shape(word) for word in words if word[0].isalnum() or word in "%$€£"]
    classes = list(classes_of(plain, phrases))
    return {
        "words": [*plain, *(f"{a} {b}" for a, b in pairwise(plain))],
        "letters": [piece for word in plain for piece in pieces(word)],
        "classes": [*classes, *(f"{a} {b}" for a, b in pairwise(classes) if a != b)],
        "skills": list(skills),
    }


def shape(word: str) -> str:
    """`word`, or what kind of number it is."""
    if not any(character.isdigit() for character in word):
        return word
    if any(sign in word for sign in "$€£"):
        return "#money"
    return "#share" if "%" in word else "#number"


@lru_cache(maxsize=8192)
def pieces(word: str) -> tuple[str, ...]:
    """The runs of 3 to 5 letters of a word, its edges marked."""
    padded = f" {word} "
    sizes = range(SHORTEST, LONGEST + 1)
    return tuple(padded[start : start + size] for size in sizes for start in range(len(padded) - size + 1))


def classes_of(words: Sequence[str], phrases: Mapping[str, str]) -> Iterator[str]:
    """The classes of the words and phrases of a line, in reading order; the longest phrase at a place counts."""
    for at in range(len(words)):
        for size in range(min(PHRASE, len(words) - at), 0, -1):
            found = phrases.get(" ".join(words[at : at + size]))
            if found:
                yield from found.split()
                break
