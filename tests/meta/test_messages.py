"""The words for readers: what the program says, what the catalogues hold, and that these are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.messages import used_messages

from generator.text.messages import catalogue_path, read_catalogue

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
LANGUAGES = sorted(path.name for path in (THEME / "locales").iterdir())


def catalogue_ids(language: str) -> set[tuple[str, str]]:
    """The messages of a catalogue that are translated, as singular and plural."""
    found = set()
    for message in read_catalogue(catalogue_path(THEME, language)):
        if message.id and (
            language == "en" or all(message.string if message.pluralizable else [message.string])
        ):
            found.add(message.id if isinstance(message.id, tuple) else (message.id, ""))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_used_message_is_translated(language: str) -> None:
    """Whatever a page can say is in the catalogue of each shipped language."""
    assert set(used_messages()) - catalogue_ids(language) == set()


def test_no_message_is_unused() -> None:
    """Translators are not asked for sentences that nobody reads."""
    assert catalogue_ids("en") - set(used_messages()) == set()
