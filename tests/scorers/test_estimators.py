"""The estimators keep scikit-learn's contract, and the points add up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import parametrize_with_checks

from tailor.scorers.estimators import Features, ShareMatrix, WeightedMean, default_scorer
from tailor.scorers.plain import contributions
from tailor.scorers.settings import PARTS, settings

NAN = float("nan")
shares = st.one_of(st.just(NAN), st.floats(0, 1))
rows = st.lists(shares, min_size=len(PARTS), max_size=len(PARTS))


@parametrize_with_checks([WeightedMean()])
def test_weighted_mean_passes_all_checks_of_scikit_learn(estimator, check):
    check(estimator)


@given(rows)
def test_points_sum_to_the_score_and_stay_within_their_maxima(row):
    mean = default_scorer(settings()).steps[-1][1]
    X = np.array([row])

    points, most = mean.contributions(X)[0], mean.maxima(X)[0]

    assert points.sum() == pytest.approx(mean.predict(X)[0])
    assert (points <= most + 1e-9).all()
    assert most.sum() == pytest.approx(0 if np.isnan(row).all() else 100)


@given(rows)
def test_the_plain_twin_agrees_with_the_estimator(row):
    mean = default_scorer(settings()).steps[-1][1]
    shares = {name: None if np.isnan(share) else share for name, share in zip(PARTS, row, strict=True)}

    plain = contributions(shares, settings().weights)

    points = [plain.get(name, (0.0, 0.0))[0] for name in PARTS]
    assert mean.contributions(np.array([row]))[0].tolist() == pytest.approx(points, abs=1e-9)


def test_a_part_that_does_not_apply_is_left_out_and_the_rest_rescaled():
    mean = WeightedMean([3, 1]).fit(np.zeros((1, 2)))

    assert mean.predict(np.array([[1.0, NAN], [0.0, 1.0]])).tolist() == [100.0, 25.0]


@pytest.mark.parametrize("weights", [[1], [1, -1], [0, 0]], ids=["too-few", "negative", "all-zero"])
def test_bad_weights_are_refused_in_fit(weights):
    with pytest.raises(ValueError, match="need 2 weights"):
        WeightedMean(weights).fit(np.zeros((1, 2)))


def test_unknown_parts_are_refused_in_fit():
    with pytest.raises(ValueError, match="unknown parts"):
        ShareMatrix(parts=("charm",)).fit([])


def test_share_matrix_clones_with_its_parameters():
    assert clone(ShareMatrix(parts=("level",))).parts == ("level",)


def test_share_matrix_names_and_orders_its_columns():
    matrix = ShareMatrix(parts=("years", "must-haves")).fit([])
    row = Features(tuple(float(at) for at in range(len(PARTS))))

    assert matrix.get_feature_names_out().tolist() == ["years", "must-haves"]
    assert matrix.transform([row]).tolist() == [[float(PARTS.index("years")), 0.0]]


def test_weights_can_be_searched_on_judged_comparisons():
    generator = np.random.default_rng(7)
    judged = [Features(tuple(generator.uniform(size=len(PARTS)))) for _ in range(24)]
    truth = [100 * item.shares[0] for item in judged]
    one_hot = [[float(at == part) for part in range(len(PARTS))] for at in range(len(PARTS))]
    search = GridSearchCV(make_pipeline(ShareMatrix(), WeightedMean()), {"weightedmean__weights": one_hot}, cv=3)

    search.fit(judged, truth)

    assert search.best_params_ == {"weightedmean__weights": one_hot[0]}
    assert search.best_score_ == pytest.approx(1.0)
