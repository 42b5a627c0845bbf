"""Files that are wrong as a whole: what is advised."""

from __future__ import annotations

from pathlib import Path

from generator.clock import read_clock
from generator.load.loader import Reading
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, copy_small

RECORD = "content/programmes/broen-mentor.yml"


def test_a_record_without_its_language_is_told_so(tmp_path: Path) -> None:
    """It counts as English, so its English translation seems to be too many; nobody is told to delete that."""
    paths = copy_small(tmp_path / "portal")
    text = (paths.root / RECORD).read_bytes().replace(b"language: da\n", b"", 1)
    found = check_portal(paths, read_clock(TODAY), reading=Reading({RECORD: text})).findings
    assert [(one.code, one.position.file) for one in found] == [("PP302", RECORD.replace(".yml", ".en.yml"))]
    assert "has no line language:" in found[0].help_text
