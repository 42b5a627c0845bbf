"""The inside of a paragraph: our own HTML becomes one or more lines of Markdown.

Takes nodes of a page that was rendered by our templates, returns inline Markdown in which `BREAK` stands for a new
line. A text in another language than its page stays in a `span` with `lang` and `dir`: Markdown has no word for it.
Blocks are made in `blocks`; where links lead is decided in `ways`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from generator.export import escaping
from generator.text.slots import BREAK

INLINE = frozenset(
    (
        "-text",
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "code",
        "em",
        "i",
        "img",
        "small",
        "span",
        "strong",
        "time",
        "wbr",
    )
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_STARS = re.compile(r"^\*|(?<!\\)\*$")
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_OWN_LINE = ("facts__moment",)
_DROPPED = ("script", "style", "template", "svg", "wbr", "button", "input", "select", "form")


@dataclass(frozen=True, slots=True)
class Inline:
    """Writes the inside of paragraphs of one page. `way` turns an address on the page into one of the project;
    on pages that run from right to left numbers and addresses keep the mark of their own direction."""

    way: Callable[[str], str]
    right_to_left: bool

    def __call__(self, nodes: Iterable[LexborNode]) -> str:
        """Return the Markdown of these nodes, blanks put in order."""
        return tidy("".join(self._pieces(nodes)))

    def _pieces(self, nodes: Iterable[LexborNode]) -> list[str]:
        pieces: list[str] = []
        for node in nodes:
            before = pieces[-1] if pieces else ""
            piece = self._piece(node, before)
            if piece.startswith("[") and before.endswith("!"):
                pieces[-1] = f"{before[:-1]}\\!"  # else the link would be a picture
            pieces += [piece] if piece else []
        return pieces

    def _piece(self, node: LexborNode, before: str) -> str:
        tag = node.tag or ""
        if tag == "-text":
            return escaping.text(_BLANKS.sub(" ", node.text_content or ""))
        if is_dropped(node):
            return ""
        if tag == "br":
            return BREAK
        if tag == "img":
            return self.picture(node)
        if tag == "code":
            return escaping.code(_BLANKS.sub(" ", node.text()))
        inner = "".join(self._pieces(children(node)))
        if tag in _MARKS:
            mark = _MARKS[tag]
            same = any(found.mem_id != node.mem_id for found in node.css(tag))
            inside = same or bool(_STARS.search(inner.strip(" ")))
            return _around(inner, *_marks(mark, tag, before, inside))
        if tag == "a" and node.attributes.get("href"):
            return self._link(node, inner)
        if (node.attributes.get("class") or "") in _OWN_LINE:
            return f"{BREAK}{inner}"
        return self._with_language(node, inner)

    def _link(self, node: LexborNode, inner: str) -> str:
        address = self.way(node.attributes["href"] or "")
        is_button = node.attributes.get("class") == "button"
        if _is_folder(address):
            looks = _attribute("class", "md-button md-button--primary" if is_button else "")
            turned = "".join(_attribute(name, node.attributes.get(name)) for name in ("lang", "dir"))
            return _around(inner, f'<a href="{escape(address)}"{looks}{turned}>', "</a>")
        marks = [".md-button .md-button--primary"] if is_button else []
        marks += [
            f'{name}="{escape(node.attributes[name] or "")}"'
            for name in ("lang", "dir")
            if name in node.attributes
        ]
        attributes = f"{{ {' '.join(filter(None, marks))} }}" if any(marks) else ""
        return _around(inner, "[", f"]({escaping.target(address)}){attributes}") if address else inner

    def picture(self, node: LexborNode) -> str:
        """Return a picture with its description."""
        language = node.attributes.get("lang")
        said = escaping.text(_BLANKS.sub(" ", node.attributes.get("alt") or ""))
        address = escaping.target(self.way(node.attributes.get("src") or ""))
        return f"![{said}]({address})" + (f'{{ lang="{escape(language)}" }}' if language else "")

    def _with_language(self, node: LexborNode, inner: str) -> str:
        language, turned = node.attributes.get("lang"), node.attributes.get("dir")
        if language:
            return in_language(inner, language, turned or "")
        if node.tag == "bdi" and self.right_to_left and inner:
            return f"<bdi{_attribute('dir', turned)}>{inner}</bdi>"
        return inner


def _is_folder(address: str) -> bool:
    """Whether an address is a folder, as of a page in another language: MkDocs knows files and complains of it."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and parts.path.endswith("/")


def in_language(markdown: str, language: str, direction: str) -> str:
    """Return inline Markdown marked as a text in `language`."""
    start = f"<span{_attribute('lang', language)}{_attribute('dir', direction)}>"
    return _around(markdown, start, "</span>")


def children(node: LexborNode) -> Iterator[LexborNode]:
    """Yield what is inside a node, texts included."""
    return iter(node.iter(include_text=True))


def is_dropped(node: LexborNode) -> bool:
    """Whether a node is nothing that is read: hidden until a script shows it, or a control."""
    return node.tag in _DROPPED or "hidden" in node.attributes or node.tag == "-comment"


def tidy(markdown: str) -> str:
    """Return inline Markdown without blanks at the ends of lines and without empty lines."""
    lines = (_BLANKS.sub(" ", found).strip(" ") for found in markdown.split(BREAK))
    return BREAK.join(found for found in lines if found)


def _attribute(name: str, value: str | None) -> str:
    return f' {name}="{escape(value)}"' if value else ""


def _marks(mark: str, tag: str, before: str, inside: bool) -> tuple[str, str]:
    """Stars next to or directly inside other stars would be read together; then the element itself says it."""
    return (f"<{tag}>", f"</{tag}>") if inside or before.endswith("*") else (mark, mark)


def _around(inner: str, start: str, end: str) -> str:
    """Put marks around words, not around the blanks at their ends, and never over the end of a line."""
    done = []
    for found in inner.split(BREAK):
        words = found.strip(" ")
        first, _, last = found.partition(words) if words else (found, "", "")
        done.append(f"{first}{start}{words}{end}{last}" if words else found)
    return BREAK.join(done)
