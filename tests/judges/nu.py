"""The Nu Html Checker over every page, style sheet and drawing of the six sites: `make nu`.

Sites are served over HTTP, each below the path of its own address, so that the checker sees what `'self'` of the
content policy allows. Errors that `filters.toml` does not explain make the command fail; warnings are counted.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tests.judges.record import record, table
from tests.judges.server import serving
from tests.judges.sites import BuiltSite, build_sites

HERE = Path(__file__).resolve().parent
JAR = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
FILTERS = HERE / "filters.toml"
_NO_JAVA = """\
The Nu Html Checker needs Java 11 or newer, and there is none. On Debian:
  apt-get install default-jre-headless
"""


@dataclass(frozen=True, slots=True)
class Message:
    """What the checker says of one place. `level` is `error`, `warning` or `info`."""

    level: str
    text: str
    url: str
    line: int
    extract: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Messages that are wrong, and why. `extract` must be found in the source that the message shows."""

    pattern: re.Pattern[str]
    extract: re.Pattern[str]
    reason: str

    def fits(self, message: Message) -> bool:
        """Whether this is one of the messages."""
        return bool(self.pattern.fullmatch(message.text) and self.extract.search(message.extract))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Messages in three heaps; `unused` are filters that fit none of them."""

    ours: tuple[Message, ...]
    warnings: tuple[Message, ...]
    filtered: tuple[Message, ...]
    unused: tuple[Filter, ...]


def read_messages(output: str) -> tuple[Message, ...]:
    """Return the messages in the checker's JSON. What it could not read counts as an error."""
    return tuple(
        Message(
            _level(found),
            found.get("message", ""),
            found.get("url", ""),
            found.get("lastLine", 0),
            " ".join(found.get("extract", "").split()),
        )
        for found in json.loads(output)["messages"]
    )


def _level(found: dict[str, str]) -> str:
    if found["type"] == "info":
        return "warning" if found.get("subType") == "warning" else "info"
    return "error"  # "error" with or without "fatal", and "non-document-error"


def read_filters(text: str) -> tuple[Filter, ...]:
    """Return the filters of a TOML text. Raises `KeyError` for one without reason."""
    return tuple(
        Filter(re.compile(entry["pattern"]), re.compile(entry.get("extract", "")), entry["reason"])
        for entry in tomllib.loads(text)["filter"]
    )


def judge(messages: Iterable[Message], filters: Sequence[Filter]) -> Verdict:
    """Part errors of ours from warnings and from what the filters explain."""
    ours, warnings, filtered = [], [], []
    used: set[str] = set()
    for message in messages:
        hit = next((found for found in filters if found.fits(message)), None)
        if hit:
            used.add(hit.reason)
            filtered.append(message)
        elif message.level == "error":
            ours.append(message)
        elif message.level == "warning":
            warnings.append(message)
    unused = tuple(found for found in filters if found.reason not in used)
    return Verdict(tuple(ours), tuple(warnings), tuple(filtered), unused)


def check(site: BuiltSite) -> tuple[int, int, tuple[Message, ...]]:
    """Return how many pages and other files of a site were checked, and the messages."""
    pages = site.files(".html")
    others = [str(site.folder / file) for file in (*site.files(".css"), *site.files(".svg"))]
    with serving(site.static) as port:
        root = f"http://127.0.0.1:{port}{site.path}"
        messages = _run([f"{root}{_address(page)}" for page in pages])
    messages += _run(others, "--also-check-css", "--also-check-svg")  # files: by HTTP it takes SVG for HTML
    return len(pages), len(others), messages


def _address(page: str) -> str:
    """The address that people use; a 404 page is asked for by its file, which a static host also gives."""
    return page.removesuffix("index.html")


def _run(documents: Sequence[str], *options: str) -> tuple[Message, ...]:
    # the checker refuses addresses of the machine itself, which a public service must do
    java = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(JAR)]
    done = subprocess.run(
        [*java, "--format", "json", "--stdout", "--exit-zero-always", *options, *documents],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise click.ClickException(f"the checker did not run: {done.stderr.strip()[-2000:]}")
    return read_messages(done.stdout)


def version() -> str:
    """Return the checker's own version."""
    return subprocess.run(
        ["java", "-jar", str(JAR), "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[0]


def summary(verdict: Verdict) -> str:
    """Return what a person must read: each error of ours with its place, the rest counted by text."""
    lines = [f"{found.url}:{found.line}  {found.text}\n    {found.extract}" for found in verdict.ours]
    for name, heap in (("warning", verdict.warnings), ("left out", verdict.filtered)):
        counted = Counter(found.text for found in heap)
        lines += [f"{number} × {name}: {text}" for text, number in counted.most_common()]
    lines += [f"filter without use, delete it: {found.pattern.pattern}" for found in verdict.unused]
    return "\n".join(lines)


def main() -> int:
    """Judge the sites; 0 without errors of ours, 1 with, 2 when the checker cannot run."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--record", action="store_true", help="write the results into docs/quality.md")
    options = arguments.parse_args()
    if shutil.which("java") is None:
        click.echo(_NO_JAVA, err=True)
        return 2
    filters = read_filters(FILTERS.read_text("utf-8"))
    rows, everything = [], []
    for site in build_sites().values():
        pages, others, messages = check(site)
        found = judge(messages, filters)
        everything += messages
        numbers = (pages, others, len(found.ours), len(found.warnings), len(found.filtered))
        rows.append([site.id, *(str(number) for number in numbers)])
    verdict = judge(everything, filters)
    result = table(("site", "pages", "styles and drawings", "errors", "warnings", "left out"), rows)
    click.echo(f"{summary(verdict)}\n\n{result}")
    if options.record:
        record("nu", f"Nu Html Checker {version()}", result)
    return 1 if verdict.ours else 0


if __name__ == "__main__":
    sys.exit(main())
