"""What a rule is: a code, a severity, its documentation page, and a function that finds flaws.

A rule names a record and a field; the runner finds the file, line and column. One rule is one file in
`rules/`, whose docstring is the page that `portal explain` shows and whose examples the tests run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath

from generator.diagnostics import Edit, Finding, Phrase, Position, Severity, told
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.site import SitePage


@dataclass(frozen=True, slots=True)
class Context:
    """What rules may look at: the catalog, the day and the folder of the pictures.

    `theme_languages` have a catalogue of reader's words; empty when that is not known. Without `media_root`
    no picture is opened.
    """

    catalog: Catalog
    today: date
    theme_languages: frozenset[str] = frozenset()
    media_root: FilePath | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that a rule found, in `record` at the key path `path`.

    `message` and `help` are templates over `values`. With `at_key` the finding points at the key, not its
    value. `severity` replaces the rule's own where one rule has two degrees. In one of a site's own pages the
    last part of the path is the language, which tells the file. `line` counts the lines of the text at `path`,
    from 0. `place` is for what no key path leads to, and must be given where there is no record. `deletes` are the
    parts of the text that can safely go.
    """

    record: Record | SitePage | None
    path: Path
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    help: str | Phrase = ""
    at_key: bool = False
    severity: Severity | None = None
    line: int | None = None
    place: Position | None = None
    deletes: tuple[tuple[int, int], ...] = ()


Check = Callable[[Context], Iterator[Flaw]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its page. `check` is `None` for what loading, modelling, selecting or planning finds itself.

    `ignorable` tells whether a comment with a reason may switch off an error of this rule; others may always be.
    """

    code: str
    severity: Severity
    since: str
    page: str
    check: Check | None = None
    ignorable: bool = False

    @property
    def title(self) -> str:
        """The first line of the page, without its full stop."""
        return self.page.strip().splitlines()[0].rstrip(".")

    def findings(self, context: Context) -> Iterator[Finding]:
        """Run the rule and give each flaw its place."""
        if self.check is None:
            return
        for flaw in self.check(context):
            severity = flaw.severity or self.severity
            place = _place(flaw, context.catalog)
            edits = _edits(flaw, context.catalog)
            help, values = told(flaw.help, flaw.values)
            yield Finding(self.code, severity, place, flaw.message, values, help, flaw.path, edits)


def _edits(flaw: Flaw, catalog: Catalog) -> tuple[Edit, ...]:
    """Return the edits that delete parts of a record's text; none unless all of them have a place."""
    if not flaw.deletes or isinstance(flaw.record, SitePage) or flaw.record is None:
        return ()
    document = catalog.documents[flaw.record.key]
    places = [document.inside(flaw.path, start, end) for start, end in flaw.deletes]
    found = tuple(Edit(place, "") for place in places if place)
    return found if len(found) == len(places) else ()


def _place(flaw: Flaw, catalog: Catalog) -> Position:
    if flaw.place is not None:
        return flaw.place
    if isinstance(flaw.record, SitePage):
        return _place_in_page(flaw.record, flaw.path, flaw.line or 0)
    if flaw.record is None:
        raise ValueError("a flaw without a record needs a place")
    document = catalog.documents[flaw.record.key]
    if not flaw.path:
        return Position(document.file)
    return document.locate(flaw.path, key=flaw.at_key, line=flaw.line)


def _place_in_page(page: SitePage, path: Path, line: int) -> Position:
    field = str(path[0]) if path else "body"
    language = str(path[-1]) if len(path) > 1 else page.body.language
    known = page.places.get((field, language)) or page.places.get(("body", language))
    place = known or Position(f"sites/{page.site}/pages/{page.name}.md")
    if field == "body" and line:
        return Position(place.file, place.line + line, place.column)
    return place if path else Position(place.file)
