"""Which files a portal consists of, on a real disk."""

import os
import socket
from pathlib import Path

import pytest

from generator.limits import Limits
from generator.load.discover import discover
from generator.paths import PortalPaths


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a portal with one record and one site."""
    write(tmp_path, "content/programmes/kvinfo.yml")
    write(tmp_path, "sites/network/site.yml")
    return tmp_path.resolve()


def write(root: Path, name: str, text: str = "a: b\n") -> Path:
    """Write a file below `root` and return its path."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(root: Path) -> list[str]:
    """Return the paths of all files that are read."""
    found = discover(PortalPaths(root))
    return [file.shown for file in (*found.sources, *found.pages)]


def refused(root: Path) -> list[tuple[str, str]]:
    """Return code and file of each finding."""
    return [(each.code, each.position.file) for each in discover(PortalPaths(root)).findings]


BASE = ["content/programmes/kvinfo.yml", "sites/network/site.yml"]


def test_records_overlays_and_pages_are_found_in_order(root: Path) -> None:
    """Every kind of file gets its kind, id and language; the order is that of ids and languages."""
    write(root, "content/programmes/kvinfo.da.yml")
    write(root, "content/programmes/kvinfo.ar.yml")
    write(root, "content/programmes/kvinfo-2.yml")
    write(root, "content/calls/autumn.yml")
    write(root, "sites/network/site.da.yml")
    write(root, "sites/network/pages/about.md")
    write(root, "sites/network/pages/about.da.md")
    found = discover(PortalPaths(root))
    assert found.findings == ()
    assert [(file.kind, file.id, file.language) for file in found.sources] == [
        ("calls", "autumn", None),
        ("programmes", "kvinfo", None),
        ("programmes", "kvinfo", "ar"),
        ("programmes", "kvinfo", "da"),
        ("programmes", "kvinfo-2", None),
        ("sites", "network", None),
        ("sites", "network", "da"),
    ]
    assert [(page.site, page.name, page.language, page.shown) for page in found.pages] == [
        ("network", "about", None, "sites/network/pages/about.md"),
        ("network", "about", "da", "sites/network/pages/about.da.md"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "content/media/team.svg",
        "content/media/team.AVIF",
        "content/.gitkeep",
        "content/programmes/.kvinfo.yml.swp",
        "content/.git/config",
        "sites/.gitkeep",
        "sites/network/logo.svg",
        "sites/network/brand/logo.png",
        "sites/network/NOTES.txt",
        "sites/network/pages/photo.webp",
        "sites/network/pages/.draft.md",
    ],
)
def test_pictures_dot_files_and_a_sites_own_files_are_left_alone(root: Path, name: str) -> None:
    """They are neither read nor refused."""
    write(root, name)
    assert (shown(root), refused(root)) == (BASE, [])


@pytest.mark.parametrize(
    "name",
    [
        "content/programmes/other.yaml",
        "content/programmes/Other.yml",
        "content/programmes/notes.txt",
        "content/programmes/photo.svg",
        "content/programmes/kvinfo.DA.yml",
        "content/programmes/a b.yml",
        "content/README.md",
        "sites/README.md",
        "sites/network/site.yaml",
        "sites/network/other.yml",
        "sites/network/pages/about.markdown",
        "sites/network/pages/About.md",
        "sites/network/pages/about.yml",
    ],
)
def test_a_file_in_the_wrong_place_or_with_a_wrong_name_is_refused(root: Path, name: str) -> None:
    """Nothing is passed over in silence, and everything else is still found."""
    write(root, name)
    assert (shown(root), refused(root)) == (BASE, [("PP009", name)])


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("content/programs/a.yml", "content/programs"),
        ("content/programmes/old/a.yml", "content/programmes/old"),
        ("content/media/team.svg/a.yml", "content/media/team.svg"),
        ("content/programmes/a.yml/b.yml", "content/programmes/a.yml"),
        ("sites/My Site/site.yml", "sites/My Site"),
        ("sites/network/pages/sub/a.md", "sites/network/pages/sub"),
        ("sites/empty/logo.svg", "sites/empty"),
    ],
)
def test_a_folder_in_the_wrong_place_is_refused_once(root: Path, name: str, place: str) -> None:
    """The folder is named, not each file in it."""
    write(root, name)
    assert (shown(root), refused(root)) == (BASE, [("PP009", place)])


def test_a_picture_of_another_format_is_told_as_one(root: Path) -> None:
    """A photograph from a telephone is not mistaken for a record with a wrong ending."""
    write(root, "content/media/IMG_2041.HEIC")
    finding = discover(PortalPaths(root)).findings[0]
    assert (finding.code, finding.text, finding.help_text) == (
        "PP009",
        "This picture is not read: expected are PNG, JPEG, WebP or AVIF.",
        "Save it as JPEG, name it in small letters, and make its record.",
    )


def test_an_unknown_kind_leads_to_the_nearest_folder(root: Path) -> None:
    """A misspelled folder gets the right name."""
    write(root, "content/organizations/a.yml")
    finding = discover(PortalPaths(root)).findings[0]
    assert (finding.text, finding.help_text) == (
        "There is no kind of record “organizations”.",
        "Rename it to organisations/.",
    )


def test_a_site_with_only_a_misnamed_record_has_one_finding(root: Path) -> None:
    """One cause is one finding: the wrong suffix, not also the missing file."""
    write(root, "sites/second/site.yaml")
    assert refused(root) == [("PP009", "sites/second/site.yaml")]


@pytest.mark.parametrize(
    "place",
    [
        "content/programmes/link.yml",
        "content/programmes/kvinfo.da.yml",
        "content/media/link.svg",
        "content/calls",
        "content/stories",
        "sites/link",
        "sites/network/site.da.yml",
        "sites/network/logo.svg",
        "sites/network/pages",
        "sites/network/pages/link.md",
        "sites/network/brand/logo.svg",
    ],
)
@pytest.mark.parametrize("target", ["file", "folder", "nothing", "itself", "/proc/self/environ"])
def test_a_symbolic_link_is_refused_wherever_it_points(
    root: Path, tmp_path: Path, place: str, target: str
) -> None:
    """File, folder, dangling, looping or into the system: a link is named and not followed."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    write(outside, "folder/secret.yml")
    write(outside, "file")
    link = (
        (root / place).parent.resolve() / Path(place).name if ".." not in place else root / "content/stories"
    )
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(link if target == "itself" else outside / target)
    assert (shown(root), refused(root)) == (BASE, [("PP009", place)])


@pytest.mark.parametrize("folder", ["content", "sites"])
def test_a_linked_top_folder_is_refused(root: Path, tmp_path: Path, folder: str) -> None:
    """Nothing is read through a link at the top either."""
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    (root / folder).rename(moved)
    (root / folder).symlink_to(moved)
    assert refused(root) == [("PP009", folder)]
    assert shown(root) == [name for name in BASE if not name.startswith(folder)]


def test_a_fifo_is_refused_without_waiting_for_a_writer(root: Path) -> None:
    """A pipe among the records does not block."""
    os.mkfifo(root / "content/programmes/pipe.yml")
    assert refused(root) == [("PP009", "content/programmes/pipe.yml")]


def test_a_socket_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket is no record."""
    monkeypatch.chdir(root / "content/programmes")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.yml")
        assert refused(root) == [("PP009", "content/programmes/socket.yml")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("content/programmes/kvinfo.zh-Hant.yml", "content/programmes/kvinfo.zh-hant.yml"),
        ("content/media/Team.svg", "content/media/team.svg"),
        ("content/media/caf\u00e9.svg", "content/media/cafe\u0301.svg"),
        ("content/media/stra\u00dfe.svg", "content/media/strasse.svg"),
        ("sites/network/pages/a.pt-BR.md", "sites/network/pages/a.pt-br.md"),
    ],
)
def test_names_that_are_one_on_other_computers_are_refused(root: Path, first: str, second: str) -> None:
    """Names that differ in case or in composition only would overwrite each other."""
    write(root, first)
    write(root, second)
    assert refused(root) == [("PP009", max(first, second))]


def test_a_name_that_is_not_utf_8_is_shown_escaped(root: Path) -> None:
    """A byte that is no text does not break the message."""
    Path(os.fsdecode(os.fsencode(root / "content/programmes") + b"/k\xe9.yml")).write_bytes(b"a: b\n")
    assert refused(root) == [("PP009", r"content/programmes/k\udce9.yml")]


def test_control_characters_in_a_name_are_shown_escaped(root: Path) -> None:
    """A name cannot put a line of its own into a report."""
    write(root, "content/programmes/a\n::error::b\x1b[31m.yml")
    assert refused(root) == [("PP009", r"content/programmes/a\n::error::b\x1b[31m.yml")]


def test_too_many_files_are_refused_by_folder(root: Path) -> None:
    """Over the limit a folder is not read, and the finding names it."""
    for number in range(10):
        write(root, f"content/places/p{number}.yml")
    limits = Limits(records=9)
    findings = discover(PortalPaths(root), limits).findings
    assert [(each.code, each.position.file) for each in findings] == [("PP007", "content/places")]


def test_a_portal_without_folders_is_empty(tmp_path: Path) -> None:
    """Missing folders hold nothing; that a portal must have them is decided elsewhere."""
    found = discover(PortalPaths(tmp_path))
    assert (found.sources, found.pages, found.findings) == ((), (), ())
