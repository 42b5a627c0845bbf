"""Counts of translations by site and language: the same for the table and for the overview."""

from __future__ import annotations

from pathlib import Path

from generator.cli.translations_common import read_translations
from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.status.item import Texts
from generator.status.translations import language_states, texts_to_do
from tests.support.portal import TODAY, copy_small
from tests.support.repositories import commit, edit, repository

PROGRAMME = "content/programmes/broen-mentor.yml"


def rows(root: Path) -> list[Texts]:
    """What is to do in the portal at `root`."""
    found = read_translations(PortalPaths(root), read_clock(TODAY))
    groups = language_states(found.checked.plans, found.texts, found.history)
    return list(texts_to_do(groups, found.history))


def test_a_reworded_source_counts_until_it_is_translated(tmp_path: Path) -> None:
    """A language without anything to do is not listed; an outdated and a missing text are."""
    root = repository(tmp_path / "portal").resolve()
    start = rows(root)
    edit(root, PROGRAMME, "Broens mentornetværk", "Broens netværk af mentorer")
    commit(root)
    after = rows(root)
    assert [row.outdated for row in start] in ([], [0])
    assert [(row.site, row.language) for row in after] == [("broen", "en")]
    assert after[0].outdated == 1


def test_without_history_nothing_is_said_of_outdated(tmp_path: Path) -> None:
    """Missing texts are counted all the same."""
    root = copy_small(tmp_path / "portal").root
    (root / "content/stories/first-year.en.yml").unlink()
    (row,) = (row for row in rows(root) if row.missing)
    assert (row.site, row.language, row.outdated) == ("broen", "en", None)
    assert 0 < row.missing < row.total
    assert row.unknown > 0
