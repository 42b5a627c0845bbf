"""What is known of one record, or of one own page, from its own files and from nothing else.

Takes the files with their bytes, returns an `Examined`: the record or page, what is wrong with it, and the digest of
the bytes. It is the same on every day and whatever the rest of the portal says, so it may be kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.check.runner import run_own_rules, run_rules_of_parts
from generator.check.words import Words
from generator.diagnostics import Finding, Position
from generator.load.comments import Remark
from generator.load.files import File, PageFile, SourceFile
from generator.load.loader import Content, Parse, load_page, load_record
from generator.model.base import Record
from generator.model.build import build_record, readable_part
from generator.model.catalog import Key
from generator.model.pages import build_page
from generator.model.site import SitePage

PAGES = "pages"
"""In the key of a page, this stands in the place of the kind; the id is `site/name`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The files of one record or one page. A page needs the site's default language; without the site there is none."""

    key: Key
    files: tuple[File, ...]
    default: str = ""

    def digest(self, digests: Sequence[str]) -> str:
        """Return the digest of the whole from those of its files' bytes."""
        named = (f"{file.language or ''}:{digest}" for file, digest in zip(self.files, digests, strict=True))
        return hashlib.sha256("\n".join((self.default, *named)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Examined:
    """One record or page. `made` is `None` when it cannot be read; `file` is empty when not even as YAML.

    `findings` come from loading, modelling and the rules about single records; `languages` are those with a file of
    their own, `spoken` the different sets of languages that the texts of a record have.
    """

    digest: str
    made: Record | SitePage | None
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()
    file: str = ""
    languages: tuple[tuple[str, Position], ...] = ()
    spoken: frozenset[frozenset[str]] = frozenset()


def digest_of(content: Content) -> str:
    """Return the digest of a file's bytes, or of the reason why there are none."""
    return hashlib.sha256(content if isinstance(content, bytes) else repr(content).encode()).hexdigest()


def examine(unit: Unit, contents: Sequence[Content], digest: str, parse: Parse) -> Examined:
    """Read, model and check one record or page; `contents` are those of its files, in their order."""
    files = tuple(zip(unit.files, contents, strict=True))
    if unit.key[0] == PAGES:
        pages = [(file, content) for file, content in files if isinstance(file, PageFile)]
        return _page(unit, pages, digest)
    return _record(
        [(file, content) for file, content in files if isinstance(file, SourceFile)], digest, parse
    )


def _record(files: Sequence[tuple[SourceFile, Content]], digest: str, parse: Parse) -> Examined:
    loaded = load_record(files, parse)
    document = loaded.document
    if document is None:
        return Examined(digest, None, loaded.findings, loaded.remarks)
    record, findings = build_record(document)
    found = (*loaded.findings, *findings)
    if record is None:
        part = readable_part(document)
        found += tuple(run_rules_of_parts(Words(part), {part.key: document})) if part else ()
        return Examined(digest, None, found, loaded.remarks, document.file, document.languages)
    words = Words(record)
    found += tuple(run_own_rules(words, {record.key: document}))
    return Examined(digest, record, found, loaded.remarks, document.file, document.languages, words.languages)


def _page(unit: Unit, files: Sequence[tuple[PageFile, Content]], digest: str) -> Examined:
    loaded = [load_page(file, content) for file, content in files]
    findings = [finding for page in loaded for finding in page.findings]
    remarks = tuple(remark for page in loaded for remark in page.remarks)
    versions = tuple(page.document for page in loaded if page.document)
    page: SitePage | None = None
    if versions and unit.default:
        site, _, name = unit.key[1].partition("/")
        page, found = build_page(site, name, versions, unit.default)
        findings += found
    if page:
        findings += run_own_rules(Words(page), {})
    return Examined(digest, page, tuple(findings), remarks)
