"""Every address of every page and style sheet of one site: it leads to a file, and calls no third party.

Takes the addresses page by page, and once all pages are known says which are broken. The same fault on many
pages, as in a menu, is one finding that counts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Finding, Phrase
from generator.publish.elements import HINTS, Reference
from generator.publish.findings import Place, finding
from generator.publish.links import Kind, Resolver, Target

_NO_FILE = "<{element}> leads to {url}, and the site has no {target}"
_NO_ANCHOR = "<{element}> leads to {url}, and {target} has no id {fragment}"
_NOT_OURS = "<{element}> loads {url}, which is on this host but not a file of the site"
_AT_ANY_DEPTH = (
    "<{element}> leads to {url}; a host shows 404.html at any depth, so the address must begin with /"
)
_THIRD_PARTY = "<{element}> makes the reader's browser call another host: {url}"
_MORE = "{fault} (and on {more} more pages)"
_ANY_DEPTH = -1
"""The depth of a page that a host shows at any address."""


@dataclass(slots=True)
class _Fault:
    """One fault: where it was seen first, and on how many other pages."""

    page: str
    message: str
    reference: Reference
    target: Target
    more: int = 0


class ReferenceCheck:
    """Collects the addresses of one site."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._faults: dict[tuple[str, str, str], _Fault] = {}
        self._anchors_wanted: dict[tuple[str, str], _Fault] = {}
        self._sound: defaultdict[int, set[Reference]] = defaultdict(set)

    def add(self, page: str, references: tuple[Reference, ...]) -> None:
        """Look at the addresses of one page or style sheet; call once for each."""
        depth = _ANY_DEPTH if page.rpartition("/")[2] == "404.html" else page.count("/")
        sound = self._sound[depth]
        for reference in dict.fromkeys(references):
            if reference in sound:
                continue
            target = self._resolver.resolve(page, reference.url)
            message = _judge(depth, reference, target)
            if message:
                self._note(
                    (message, reference.element, target.path or reference.url), page, reference, target
                )
            elif target.kind is Kind.FILE and _wants_anchor(target):
                key = (target.path, target.fragment)
                seen = self._anchors_wanted.setdefault(key, _Fault(page, _NO_ANCHOR, reference, target))
                seen.more += seen.page != page
            elif _is_same_at(depth, reference.url):
                sound.add(reference)

    def findings(
        self, anchors: Mapping[str, frozenset[str]], places: Mapping[str, Place]
    ) -> Iterator[Finding]:
        """Say what is wrong; `anchors` are the ids of each page, `places` the output files."""
        for fault in self._faults.values():
            yield _told(fault, places[fault.page])
        for (path, fragment), fault in self._anchors_wanted.items():
            if path in anchors and fragment not in anchors[path]:
                yield _told(fault, places[fault.page])

    def _note(self, key: tuple[str, str, str], page: str, reference: Reference, target: Target) -> None:
        fault = self._faults.setdefault(key, _Fault(page, key[0], reference, target))
        fault.more += fault.page != page


def _is_same_at(depth: int, url: str) -> bool:
    """Whether an address leads to the same from every page that stands so many folders deep in the site."""
    if depth == _ANY_DEPTH:
        return False
    scheme, colon, _ = url.partition(":")
    return bool(colon and scheme.isalnum()) or (depth > 0 and url.startswith("../" * depth))


def _judge(depth: int, reference: Reference, target: Target) -> str:
    """The sentence for what is wrong with a reference; empty when nothing is, fragments apart."""
    if target.kind is Kind.ELSEWHERE:
        return _THIRD_PARTY if reference.fetched else ""
    fine = target.kind is Kind.FILE and (depth != _ANY_DEPTH or not _is_relative(reference.url))
    if fine or target.kind is Kind.NO_REQUEST or not HINTS.isdisjoint(reference.element.split()):
        return ""
    if target.kind is Kind.NEIGHBOUR:
        return _NOT_OURS if reference.fetched else ""
    return _NO_FILE if target.kind is Kind.MISSING else _AT_ANY_DEPTH


def _wants_anchor(target: Target) -> bool:
    is_page = target.path.endswith((".html", ".htm"))
    return is_page and bool(target.fragment) and target.fragment.casefold() != "top"


def _told(fault: _Fault, place: Place) -> Finding:
    code = "PP905" if fault.message == _THIRD_PARTY else "PP902"
    values: dict[str, object] = {
        "element": fault.reference.element,
        "url": fault.reference.url,
        "target": fault.target.path,
        "fragment": fault.target.fragment,
    }
    line = place.line_of(fault.reference.url)
    if fault.more:
        said = Phrase(fault.message, values)
        return finding(code, place, _MORE, line, **values, fault=said, more=fault.more)
    return finding(code, place, fault.message, line, **values)


def _is_relative(url: str) -> bool:
    url = url.strip()
    return bool(url) and url[0] not in "/#?" and ":" not in url.partition("/")[0]
