"""The scenarios of somebody who runs the portal: a large network and its edits, the sample sites, the checks.

Takes the choices of a run, yields rows. After an edit it compares the files that were written with those that show the
changed fact. Only the portal can do this, so it is alone here but for the cold builds of the large network.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.contenders import (
    HUGO,
    ROOT,
    STOCK,
    TWO,
    Contender,
    Portal,
    Result,
    Run,
    execute,
    portal_build,
    portal_command,
    run_cold,
)
from tests.bench.measure import measure
from tests.bench.network import change_phone, change_title, write_records
from tests.bench.rows import Row
from tests.bench.scenarios import Bench, Entry, compare, fastest, race

LANGUAGES, PAGES, SITES = 10, 50, 100
_PHONE = "content/coordinators/kvinfo-odense.yml"
_BOOKKEEPING = re.compile(r"(?:.*/)?(?:manifest\.json|sitemap\.xml)")
"""Files that tell of others; they change with them and show no fact."""
_SERVED = re.compile(r"^(\S+) +saved to shown: median (\d+), most (\d+) ms", re.MULTILINE)

_NUMBER = re.compile(r"number: \+45 (.*)")
FIRST, NOTHING, PHONE, TITLE = (
    "first build with the cache",
    "nothing changed",
    "one phone number",
    "one title",
)
"""Names of rows."""

Stamps = dict[str, tuple[int, int]]


def large_network(bench: Bench) -> Iterator[Row]:
    """100 sites in 10 languages with 50 pages, cold, and half of them; then nothing, a phone number, a title."""
    half, count = bench.sized(SITES // 2), bench.sized(SITES, 2)
    yield from compare(bench, "half-network", (half, LANGUAGES, PAGES), (Entry(TWO),), 1)
    portal = bench.portal("large-network", count, LANGUAGES, PAGES)
    entries = (Entry(TWO), Entry(STOCK, 1), Entry(HUGO, 2))
    yield from race(bench, "large-network", portal, LANGUAGES * PAGES, entries=entries, rounds=1)
    yield from edits(bench, "edits", portal)


def edits(bench: Bench, name: str, portal: Portal) -> Iterator[Row]:
    """Yield rows of builds with the cache: the first, one with nothing changed, and one for each edit."""
    bench.told(f"{name}: the first build with the cache")
    yield Row.of(name, FIRST, _build(portal))
    for edit, change in ((NOTHING, None), (PHONE, change_phone), (TITLE, change_title)):
        bench.told(f"{name}: {edit}")
        stamps, digits = stamps_of(portal), ""
        if change is not None:
            found = _NUMBER.search(change(portal.root).read_text("utf-8"))
            digits = found[1].replace(" ", "") if found else ""
        yield _edited(name, edit, portal, stamps, digits)


def _build(portal: Portal) -> Result:
    return execute([portal_build(portal, 2)])


def _edited(name: str, edit: str, portal: Portal, before: Stamps, digits: str) -> Row:
    """Build once more and say which files were written; with `digits`, how many show the number, too."""
    result = _build(portal)
    after = stamps_of(portal)
    written = sorted(path for path in after if after[path] != before.get(path))
    shown = [path for path in written if not _BOOKKEEPING.fullmatch(path)]
    sites = len({path.split("/")[0] for path in written})
    said, needless = f"{len(written)} files written, sites: {sites}", 0
    if digits:
        output = portal.work / "public"
        showing = {path for path in after if shows(output / path, digits)}
        needless = len(set(shown) - showing)
        said += f"; {len(showing)} show it, {needless} written without need"
    if gone := before.keys() - after.keys():
        said += f"; {len(gone)} removed"
    return Row.of(name, edit, result, note=said, written_sites=sites, needless=needless)


def stamps_of(portal: Portal) -> Stamps:
    """Return size and time of change of every published file: what rsync compares."""
    output = portal.work / "public"
    found = {}
    for path in output.rglob("*"):
        if path.is_file():
            stat = path.stat()
            found[path.relative_to(output).as_posix()] = (stat.st_size, stat.st_mtime_ns)
    return found


def shows(path: Path, digits: str) -> bool:
    """Whether a file has these digits, as a number is written: `+45-33-12-00-01` or with spaces of any kind."""
    pattern = rb"\D{0,6}".join(digits[at : at + 2].encode() for at in range(0, len(digits), 2))
    return re.search(pattern, path.read_bytes()) is not None


def samples(bench: Bench) -> Iterator[Row]:
    """The six sample sites: cold, with the cache, one phone number."""
    work = bench.folder / "samples"
    shutil.rmtree(work, ignore_errors=True)
    for name in ("content", "sites"):
        shutil.copytree(ROOT / name, work / "portal" / name)
    portal = Portal(work / "portal", work, ())
    bench.told("samples")
    results = [run_cold(TWO, portal, (), 0) for _ in range(bench.rounds)]
    yield Row.of("samples", "cold", fastest(results), reference=True)
    yield Row.of("samples", FIRST, _build(portal))
    yield Row.of("samples", NOTHING, _build(portal))
    path = portal.root / _PHONE
    path.write_text(path.read_text("utf-8").replace("number: 32123456", "number: 32123457"), "utf-8")
    yield Row.of("samples", PHONE, _build(portal))


def serve(bench: Bench) -> Iterator[Row]:
    """From saving a file of the samples until the open page in Chromium shows it, in `portal serve`."""
    bench.told("serve: one edit of the samples, in Chromium")
    taken = measure([sys.executable, "tests/tools/time_serve.py"], ROOT)
    for place, middle, most in _SERVED.findall(taken.said):
        yield Row(
            "serve",
            f"one phone number, {place}",
            1,
            int(middle) / 1000,
            0.0,
            0,
            unit="edit",
            note=f"at most {most} ms",
        )


def check(bench: Bench) -> Iterator[Row]:
    """`portal check` on 10,000 records: cold, with nothing kept, and warm, right after; the fastest of the rounds."""
    work = bench.folder / "check"
    shutil.rmtree(work, ignore_errors=True)
    written = write_records(work / "portal", bench.sized(10_000, 100), seed=bench.seed)
    portal = Portal(work / "portal", work, ())
    found: dict[str, list[Result]] = {"cold": [], "warm": []}
    for turn in range(bench.rounds):
        bench.told(f"check: round {turn + 1}")
        found["cold"].append(run_cold(CHECK, portal, (), 0))
        found["warm"].append(execute(CHECK.prepare(portal, ())))
    for name, results in found.items():
        yield Row.of(
            "check",
            name,
            fastest(results),
            count=written.records,
            unit="record",
            files=0,
            bytes=0,
            reference=name == "cold",
            note=f"{written.files:,} files",
        )
    shutil.rmtree(work)


def _check(portal: Portal, sites: Sequence[str]) -> list[Run]:
    """What a check fills is what it keeps."""
    return [Run(portal_command(portal.root, "check", "--format", "json"), ROOT, portal.root / ".portal")]


CHECK = Contender("portal check", _check, whole=True)
