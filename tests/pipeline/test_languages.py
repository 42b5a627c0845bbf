"""Languages that Material has no file for: a whole portal in Somali, Tigrinya and Sorani beside Danish and English."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.builds import ROOT, must_build
from tests.support.portal import copy_small

LANGUAGES = {"so": "ltr", "ti": "ltr", "ckb": "rtl"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small portal in five languages; the theme has a catalogue for each, not yet translated."""
    root = tmp_path_factory.mktemp("languages") / "portal"
    copy_small(root)
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    english = root / "theme/locales/en/LC_MESSAGES/portal.po"
    folder = root / "sites/broen"
    for language in LANGUAGES:
        catalogue = root / f"theme/locales/{language}/LC_MESSAGES/portal.po"
        catalogue.parent.mkdir(parents=True)
        catalogue.write_text(
            english.read_text("utf-8").replace("Language: en", f"Language: {language}"), "utf-8"
        )
        shutil.copy(folder / "site.en.yml", folder / f"site.{language}.yml")
    text = (folder / "site.yml").read_text("utf-8")
    listed = re.sub(
        r"languages:(\s*\n\s*- \w+\s*\n\s*- \w+|.*)", "languages: [da, en, so, ti, ckb]", text, count=1
    )
    (folder / "site.yml").write_text(listed, "utf-8")
    must_build(root)
    return root / "public/broen"


@pytest.mark.parametrize(("language", "direction"), LANGUAGES.items())
@pytest.mark.parametrize("page", ["index.html", "404.html", "coordinators/index.html"])
def test_page_has_the_language_and_its_direction(
    site: Path, language: str, direction: str, page: str
) -> None:
    """Every page, the error page included, says its exact language and direction on the html element."""
    html = (site / language / page).read_text("utf-8")
    found = re.search(r"<html\b[^>]*>", html)
    assert found
    assert (f'lang="{language}"' in found[0], f'dir="{direction}"' in found[0]) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_its_own_search(site: Path, language: str) -> None:
    """Each of them has an index of its own pages."""
    assert (site / language / "search/index.json").stat().st_size > 0
