"""One portal, one result: whatever the folder, user settings, machine, number of processes or order of the disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.builds import ROOT, SECONDS, build, command, copy_of, digests
from tests.support.portal import TODAY, copy_small

SHUFFLED = """
import os, random, sys
from generator.cli import main

dice = random.Random(int(sys.argv.pop(1)))
list_names, scan = os.listdir, os.scandir

def shuffled_names(*folder):
    names = list_names(*folder)
    dice.shuffle(names)
    return names

class Entries:
    def __init__(self, found):
        self.found = iter(found)
    __iter__ = __enter__ = lambda self: self
    __next__ = lambda self: next(self.found)
    __exit__ = close = lambda self, *error: None

def shuffled_entries(*folder):
    with scan(*folder) as entries:
        found = list(entries)
    dice.shuffle(found)
    return Entries(found)

os.listdir, os.scandir = shuffled_names, shuffled_entries
main()
"""
"""The command on a disk that lists every folder in another order each time."""


@pytest.fixture(scope="module")
def expected(built: Path) -> dict[str, str]:
    """The digests of the build that all others are compared with."""
    return digests(built / "public")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A portal without output, in a folder whose name has spaces and letters of two scripts."""
    return copy_small(tmp_path / "Økonomi og برامج").root


ENVIRONMENTS = {
    "hash-seed-0": {"PYTHONHASHSEED": "0"},
    "hash-seed-4711": {"PYTHONHASHSEED": "4711"},
    "turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "arabic": {"LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"},
    "ascii": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "latin-1": {"LC_ALL": "da_DK.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    "kiritimati": {"TZ": "Pacific/Kiritimati"},
    "midway": {"TZ": "Pacific/Midway"},
    "terminal": {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "xterm-256color"},
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_environment_does_not_matter(name: str, fresh: Path, expected: dict[str, str]) -> None:
    """Locale, time zone, hash seed and terminal of whoever builds are not in the output, nor is the folder."""
    done = build(fresh, **ENVIRONMENTS[name])
    assert done.returncode == 0, done.stdout + done.stderr
    assert expected == digests(fresh / "public")


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_number_of_processes_does_not_matter(jobs: int, fresh: Path, expected: dict[str, str]) -> None:
    """One process or several give the same bytes."""
    assert build(fresh, "--jobs", str(jobs)).returncode == 0
    assert expected == digests(fresh / "public")


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_umask_does_not_matter(umask: int, fresh: Path, expected: dict[str, str]) -> None:
    """Who may read new files does not change what is in them."""
    assert build(fresh, umask=umask).returncode == 0
    assert expected == digests(fresh / "public")


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_the_disk_does_not_matter(seed: int, fresh: Path, expected: dict[str, str]) -> None:
    """Folders that are listed in another order each time give the same bytes."""
    arguments = command(fresh)[3:]
    done = subprocess.run(
        [sys.executable, "-c", SHUFFLED, str(seed), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert expected == digests(fresh / "public")


def test_current_folder_does_not_matter(fresh: Path, expected: dict[str, str]) -> None:
    """Called inside the portal, without --root and with the day from SOURCE_DATE_EPOCH, the result is the same."""
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build"],
        cwd=fresh / "content/calls",
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert TODAY == "2026-11-21"
    assert expected == digests(fresh / "public")


def test_times_of_files_do_not_matter(fresh: Path, expected: dict[str, str]) -> None:
    """Content that was touched, as a fresh checkout is, gives the same bytes."""
    for path in fresh.rglob("*"):
        os.utime(path, (0, 0))
    assert build(fresh).returncode == 0
    assert expected == digests(fresh / "public")


def test_former_output_does_not_matter(live: Path, tmp_path: Path, expected: dict[str, str]) -> None:
    """Building over other sites gives the same as building into an empty folder."""
    (live / "sites/broen/site.en.yml").write_text("name: Another name\nsummary: Other words.\n", "utf-8")
    assert build(live).returncode == 0
    assert expected != digests(live / "public")
    fresh = copy_of(live, tmp_path / "again")
    copy_small(tmp_path / "original")
    (fresh / "sites/broen/site.en.yml").write_bytes(
        (tmp_path / "original/sites/broen/site.en.yml").read_bytes()
    )
    assert build(fresh).returncode == 0
    assert expected == digests(fresh / "public")


def test_another_day_does_not_matter_until_something_changes(fresh: Path, expected: dict[str, str]) -> None:
    """A day on which no call, event or date changes its state gives the same bytes: pages hold no build date."""
    done = build(fresh, "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    assert expected == digests(fresh / "public")


def test_the_day_matters_when_a_call_closes(fresh: Path, expected: dict[str, str]) -> None:
    """After the last day of a call the pages say so: the digest is another one."""
    assert build(fresh, "--today", "2027-02-01").returncode == 0
    assert expected != digests(fresh / "public")


def test_the_six_sites_are_the_same_wherever_they_are_built(tmp_path: Path) -> None:
    """The repository's own sites, built here and in a copy under other settings, have the same manifests."""
    copy = tmp_path / "Kopi"
    for name in ("content", "sites", "theme"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    first = build(ROOT, "--jobs", "2", "--output", str(tmp_path / "public"))
    second = build(copy, "--jobs", "1", TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="7")
    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout + second.stderr
    expected = digests(tmp_path / "public")
    assert sorted(path.parent.name for path in ROOT.glob("sites/*/site.yml")) == list(expected)
    assert expected == digests(copy / "public")
