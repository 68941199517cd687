"""The score as scikit-learn estimators, so that it clones, fits in a Pipeline and can be learnt."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.utils.validation import check_is_fitted, validate_data

from tailor.scorers.settings import PARTS, Settings


class Features(NamedTuple):
    """The parts of one comparison as shares in [0, 1]; NaN where a part does not apply."""

    shares: tuple[float, ...]


class ShareMatrix(TransformerMixin, BaseEstimator):
    """Turn comparisons into an array of shape (n_comparisons, n_parts), NaN where a part does not apply.

    parts : sequence of str, default=None (all)
        The parts to keep, in order; naming fewer lets a grid search try leaving parts out.
    """

    def __init__(self, parts: tuple[str, ...] | None = None) -> None:
        self.parts = parts

    def fit(self, X: list[Features], y: Any = None) -> ShareMatrix:
        """Check the names of the parts; nothing is learnt."""
        kept = PARTS if self.parts is None else tuple(self.parts)
        if unknown := sorted(set(kept) - set(PARTS)):
            raise ValueError(f"unknown parts {unknown}; known: {list(PARTS)}")
        self.columns_ = [PARTS.index(name) for name in kept]
        return self

    def transform(self, X: list[Features]) -> np.ndarray:
        """The shares of `X`, shape (n_comparisons, n_parts)."""
        check_is_fitted(self)
        return np.array([row.shares for row in X], dtype=float).reshape(len(X), len(PARTS))[:, self.columns_]

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """The names of the parts kept."""
        check_is_fitted(self)
        return np.array([PARTS[at] for at in self.columns_], dtype=object)


class WeightedMean(RegressorMixin, BaseEstimator):
    """Weighted mean of the features that apply, on 0 to 100. Learns nothing, so it needs no data.

    weights : sequence of float of length n_features, default=None (all equal)
        What each feature is worth; NaN features are left out and the rest rescaled.

    Attributes
    ----------
    coef_ : ndarray of shape (n_features,)
        Points a full feature is worth when all apply; they sum to 100.
    """

    def __init__(self, weights: Any = None) -> None:
        self.weights = weights

    def fit(self, X: Any, y: Any = None) -> WeightedMean:
        """Check the weights against the features. Raises ValueError if they do not fit."""
        if y is None:
            X = validate_data(self, X, ensure_all_finite="allow-nan")
        else:
            X, _ = validate_data(self, X, y, ensure_all_finite="allow-nan", y_numeric=True)
        weights = np.ones(X.shape[1]) if self.weights is None else np.asarray(self.weights, dtype=float)
        if weights.shape != X.shape[1:] or (weights < 0).any() or not weights.any():
            raise ValueError(f"need {X.shape[1]} weights of 0 or more, not all 0; got {self.weights!r}")
        self.coef_ = 100 * weights / weights.sum()
        return self

    def maxima(self, X: Any) -> np.ndarray:
        """Points each feature can bring, shape of `X`: rows sum to 100, or to 0 if none applies."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, ensure_all_finite="allow-nan")
        room = np.where(np.isnan(X), 0.0, self.coef_)
        total = room.sum(axis=1, keepdims=True)
        return np.divide(100 * room, total, out=np.zeros_like(room), where=total > 0)

    def contributions(self, X: Any) -> np.ndarray:
        """Points each feature brings, shape of `X`; a row sums to its prediction."""
        most = self.maxima(X)
        return most * np.nan_to_num(validate_data(self, X, reset=False, ensure_all_finite="allow-nan"))

    def predict(self, X: Any) -> np.ndarray:
        """The scores, shape (n_samples,)."""
        return self.contributions(X).sum(axis=1)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        tags.regressor_tags.poor_score = True  # it does not learn from y
        return tags


def default_scorer(settings: Settings) -> Pipeline:
    """The scorer that `tailor compare` uses, with the weights of `settings`, fitted."""
    weights = [float(settings.weights[name]) for name in PARTS]
    blank = Features((0.0,) * len(PARTS))
    return make_pipeline(ShareMatrix(), WeightedMean(weights)).fit([blank])
