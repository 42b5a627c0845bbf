"""`portal serve` shows what `portal build` would publish, after any edit; broken input leaves the last good pages."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.paths import PortalPaths
from tests.support.builds import ROOT, contents, must_build, replaced
from tests.support.portal import copy_with_theme
from tests.support.serving import Served, serving, until

PHONE = "content/coordinators/broen-odense.yml"
Edit = Callable[[Path], object]


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """A small portal with a theme of its own."""
    return copy_with_theme(tmp_path / "portal")


@pytest.fixture
def served(paths: PortalPaths) -> Iterator[Served]:
    """The portal, served."""
    with serving(paths) as found:
        yield found


def differing(served: Served, root: Path, output: Path) -> list[str]:
    """Build what is served and return the files of which other bytes are served."""
    must_build(root, "--output", str(output))
    return [path for path, data in contents(output).items() if served.get(f"/{path}").file != data]


def added(file: Path, text: str) -> None:
    """Add a text to the end of a file."""
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def second_site(root: Path) -> None:
    """A site with another name and one language less."""
    shutil.copytree(root / "sites/broen", root / "sites/other")
    replaced(root / "sites/other/site.yml", "https://broen.example.org", "https://other.example.org")


EDITS: dict[str, Edit] = {
    "phone": lambda root: replaced(root / PHONE, "number: ", "number: +45 50 12 34 56 # "),
    "translation": lambda root: replaced(root / "content/places/odense.yml", "en: Odense", "en: Odense city"),
    "own page": lambda root: added(root / "sites/broen/pages/about.md", "\nNy tekst.\n"),
    "deleted": lambda root: [file.unlink() for file in (root / "content/stories").iterdir()],
    "second site": second_site,
    "colour": lambda root: replaced(root / "sites/other/site.yml", "colour: ", 'colour: "#1c4f9c" # '),
    "template": lambda root: replaced(root / "theme/templates/place.html", "</h1>", "!</h1>"),
    "style": lambda root: added(root / "theme/styles/base.css", "body { color: red; }\n"),
    "shell": lambda root: replaced(root / "theme/shell/main.html", "<main>", '<main class="new">'),
}


def test_served_files_are_those_of_a_build(served: Served, paths: PortalPaths, tmp_path: Path) -> None:
    """After each edit of a series every file has the bytes that a fresh build gives it."""
    found = {"start": differing(served, paths.root, tmp_path / "build")}
    for name, edit in EDITS.items():
        served.after(lambda edit=edit: edit(paths.root))
        assert served.state.errors == ()
        found[name] = differing(served, paths.root, tmp_path / "build")
    assert found == {name: [] for name in ("start", *EDITS)}


def test_only_what_changed_is_made_again(served: Served, paths: PortalPaths) -> None:
    """An edit gives a new key to the sites that show it, and to no other."""
    served.after(lambda: second_site(paths.root))
    before = {face.id: face.key for face in served.state.faces}
    served.after(lambda: added(paths.root / "sites/other/pages/about.md", "\nMere.\n"))
    after = {face.id: face.key for face in served.state.faces}
    assert [id for id in after if after[id] != before[id]] == ["other"]


BREAKS: dict[str, tuple[Edit, str]] = {
    "yaml": (lambda root: (root / PHONE).write_text("role: [\n", "utf-8"), PHONE),
    "binary": (lambda root: (root / PHONE).write_bytes(bytes(range(256)) * 20), PHONE),
    "reference": (lambda root: replaced(root / PHONE, "- odense", "- nowhere"), PHONE),
    "site folder": (lambda root: shutil.rmtree(root / "sites/broen"), "sites"),
    "content": (lambda root: shutil.rmtree(root / "content"), "sites/broen/site.yml"),
    "everything": (
        lambda root: [shutil.rmtree(root / name) for name in ("content", "sites", "theme")],
        "sites",
    ),
    "link": (lambda root: ((root / PHONE).unlink(), (root / PHONE).symlink_to("/etc/hostname")), PHONE),
    "folder": (lambda root: ((root / PHONE).unlink(), (root / PHONE).mkdir()), "content/coordinators"),
    "catalogue": (
        lambda root: (root / "theme/locales/da/LC_MESSAGES/portal.po").write_text('msgid "\n', "utf-8"),
        "theme/locales/da/LC_MESSAGES/portal.po",
    ),
    "picture": (
        lambda root: (root / "content/media/conversation.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 99),
        "content/media/conversation.yml",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_broken_input_leaves_the_last_good_pages(served: Served, paths: PortalPaths, name: str) -> None:
    """The pages stay what they were, the finding names the file, and all is well once it is mended."""
    kept = paths.root.with_name("kept")
    shutil.copytree(paths.root, kept)
    before = {path: served.get(path).file for path in ("/broen/", "/broen/en/coordinators/")}
    edit, place = BREAKS[name]
    served.after(lambda: edit(paths.root))
    places = {finding.position.file for finding in served.state.errors}
    assert any(file.startswith(place) for file in places), places
    assert {path: served.get(path).file for path in before} == before
    for folder in ("content", "sites", "theme"):
        shutil.rmtree(paths.root / folder, ignore_errors=True)
        shutil.copytree(kept / folder, paths.root / folder)
    until(lambda: not served.state.errors)
    assert {path: served.get(path).file for path in before} == before


@pytest.mark.parametrize(
    "file", ["templates/coordinators.html", "shell/main.html", "shell/partials/footer.html"]
)
def test_broken_template(served: Served, paths: PortalPaths, file: str) -> None:
    """A page whose template is broken stays what it was; the finding has the template and its line."""
    before = served.get("/broen/coordinators/").file
    path = paths.root / "theme" / file
    good = path.read_bytes()
    served.after(lambda: path.write_bytes(good + b"\n{% if %}\n"))
    assert served.get("/broen/coordinators/").file == before
    line = good.count(b"\n") + 2
    assert [str(finding.position) for finding in served.state.errors] == [f"theme/{file}:{line}:1"]
    served.after(lambda: path.write_bytes(good))
    assert (served.state.errors, served.get("/broen/coordinators/").file) == ((), before)


def test_missing_style_sheet(served: Served, paths: PortalPaths) -> None:
    """A theme without one of its style sheets keeps the last good one."""
    before = served.get("/broen/assets/portal/portal.css").body
    served.after((paths.root / "theme/styles/tokens.css").unlink)
    assert served.get("/broen/assets/portal/portal.css").body == before
    assert "tokens.css" in served.state.errors[0].text


def with_hook(root: Path, text: str) -> None:
    """Have a hook run on the pages of two sites, as `mkdocs.yml` says."""
    second_site(root)
    (root / "hook.py").write_text(text, "utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}\nhooks: [hook.py]\n", "utf-8")


def test_a_hook_that_fails_is_told_once(paths: PortalPaths) -> None:
    """However many languages and sites it fails on, there is one finding, and it stays the same one."""
    with_hook(paths.root, "def on_env(env, **_):\n    return 1 / 0\n")
    with serving(paths) as served:
        until(lambda: served.state.errors)
        told = served.state.errors
        assert [str(finding.position) for finding in told] == ["hook.py:2:1"]
        pages = ("/other/", "/other/en/", "/broen/", "/broen/en/")
        assert [served.get(page).status for page in pages] == [503] * 4
        assert served.state.errors == told


def test_a_hook_that_ends_its_process(paths: PortalPaths) -> None:
    """It is told once, no process is started again and again, and pages of other sites are made on request."""
    end = "import os\n\n\ndef on_env(env, config, **_):\n    if '/broen.' in config.site_url:\n        os._exit(3)\n"
    with_hook(paths.root, end)
    with serving(paths) as served:
        builder = served.serving._builder
        until(lambda: builder.process_number == 3)
        until(lambda: not served.serving.desk.is_outdated)
        (told,) = served.state.errors
        assert (str(told.position), told.code) == ("mkdocs.yml", "")
        assert told.text == "broen/da: the process that built it ended unexpectedly (exit code 3)"
        assert told.help_text.endswith(": hook.py")
        assert served.get("/other/").status == 200
        assert (builder.process_number, served.state.errors) == (3, (told,))
        assert served.get("/broen/").status == 503
        until(lambda: builder.process_number == 4)


def test_builder_that_is_killed(served: Served) -> None:
    """When the builder's process dies, it is told, another one is started, and pages are made again."""
    process = served.serving._builder._process
    assert process is not None
    assert process.pid is not None
    until(lambda: served.serving.desk._shelf.find("broen", "en/index.html", served.state.faces[0].key))
    os.kill(process.pid, signal.SIGKILL)
    assert served.get("/broen/nowhere/").status in (404, 503)
    until(lambda: served.get("/broen/nowhere/").status == 404)


def test_an_edit_that_is_undone(served: Served, paths: PortalPaths) -> None:
    """The pages of the state that came back are made ahead once more."""
    desk, whole = served.serving.desk, (paths.root / PHONE).read_bytes()
    until(lambda: all(map(desk.is_complete, desk.state.faces)))
    served.after(lambda: replaced(paths.root / PHONE, "number: ", "number: +45 50 12 34 56 # "))
    until(lambda: all(map(desk.is_complete, desk.state.faces)))
    served.after(lambda: (paths.root / PHONE).write_bytes(whole))
    until(lambda: all(map(desk.is_complete, desk.state.faces)))
    face = desk.state.faces[0]
    assert desk._shelf.find("broen", "en/index.html", face.key)


def test_nothing_is_published(served: Served, paths: PortalPaths) -> None:
    """Serving writes the store of pictures and nothing else."""
    served.get("/broen/")
    assert sorted(path.name for path in paths.root.iterdir()) == [".portal", "content", "sites", "theme"]
    assert [path.name for path in (paths.root / ".portal").iterdir()] == ["cache"]


def test_first_reading_may_fail(paths: PortalPaths) -> None:
    """A portal that is broken from the start is served with its findings, and appears once it is mended."""
    good = (paths.root / PHONE).read_bytes()
    (paths.root / PHONE).write_bytes(b"role: [\n")
    with serving(paths) as served:
        first = served.get("/broen/")
        assert (first.status, f"<code>{PHONE}:" in first.body.decode()) == (503, True)
        served.after(lambda: (paths.root / PHONE).write_bytes(good))
        assert served.get("/broen/").status == 200
