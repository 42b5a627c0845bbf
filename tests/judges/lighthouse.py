"""Lighthouse in its mobile mode over the pages that readers come to first: `make lighthouse`.

Each page is opened three times under its own address over HTTPS: Chromium takes the sites' hosts to the server
on loopback, which gives what a static host gives. Of three runs the median counts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory
from typing import Any

import click

from tests.judges.record import record, table
from tests.judges.server import serving
from tests.judges.sites import BuiltSite, build_sites
from tests.support.browsing import chromium

HERE = Path(__file__).resolve().parent
PROGRAM = HERE / "node_modules/lighthouse/cli/index.js"
SITES = (("kvinfo", "da"), ("kvinfo", "ar"), ("network", "en"))
KINDS = ("home", "programme", "coordinators", "call")
RUNS = 3
ATTEMPTS = 3
TARGETS = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
PACKAGES = {"node": "nodejs", "openssl": "openssl"}
"""Programs that are needed, and the Debian packages that have them."""
HEAD = (
    "page",
    "performance",
    "accessibility",
    "best practices",
    "SEO",
    "CLS",
    "LCP s",
    "TBT ms",
    "kB",
    "requests",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run measured: paint in seconds, blocking in milliseconds.

    `faults` are the audits that cost points outside of performance.
    """

    scores: dict[str, float]
    layout_shift: float
    largest_paint: float
    blocking: float
    bytes: int
    requests: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of a page's runs, and every fault that any run found."""

    page: str
    scores: dict[str, float]
    layout_shift: float
    largest_paint: float
    blocking: float
    bytes: int
    requests: int
    faults: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """The categories below their target."""
        return tuple(name for name, target in TARGETS.items() if self.scores[name] < target)


def read_run(report: dict[str, Any]) -> Run:
    """Return what a report in Lighthouse's JSON says. Raises `ValueError` where the page was not loaded."""
    fault = report.get("runtimeError")
    if fault:
        raise ValueError(f"{report.get('requestedUrl')}: {fault['message']}")
    audits = report["audits"]
    return Run(
        {name: report["categories"][name]["score"] or 0.0 for name in TARGETS},
        audits["cumulative-layout-shift"]["numericValue"],
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["total-blocking-time"]["numericValue"],
        int(audits["total-byte-weight"]["numericValue"]),
        len(audits["network-requests"]["details"]["items"]),
        tuple(_faults(report)),
    )


def _faults(report: dict[str, Any]) -> Iterator[str]:
    for name, category in report["categories"].items():
        for weighed in category["auditRefs"]:
            audit = report["audits"][weighed["id"]]
            score = audit.get("score")
            if name != "performance" and weighed["weight"] and score is not None and score < 1:
                yield f"{name}: {audit['id']}: {audit['title']}{_places(audit)}"


def _places(audit: dict[str, Any]) -> str:
    items = (audit.get("details") or {}).get("items") or []
    shown = [item["node"]["snippet"] for item in items if isinstance(item.get("node"), dict)]
    shown = shown or [json.dumps(item)[:200] for item in items]
    return "".join(f"\n      {place}" for place in shown[:5])


def middle(page: str, runs: Sequence[Run]) -> Result:
    """Return the median of each number over an odd number of runs, and all faults once."""
    return Result(
        page,
        {name: median_low(run.scores[name] for run in runs) for name in TARGETS},
        median_low(run.layout_shift for run in runs),
        median_low(run.largest_paint for run in runs),
        median_low(run.blocking for run in runs),
        median_low(run.bytes for run in runs),
        median_low(run.requests for run in runs),
        tuple(dict.fromkeys(fault for run in runs for fault in run.faults)),
    )


def row(result: Result) -> tuple[str, ...]:
    """Return the cells of a result, in the order of `HEAD`."""
    scores = (f"{result.scores[name]:.2f}" for name in TARGETS)
    times = (f"{result.largest_paint:.1f}", f"{result.blocking:.0f}")
    size = f"{result.bytes / 1000:.0f}"
    return (result.page, *scores, f"{result.layout_shift:.3f}", *times, size, str(result.requests))


@contextmanager
def hosted(sites: Sequence[BuiltSite]) -> Iterator[str]:
    """Serve sites over HTTPS under their own hosts; give the options that Chromium needs to come there."""
    with ExitStack() as running:
        folder = Path(running.enter_context(TemporaryDirectory()))
        certificate = _certificate(folder, [site.host for site in sites])
        rules = [
            f"MAP {site.host}:443 127.0.0.1:{running.enter_context(serving(site.static, certificate))}"
            for site in sites
        ]
        resolver = ", ".join([*rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"])
        yield (f'--headless=new --no-sandbox --ignore-certificate-errors --host-resolver-rules="{resolver}"')


def _certificate(folder: Path, hosts: Sequence[str]) -> Path:
    """Make a key and a certificate of two days that nobody but this command trusts."""
    file = folder / "judges.pem"
    names = ",".join(f"DNS:{host}" for host in hosts)
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-nodes", "-days", "2", "-subj", "/CN=judges", "-addext", f"subjectAltName={names}"),
            *("-keyout", str(file), "-out", str(folder / "certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )
    file.write_bytes(file.read_bytes() + (folder / "certificate.pem").read_bytes())
    return file


def run(address: str, browser_options: str) -> Run:
    """Return a run that measured something; on a busy machine Lighthouse at times fails to record the load."""
    for _ in range(ATTEMPTS - 1):
        try:
            return attempt(address, browser_options)
        except ValueError as fault:
            click.echo(f"    once more: {fault}", err=True)
    return attempt(address, browser_options)


def attempt(address: str, browser_options: str) -> Run:
    """Open a page once with Lighthouse's mobile settings and return what it measured."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"  # written to a pipe it is cut off at 128 kB
        done = subprocess.run(
            [
                *("node", str(PROGRAM), address, "--output=json", f"--output-path={report}", "--quiet"),
                *(f"--only-categories={','.join(TARGETS)}", f"--chrome-flags={browser_options}"),
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "CHROME_PATH": chromium()},
        )
        if not report.is_file():
            raise click.ClickException(f"Lighthouse did not run: {done.stderr.strip()[-2000:]}")
        return read_run(json.loads(report.read_text("utf-8")))


def versions() -> str:
    """Return the versions of Lighthouse and of the browser."""
    own = json.loads((PROGRAM.parents[1] / "package.json").read_text("utf-8"))["version"]
    shown = subprocess.run([chromium(), "--version"], capture_output=True, text=True, check=True).stdout
    return f"Lighthouse {own} (mobile, simulated slow 4G, median of {RUNS}), {' '.join(shown.split()[:2])}"


def load(before: float) -> str:
    """Return how busy the machine was, from the load at the start to that of now: it slows what is measured."""
    now = os.getloadavg()[0]
    return f"{os.cpu_count()} processors with a load of {before:.1f} at the start and {now:.1f} at the end"


def measured(sites: dict[str, BuiltSite]) -> Iterator[Result]:
    """Yield the result of every page."""
    with hosted([sites[id] for id in dict(SITES)]) as browser_options:
        for id, language in SITES:
            site = sites[id]
            for kind in KINDS:
                address = f"https://{site.host}{site.path}{site.longest(kind, language)}"
                runs = [run(address, browser_options) for _ in range(RUNS)]
                yield middle(f"{id}, {language}: {kind}", runs)


def main() -> int:
    """Judge the pages; 0 when all reach their targets, 1 when not."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--record", action="store_true", help="write the results into docs/quality.md")
    options = arguments.parse_args()
    missing = [name for name in PACKAGES if shutil.which(name) is None]
    if missing:
        click.echo(f"Lighthouse needs {' and '.join(missing)}. On Debian:", err=True)
        click.echo(f"  apt-get install {' '.join(PACKAGES[name] for name in missing)}", err=True)
        return 2
    before, results = os.getloadavg()[0], []
    for result in measured(build_sites()):
        results.append(result)
        click.echo(" | ".join(row(result)), err=True)
        for fault in (*result.faults, *(f"below its target: {name}" for name in result.missed)):
            click.echo(f"    {fault}", err=True)
    shown = table(HEAD, [row(result) for result in results])
    click.echo(shown)
    if options.record:
        record("lighthouse", f"{versions()}, {load(before)}", shown)
    return 1 if any(result.missed for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
