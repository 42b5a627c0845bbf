"""What a check says of mkdocs.yml: what a build would say, with place and advice, and without running what it names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import Finding
from generator.engine.configuration import read_base
from generator.engine.last import theme_digest
from generator.engine.settings_check import settings_findings
from generator.errors import SettingsError
from generator.paths import PortalPaths, source_lines
from generator.store.places import facts_store
from generator.store.store import NOTHING_KEPT

ROOT = Path(__file__).resolve().parents[3]
THEME = "theme:\n  name: material\n"
UNIT = {"site_dir": "public", "site_name": "portal", "site_url": "https://portal.example.org/"}

READ = {
    "theme: [\nfoo: bar\n": "3:1: The bracket “[” of line 1 is not closed, or a comma is missing before this place.",
    f"{THEME}\tnav: []\n": "3:1: A tab was found where spaces are expected.",
    f"{THEME}a: *b\n": "3:4: this cannot be used: found undefined alias 'b'",
    f"{THEME}a: !b c\n": "3:4: this cannot be used: could not determine a constructor for the tag '!b'",
    f"{THEME}a: 2026-13-01\n": "1:1: this file cannot be used: month must be in 1..12",
    f"{THEME}a: \0\n": "3:4: Found the control character U+0000 NULL; a text holds none.",
    "site_name: x\ntheme: material\n": "2:1: the theme must be a map with name: material",
    "- a\n": "1:1: the theme must be a map with name: material",
    "": "1:1: the theme must be a map with name: material",
    f"{THEME}plugins: 3\n": "3:1: plugins must be a list of names, or of maps with one name each",
    f"{THEME}plugins: [[a]]\n": "3:1: plugins must be a list of names, or of maps with one name each",
    f"{THEME}a: {'[' * 101 + ']' * 101}\n": "3:103: this is nested more than 100 levels deep",
    f"{THEME}INHERIT: base.yml\n": "3:1: INHERIT leads to no file: base.yml",
    f"{THEME}INHERIT: .\n": "3:1: INHERIT leads to no file: .",
    f"{THEME}INHERIT: ./mkdocs.yml\n": "3:1: INHERIT leads in a circle: ./mkdocs.yml is this file, "
    "or inherits from it",
    f"{THEME}---\na: b\n": "3:1: this cannot be used: expected a single document in the stream, "
    "but found another document",
    f"{THEME}? [a, {{}}]\n: b\n": "3:3: this cannot be used: while constructing a mapping, found unhashable key",
}
"""Files that nobody can read, or that are of another shape."""
VALIDATED = {
    f"{THEME}strict: 3\n": "3:1: strict cannot be used: Expected type: <class 'bool'> but received: <class 'int'>",
    f"{THEME}  static_templates: 5\n": "1:1: this file cannot be used: 'int' object is not iterable",
    f"{THEME}hooks: [none.py]\n": "3:1: hooks cannot be used: The path 'none.py' isn't an existing file.",
    f"{THEME}hooks: [../none.py]\n": "3:1: hooks cannot be used: The path '../none.py' isn't an existing file.",
    f"{THEME}plugins: [none]\n": '3:1: plugins cannot be used: The "none" plugin is not installed',
}
"""Settings that MkDocs refuses."""


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """A portal of nothing but settings; the theme is that of the program."""
    return PortalPaths(tmp_path)


def checked(paths: PortalPaths, text: str, *, keep: bool = False) -> tuple[Finding, ...]:
    """What a check says of these settings."""
    (paths.root / "mkdocs.yml").write_bytes(text.encode())
    return settings_findings(paths, facts_store(paths) if keep else NOTHING_KEPT)


def says(found: tuple[Finding, ...]) -> list[str]:
    """Findings in words, each with its place; all have the one code and advice."""
    assert {finding.code for finding in found} <= {"PP013"}
    assert all(finding.help_text for finding in found)
    assert all(min(finding.position[1:3]) >= 1 for finding in found), (
        "formats for services know no other places"
    )
    return [f"{finding.position}: {finding.text}" for finding in found]


@pytest.mark.parametrize("text", [*READ, *VALIDATED])
def test_a_check_says_what_a_build_says(paths: PortalPaths, text: str) -> None:
    """The same sentence with file, line and column, on one line, and the same advice."""
    said = f"mkdocs.yml:{({**READ, **VALIDATED})[text]}"
    found = checked(paths, text)
    assert says(found) == [said]
    with pytest.raises(SettingsError) as caught:
        read_base(paths.mkdocs, paths.theme).validated(UNIT)
    assert (caught.value.message, caught.value.help) == (said, found[0].help_text)


@pytest.mark.parametrize("kind", ["nowhere", "itself", "folder", "pipe"])
def test_what_is_no_file_is_refused(paths: PortalPaths, kind: str) -> None:
    """By check and build: sites with other settings than their portal seems to have would surprise."""
    file = paths.root / "mkdocs.yml"
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("none.yml" if kind == "nowhere" else file.name)
    found = settings_findings(paths, NOTHING_KEPT)
    assert says(found) == ["mkdocs.yml:1:1: this is no file, and no link to one"]
    with pytest.raises(SettingsError) as caught:
        read_base(paths.mkdocs, paths.theme)
    assert caught.value.finding == found[0]
    assert (theme_digest(paths), source_lines(paths.root, "mkdocs.yml")) == ("", ())


def test_a_link_to_a_file_is_that_file(paths: PortalPaths) -> None:
    """Portals may share settings; what is wrong in them is told where the portal has them."""
    (paths.root / "shared.yml").write_text(f"{THEME}strict: 3\n", "utf-8")
    (paths.root / "mkdocs.yml").symlink_to("shared.yml")
    (said,) = says(settings_findings(paths, NOTHING_KEPT))
    assert said.startswith("mkdocs.yml:3:1: strict cannot be used")


def test_all_mistakes_are_told_at_once(paths: PortalPaths) -> None:
    """MkDocs stops at the first one; whoever checks gets all of them."""
    text = "theme:\n  name: material\n  locale: 3\nstrict: 3\nhooks: 4\nplugins: [none]\nextra_css: 5\n"
    lines = sorted(finding.position.line for finding in checked(paths, text))
    assert lines == [1, 4, 5, 6, 7]


def test_all_mistakes_of_lists_are_told_at_once(paths: PortalPaths) -> None:
    """Every hook and every plugin, not only the first of them."""
    for name in ("g.py", "h.py"):
        (paths.root / name).write_text("def on_env(:\n", "utf-8")
    lists = "hooks: [h.py, ok.py, g.py, none.py, 3]\nplugins: [nope, search, {nope2: {a: 1}}]\n"
    (paths.root / "ok.py").write_text("", "utf-8")
    said = sorted(says(checked(paths, f"{THEME}{lists}")))
    assert [line.split(": ", 1)[1] for line in said] == [
        "the hook g.py cannot be loaded: SyntaxError: invalid syntax (g.py, line 1)",
        "the hook h.py cannot be loaded: SyntaxError: invalid syntax (h.py, line 1)",
        "hooks cannot be used: Expected type: <class 'str'> but received: <class 'int'>",
        "hooks cannot be used: The path 'none.py' isn't an existing file.",
        'plugins cannot be used: The "nope" plugin is not installed',
        'plugins cannot be used: The "nope2" plugin is not installed',
    ]


def test_what_would_end_the_program_is_refused(paths: PortalPaths) -> None:
    """Nested so deeply that the reader of YAML would end the process: also where nobody has judged it before."""
    found = checked(paths, f"{THEME}a: {'[' * 60_000 + ']' * 60_000}\n")
    assert says(found) == ["mkdocs.yml:3:103: this is nested more than 100 levels deep"]
    assert theme_digest(paths) == ""


def test_what_is_inherited_is_named(paths: PortalPaths) -> None:
    """The place is in the file in which the mistake is."""
    (paths.root / "base.yml").write_text("nav: [\n", "utf-8")
    assert says(checked(paths, f"{THEME}INHERIT: base.yml\n"))[0].startswith(
        "base.yml:2:1: The file ends here"
    )


def test_a_circle_is_told_where_it_closes(paths: PortalPaths) -> None:
    """In the last file on the way back."""
    (paths.root / "base.yml").write_text(f"{THEME}INHERIT: mkdocs.yml\n", "utf-8")
    (said,) = says(checked(paths, f"{THEME}INHERIT: base.yml\n"))
    assert said.startswith("base.yml:3:1: INHERIT leads in a circle: mkdocs.yml is this file, or")


def test_a_setting_is_where_it_counts(paths: PortalPaths) -> None:
    """In the file that has it, however far it is inherited; of equal keys the last one counts."""
    (paths.root / "base").mkdir()
    (paths.root / "base/first.yml").write_text("INHERIT: ../second.yml\nstrict: 3\n", "utf-8")
    (paths.root / "second.yml").write_text(f"{THEME}strict: 4\nhooks: [none.py]\n", "utf-8")
    found = checked(paths, "INHERIT: base/first.yml\nplugins: []\nplugins: [none]\n")
    places = [str(finding.position) for finding in found]
    assert places == ["base/first.yml:2:1", "second.yml:4:1", "mkdocs.yml:3:1"]


def test_an_inherited_file_outside_is_named_from_here(paths: PortalPaths) -> None:
    """As people write it, not with the folders of the machine."""
    (paths.root.parent / "shared.yml").write_text(f"{THEME}strict: 3\n", "utf-8")
    (finding,) = checked(paths, "INHERIT: ../shared.yml\n")
    assert str(finding.position) == "../shared.yml:3:1"


@pytest.mark.parametrize("text", ["def on_env(env)\n", "a = '\0'\n"])
def test_hooks_are_compiled(paths: PortalPaths, text: str) -> None:
    """One that is no Python is told with its line, as the build would."""
    (paths.root / "hook.py").write_text(text, "utf-8")
    said = says(checked(paths, f"{THEME}hooks: [hook.py]\n"))
    assert [line.startswith("hook.py:1:") for line in said] == [True]
    assert "the hook hook.py cannot be loaded: " in said[0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(f"x = {'1 + ' * 20_000}1\n", "RecursionError: maximum recursion depth", id="terms"),
        pytest.param(f"x = {'-' * 100_000}1\n", "MemoryError", id="signs"),
    ],
)
def test_hooks_that_are_too_much(paths: PortalPaths, text: str, fault: str) -> None:
    """One on which Python gives up is told like one that is no Python."""
    (paths.root / "hook.py").write_text(text, "utf-8")
    (said,) = says(checked(paths, f"{THEME}hooks: [hook.py]\n"))
    assert said.startswith(f"hook.py:1:1: the hook hook.py cannot be loaded: {fault}")


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="needs a file that nobody can read")
def test_hooks_that_cannot_be_read(paths: PortalPaths) -> None:
    """A file that is there and cannot be read is told, whoever asks."""
    (paths.root / "hook.py").symlink_to("/proc/self/mem")
    said = says(checked(paths, f"{THEME}hooks: [hook.py]\n"))
    assert said == ["hook.py:1:1: the hook hook.py cannot be loaded: OSError: [Errno 5] Input/output error"]


def test_hooks_are_named_as_they_are_written(paths: PortalPaths) -> None:
    """Not with the folders of the machine."""
    (paths.root / "hook.txt").write_text("", "utf-8")
    said = says(checked(paths, f"{THEME}hooks: [./hook.txt]\n"))
    assert said == [
        "mkdocs.yml:3:1: hooks cannot be used: Cannot import path './hook.txt' as a Python module"
    ]


@pytest.mark.parametrize(
    "data",
    [b"# coding: nonsense\n", b"a = '\xff'\n", b"\0", b"\xef\xbb\xbf# coding: ascii\n", b"(", b"a\n b"],
)
def test_places_in_hooks_are_places(paths: PortalPaths, data: bytes) -> None:
    """Lines and columns count from 1, whatever Python says of a file."""
    (paths.root / "hook.py").write_bytes(data)
    (found,) = checked(paths, f"{THEME}hooks: [hook.py]\n")
    assert found.position.line >= 1
    assert found.position.column >= 1


def test_nothing_is_run(paths: PortalPaths) -> None:
    """Hooks, plugins of others, and tags with which YAML calls a function: nobody runs or loads them."""
    (paths.root / "hook.py").write_text(f"open({str(paths.root / 'ran')!r}, 'w')\n", "utf-8")
    text = f"{THEME}hooks: [hook.py]\nplugins: [material/meta]\nextra:\n"
    text += f"  a: !!python/object/apply:os.mkdir [{paths.root / 'ran'}]\n  b: !ENV [NONE, 3]\n"
    assert checked(paths, text) == ()
    assert not (paths.root / "ran").exists()


def test_what_was_right_is_kept(paths: PortalPaths) -> None:
    """The second look at the same bytes loads no MkDocs; where more than bytes decides, every look is a new one."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    script = (
        "import sys\nfrom pathlib import Path\nfrom generator.engine.settings_check import settings_findings\n"
        "from generator.paths import PortalPaths\nfrom generator.store.places import facts_store\n"
        f"paths = PortalPaths(Path({str(paths.root)!r}))\n"
        "found = settings_findings(paths, facts_store(paths))\n"
        "print(len(found), 'mkdocs' in sys.modules)"
    )

    def looked() -> str:
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    assert checked(paths, settings, keep=True) == ()
    assert looked() == "0 False"
    (paths.root / "hook.py").write_text("", "utf-8")
    assert checked(paths, f"{settings}\nhooks: [hook.py]\n", keep=True) == ()
    assert looked() == "0 True"
    assert len(checked(paths, f"{settings}\nstrict: 3\n", keep=True)) == 1
    assert looked() == "1 True"


def test_a_theme_that_is_not_whole_is_no_matter_of_settings(paths: PortalPaths) -> None:
    """Its faults are told by a build; a check says of the settings what it always says."""
    (paths.root / "theme/templates").mkdir(parents=True)
    assert paths.theme == paths.root / "theme"
    assert checked(paths, THEME) == ()
    assert len(checked(paths, f"{THEME}strict: 3\n")) == 1


def test_the_settings_of_the_program_are_right(paths: PortalPaths) -> None:
    """A portal without a file of its own has nothing to mend, and nobody looks."""
    assert settings_findings(paths, NOTHING_KEPT) == ()
