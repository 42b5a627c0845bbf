"""Whether the bytes of mkdocs.yml say all that pages depend on."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine.brought import PLUGIN, other_plugins, says_all
from generator.engine.configuration import read_base

ROOT = Path(__file__).resolve().parents[3]
THEME = "theme:\n  name: material\n"
ALONE = [
    "",
    "plugins:\n",
    "plugins: [programme-portal]\n",
    "plugins:\n  - programme-portal:\n      site: kvinfo\n",
    "plugins:\n  programme-portal: {}\n",
    "hooks:\n",
    "hooks: []\n",
    "extra:\n  hooks: [a.py]\n  INHERIT: b.yml\n  text: 'an !ENV that is text'\n# INHERIT: c.yml\n",
]
CODE = [
    "plugins: [search, programme-portal]\n",
    "plugins:\n  - programme-portal\n  - search:\n      lang: en\n",
    "plugins:\n  search: {}\n",
    "hooks: [a.py]\n",
    '"hoo\\x6bs": [a.py]\n',
    "extra: &extra\n  hooks: [a.py]\n<<: *extra\n",
]
ELSEWHERE = [
    "INHERIT: base.yml\n",
    '"INHERIT": base.yml\n',
    "extra:\n  note: !ENV NOTE\n",
    "extra:\n  note: !ENV [NOTE, none]\n",
    "extra:\n  note: !!python/object/apply:os.getenv [NOTE]\n",
    "extra:\n  note: !<!ENV> NOTE\n",
]


@pytest.mark.parametrize("text", ALONE)
def test_that_is_all(text: str) -> None:
    """Settings without code or settings from elsewhere; a word in a text or a comment brings in nothing."""
    assert says_all((THEME + text).encode())


@pytest.mark.parametrize("text", [*CODE, *ELSEWHERE])
def test_there_is_more(text: str) -> None:
    """Code of others, another file, a tag that asks for something: however it is written."""
    assert not says_all((THEME + text).encode())


@pytest.mark.parametrize("text", [*ALONE, *CODE])
def test_the_configuration_says_the_same(tmp_path: Path, text: str) -> None:
    """Whoever builds sees code of others exactly where it was seen without MkDocs."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(THEME + text, "utf-8")
    assert read_base(file, ROOT / "theme").is_alone == says_all(file.read_bytes())


@pytest.mark.parametrize("plugins", [["search"], [{"search": {"lang": "en"}}], {"search": {"lang": "en"}}])
def test_plugins_keep_their_options(plugins: object) -> None:
    """Plugins of others are what they were, whether a list names them or a map."""
    own: object = {**plugins, PLUGIN: {}} if isinstance(plugins, dict) else [PLUGIN, *plugins]  # type: ignore[misc]
    assert other_plugins({"plugins": own}) == ([plugins] if isinstance(plugins, dict) else plugins)


@pytest.mark.parametrize(
    "data",
    [
        b"a: [",
        b"a: " + b"[" * 101 + b"]" * 101,
        b"",
        b"- a\n",
        b"plugins: 3\n",
        b"plugins: [[1], []]\n",
        b"\xff\xfe\0",
        b"a: 2026-13-01\n",
    ],
)
def test_what_cannot_be_read_says_nothing(data: bytes) -> None:
    """Of such a file nothing is known; that it is refused is up to whoever builds."""
    assert not says_all(data)


def test_the_settings_that_come_with_the_program() -> None:
    """Ordinary portals have what was built before."""
    assert says_all((ROOT / "mkdocs.yml").read_bytes())
