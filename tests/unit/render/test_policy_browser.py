"""The content policy in a real browser: every page of a built site, with and without the response headers."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from generator.clock import read_clock
from generator.outcome import BuildOptions
from generator.pipeline import build_portal
from generator.render.policy import PAGE_POLICY
from tests.support.portal import TODAY, copy_small

pytestmark = pytest.mark.browser

SITE = "broen"
_LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


class Host(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: below /headers/ with what `_headers` asks for, else without."""

    def log_message(self, format: str, *args: Any) -> None:
        return

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.replace("/headers/", "/", 1))

    def end_headers(self) -> None:
        if self.path.startswith("/headers/"):
            lines = (Path(self.directory) / SITE / "_headers").read_text("ascii").splitlines()
            for line in lines[1:]:
                self.send_header(*line.strip().split(": ", 1))
        super().end_headers()


class Served(NamedTuple):
    """A built site: the address of the host, the folder that it serves, the paths of all pages, 404 included."""

    host: str
    folder: Path
    pages: list[str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small portal, built for the address at which it is served."""
    folder = tmp_path_factory.mktemp("policy")
    output = folder / "public"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(output)))
    host = f"http://127.0.0.1:{server.server_address[1]}/"
    paths = copy_small(folder / "portal")
    record = paths.root / f"sites/{SITE}/site.yml"
    text = record.read_text("utf-8").replace("https://broen.example.org/\n", f"{host}{SITE}/\n")
    record.write_text(text, "utf-8")
    report = build_portal(paths, read_clock(TODAY), BuildOptions(output))
    pages = sorted(path.relative_to(output).as_posix() for path in (output / SITE).rglob("*.html"))
    assert len(pages) == report.pages + report.languages
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Served(host, output, pages)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser(served: Served) -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own; started after the build, which forks."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that collects what its policy refuses, in `window.violations`."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.add_init_script(_LISTEN)
    yield context.new_page()
    context.close()


def open_all(page: Page, address: str) -> list[str]:
    """Open a page and everything that folds; return what was refused."""
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return list(page.evaluate("window.violations"))


def test_policy_is_the_first_thing_in_every_page(served: Served) -> None:
    """In each file the policy stands before everything else in the head."""
    firsts = [
        LexborHTMLParser((served.folder / path).read_text("utf-8")).css_first("head > *").attributes
        for path in served.pages
    ]
    assert firsts == [{"http-equiv": "Content-Security-Policy", "content": PAGE_POLICY}] * len(served.pages)


@pytest.mark.parametrize("way", ["", "headers/"], ids=["meta", "headers"])
def test_no_page_breaks_its_policy(page: Page, served: Served, way: str) -> None:
    """Every page of both languages loads without a refusal and without a message on the console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for path in served.pages:
        said += [f"{path}: {refused}" for refused in open_all(page, f"{served.host}{way}{path}")]
    assert said == []


@pytest.mark.parametrize("way", ["", "headers/"], ids=["meta", "headers"])
@pytest.mark.parametrize(("folder", "word"), [("", "mentorer"), ("en/", "mentors")])
def test_search_works_under_the_policy(page: Page, served: Served, way: str, folder: str, word: str) -> None:
    """The search's script and the index are loaded, and results come."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{served.host}{way}{SITE}/{folder}")
    page.click(".portal-tool--search")
    expect(page.locator("#portal-query")).to_be_focused()
    page.keyboard.type(word)
    expect(page.locator(".portal-search__results li").first).to_be_visible()
    assert (said, page.evaluate("window.violations")) == ([], [])


@pytest.mark.parametrize("way", ["", "headers/"], ids=["meta", "headers"])
def test_foreign_code_does_not_run(page: Page, served: Served, way: str) -> None:
    """Should markup get into a page, its handler does not run and its style does not apply."""
    page.goto(f"{served.host}{way}{SITE}/")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', "
        '\'<img src="assets/portal/icon.svg" onload="window.ran = true"><b style="color: red">x</b>\')'
    )
    page.wait_for_function("window.violations.length >= 2")
    assert page.evaluate("window.ran") is None
    assert set(page.evaluate("window.violations")) == {"script-src-attr inline", "style-src-attr inline"}


def test_page_works_from_a_file(page: Page, served: Served) -> None:
    """Copied to a disk, a page still has its styles and scripts under the policy."""
    refused = open_all(page, (served.folder / SITE / "en/index.html").as_uri())
    shown = page.evaluate("document.documentElement.classList.contains('no-js')")
    assert (refused, shown) == ([], False)
