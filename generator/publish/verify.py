"""Read the staged sites back before they go live, and say what is wrong with them.

Takes the files, what was planned and the texts that must not appear; returns findings PP901 to PP909. Each file is
read and parsed once, wherever it was made. It changes nothing and asks no network; what to do is up to the caller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Finding, in_order
from generator.publish.alternates import check_alternates
from generator.publish.causes import as_publish_error
from generator.publish.elements import Reference, css_urls
from generator.publish.expected import Expected, ExpectedPage
from generator.publish.findings import Place, finding
from generator.publish.links import Resolver
from generator.publish.pages import PageFacts, read_page
from generator.publish.private import PrivateTexts, masked
from generator.publish.references import ReferenceCheck
from generator.publish.tree import list_files

_PAGE = (".html", ".htm")


class Examined(NamedTuple):
    """What one file says: of a page the facts, of pages and style sheets the addresses, of any file private texts."""

    facts: PageFacts | None = None
    references: tuple[Reference, ...] = ()
    private: tuple[tuple[str, int], ...] = ()


def examine(path: str, data: bytes, texts: PrivateTexts) -> Examined:
    """Read one output file for `verify_site`."""
    private = texts.found_in(path, data)
    if path.endswith(_PAGE):
        facts, references = read_page(data)
        return Examined(facts, references, private)
    if path.endswith(".css"):
        urls = css_urls(data.decode(errors="replace"))
        return Examined(None, tuple(Reference("style", url, True) for url in urls), private)
    return Examined(private=private)


def verify(
    folder: Path, expected: Sequence[Expected], private: Collection[str] = (), shown: str = "public"
) -> tuple[Finding, ...]:
    """Return what is wrong with the sites below `folder`, in order; empty when they may go live.

    `private` texts must be in no file of these sites. `shown` is what findings call the folder. Raises
    `PublishError` when a file cannot be read.
    """
    texts = PrivateTexts(private)
    findings: list[Finding] = []
    with as_publish_error(f"cannot verify {shown}"):
        for site in expected:
            below = folder / site.site
            examined = {path: examine(path, (below / path).read_bytes(), texts) for path in list_files(below)}
            findings += verify_site(below, site, examined, f"{shown}/{site.site}")
    return in_order(findings)


def verify_site(
    folder: Path, expected: Expected, examined: Mapping[str, Examined], shown: str
) -> tuple[Finding, ...]:
    """Return what is wrong with one site at `folder`, whose files were all `examined`."""
    return in_order(_verify(folder, expected, dict(sorted(examined.items())), shown))


def _verify(
    folder: Path, expected: Expected, examined: Mapping[str, Examined], shown: str
) -> Iterator[Finding]:
    planned = {page.path: page for page in expected.pages}
    places = {path: Place(folder, path, f"{shown}/{path}") for path in examined}
    references = ReferenceCheck(Resolver(expected.url, places))
    facts = {path: said.facts for path, said in examined.items() if said.facts is not None}
    yield from _plan(expected, places, folder, shown)
    for path, found in examined.items():
        references.add(path, found.references)
        for text, line in found.private:
            yield finding("PP906", places[path], "private text is published: {text}", line, text=masked(text))
    for path, said in facts.items():
        yield from _page(places[path], planned.get(path), said)
        yield from _content_policy(places[path], expected.policy, said)
    yield from references.findings({path: said.anchors for path, said in facts.items()}, places)
    yield from check_alternates(expected, facts, places)


def _plan(expected: Expected, places: Mapping[str, Place], folder: Path, shown: str) -> Iterator[Finding]:
    """Compare the planned pages with the HTML files that are there: one file for each page, none besides."""
    planned = Counter(page.path for page in expected.pages)
    for path, times in planned.items():
        place = Place(folder, path, f"{shown}/{path}")
        if times > 1:
            yield finding("PP901", place, "{times} planned pages share this file", times=times)
        if path not in places:
            yield finding("PP901", place, "the page was planned and is not there")
    for path, place in places.items():
        if path.endswith(_PAGE) and path not in planned:
            yield finding("PP908", place, "the page is there and was not planned")
    with_404 = {page.language for page in expected.pages if page.path.rpartition("/")[2] == "404.html"}
    for language in sorted({page.language for page in expected.pages} - with_404):
        place = Place(folder, "404.html", f"{shown}/404.html")
        yield finding("PP901", place, "there is no 404.html in the language {language}", language=language)


def _page(place: Place, planned: ExpectedPage | None, said: PageFacts) -> Iterator[Finding]:
    """Check what concerns one page alone."""
    if planned:
        for name, found, right in (
            ("lang", said.language, planned.language),
            ("dir", said.direction, planned.direction),
        ):
            if found != right:
                message = "<html> has no {name}, expected {right}"
                if found:
                    message = "<html> has {name}={found}, expected {right}"
                yield finding(
                    "PP903", place, message, place.line_of("<html"), name=name, found=found, right=right
                )
    for id in said.repeated_ids:
        line = max(place.line_of(f'id="{id}"', 2), place.line_of(f"id={id}", 2))
        yield finding("PP907", place, "the id {id} is used more than once", line, id=id)


def _content_policy(place: Place, policy: str, said: PageFacts) -> Iterator[Finding]:
    """Check that a page states the site's policy, in time, and keeps to it."""
    if not policy:
        return
    if said.policies != (policy,):
        found = "; then ".join(said.policies)
        message = (
            "the content policy is not the site's: {found}" if found else "the page has no content policy"
        )
        yield finding("PP909", place, message, place.line_of("Content-Security-Policy"), found=found)
    elif said.early:
        message = "<{element}> stands before the content policy, which does not cover it"
        yield finding("PP909", place, message, place.line_of(f"<{said.early}"), element=said.early)
    for code in said.inline:
        message = "the content policy refuses {what}"
        yield finding("PP909", place, message, place.line_of(code.found_by), what=code.what)
