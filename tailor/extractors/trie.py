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
    """Phrases as word lists under keys; one phrase may stand under several keys."""

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
        node = self.root
        for word in words:
            node = node.setdefault(word, {})
        keys = node.setdefault(KEYS, [])
        if key not in keys:
            keys.append(key)

    def find(self, words: Sequence[str], first: Mapping[str, str] | None = None) -> Iterator[Found]:
        """Every phrase in `words`, by start, then by length.

        first : what the first word of a phrase may stand for besides itself ("prioritizing": "prioritize").
        """
        root, size, also = self.root, len(words), first or {}
        for start in range(size):
            word = words[start]
            node = root.get(also.get(word, word))
            at = start + 1
            while node is not None:
                for key in node.get(KEYS, ()):
                    yield Found(key, start, at)
                node = node.get(words[at]) if at < size else None
                at += 1


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
