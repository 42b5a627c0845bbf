"""A site's own Markdown pages: the files of one name, in several languages, become one `SitePage`.

Takes page documents and the site's default language; returns the page and findings about titles and
languages. The Markdown itself is rendered elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from pydantic import ValidationError

from generator.diagnostics import Finding, Position, Severity
from generator.load.document import Document
from generator.load.node import plain_mapping
from generator.load.pages import PageDocument
from generator.model.base import Part
from generator.model.fields import tables
from generator.model.fields.text import Prose as ProseText
from generator.model.fields.text import Text
from generator.model.fields.texts import Label, Prose
from generator.model.shape import shape_findings
from generator.model.site import SitePage

_TYPED_BODY = " body"
"""Under this name a `body` in the front matter is refused like any unknown key: the text below is the body."""


class PageText(Part):
    """The front matter and body of one language."""

    title: Label
    summary: Label | None = None
    body: Prose


def build_page(
    site: str, name: str, versions: tuple[PageDocument, ...], default: str
) -> tuple[SitePage | None, tuple[Finding, ...]]:
    """Join the language versions of a page. A file without suffix is in the site's default language."""
    texts: dict[str, PageText] = {}
    places: dict[tuple[str, str], Position] = {}
    findings: list[Finding] = []
    for version in versions:
        language = version.language or default
        if not tables.is_language(language):
            found = Finding(
                "PP301",
                Severity.ERROR,
                Position(version.file),
                'the file name ends in "{found}", which is not a language code',
                {"found": language},
            )
            findings.append(found)
            continue
        if language in texts:
            message = "this page stands twice in {language}: with and without the language in its file name"
            findings.append(
                Finding("PP302", Severity.ERROR, Position(version.file), message, {"language": language})
            )
            continue
        text, faults = _read(version, language)
        findings += faults
        if text:
            texts[language] = text
            places |= _places(version, language)
    if not texts:
        return None, tuple(findings)
    return _join(site, name, texts, default, places), tuple(findings)


def _read(version: PageDocument, language: str) -> tuple[PageText | None, tuple[Finding, ...]]:
    document = Document("pages", version.name, version.file, version.front)
    front = plain_mapping(version.front)
    if "body" in front:
        front[_TYPED_BODY] = front["body"]
    try:
        return PageText.model_validate({**front, "body": version.body}, context={"language": language}), ()
    except ValidationError as fault:
        found = shape_findings(fault, document, PageText)
        body = Position(version.file, version.body_line)
        return None, tuple(
            replace(finding, position=body)
            if finding.path == ("body",) and finding.code != "PP020"
            else finding
            for finding in found
        )


def _places(version: PageDocument, language: str) -> dict[tuple[str, str], Position]:
    document = Document("pages", version.name, version.file, version.front)
    front = {(field, language): document.locate((field,)) for field in ("title", "summary")}
    return {**front, ("body", language): Position(version.file, version.body_line)}


def _join(
    site: str,
    name: str,
    texts: dict[str, PageText],
    default: str,
    places: dict[tuple[str, str], Position],
) -> SitePage:
    source = default if default in texts else sorted(texts)[0]
    summaries = {language: text.summary.source for language, text in texts.items() if text.summary}
    return SitePage(
        site=site,
        name=name,
        places=places,
        title=Text(source, {language: text.title.source for language, text in texts.items()}),
        summary=Text(source if source in summaries else sorted(summaries)[0], summaries)
        if summaries
        else None,
        body=ProseText(source, {language: text.body.source for language, text in texts.items()}),
    )
