"""A site built twice: by the program, and by stock MkDocs from what `portal export` wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.verdict.portal import check_portal
from tests.export.comparing import OURS, STOCK, Page, read_page
from tests.support.builds import PORTAL, ROOT
from tests.support.portal import TODAY

QUIET = tuple(
    f"INFO    -  {start}"
    for start in ("mkdocs_static_i18n: ", "Cleaning site", "Building documentation", "Documentation built")
)
"""What MkDocs says of every project."""
MEANT_FOR_PEOPLE = {"NO_MKDOCS_2_WARNING": "1"}


def run(*command: str, folder: Path = ROOT) -> str:
    """Run a command to its end and return what it said; no test goes on when it does not work."""
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
        env={**os.environ, **MEANT_FOR_PEOPLE},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def stock_build(project: Path) -> Path:
    """Build a project with MkDocs alone and return its site; nothing is said of its pages, not even as information."""
    said = run(sys.executable, "-m", "mkdocs", "build", "--strict", folder=project)
    assert "WARNING" not in said, said
    told = [line for line in said.splitlines() if not line.startswith(QUIET)]
    assert not told, told
    return project / "site"


def judge(root: Path, site: str, folder: Path) -> int:
    """Compare all pages of a site of the portal at `root`, built in `folder`; return their number."""
    portal = (*PORTAL, "--root", str(root), "--today", TODAY)
    run(*portal, "build", "--site", site, "--jobs", "1", "--output", str(folder / "public"))
    run(*portal, "export", site, str(folder / "project"))
    stock, ours = stock_build(folder / "project"), folder / "public" / site
    (plan,) = [
        plan for plan in check_portal(PortalPaths(root.resolve()), read_clock(TODAY)).plans if plan.id == site
    ]
    found: dict[str, Page] = {}
    for page in plan.pages:
        path = plan.addresses.path(page.language, page.route)
        name = (
            plan.view.site.name.values.get(page.language)
            or plan.view.site.name.values[plan.view.site.name.language]
        )
        expected = read_page((ours / path).read_text("utf-8"), path, OURS, name)
        actual = found[path] = read_page((stock / path).read_text("utf-8"), path, STOCK, name)
        assert actual.title == expected.title, path
        assert actual.language == expected.language, path
        assert actual.words == expected.words, path
        assert without_copies(actual.ways, page.language) == expected.ways, path
    refuse_broken(found, stock)
    refuse_strangers(stock, plan.addresses.base)
    others = {file.relative_to(stock).as_posix() for file in stock.rglob("*.html") if file.name != "404.html"}
    assert others == set(found), "no page is missing, none was made up"
    return len(found)


def without_copies(ways: tuple[str, ...], language: str) -> tuple[str, ...]:
    """On a site without fallback each language has its own copies of pictures."""
    return tuple(
        way.removeprefix(f"{language}/") if way.startswith(f"{language}/media/") else way for way in ways
    )


def refuse_broken(found: dict[str, Page], stock: Path) -> None:
    """Every way leads to a file of the stock site, and to a part of it where it names one."""
    for path, page in found.items():
        for way in page.ways:
            if ":" not in way:
                target, _, part = way.partition("#")
                target += "index.html" if not target or target.endswith("/") else ""
                assert (stock / target).is_file(), (path, way)
                assert not part or part in found[target].ids, (path, way)


def refuse_strangers(stock: Path, base: str) -> None:
    """Navigation, footer, languages and head lead to files of the site, and nothing is fetched from elsewhere."""
    for file in stock.rglob("*.html"):
        here = base + file.relative_to(stock).as_posix().removesuffix("index.html")
        for node in LexborHTMLParser(file.read_text("utf-8")).css("a[href], link[href], [src]"):
            address = urljoin(here, str(node.attributes.get("href") or node.attributes.get("src")))
            path = address.partition("#")[0].partition("?")[0].removeprefix(base)
            if address.startswith(base):
                path += "index.html" if not path or path.endswith("/") else ""
                assert (stock / path).is_file(), (here, address)
            else:
                assert node.tag == "a", (here, address)
