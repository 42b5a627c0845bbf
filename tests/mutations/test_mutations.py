"""One mistake in one field of the sample content is found, on its line; what is no mistake changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.paths import PortalPaths
from tests.mutations.score import Score, score_of

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261121


def judge(count: int) -> Score:
    """Make and check so many mutations, and print the score."""
    score = score_of(PortalPaths(ROOT), count, SEED)
    print(f"\n{score}", *score.misses, *score.elsewhere, *score.tracebacks, sep="\n")  # noqa: T201
    assert (score.made, score.misses, score.tracebacks) == (count, [], [])
    assert score.at_line >= 0.98 * score.found
    return score


def test_a_few_mutations() -> None:
    """A hundred and fifty in every run."""
    judge(150)


@pytest.mark.long
def test_a_thousand_mutations() -> None:
    """A thousand when asked: `make mutations`."""
    judge(1000)
