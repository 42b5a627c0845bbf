"""Slots stand for addresses while pages are made; no file that people get has one left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.text.slots import ROUTE, SITE
from tests.support.builds import ROOT, build, must_build, replaced

_CODES = "|".join(f"{ord(slot):x}" for slot in (SITE, ROUTE))
_NUMBERS = "|".join(str(ord(slot)) for slot in (SITE, ROUTE))
_QUOTED = "|".join("".join(f"%{byte:02x}" for byte in slot.encode()) for slot in (SITE, ROUTE))
SLOT = re.compile(
    rf"[{SITE}{ROUTE}]|\\u(?:{_CODES})|&#x0*(?:{_CODES});|&#0*(?:{_NUMBERS});|{_QUOTED}", re.IGNORECASE
)
"""A slot as it is, as JSON and HTML escape it, and as addresses do."""
TEXTS = {".html", ".json", ".xml", ".txt", ".ics", ".vcf", ".css", ".js", ".svg", ".webmanifest"}


def slots_below(folder: Path) -> dict[str, str]:
    """The first slot of each text file with what stands around it; stops the test where there are no files."""
    files = [path for path in folder.rglob("*") if path.suffix in TEXTS]
    assert {".html", ".json", ".xml"} <= {path.suffix for path in files}
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
    return {
        name: text[max(0, slot.start() - 40) : slot.end() + 40]
        for name, text in texts.items()
        if (slot := SLOT.search(text))
    }


@pytest.mark.parametrize(
    "text",
    [SITE, f'"{ROUTE}"', r"\ue002", r"\uE003", "&#xe002;", "&#57347;", "%EE%80%82", "%ee%80%83"],
)
def test_a_slot_is_known_in_every_form(tmp_path: Path, text: str) -> None:
    """Otherwise the tests below would find nothing, whatever is there."""
    for name in ("a.html", "a.json", "a.xml"):
        (tmp_path / name).write_text("-")
    assert slots_below(tmp_path) == {}
    (tmp_path / "a.html").write_text(text, "utf-8")
    assert slots_below(tmp_path) == {"a.html": text}


def test_no_slot_is_left_in_the_samples(tmp_path: Path) -> None:
    """Six sites with every kind of page, in all of their languages, and all files for machines."""
    must_build(ROOT, "--output", str(tmp_path / "public"))
    assert slots_below(tmp_path / "public") == {}


def test_no_slot_is_left_where_pages_are_kept(live: Path) -> None:
    """A build that makes a few pages anew, and keeps the others, leaves none either."""
    assert slots_below(live / "public") == {}
    replaced(live / "content/coordinators/broen-aarhus.yml", "Anna Eksempel", "Ane Eksempel")
    done = build(live)
    assert done.returncode == 0, done.stdout + done.stderr
    assert slots_below(live / "public") == {}
