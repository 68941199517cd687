"""TF-IDF against a frozen background of postings: the same answer for one posting as for a million."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from tailor.scorers.plain import TOKEN, background, unseen_idf


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
    record = {"documents": documents, "stops": sorted(fitted.get_stop_words()), "idf": table}
    path.write_text(json.dumps(record, indent=0, ensure_ascii=False) + "\n", "utf-8")


def frozen(*texts: str) -> TfidfVectorizer:
    """The vectorizer that comes with Tailor, fitted by `models/learn_tfidf.py`, ready for `texts`.

    Words of `texts` that the background does not know join the vocabulary, with the IDF of a word nobody used.
    """
    return read_tfidf(background(), *texts)


def read_tfidf(path: Path, *texts: str) -> TfidfVectorizer:
    """The fitted vectorizer that `save` wrote to `path`, ready for `texts`."""
    found = json.loads(path.read_text(encoding="utf-8"))
    words = vectorizer().build_analyzer()
    unknown = sorted({word for text in texts for word in words(text)} - found["idf"].keys())
    idf = found["idf"] | dict.fromkeys(unknown, unseen_idf(found["documents"]))
    fitted = vectorizer({word: at for at, word in enumerate(idf)})
    fitted.idf_ = np.fromiter(idf.values(), dtype=float)
    return fitted
