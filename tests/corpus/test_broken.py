"""Broken files and what an editor reads about each: golden, in every language in which the program speaks.

`broken/<name>.yml` begins with a comment that names the file of the small portal in whose place it is put; a page
begins with such a line in HTML, which is not part of it. `broken/<name>.<language>.txt` is what `portal check` prints.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.console.languages import languages, words_in
from generator.console.report import Report
from generator.console.text import format_findings
from generator.console.words import Words
from generator.paths import PortalPaths
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, copy_small

BROKEN = Path(__file__).parent / "broken"
FILES = sorted(path for path in BROKEN.iterdir() if path.suffix != ".txt")
WORDS = {code: words_in(code) for code in languages()}
"""The languages that are compared. A language is added with its catalogue, and its files by `--update-golden`."""

_NAMED = re.compile(rb"(?:\xef\xbb\xbf)?(?:# |<!-- )((?:content|sites)/\S+)(?: -->)?\n")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> PortalPaths:
    """The small portal; each test puts one file in and takes it out again."""
    return copy_small(tmp_path_factory.mktemp("corpus") / "portal")


def printed(small: PortalPaths, path: Path, words: Words) -> str:
    """What `portal check` prints with this file in its place."""
    data = path.read_bytes()
    named = _NAMED.match(data)
    assert named, f"{path.name} does not say where it belongs"
    target = small.root / named[1].decode()
    before = target.read_bytes() if target.exists() else None
    text = data[named.end() :] if path.suffix == ".md" else data
    target.write_bytes(text)
    try:
        checked = check_portal(small, read_clock(TODAY))
    finally:
        target.unlink() if before is None else target.write_bytes(before)
    lines = text.decode("utf-8-sig", "replace").split("\n")

    def source(file: str, number: int) -> str | None:
        return lines[number - 1] if small.root / file == target and number <= len(lines) else None

    report = Report(checked.findings, checked.files, len(checked.plans), 2, checked.ignored)
    return format_findings(checked.findings, source, words) + report.last_line(words) + "\n"


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_explained(
    path: Path, language: str, small: PortalPaths, request: pytest.FixtureRequest
) -> None:
    """Place, excerpt, sentence, advice and the last line, as reviewed."""
    golden = path.with_name(f"{path.stem}.{language}.txt")
    actual = printed(small, path, WORDS[language])
    if request.config.getoption("--update-golden"):
        golden.write_text(actual, "utf-8")
    assert golden.read_text("utf-8") == actual


def test_there_are_sixty_broken_files() -> None:
    """Each has its golden text in every language, and no text is without its file."""
    texts = {f"{path.stem}.{language}.txt" for path in FILES for language in WORDS}
    assert (len(FILES) >= 60, texts) == (True, {path.name for path in BROKEN.glob("*.txt")})


def test_every_broken_file_is_found(small: PortalPaths) -> None:
    """No text says that there is nothing to mend."""
    silent = [path.name for path in BROKEN.glob("*.en.txt") if "no findings" in path.read_text("utf-8")]
    assert silent == []
