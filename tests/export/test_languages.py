"""Languages that the stock tools do not know, and what happens to pages without translation."""

from __future__ import annotations

import shutil
from pathlib import Path

import material
import pytest

from generator.errors import UsageError
from generator.export.settings import THEME_LANGUAGES, refuse_languages
from tests.export.stock import judge
from tests.support.builds import ROOT
from tests.support.portal import copy_small


def speak(root: Path, language: str, fallback: str) -> None:
    """Give the small portal's site another second language, into which little is translated."""
    site = root / "sites/broen"
    text = (site / "site.yml").read_text("utf-8").replace("  - en\n", f"  - {language}\n")
    (site / "site.yml").write_text(f"{text}fallback: {fallback}\n", "utf-8")
    shutil.copy(site / "site.en.yml", site / f"site.{language}.yml")


def test_language_that_the_theme_does_not_have(tmp_path: Path) -> None:
    """A language without words of Material's is written down all the same, and the pages say which it is."""
    root = copy_small(tmp_path / "portal").root
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copytree(root / "theme/locales/en", root / "theme/locales/so")
    speak(root, "so", "notice")
    assert judge(root, "broen", tmp_path) > 20
    assert (tmp_path / "project/docs/stories/first-year.so.md").is_file()


def test_pages_without_translation_are_left_out(tmp_path: Path) -> None:
    """A site that shows no other language has the same gaps, and its pictures in every language."""
    root = copy_small(tmp_path / "portal").root
    speak(root, "tr", "omit")
    assert judge(root, "broen", tmp_path) > 10
    assert not (tmp_path / "project/docs/stories/first-year.tr.md").exists()


def test_languages_of_the_theme() -> None:
    """Which languages Material has words for is as the installed one says."""
    folder = Path(material.__file__).parent / "templates/partials/languages"
    assert {file.stem for file in folder.glob("*.html")} == THEME_LANGUAGES


def test_refused_languages() -> None:
    """What static-i18n takes for no language is refused, with the way to export the others."""
    with pytest.raises(UsageError) as refused:
        refuse_languages(("da", "ckb", "en", "es-419"), "kvinfo")
    assert "kvinfo: ckb, es-419" in refused.value.message
    assert refused.value.help == "export the others: --language da --language en"
    refuse_languages(("da", "pt-BR", "zh-Hans", "sr-Latn"), "kvinfo")
