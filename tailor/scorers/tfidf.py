"""TF-IDF against a frozen background of postings: the same answer for one posting as for a million."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from tailor.scorers.plain import TOKEN, background


def vectorizer(vocabulary: dict[str, int] | None = None, *, min_df: int = 1) -> TfidfVectorizer:
    """An unfitted vectorizer with our reading of words; sublinear, so that stuffing a word gains little."""
    return TfidfVectorizer(
        vocabulary=vocabulary, token_pattern=TOKEN, stop_words="english", sublinear_tf=True, min_df=min_df
    )


def learn(texts: Iterable[str], *, min_df: int = 5) -> TfidfVectorizer:
    """Fit vocabulary and IDF on `texts`; words in fewer than `min_df` of them are left out."""
    return vectorizer(min_df=min_df).fit(texts)


def save(fitted: TfidfVectorizer, path: Path, *, documents: int) -> None:
    """Write vocabulary and IDF of `fitted` as JSON, a word a line; `documents` is how many taught it."""
    words = fitted.get_feature_names_out()
    table = {word: round(float(idf), 4) for word, idf in zip(words, fitted.idf_, strict=True)}
    path.write_text(json.dumps({"documents": documents, "idf": table}, indent=0, ensure_ascii=False) + "\n", "utf-8")


@cache
def frozen() -> TfidfVectorizer:
    """The vectorizer that comes with Tailor, fitted by `models/learn_tfidf.py`."""
    return read_tfidf(background())


def read_tfidf(path: Path) -> TfidfVectorizer:
    """The fitted vectorizer that `save` wrote to `path`."""
    idf = json.loads(path.read_text(encoding="utf-8"))["idf"]
    fitted = vectorizer({word: at for at, word in enumerate(idf)})
    fitted.idf_ = np.fromiter(idf.values(), dtype=float)
    return fitted
