"""The search index of one language of a site: what theme/assets/search.js reads.

Takes pages as they were rendered, returns JSON: one line per page with its sections and their plain text. Words are
folded and matched in the reader's browser only, so there is no second set of rules here that could differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.base import Record
from generator.model.fields.text import Text
from generator.model.guide import Guide
from generator.model.place import Place
from generator.plan.site_plan import PlannedPage
from generator.text.locales import direction, language_name

_UNREAD = (
    "script, style, template, nav, figcaption, [hidden], .button, .checked, .written, a[type], .card--way"
)
"""What says nothing of its own: links, credits, and teasers of other pages, which are found as themselves."""
_ORGANISATION = "card--organisation"
_ELSEWHERE = f".{_ORGANISATION}:has(> .card__title a[href])"
"""Of organisations only those that have no website: it says all of the others."""
_PEOPLE = ".card--person"
_PEOPLE_AT_HOME = ("coordinators", "place")
"""A coordinator is found on these pages; elsewhere the same card is shown again."""

_HEADINGS = ("h1", "h2", "h3", "h4")
_BLOCKS = ("article", "section")
_ENDS = {"dt": ": ", "dd": " · ", "li": " · "}
"""What stands in the index where an element ends, if not a blank."""
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "code",
        "em",
        "i",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "wbr",
    )
)
_NAMES = ("name", "title", "headline")
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
"""Around numbers and addresses, so that a snippet in Arabic does not turn `09:00–12:00` round."""


_TO_ACT = 2
_EMPLOYERS = 1.25
"""Their guide comes before others, and after a call that looks for companies, even where it has the very word."""
_OVER = 0.7
_RANKS = {
    **dict.fromkeys(("call", "programme", "place"), _TO_ACT),
    "coordinators": 1.5,
    **dict.fromkeys(("home", "programmes", "places", "calls", "guides", "stories"), 0.7),
    **dict.fromkeys(("testimonials", "page", "accessibility"), 0.5),
}
"""What leads readers to do something comes before what tells them something; lists and duties come last."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page to be found: its plan, and its title as plain text."""

    page: PlannedPage
    title: str
    is_over: bool = False
    """Whether it is a call to which nobody can apply any more."""

    @property
    def head(self) -> tuple[object, ...]:
        """What stands in the index besides the words of the page: route, names, language, rank."""
        page = self.page
        written = (page.content_language, direction(page.content_language)) if page.is_fallback else ("", "")
        name = language_name(page.content_language, page.language) if page.is_fallback else ""
        return page.route, self.title, _other_names(self), *written, name, _rank(self)


@dataclass(slots=True)
class _Section:
    """What stands below one address; `anchor` is empty for the top of the page."""

    anchor: str
    heading: str
    text: str = ""


def search_index(lines: Iterable[str]) -> bytes:
    """Return the index: a list of [route, title, other names, language, direction, its name, sections, rank].

    The three about the language are empty unless the page is shown in another one than asked for. A section is
    [anchor, heading, text]. The rank multiplies how well the words fit.
    """
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def index_line(found: IndexedPage, html: str) -> str:
    """Return the entry of a page, whose content is `html` as we rendered it."""
    *head, rank = found.head
    sections = [[each.anchor, each.heading, each.text] for each in _sections(found, html)]
    return json.dumps([*head, sections, rank], ensure_ascii=False, separators=(",", ":"))


def _rank(found: IndexedPage) -> float:
    """A call that is over cannot open again, so this stays true as long as the page does."""
    page = found.page
    if isinstance(page.record, Guide) and page.record.audience == "employer":
        return _EMPLOYERS
    return _OVER if found.is_over else _RANKS.get(page.kind, 1)


def _other_names(found: IndexedPage) -> str:
    """How the page's subject is called in its own language; a place, in every language it has a name in."""
    record = found.page.record
    text = next((value for name in _NAMES if isinstance(value := getattr(record, name, None), Text)), None)
    if text is None or not isinstance(record, Record):
        return ""
    names = (
        dict.fromkeys(name for _, name in text.items()) if isinstance(record, Place) else {text.source: None}
    )
    return " ".join(name for name in names if name != found.title)


def _sections(found: IndexedPage, html: str) -> list[_Section]:
    tree = LexborHTMLParser(html)
    unread = [_UNREAD]
    if found.page.kind not in _PEOPLE_AT_HOME:
        unread.append(_PEOPLE)
    if _ORGANISATION in html:  # nothing takes as long as this
        unread.append(_ELSEWHERE)
    for node in tree.css(", ".join(unread)):
        node.decompose()
    sections = [_Section("", "")]
    if tree.body is not None:
        _read(tree.body, sections)
    for section in sections:
        section.text = _tidy(section.text)
    first, *others = sections
    return [first, *(section for section in others if section.text or section.heading)]


def _read(node: LexborNode, sections: list[_Section]) -> None:
    """Add the words below `node` to the section they stand in; headings and named cards begin a new one."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            sections[-1].text += child.text_content or ""
            continue
        if tag in _HEADINGS:
            _begin(child, sections)
            continue
        if tag in _BLOCKS and (anchor := child.attributes.get("id")):
            _begin_block(child, anchor, sections)
        isolated = tag == "bdi" and child.attributes.get("dir") == "ltr"
        if isolated:
            sections[-1].text += _LEFT_TO_RIGHT
        _read(child, sections)
        if isolated:
            sections[-1].text += _END
        if tag not in _INLINE:
            sections[-1].text += _ENDS.get(tag, " ")


def _begin(heading: LexborNode, sections: list[_Section]) -> None:
    if heading.tag == "h1":
        return  # the title, which stands before all sections
    words = _tidy(heading.text())
    if anchor := heading.attributes.get("id"):
        sections.append(_Section(anchor, words))
    else:
        sections[-1].text += f" {words} · "


def _begin_block(block: LexborNode, anchor: str, sections: list[_Section]) -> None:
    """Begin the section of a card or block with an address, whose heading has none itself."""
    title = block.css_first(", ".join(_HEADINGS))
    if title is not None and not title.attributes.get("id"):
        sections.append(_Section(anchor, _tidy(title.text())))
        title.decompose()


def _tidy(text: str) -> str:
    """Return the words on one line, without marks between nothing."""
    line = " ".join(text.split())
    return " · ".join(part for part in map(str.strip, line.split("·")) if part) if "·" in line else line
