"""A token trie: many phrases found in one pass, longest or all, at the cost of a dict step a token.

Why not spaCy's PhraseMatcher: it needs a Doc for each phrase, and for 20,000 phrases that takes longer
than importing spaCy itself. The trie is built from plain word lists in a twentieth of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

KEYS = ""  # no word is empty, so this key of a node is free for what ends there


class Found(NamedTuple):
    """A phrase found: its key, and the range [start, end) of the words it spans."""

    key: str
    start: int
    end: int


class Trie:
    """Phrases as word lists under keys; one phrase may stand under several keys.

    A first word leads to the phrases that begin with it as they were given; the nodes below it are made when a text
    has that word for the first time, which most never do.
    """

    def __init__(self, phrases: Mapping[str, Iterable[Sequence[str]]] | None = None) -> None:
        self.root: dict[str, Any] = {}
        for key, wordings in (phrases or {}).items():
            self.add_all(key, wordings)

    def add_all(self, key: str, wordings: Iterable[Sequence[str]]) -> None:
        """Put each of `wordings` under `key`."""
        for words in wordings:
            self.add(key, words)

    def add(self, key: str, words: Sequence[str]) -> None:
        """Put the phrase `words` under `key`. Raises ValueError if it holds no word or an empty one."""
        if not all(words) or not words:
            raise ValueError(f"a phrase of {key!r} is empty: {list(words)!r}")
        node = self.root.setdefault(words[0], [])
        if isinstance(node, list):
            node.append((key, words))
        else:
            grow(node, key, words)

    def below(self, word: str) -> dict[str, Any] | None:
        """The node that the first word `word` leads to, made now if need be; None if no phrase begins with it."""
        node = self.root.get(word)
        if isinstance(node, list):
            made: dict[str, Any] = {}
            for key, words in node:
                grow(made, key, words)
            node = self.root[word] = made
        return node

    def find(self, words: Sequence[str], first: Mapping[str, str] | None = None) -> Iterator[Found]:
        """Every phrase in `words`, by start, then by length.

        first : what the first word of a phrase may stand for besides itself ("prioritizing": "prioritize").
        """
        root, below, size, also = self.root, self.below, len(words), first or {}
        for start in range(size):
            word = also.get(words[start], words[start])
            node = below(word) if word in root else None
            at = start + 1
            while node is not None:
                for key in node.get(KEYS, ()):
                    yield Found(key, start, at)
                node = node.get(words[at]) if at < size else None
                at += 1


def grow(node: dict[str, Any], key: str, words: Sequence[str]) -> None:
    """Put the phrase `words` under `key`, given the node of its first word."""
    for word in words[1:]:
        node = node.setdefault(word, {})
    keys = node.setdefault(KEYS, [])
    if key not in keys:
        keys.append(key)


def longest(found: Iterable[Found]) -> list[Found]:
    """Of overlapping phrases the longest, and of equally long ones the first; in reading order."""
    taken: set[int] = set()
    kept = []
    for item in sorted(found, key=lambda item: (item.start - item.end, item.start)):
        span = range(item.start, item.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)
