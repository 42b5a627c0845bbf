"""What mkdocs.yml brings in, code or settings from elsewhere, is in no key: then pages are made by every build."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.paths import PortalPaths
from tests.support.builds import ROOT, build, contents, replaced
from tests.support.portal import copy_small

HOOK = """\
from hook_words import WORD

def on_post_page(output, **_):
    return output.replace("</body>", f"<!-- hooked {WORD} one --></body>")
"""

WITNESS = """\
def on_post_page(output, page, config):
    with open(SAID, "a") as said:
        said.write(f"{config.site_name}\\n")
    return output
"""


@dataclass
class Portal:
    """A portal with a theme and settings of its own, built by processes of their own."""

    root: Path

    def build(self, **environment: str) -> str:
        """Build with the cache; return the report."""
        done = build(self.root, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def says(self, text: str) -> bool:
        """Whether the home page has a text."""
        return text in (self.root / "public/broen/index.html").read_text("utf-8")

    def is_right(self, **environment: str) -> bool:
        """Whether what is live is what a build elsewhere without a cache makes."""
        target = self.root.parent / "afresh"
        done = build(self.root, "--no-cache", "--output", str(target), **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        made = contents(target)
        shutil.rmtree(target)
        return contents(self.root / "public") == made

    def settings(self, more: str) -> None:
        """Add to the settings."""
        file = self.root / "mkdocs.yml"
        file.write_text(f"{file.read_text('utf-8')}\n{more}", "utf-8")


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    """The small portal; its shell shows a setting."""
    root = copy_small(tmp_path / "portal").root
    shutil.copytree(ROOT / "theme", root / "theme")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("extra:\n  generator: false\n", ""), "utf-8")
    replaced(root / "theme/shell/main.html", "</body>", "<!-- note {{ config.extra.note }} --></body>")
    return Portal(root)


def test_an_edited_hook(portal: Portal) -> None:
    """A hook counts from the folder of mkdocs.yml; it is seen when it changes, and so is what it imports."""
    tools = portal.root / "tools"
    tools.mkdir()
    (tools / "hook.py").write_text(HOOK, "utf-8")
    (tools / "hook_words.py").write_text('WORD = "first"\n', "utf-8")
    portal.settings("hooks: [tools/hook.py]\n")
    portal.build()
    assert portal.says("hooked first one")
    replaced(tools / "hook.py", " one ", " two ")
    portal.build()
    assert portal.says("hooked first two")
    replaced(tools / "hook_words.py", "first", "second")
    portal.build()
    assert portal.says("hooked second two")
    assert portal.is_right()


def test_a_value_of_the_environment(portal: Portal) -> None:
    """A setting that the environment gives is what it is now."""
    portal.settings("extra:\n  note: !ENV [PORTAL_TEST_NOTE, nobody]\n")
    portal.build(PORTAL_TEST_NOTE="morning")
    assert portal.says("note morning")
    portal.build(PORTAL_TEST_NOTE="evening")
    assert portal.says("note evening")
    assert portal.is_right(PORTAL_TEST_NOTE="evening")
    portal.build()
    assert portal.says("note nobody")


def test_an_inherited_file(portal: Portal) -> None:
    """An inherited file counts from the folder of the one that names it; it is seen when it changes, and so is what
    that one inherits."""
    (portal.root / "shared").mkdir()
    (portal.root / "shared/base.yml").write_text("INHERIT: ground.yml\n", "utf-8")
    (portal.root / "shared/ground.yml").write_text("extra:\n  note: low\n", "utf-8")
    portal.settings("INHERIT: shared/base.yml\n")
    portal.build()
    assert portal.says("note low")
    replaced(portal.root / "shared/ground.yml", "low", "high")
    portal.build()
    assert portal.says("note high")
    assert portal.is_right()


def test_what_is_brought_in_no_more(portal: Portal) -> None:
    """Pages of a hook go with it, though all else is as it was before there was one; then builds have nothing to do."""
    portal.build()
    plain = (portal.root / "mkdocs.yml").read_text("utf-8")
    before = contents(portal.root / "public")
    (portal.root / "hook.py").write_text(HOOK.replace("from hook_words import WORD", "WORD = 1"), "utf-8")
    portal.settings("hooks: [hook.py]\n")
    portal.build()
    assert portal.says("hooked 1 one")
    (portal.root / "mkdocs.yml").write_text(plain, "utf-8")
    portal.build()
    assert contents(portal.root / "public") == before
    assert "(0 files written" in portal.build()


def test_records_are_not_read_again(portal: Portal) -> None:
    """What was found in records is still kept: it has nothing to do with MkDocs."""
    (portal.root / "hook.py").write_text("", "utf-8")
    portal.settings("hooks: [hook.py]\n")
    portal.build()
    cache = PortalPaths(portal.root).cache
    assert (cache / "facts").is_dir()
    assert not (cache / "sites").exists()
    assert "(0 files written" in portal.build()


def test_a_hook_sees_the_pages_of_the_portal_and_no_other(portal: Portal) -> None:
    """Whatever the program does to get ready, hooks are not run for it."""
    said = portal.root / "said.txt"
    (portal.root / "hook.py").write_text(WITNESS.replace("SAID", repr(str(said))), "utf-8")
    portal.settings("hooks: [hook.py]\n")
    portal.build()
    assert set(said.read_text("utf-8").splitlines()) == {"Broens mentornetværk", "The Bridge mentor network"}
