"""A user's own weights go over the shipped ones, key by key."""

import pytest

from tailor.errors import CorruptFile, MissingFile
from tailor.scorers.settings import PARTS, settings, settings_from


def test_every_part_has_a_weight_and_they_sum_to_100():
    assert set(settings().weights) == set(PARTS)
    assert sum(settings().weights.values()) == 100


def test_only_the_keys_given_are_overridden(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text("[weights]\nyears = 20\n", encoding="utf-8")

    own = settings_from(file)

    assert own.weights["years"] == 20
    assert own.weights["level"] == settings().weights["level"]
    assert own.proofs == settings().proofs


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[wieghts]\nyears = 1", r"unknown table \[wieghts\]"),
        ("[weights]\nyaers = 1", "unknown key 'yaers'"),
        ("[weights]\nyears = -1", "'years' in .* is -1"),
        ("[weights]\nyears = 'many'", "'years' in .* is 'many'"),
        ("[weights]\nyears = nan", "'years' in .* is nan"),
        ("[weights", "not valid TOML"),
        ("\n".join(["[weights]", *(f"{name} = 0" for name in PARTS)]), "all weights are 0"),
        ("[similarity]\nskills = 1.5", "'skills' in .* is above 1"),
        ("[similarity]\nskills_least = 0.9", "'skills_least' in .* reaches 'skills_full'"),
    ],
    ids=["table", "key", "negative", "text", "nan", "syntax", "all-zero", "share", "no-room"],
)
def test_what_does_not_fit_is_named(tmp_path, text, reason):
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(CorruptFile, match=reason):
        settings_from(file)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MissingFile, match="none.toml"):
        settings_from(tmp_path / "none.toml")
