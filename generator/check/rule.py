"""What a rule is: a code, a severity, its documentation page, and a function that finds flaws.

A rule names a record and a field; the runner finds the file, line and column. One rule is one file in
`rules/`, whose docstring is the page that `portal explain` shows and whose examples the tests run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath

from generator.check.words import Words, all_words
from generator.diagnostics import Edit, Finding, Phrase, Position, Severity, told
from generator.load.document import Document
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Catalog, Key
from generator.model.site import SitePage

NEVER_IGNORED = "never_ignored"
"""A value of findings that no comment may switch off, though it may others of the same rule."""


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


Documents = Mapping[Key, Document]
Check = Callable[[Context], Iterator[Flaw]]
OwnCheck = Callable[[Words], Iterator[Flaw]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its page.

    `own` looks at one record at a time and at nothing else, not even the day: what it finds holds as long as the
    record's files stay as they are. `check` may look at everything. Both are `None` for what loading, modelling,
    selecting or planning finds itself.

    `of_parts` says of a rule with `own` that what it finds holds whatever else the record has or lacks: it may look at
    a record of which other keys cannot be read, needed ones too, which are then `None`.

    `ignorable` tells whether a comment with a reason may switch off an error of this rule; others may always be.
    """

    code: str
    severity: Severity
    since: str
    page: str
    check: Check | None = None
    ignorable: bool = False
    own: OwnCheck | None = None
    of_parts: bool = False

    @property
    def title(self) -> str:
        """The first line of the page, without its full stop."""
        return self.page.strip().splitlines()[0].rstrip(".")

    def findings(self, context: Context) -> Iterator[Finding]:
        """Run the rule over everything and give each flaw its place."""
        for words in all_words(context.catalog) if self.own else ():
            yield from self.own_findings(words, context.catalog.documents)
        yield from self.common_findings(context)

    def own_findings(self, words: Words, documents: Documents) -> Iterator[Finding]:
        """Run what looks at one record over this one."""
        return (self._placed(flaw, documents) for flaw in (self.own(words) if self.own else ()))

    def common_findings(self, context: Context) -> Iterator[Finding]:
        """Run what looks at everything."""
        documents = context.catalog.documents
        return (self._placed(flaw, documents) for flaw in (self.check(context) if self.check else ()))

    def _placed(self, flaw: Flaw, documents: Documents) -> Finding:
        help, values = told(flaw.help, flaw.values)
        severity, place = flaw.severity or self.severity, _place(flaw, documents)
        edits = _edits(flaw, documents)
        return Finding(self.code, severity, place, flaw.message, values, help, flaw.path, edits)


def _edits(flaw: Flaw, documents: Documents) -> tuple[Edit, ...]:
    """Return the edits that delete parts of a record's text; none unless all of them have a place."""
    if not flaw.deletes or isinstance(flaw.record, SitePage) or flaw.record is None:
        return ()
    document = documents[flaw.record.key]
    places = [document.inside(flaw.path, start, end) for start, end in flaw.deletes]
    found = tuple(Edit(place, "") for place in places if place)
    return found if len(found) == len(places) else ()


def _place(flaw: Flaw, documents: Documents) -> Position:
    if flaw.place is not None:
        return flaw.place
    if isinstance(flaw.record, SitePage):
        return _place_in_page(flaw.record, flaw.path, flaw.line or 0)
    if flaw.record is None:
        raise ValueError("a flaw without a record needs a place")
    document = documents[flaw.record.key]
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
