"""A site's own Markdown page: optional front matter between `---` lines, then the body as written.

Takes a page's bytes, returns a `PageDocument` or findings with the lines of the whole file. Markdown is not
read here, and which entries front matter may have is the model's question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.diagnostics import Finding, Position
from generator.limits import LIMITS, Limits
from generator.load.characters import decode
from generator.load.files import PageFile
from generator.load.node import Mapping
from generator.load.refusal import Refusals, error, too_large
from generator.load.yaml_text import compose, refuse_root

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A page's text with LF line ends. `body_line` is the line of the file on which `body` starts, from 1."""

    site: str
    name: str
    language: str | None
    file: str
    front: Mapping
    body: str
    body_line: int


def read_page(
    page: PageFile, data: bytes, limits: Limits = LIMITS
) -> tuple[PageDocument | None, tuple[Finding, ...]]:
    """Return the page in `data`, or `None`, and what is wrong with it. Never raises, whatever the bytes."""
    file = page.shown
    if len(data) > limits.file_bytes:
        return None, (too_large(file, limits),)
    text, findings = decode(data, file, limits)
    if text is None:
        return None, findings
    front, body, body_line, more = _split(text, file, limits)
    findings += more
    if len(body) > limits.prose_characters:
        message = "This page has {count} characters; the limit is {limit}."
        place = Position(file, body_line)
        values = {"count": len(body), "limit": limits.prose_characters}
        findings += (error("PP007", place, message, "Divide it into several pages.", **values),)
    if findings or front is None:
        return None, findings
    body = body.replace("\r\n", "\n")
    return PageDocument(page.site, page.name, page.language, file, front, body, body_line), ()


def _split(text: str, file: str, limits: Limits) -> tuple[Mapping | None, str, int, tuple[Finding, ...]]:
    """Return front matter, body, the body's first line, and findings."""
    empty = Mapping((), Position(file))
    opening = _FENCE.match(text)
    if opening is None:
        return empty, text, 1, ()
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        message = "The front matter that starts with “---” has no closing “---”."
        help = "Add a line “---” after it; for a horizontal rule at the top of a page write “***”."
        return None, "", 1, (error("PP002", Position(file, 1, 1, 1, 4), message, help),)
    source = "\n" + text[opening.end() + 1 : closing.start()]
    line = text.count("\n", 0, closing.start()) + 2
    root, findings = compose(source, file, limits)
    if root is not None and not isinstance(root, Mapping):
        refusals = Refusals(file, limits)
        refuse_root(root, refusals)
        findings += refusals.result()
    front = root if isinstance(root, Mapping) else empty
    return front, text[closing.end() + 1 :], line, findings
