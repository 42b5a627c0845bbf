"""What search engines are told: canonical address, hreflang and robots of each page.

Takes what was planned and what the pages say. What they say is checked against the plan, and also by itself:
absolute, each page among its own alternates, reciprocal, `x-default` when there is a choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.publish.expected import X_DEFAULT, Expected, ExpectedPage
from generator.publish.findings import Place, finding
from generator.publish.pages import PageFacts

_WEB = ("https://", "http://")


def check_alternates(
    expected: Expected, facts: Mapping[str, PageFacts], places: Mapping[str, Place]
) -> Iterator[Finding]:
    """Check every page that was written; `facts` and `places` by output path."""
    by_address = {expected.address(page.path): page.path for page in expected.pages}
    for page in expected.pages:
        if page.path not in facts:
            continue
        check = _PageCheck(page, expected.address(page.path), facts, by_address)
        place = places[page.path]
        for message, values in check.faults():
            line = place.line_of(values["found"]) if values.get("found") else 1
            yield finding("PP904", place, message, line, **values)


_Fault = tuple[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _PageCheck:
    """One page, its own address, and what the other pages say."""

    page: ExpectedPage
    own: str
    facts: Mapping[str, PageFacts]
    by_address: Mapping[str, str]

    def faults(self) -> Iterator[_Fault]:
        """Say what is wrong with this page."""
        said = self.facts[self.page.path]
        yield from self._canonical(said.canonicals)
        if said.noindex and self.page.indexable:
            yield "search engines are told not to list the page (robots: noindex)", {}
        if not said.noindex and not self.page.indexable:
            yield "search engines are not told to leave the page out (robots: noindex)", {}
        found = dict(said.alternates)
        if len(found) < len(said.alternates):
            yield "a language has two hreflang links", {}
        for language in sorted({*found, *self.page.alternates}):
            yield from self._one(language, found)
        if found:
            yield from self._all(found)

    def _canonical(self, canonicals: tuple[str, ...]) -> Iterator[_Fault]:
        planned = self.page.canonical
        match canonicals:
            case () if planned:
                yield "the page names no canonical address, expected {expected}", {"expected": planned}
            case (found,) if not planned:
                yield "the page names a canonical address, {found}, and should name none", {"found": found}
            case (found,) if not found.startswith(_WEB):
                yield "the canonical address {found} is not absolute", {"found": found}
            case (found,) if found != planned:
                values = {"found": found, "expected": planned}
                yield "the canonical address is {found}, expected {expected}", values
            case (_, _, *_):
                yield "the page names more than one canonical address", {}

    def _one(self, language: str, found: Mapping[str, str]) -> Iterator[_Fault]:
        """Check the hreflang of one language."""
        url, planned = found.get(language, ""), self.page.alternates
        values = {"language": language, "found": url, "expected": planned.get(language, "")}
        if language not in found:
            yield "hreflang {language} is missing, expected {expected}", values
        elif not url.startswith(_WEB):
            yield "hreflang {language} is not absolute: {found}", values
        elif language not in planned and language != X_DEFAULT:
            yield "hreflang {language} leads to {found}, and no such translation is planned", values
        elif language in planned and url != planned[language]:
            yield "hreflang {language} leads to {found}, expected {expected}", values
        elif url not in self.by_address:
            yield "hreflang {language} leads to {found}, which is no page of the site", values
        elif not self._leads_back(self.by_address[url]):
            yield "hreflang {language} leads to {found}, which does not lead back", values

    def _leads_back(self, path: str) -> bool:
        """Whether the page at `path` names this one; a page that is missing has a finding of its own."""
        return path not in self.facts or self.own in dict(self.facts[path].alternates).values()

    def _all(self, found: Mapping[str, str]) -> Iterator[_Fault]:
        """Check the hreflang links of the page as a set."""
        translations = {language: url for language, url in found.items() if language != X_DEFAULT}
        if self.own not in translations.values():
            yield "the page is not among its own hreflang links", {}
        elif translations.get(self.page.language) != self.own:
            values = {"language": self.page.language}
            yield "the page is among its hreflang links, but not under its language {language}", values
        if len(translations) > 1 and X_DEFAULT not in found:
            yield "there are several languages and no hreflang x-default", {}
        if X_DEFAULT in found and found[X_DEFAULT] not in translations.values():
            values = {"found": found[X_DEFAULT]}
            yield "hreflang x-default leads to {found}, which is none of the translations", values
