"""Builds that must not happen: a mistake is named by place, finding and cure, and the live sites stay as they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.builds import build, replaced, state

CALL = "content/calls/mentors-odense.yml"
PHONE = "content/coordinators/broen-odense.yml"
PLACE = "content/places/odense.yml"
PROGRAMME = "content/programmes/broen-mentor.yml"
SITE = "sites/broen/site.yml"
SECONDS = 20
"""A build that is refused takes about one; a machine that is busy gets more."""

BOMB = "\n".join(
    [
        "language: da",
        "a: &a [x, x, x]",
        *(f"{n}: &{n} [*{o}, *{o}, *{o}]" for o, n in pairwise("abcdefghi")),
    ]
)
BILLION = f"{BOMB}\nname: *i\n"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What somebody does to the portal, and what the build must say about it, word for word."""

    make: Callable[[Path], object]
    place: str
    code: str
    found: str
    help: str
    errors: str = "1 error"


def edited(file: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda root: replaced(root / file, old, new)


def written(file: str, data: bytes) -> Callable[[Path], object]:
    return lambda root: (root / file).write_bytes(data)


def removed(file: str) -> Callable[[Path], object]:
    return lambda root: (root / file).unlink()


MISTAKES = {
    "unknown-coordinator": Mistake(
        edited(CALL, "coordinator: broen-odense", "coordinator: broen-odnese"),
        f"{CALL}:20:16",
        "PP101",
        'there is no coordinator "broen-odnese"',
        "did you mean broen-odense?",
    ),
    "impossible-date": Mistake(
        edited(CALL, "closes_on: 2027-01-31", "closes_on: 2027-09-31"),
        f"{CALL}:10:12",
        "PP024",
        "2027-09-31 does not exist",
        "that month has 30 days: did you mean 2027-09-30 or 2027-10-01?",
    ),
    "bad-phone-number": Mistake(
        edited(PHONE, "32 12 34 56", "32 12 34 5"),
        f"{PHONE}:14:13",
        "PP026",
        '"32 12 34 5" is not a valid phone number: it has too few digits',
        "expected a number such as +45 32 12 34 56",
    ),
    "missing-translation-of-site": Mistake(
        removed("sites/broen/site.en.yml"),
        f"{SITE}:8:5",
        "PP303",
        "the site has no name and summary in en",
        "write name and summary in sites/broen/site.en.yml",
    ),
    "misspelled-key": Mistake(
        edited(PHONE, "\nemail:", "\ne-mail:"),
        f"{PHONE}:12:1",
        "PP020",
        'unknown key "e-mail"',
        "did you mean email?",
    ),
    "key-given-twice": Mistake(
        edited(PROGRAMME, "\nstarted_in: 2014\n", "\nstarted_in: 2014\nsummary: Igen\n"),
        f"{PROGRAMME}:9:1",
        "PP003",
        "“summary” is given twice: first in line 3, column 1, and again here",
        "Keep one of the two",
    ),
    "alias-bomb": Mistake(
        written(PROGRAMME, BILLION.encode()),
        f"{PROGRAMME}:2:4",
        "PP004",
        "YAML anchors and aliases are refused: found “&a”",
        "Write the value out",
        errors="34 errors",
    ),
    "nested-brackets": Mistake(
        written(PLACE, b"[" * 50_000),
        f"{PLACE}:1:33",
        "PP007",
        "Lists and maps are nested more than 32 levels deep",
        "Divide the record into several, or make it shorter",
    ),
    "nested-braces": Mistake(
        written(PLACE, b"{a: " * 50_000 + b"}" * 50_000),
        f"{PLACE}:1:129",
        "PP007",
        "",
        "",
    ),
    "tab": Mistake(
        edited(PLACE, "\n  en:", "\n\ten:"),
        f"{PLACE}:4:1",
        "PP002",
        "A tab was found where spaces are expected",
        "Indent with spaces: two for each level",
    ),
    "byte-order-mark": Mistake(
        lambda root: (root / PLACE).write_bytes(b"\xef\xbb\xbf" + (root / PLACE).read_bytes()),
        f"{PLACE}:1:1",
        "PP001",
        "This file starts with an invisible byte order mark (BOM); expected is UTF-8 without it",
        "Save the file as “UTF-8”, not as “UTF-8 with BOM”",
    ),
    "latin-1": Mistake(
        lambda root: (root / PROGRAMME).write_bytes((root / PROGRAMME).read_text("utf-8").encode("latin-1")),
        f"{PROGRAMME}:2:24",
        "PP001",
        "The byte 0xE6 is not UTF-8; in Windows-1252 it would be “æ”",
        "Save the file with the encoding UTF-8",
    ),
}


@pytest.mark.parametrize("mistake", [pytest.param(mistake, id=name) for name, mistake in MISTAKES.items()])
def test_mistake_is_named_and_changes_nothing(mistake: Mistake, live: Path) -> None:
    """Exit code 1; file, line, column, code, what was found and what helps; `public/` as before, byte and time."""
    before, folder = state(live / "public"), (live / "public").stat().st_ino
    mistake.make(live)
    begun = time.monotonic()
    done = build(live)
    seconds = time.monotonic() - begun
    first, _, _ = done.stdout.partition("\n\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert first.startswith(f"{mistake.place}  error  {mistake.code}  {mistake.found}")
    assert mistake.help in first.rpartition("  help: ")[2]
    assert f"not built, nothing changed: {mistake.errors}" in done.stdout
    assert "Traceback" not in done.stdout
    assert (before, folder) == (state(live / "public"), (live / "public").stat().st_ino)
    assert seconds < SECONDS


def test_language_without_catalogue_is_named(live: Path) -> None:
    """A site in a language for which the theme has no words is refused at that language, with those there are."""
    replaced(live / SITE, "  - en\n", "  - en\n  - fr\n")
    before = state(live / "public")
    done = build(live)
    assert done.returncode == 1
    assert f"{SITE}:9:5  error  PP305  the theme has no words in fr; it has ar, da, de, en, nb" in done.stdout
    assert f"{SITE}:9:5  error  PP303  the site has no name and summary in fr" in done.stdout
    assert before == state(live / "public")


def test_all_mistakes_are_named_in_one_run(live: Path) -> None:
    """Mistakes in several files are all said at once, in the order of files and lines."""
    for name in ("impossible-date", "bad-phone-number", "tab"):
        MISTAKES[name].make(live)
    replaced(live / SITE, "contact: broen-odense", "contact: broen-aarhuus")
    done = build(live)
    said = [line.split("  ")[0] for line in done.stdout.splitlines() if "  error  " in line]
    assert [f"{CALL}:10:12", f"{PHONE}:14:13", f"{PLACE}:4:1", f"{SITE}:23:10"] == said


def test_refusal_leaves_no_scratch(live: Path) -> None:
    """A refused build leaves nothing beside the output, so the next one needs no cleaning."""
    MISTAKES["tab"].make(live)
    build(live)
    assert list(state(live / ".public.portal")) == ["lock"]


def test_first_build_that_is_refused_makes_no_output(live: Path) -> None:
    """With an error and no live site, there is no output folder afterwards either."""
    MISTAKES["tab"].make(live)
    done = build(live, "--output", str(live / "new"))
    assert (done.returncode, (live / "new").exists()) == (1, False)


def test_mended_mistake_builds_the_same_sites(live: Path) -> None:
    """Once the mistake is taken back the build works, and has nothing to write."""
    before = state(live / "public")
    text = (live / CALL).read_bytes()
    MISTAKES["impossible-date"].make(live)
    assert build(live).returncode == 1
    (live / CALL).write_bytes(text)
    assert build(live).returncode == 0
    assert before == state(live / "public")
