"""A generated repository with many commits: what is outdated is exactly what the generator made so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.translation_history import Size, build, outdated_in, states_of


@pytest.mark.parametrize("inline", [False, True], ids=["overlays", "in the record"])
def test_generated_history(tmp_path: Path, inline: bool) -> None:
    """Sixty texts in three languages over eighty commits: every state is right, cold and cached."""
    paths, expected = build(tmp_path / "portal", Size(60, 3, 80, inline))
    first, second = outdated_in(states_of(paths)), outdated_in(states_of(paths))
    assert expected
    assert (first, second) == (expected, expected)
