"""A whole portal read from disk."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.diagnostics import Position
from generator.limits import LIMITS
from generator.load.loader import Loaded, load
from generator.load.node import OverlaidValue, to_plain
from generator.paths import PortalPaths


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small correct portal."""
    files = {
        "content/programmes/kvinfo.yml": "name: Mentor network\nplace: aarhus\n",
        "content/programmes/kvinfo.da.yml": "name: Mentornetværk\n",
        "content/programmes/drammen.yml": "name: Drammen\n",
        "content/places/aarhus.yml": "postal_code: 08000\n",
        "sites/network/site.yml": "name: Network\n",
        "sites/network/site.da.yml": "name: Netværk\n",
        "sites/network/pages/about.md": "---\ntitle: About\n---\nText\n",
    }
    for name, text in files.items():
        write(tmp_path, name, text)
    return tmp_path.resolve()


def write(root: Path, name: str, text: str | bytes) -> None:
    """Write a file below `root`."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def names(loaded: Loaded) -> list[str]:
    """Return kind and id of all documents."""
    return [f"{document.kind}/{document.id}" for document in loaded.documents]


def places(loaded: Loaded) -> list[tuple[str, str]]:
    """Return code and place of all findings."""
    return [(each.code, str(each.position)) for each in loaded.findings]


ALL = ["places/aarhus", "programmes/drammen", "programmes/kvinfo", "sites/network"]


def test_a_correct_portal_loads_whole(root: Path) -> None:
    """Records with their translations, sites and pages arrive in order, without findings."""
    loaded = load(PortalPaths(root))
    assert (names(loaded), loaded.findings, loaded.failed) == (ALL, (), ())
    assert [to_plain(document.root) for document in loaded.documents] == [
        {"postal_code": "08000"},
        {"name": "Drammen"},
        {"name": OverlaidValue("Mentor network", {"da": "Mentornetværk"}), "place": "aarhus"},
        {"name": OverlaidValue("Network", {"da": "Netværk"})},
    ]
    assert [(page.site, page.name, page.body) for page in loaded.pages] == [("network", "about", "Text\n")]


def test_a_document_knows_its_translations(root: Path) -> None:
    """Languages come with the first place of their files."""
    kvinfo = load(PortalPaths(root)).documents[2]
    assert (kvinfo.file, kvinfo.languages) == (
        "content/programmes/kvinfo.yml",
        (("da", Position("content/programmes/kvinfo.da.yml")),),
    )


@pytest.mark.parametrize(
    ("name", "data", "code", "place"),
    [
        ("content/programmes/kvinfo.yml", b"name: x\nname: y\n", "PP003", "2:1"),
        ("content/programmes/kvinfo.yml", b"name: \xe9\n", "PP001", "1:7"),
        ("content/programmes/kvinfo.yml", b"", "PP008", "1:1"),
        ("content/programmes/kvinfo.yml", b"#" * (LIMITS.file_bytes + 1), "PP007", "1:1"),
    ],
)
def test_a_record_that_fails_is_left_out_with_its_translation(
    root: Path, name: str, data: bytes, code: str, place: str
) -> None:
    """Everything else is loaded, and the record is named as failed."""
    write(root, name, data)
    loaded = load(PortalPaths(root))
    assert names(loaded) == [name for name in ALL if name != "programmes/kvinfo"]
    assert (places(loaded), loaded.failed) == ([(code, f"{name}:{place}")], (("programmes", "kvinfo"),))


def test_a_translation_that_fails_leaves_the_record(root: Path) -> None:
    """The record is loaded with the languages that can be read; the file still counts as there."""
    write(root, "content/programmes/kvinfo.da.yml", "name: [\n")
    write(root, "content/programmes/kvinfo.de.yml", "name: Netz\n")
    loaded = load(PortalPaths(root))
    kvinfo = loaded.documents[2]
    assert places(loaded) == [("PP002", "content/programmes/kvinfo.da.yml:2:1")]
    assert to_plain(kvinfo.root) == {
        "name": OverlaidValue("Mentor network", {"de": "Netz"}),
        "place": "aarhus",
    }
    assert [language for language, _ in kvinfo.languages] == ["da", "de"]


def test_mistakes_in_a_translation_show_although_the_record_fails(root: Path) -> None:
    """Both files are named in one run, but they are not compared."""
    write(root, "content/programmes/kvinfo.yml", "name: [\n")
    write(root, "content/programmes/kvinfo.da.yml", "nmae: x\nnmae: y\n")
    assert places(load(PortalPaths(root))) == [
        ("PP003", "content/programmes/kvinfo.da.yml:2:1"),
        ("PP002", "content/programmes/kvinfo.yml:2:1"),
    ]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("content/calls/autumn.da.yml", "content/calls/autumn.yml"),
        ("sites/second/site.da.yml", "sites/second/site.yml"),
    ],
)
def test_a_translation_without_a_record_is_refused(root: Path, name: str, record: str) -> None:
    """The finding names the record that is missing."""
    write(root, name, "name: x\n")
    loaded = load(PortalPaths(root))
    assert (places(loaded), names(loaded)) == ([("PP010", f"{name}:1:1")], ALL)
    assert loaded.findings[0].text == f"This file translates {record}, which does not exist."


def test_a_page_that_fails_is_left_out(root: Path) -> None:
    """Other pages are loaded."""
    write(root, "sites/network/pages/about.da.md", "---\ntitle: x\n")
    write(root, "sites/network/pages/contact.md", b"\xff")
    loaded = load(PortalPaths(root))
    assert [page.file for page in loaded.pages] == ["sites/network/pages/about.md"]
    assert places(loaded) == [
        ("PP002", "sites/network/pages/about.da.md:1:1"),
        ("PP001", "sites/network/pages/contact.md:1:1"),
    ]


def test_all_findings_of_all_files_come_in_one_run_in_order(root: Path) -> None:
    """Wrong places, broken files and misfitting translations are sorted by file and line."""
    write(root, "content/programmes/drammen.da.yml", "x: 1\ny: 2\n")
    write(root, "content/places/oslo.yaml", "a: b\n")
    write(root, "content/zzz/a.yml", "a: b\n")
    write(root, "content/calls/a.yml", "a: 1\na: 2\na: 3\n")
    assert places(load(PortalPaths(root))) == [
        ("PP003", "content/calls/a.yml:2:1"),
        ("PP003", "content/calls/a.yml:3:1"),
        ("PP009", "content/places/oslo.yaml:1:1"),
        ("PP011", "content/programmes/drammen.da.yml:1:1"),
        ("PP011", "content/programmes/drammen.da.yml:2:1"),
        ("PP009", "content/zzz:1:1"),
    ]


def test_two_portals_with_the_same_files_load_the_same(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither the folder nor the order in which files were written matters."""
    other = tmp_path_factory.mktemp("other").resolve()
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_file():
            write(other, path.relative_to(root).as_posix(), path.read_bytes())
    assert load(PortalPaths(other)) == load(PortalPaths(root))


@pytest.fixture
def readable_root(root: Path) -> Iterator[Path]:
    """Return the portal in a folder that everybody may enter, seen by a user without special rights."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        shutil.copytree(root, folder, dirs_exist_ok=True)
        folder.chmod(0o755)
        yield folder
        for path in (folder / "content/programmes", folder / "content/places"):
            path.chmod(0o755)


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as nobody for a while when the tests run as the superuser, who may read everything."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.parametrize(
    ("name", "mode", "place"),
    [
        ("content/places/aarhus.yml", 0, "content/places/aarhus.yml"),
        ("content/places", 0, "content/places"),
        ("content/places", 0o444, "content/places/aarhus.yml"),
    ],
)
def test_what_may_not_be_read_is_a_finding(readable_root: Path, name: str, mode: int, place: str) -> None:
    """A file, or a folder that cannot be listed or entered, is named; the rest is loaded."""
    (readable_root / name).chmod(mode)
    with without_rights():
        loaded = load(PortalPaths(readable_root))
    assert (places(loaded), names(loaded)) == ([("PP009", f"{place}:1:1")], ALL[1:])


def test_an_empty_portal_has_nothing(tmp_path: Path) -> None:
    """No folders, no documents, no findings."""
    assert load(PortalPaths(tmp_path.resolve())) == Loaded((), (), (), ())
