"""What other generators get is the exported site; what the portal builds is counted and compared."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.bench.contenders import ONE, Portal, UnequalError, run_cold
from tests.bench.hugo import write_hugo
from tests.bench.network import write_network
from tests.bench.operation import NOTHING, PHONE, TITLE, check, edits, shows
from tests.bench.project import Project
from tests.bench.scenarios import Bench
from tests.bench.zensical import write_zensical

SETTINGS = {
    "site_name": "Broen",
    "site_url": "https://broen.example.org/",
    "markdown_extensions": ["attr_list"],
    "plugins": [
        "search",
        {
            "i18n": {
                "docs_structure": "suffix",
                "languages": [
                    {
                        "locale": language,
                        "name": name,
                        "site_name": f"R &amp; B {language}",
                        "site_description": "Words",
                        "copyright": "Who",
                        "nav": [{"A &amp; B": "index.md"}, {"Calls": "calls/index.md"}],
                        **({"default": True} if language == "da" else {}),
                    }
                    for language, name in (("en", "English"), ("da", "dansk"))
                ],
            }
        },
    ],
}
PAGES = {
    "index": "# Home\n\n[Calls](calls/index.md){ .md-button } [Odense](calls/odense.md#when)",
    "about": "# About\n\n[Home](index.md) [Out](https://www.example.org/x.md)",
    "calls/index": "# Calls\n\n[Odense](odense.md) [Feed](../feeds/calls.xml)",
    "calls/odense": "# Odense { #title }\n\n[All](index.md) [About](../about.md)",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An exported site of four pages in two languages."""
    docs = tmp_path / "export/docs"
    for name, body in PAGES.items():
        for suffix in ("", ".en"):
            path = docs / f"{name}{suffix}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f'---\ntitle: "{name} &amp; more"\ndescription: "D: d"\n---\n\n{body}\n', "utf-8")
    (docs / "feeds").mkdir()
    (docs / "feeds/calls.en.xml").write_text("<feed/>", "utf-8")
    (docs / "robots.txt").write_text("", "utf-8")
    (docs.parent / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS), "utf-8")
    return Project(docs.parent)


def test_pages_of_an_export(project: Project) -> None:
    """Each page has its language, address, title as people read it, and whether it is a list."""
    assert list(project.languages) == ["da", "en"]
    found = {(page.language, page.route): page for page in project.pages()}
    assert {route for _, route in found} == {"", "about/", "calls/", "calls/odense/"}
    assert len(found) == 8
    page = found["en", "calls/"]
    assert (page.title, page.description, page.is_section) == ("calls/index & more", "D: d", True)
    assert not found["da", "about/"].is_section
    assert list(project.menu("en")) == [("A & B", ""), ("Calls", "calls/")]


def test_hugo_gets_the_same_pages(project: Project, tmp_path: Path) -> None:
    """Pages keep their addresses, links lead to them, and each language has its menu."""
    folder = write_hugo(project, tmp_path / "hugo")
    content = folder / "content"
    assert {path.relative_to(content).as_posix() for path in content.rglob("*.md")} == {
        f"{name}.{language}.md"
        for name in ("_index", "about", "calls/_index", "calls/odense")
        for language in ("da", "en")
    }
    home = (content / "_index.en.md").read_text("utf-8")
    assert "[Calls](calls/) [Odense](calls/odense/#when)" in home
    assert "[Odense](odense/) [Feed](../feeds/calls.xml)" in (content / "calls/_index.da.md").read_text(
        "utf-8"
    )
    assert "[All](../) [About](../../about/)" in (content / "calls/odense.da.md").read_text("utf-8")
    assert "[Home](../) [Out](https://www.example.org/x.md)" in (content / "about.da.md").read_text("utf-8")
    assert (folder / "static/en/feeds/calls.xml").is_file()
    assert (folder / "static/robots.txt").is_file()
    settings = yaml.safe_load((folder / "hugo.yaml").read_text("utf-8"))
    assert settings["defaultContentLanguage"] == "da"
    english = settings["languages"]["en"]
    assert english["title"] == "R & B en"
    assert [entry["pageRef"] for entry in english["menus"]["main"]] == ["/", "/calls/"]


def test_zensical_gets_a_project_for_each_language(project: Project, tmp_path: Path) -> None:
    """Each language has its pages without suffix, and settings of its own."""
    folders = write_zensical(project, tmp_path / "zensical")
    assert [folder.name for folder in folders] == ["da", "en"]
    assert sorted(path.name for path in (folders[1] / "docs").rglob("*.md")) == [
        "about.md",
        "index.md",
        "index.md",
        "odense.md",
    ]
    settings = yaml.safe_load((folders[1] / "mkdocs.yml").read_text("utf-8"))
    assert (settings["site_url"], settings["theme"]["language"]) == ("https://broen.example.org/en/", "en")


def test_menu_of_all_pages(project: Project) -> None:
    """Without a menu in the settings MkDocs makes one of all pages; all else stays."""
    project.write_settings_with_tree("tree.yml")
    settings = yaml.safe_load((project.folder / "tree.yml").read_text("utf-8"))
    languages = settings["plugins"][1]["i18n"]["languages"]
    assert [language.pop("nav", None) for language in languages] == [None, None]
    assert settings["site_url"] == SETTINGS["site_url"]


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    """Two small sites."""
    write_network(tmp_path / "portal", sites=2, languages=1, pages=10)
    return Portal(tmp_path / "portal", tmp_path, ("site-1", "site-2"))


def test_pages_are_counted(portal: Portal) -> None:
    """The portal builds each page that the network has; another number of pages is an error."""
    result = run_cold(ONE, portal, portal.sites, 20)
    assert (result.output.pages, result.taken.cpu > 0) == (20, True)
    with pytest.raises(UnequalError, match="portal, 1 worker built 20 pages, not 21"):
        run_cold(ONE, portal, portal.sites, 21)


def test_edits_tell_what_was_written(portal: Portal, tmp_path: Path) -> None:
    """Nothing changed writes nothing; a number and a title are written on the pages of their site alone."""
    rows = {row.name: row for row in edits(Bench(tmp_path), "edits", portal)}
    assert rows[NOTHING].note == "0 files written, sites: 0"
    assert [rows[edit].written_sites for edit in (NOTHING, PHONE, TITLE)] == [0, 1, 1]
    assert rows[PHONE].needless == 0
    assert rows[PHONE].note.endswith(" show it, 0 written without need")


def test_checks_take_turns(tmp_path: Path) -> None:
    """Before each cold check what was kept is put aside; so many rounds, one row for each kind."""
    told: list[str] = []
    found = check(Bench(tmp_path, rounds=2, scale=0.001, told=told.append))
    cold = next(found)
    kept = [path.name for path in (tmp_path / "check/old").glob("*/*/cache/*")]
    rows = [cold, *found]
    assert told == ["check: round 1", "check: round 2"]
    assert [(row.name, row.reference, row.count >= 100) for row in rows] == [
        ("cold", True, True),
        ("warm", False, True),
    ]
    assert kept == ["facts"], "of the first round; the second one is still there"


def test_a_number_is_found_however_it_is_written(tmp_path: Path) -> None:
    """Digits in pairs, with hyphens, spaces or nothing between; not another number."""
    path = tmp_path / "page.html"
    for text, found in (
        ("tel:+45-33-12-00-01", True),
        ("33\u00a012\u00a000\u00a001", True),
        ("33120002", False),
    ):
        path.write_text(text, "utf-8")
        assert shows(path, "33120001") is found
