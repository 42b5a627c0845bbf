"""A site's own Markdown pages: the files of one name, in several languages, become one `SitePage`.

Takes page documents and the site's default language; returns the page and findings about titles and
languages. The Markdown itself is rendered elsewhere.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ValidationError

from generator.diagnostics import Finding, Position, Severity
from generator.load.document import Document
from generator.load.node import Entry, Mapping, Scalar, plain_mapping
from generator.load.pages import PageDocument
from generator.model.base import Part
from generator.model.fields import tables
from generator.model.fields.problem import wrong_shape
from generator.model.fields.text import Prose as ProseText
from generator.model.fields.text import Text
from generator.model.fields.texts import Label, Prose
from generator.model.prose import links_of
from generator.model.shape import shape_findings
from generator.model.site import SitePage

_TYPED_BODY = " body"
"""Under this name a `body` in the front matter is refused like any unknown key: the text below is the body."""


def _one_language(value: object) -> object:
    if isinstance(value, dict):
        wrong_shape(value, "one text: each language of a page has a file of its own")
    return value


OneLanguage = Annotated[Label, BeforeValidator(_one_language)]
"""One line in the language of its file."""


class PageText(Part):
    """The front matter and body of one language."""

    title: OneLanguage
    summary: OneLanguage | None = None
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
    document = _document(version)
    front = plain_mapping(version.front)
    if "body" in front:
        front[_TYPED_BODY] = front["body"]
    try:
        return PageText.model_validate({**front, "body": version.body}, context={"language": language}), ()
    except ValidationError as fault:
        return None, shape_findings(fault, document, PageText)


def _document(version: PageDocument) -> Document:
    """The file as if its text were one more key; a `body` in the front matter comes before it."""
    blank = len(version.body) - len(version.body.lstrip())
    line = version.body_line + version.body.count("\n", 0, blank)
    place = Position(version.file, line if version.body.strip() else version.body_line)
    body = Entry("body", place, Scalar(version.body, place, quoted=True, begins=place))
    root = Mapping((*version.front.entries, body), version.front.position)
    return Document("pages", version.name, version.file, root)


def _places(version: PageDocument, language: str) -> dict[tuple[str, str], Position]:
    document = _document(version)
    return {(field, language): document.locate((field,)) for field in ("title", "summary", "body")}


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
        links={language: links_of(text.body.source) for language, text in texts.items()},
        title=Text(source, {language: text.title.source for language, text in texts.items()}),
        summary=Text(source if source in summaries else sorted(summaries)[0], summaries)
        if summaries
        else None,
        body=ProseText(source, {language: text.body.source for language, text in texts.items()}),
    )
