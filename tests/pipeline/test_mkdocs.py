"""Plain MkDocs at the root of the repository: one site in one language, with the content of `portal build`."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support.builds import ROOT, SECONDS, must_build

MKDOCS = (sys.executable, "-m", "mkdocs")
SITE = "kvinfo"
DEFAULT, OTHER = "da", "ar"
EPOCH = "1795219200"
"""The day for which `builds` builds, in seconds."""


def mkdocs_build(target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` in the repository, with the output elsewhere."""
    return subprocess.run(
        [*MKDOCS, "build", "--quiet", "--site-dir", str(target)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real site as `portal build` makes it."""
    output = tmp_path_factory.mktemp("whole") / "public"
    must_build(ROOT, "--site", SITE, "--output", str(output))
    return output / SITE


def contents(folder: Path, *, text: bool) -> dict[str, tuple[str | None, ...]]:
    """Return language, title and content of every page; the content as HTML, or with `text` as its words alone.

    The 404 page and a row of the home page offer the other languages, which are not there in a build of one; both
    are left out.
    """
    found = {}
    for path in folder.rglob("index.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        main, root, title = page.css_first("#portal-content"), page.css_first("html"), page.css_first("title")
        assert main is not None
        assert root is not None
        assert title is not None
        for heading in main.css("#languages"):
            assert heading.parent is not None
            heading.parent.decompose()
        content = " ".join((main.text(separator=" ") if text else main.html or "").split())
        facts = (root.attributes["lang"], root.attributes["dir"], title.text(), content)
        found[path.relative_to(folder).as_posix()] = facts
    return found


def test_default_language_has_the_same_content(whole: Path, tmp_path: Path) -> None:
    """Without a choice of language the default one is built: same pages, same titles, same HTML of the content."""
    done = mkdocs_build(tmp_path / "site", PORTAL_SITE=SITE)
    assert (done.returncode, done.stderr) == (0, "")
    others = {path.name for path in whole.iterdir() if (path / "404.html").is_file()}
    expected = contents(whole, text=False)
    expected = {path: page for path, page in expected.items() if path.partition("/")[0] not in others}
    assert len(expected) > 10
    assert expected == contents(tmp_path / "site", text=False)


def test_other_language_has_the_same_words(whole: Path, tmp_path: Path) -> None:
    """Another language stands at the root here, so that addresses differ; the words are the same."""
    done = mkdocs_build(tmp_path / "site", PORTAL_SITE=SITE, PORTAL_LANGUAGE=OTHER)
    assert (done.returncode, done.stderr) == (0, "")
    expected = contents(whole / OTHER, text=True)
    assert len(expected) > 10
    assert expected == contents(tmp_path / "site", text=True)


@pytest.mark.parametrize("language", [DEFAULT, OTHER])
def test_everything_a_page_loads_is_there(language: str, tmp_path: Path) -> None:
    """Pictures, style sheets, scripts and internal links of every page lead to files of this build."""
    site = tmp_path / "site"
    assert mkdocs_build(site, PORTAL_SITE=SITE, PORTAL_LANGUAGE=language).returncode == 0
    missing = set()
    for path in site.rglob("index.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        for node in page.css("[src], [href]"):
            url = str(node.attributes.get("src") or node.attributes.get("href") or "").partition("#")[0]
            if url and ":" not in url:
                target = path.parent / url
                missing |= set() if (target / "index.html").is_file() or target.is_file() else {url}
    assert missing == set()


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"PORTAL_SITE": "kvinfoo"}, "there is no site 'kvinfoo'; there are: "),
        (
            {"PORTAL_SITE": SITE, "PORTAL_LANGUAGE": "sv"},
            f"the site {SITE} has no language 'sv'; it has: da, ",
        ),
    ],
)
def test_wrong_choice_is_a_sentence(choice: dict[str, str], said: str, tmp_path: Path) -> None:
    """A site or language that there is not ends the run with exit code 1 and one sentence, no traceback."""
    done = mkdocs_build(tmp_path / "site", **choice)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_serve_answers(tmp_path: Path) -> None:
    """`mkdocs serve` shows the home page of the chosen site and language, with its style sheet, on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {"PORTAL_SITE": SITE, "PORTAL_LANGUAGE": OTHER, "TMPDIR": str(tmp_path)}
    log = tmp_path / "log"
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [*MKDOCS, "serve", "--dev-addr", address],
            cwd=ROOT,
            env={**os.environ, **environment, "SOURCE_DATE_EPOCH": EPOCH},
            stdout=said,
            stderr=said,
        ) as process,
    ):
        try:
            home = _fetched(f"http://{address}/", process, log)
            brand = _fetched(f"http://{address}/assets/portal/portal.css", process, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    assert f'<html lang="{OTHER}" dir="rtl"' in home
    assert home.count("<h1") == 1
    assert "--" in brand
    assert "Traceback" not in log.read_text("utf-8")


def _fetched(url: str, process: subprocess.Popen[bytes], log: Path) -> str:
    """Return what is at an address, once the server answers."""
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310
                return str(answer.read().decode())
        except URLError:
            assert process.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < deadline, log.read_text("utf-8")
            time.sleep(0.1)
