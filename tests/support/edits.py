"""Edits at random that an editor could make to a small portal of two sites, one after the other.

Takes a portal's folder and dice; changes files. An edit may break the portal: then it is not built, as in life.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

WORDS = ("mentor", "by", "møde", "år", "arbejde", "netværk", "samtale", "tid", "råd", "uge")


def two_sites(root: Path) -> None:
    """Give the small portal a second site that shows the same programme in one language."""
    other = root / "sites/other"
    if not other.exists():
        shutil.copytree(root / "sites/broen", other)
        text = (other / "site.yml").read_text("utf-8").replace("broen.example.org", "other.example.org")
        (other / "site.yml").write_text(text.replace("  - en\n", "", 1), "utf-8")


def _line(root: Path, file: str, pattern: str, new: str) -> None:
    path = root / file
    if path.exists():
        text = path.read_text("utf-8")
        path.write_text(re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE), "utf-8")


def _phone(root: Path, dice: random.Random) -> None:
    who = dice.choice(("odense", "aarhus"))
    number = dice.choice(("32 12 34 56", "34 41 23 45", "35 12 34 56", "50 12 34 56"))
    _line(root, f"content/coordinators/broen-{who}.yml", r"number: .*$", f"number: {number}")


def _text(root: Path, dice: random.Random) -> None:
    files = sorted((root / "content").rglob("*.yml"))
    path = dice.choice([file for file in files if "vocabulary" not in file.parts])
    words = " ".join(dice.choices(WORDS, k=dice.randrange(1, 9))).capitalize()
    key = dice.choice(("summary", "headline", "name", "role", "description", "body", "text"))
    _line(root, path.relative_to(root).as_posix(), rf"^( *){key}: [^>|\n]*$", f"{key}: {words}.")


def _story(root: Path, dice: random.Random) -> None:
    stories = root / "content/stories"
    id = f"story-{dice.randrange(4)}"
    if (stories / f"{id}.yml").exists():
        for path in stories.glob(f"{id}.*"):
            path.unlink()
        return
    for path in stories.glob("first-year*"):
        text = (
            path.read_text("utf-8").replace("første", dice.choice(WORDS)).replace("first", dice.choice(WORDS))
        )
        (stories / path.name.replace("first-year", id)).write_text(text, "utf-8")


def _translation(root: Path, dice: random.Random) -> None:
    path = root / "content/calls/mentors-odense.en.yml"
    if path.exists():
        path.unlink()
    else:
        path.write_text(f"name: Mentors for Odense {dice.randrange(9)}\n", "utf-8")


def _call(root: Path, dice: random.Random) -> None:
    day = f"2027-0{dice.randrange(1, 3)}-{dice.randrange(10, 29)}"
    _line(root, "content/calls/mentors-odense.yml", r"closes_on: .*$", f"closes_on: {day}")


def _page(root: Path, dice: random.Random) -> None:
    path = root / "sites" / dice.choice(("broen", "other")) / "pages/about.md"
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{' '.join(dice.choices(WORDS, k=5))}.\n", "utf-8")


def _site(root: Path, dice: random.Random) -> None:
    site = dice.choice(("broen", "other"))
    colour = dice.choice(("#0b5c7a", "#7a0b2c", "#1c4f9c"))
    _line(root, f"sites/{site}/site.yml", r"colour: .*$", f'colour: "{colour}"')


def _place(root: Path, dice: random.Random) -> None:
    _line(root, "content/places/odense.yml", r"en: Odense.*$", f"en: Odense {dice.choice(WORDS)}")


def _removed(root: Path, dice: random.Random) -> None:
    """One site goes or comes."""
    other = root / "sites/other"
    if other.exists():
        shutil.rmtree(other)
    else:
        two_sites(root)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_phone, _text, _text, _text, _story, _translation, _call, _page, _site, _place, _removed),
)


def edit(root: Path, dice: random.Random) -> str:
    """Make one edit, or several at once as a merge does; return their names."""
    names = []
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        chosen = dice.choice(EDITS)
        if (root / "sites/other").exists() or chosen not in (_page, _site):
            chosen(root, dice)
            names.append(chosen.__name__)
    return " ".join(names)
