"""The handbook for editors: its examples are right on the sample content, and the codes it names exist."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.check.registry import BY_CODE
from generator.paths import PortalPaths
from tests.support.pictures import picture
from tests.support.portal import apply_example, findings_of, places_of, read_example

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs/handbook/editors.md"
TEXT = HANDBOOK.read_text("utf-8")
SECTIONS = dict(part.split("\n", 1) for part in TEXT.split("\n## ")[1:])
JOBS = {
    title: blocks
    for title, body in SECTIONS.items()
    if (blocks := re.findall(r"```yaml\n(.*?)```", body, re.DOTALL))
}
_STATEMENT = re.compile(r"^accessibility:\n(?:[ \n].*\n?)*", re.MULTILINE)


def portal_at(target: Path) -> PortalPaths:
    """A copy of the sample content; its sites have no accessibility statement yet."""
    for name in ("content", "sites"):
        shutil.copytree(ROOT / name, target / name)
    for path in (target / "sites").glob("*/site*.yml"):
        path.write_text(_STATEMENT.sub("", path.read_text("utf-8")), "utf-8")
    return PortalPaths(target.resolve())


@pytest.mark.parametrize("title", JOBS)
def test_example_is_right(title: str, tmp_path: Path) -> None:
    """What the handbook shows for a job gives no error and no warning on the sample content."""
    paths = portal_at(tmp_path / "portal")
    before = {place for place in places_of(findings_of(paths)) if BY_CODE[place[2]].severity != "note"}
    for text in JOBS[title]:
        apply_example(paths, text)
        for block in read_example(text):
            for name in re.findall(r"^file: (\S+)$", "\n".join(block.lines), re.MULTILINE):
                (paths.media / name).write_bytes(picture("jpeg", 640, 400))
    after = {place for place in places_of(findings_of(paths)) if BY_CODE[place[2]].severity != "note"}
    assert after - before == set()


def test_every_job_of_the_table_has_an_example() -> None:
    """The table leads to sections that are there, in their order, each with something to copy."""
    assert re.findall(r"^\| \[([^]]+)\]", TEXT, re.MULTILINE) == list(JOBS)


def test_every_code_exists() -> None:
    """`portal explain` knows each code that the handbook names."""
    assert set(re.findall(r"PP\d{3}", TEXT)) - BY_CODE.keys() == set()
