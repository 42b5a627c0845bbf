"""A page's HTML becomes Markdown: headings, paragraphs, lists, definition lists, quotations, code.

Takes the main content as our templates wrote it, returns Markdown that is good to read and to change. Made from the
finished HTML and not from templates of its own, so that there is one source of what a page says: whatever a template
shows is in the export, and a test can compare the two page by page. What is dropped: controls (filters, buttons) and
what is hidden until a script shows it. Cards become headings with text, doors a list, what can be opened a heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.export import escaping
from generator.export.inline import INLINE, Inline, children, in_language, is_dropped
from generator.text.slots import BREAK

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEAVES = ("p", "figcaption", "dl", "blockquote", "pre", "hr")
_APART = "<!-- -->"
"""Between two lists that would be read as one."""
_CONTROLS = ("faq__link",)


@dataclass(frozen=True, slots=True)
class _Block:
    """A finished block; `kind` is the tag of a list, else empty. Empty text: nothing to write."""

    text: str
    kind: str = ""


def markdown_of(html: str, inline: Inline) -> str:
    """Return the Markdown of a page's main content."""
    body = LexborHTMLParser(html).body
    return _joined(_Writer(inline).blocks(children(body))) + "\n" if body else ""


class _Writer:
    """Goes through one page. Keeps the level of the last heading, and the id of a part until its heading comes."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline
        self._level = 1
        self._id = ""
        self._nested = 0
        self._language: tuple[str, str] | None = None

    def blocks(self, nodes: Iterable[LexborNode]) -> Iterator[_Block]:
        """Yield the blocks of these nodes in order; texts between blocks become paragraphs."""
        run: list[LexborNode] = []
        for node in nodes:
            if node.tag in INLINE and not _is_door(node):
                run.append(node)
                continue
            yield from self._paragraph(run)
            run = []
            if not is_dropped(node) and not _is_control(node):
                yield from self._block(node)
        yield from self._paragraph(run)

    def _block(self, node: LexborNode) -> Iterator[_Block]:
        tag = node.tag or ""
        if tag in _HEADINGS:
            yield self._heading(children(node), _HEADINGS[tag], node.attributes.get("id") or "")
            return
        self._id = node.attributes.get("id") or self._id
        if tag in ("ul", "ol"):
            yield from self._list(node, tag)
        elif tag == "details":
            yield from self._details(node)
        elif tag == "a":
            yield from self._door(node)
        elif tag in _LEAVES:
            yield from self._leaf(node, tag)
        elif node.css_first("a.door") and "doors" in (node.attributes.get("class") or ""):
            yield self._doors(node)
        else:
            yield from self._container(node)

    def _leaf(self, node: LexborNode, tag: str) -> Iterator[_Block]:
        if tag == "dl":
            yield _Block("\n\n".join(self._definitions(node)), tag)
        elif tag == "blockquote":
            yield _Block(_prefixed("> ", "> ", self._inside(node)))
        elif tag == "pre":
            yield _Block(_fenced(node.text()))
        elif tag == "hr":
            yield _Block("* * *")
        else:
            yield from self._marked(node)

    def _marked(self, node: LexborNode) -> Iterator[_Block]:
        """A paragraph, which may be in a language of its own."""
        before, language = self._language, node.attributes.get("lang")
        if language:
            self._language = language, node.attributes.get("dir") or ""
        yield from self._paragraph(children(node))
        self._language = before

    def _paragraph(self, nodes: Iterable[LexborNode]) -> Iterator[_Block]:
        lines = self._lines(nodes)
        if lines:
            yield _Block("  \n".join(lines))

    def _lines(self, nodes: Iterable[LexborNode]) -> list[str]:
        return [escaping.line(found) for found in self._words(nodes)]

    def _words(self, nodes: Iterable[LexborNode]) -> list[str]:
        """The lines of a paragraph, in the language of the part around it."""
        words = self._inline(nodes)
        if words and self._language:
            words = in_language(words, *self._language)
        return words.split(BREAK) if words else []

    def _heading(self, nodes: Iterable[LexborNode], level: int, id: str) -> _Block:
        self._level, words = level, escaping.heading(" ".join(self._words(nodes)))
        known, self._id = id or self._id, ""
        if not words:
            return _Block("")
        return _Block(f"{'#' * level} {words}" + (f" {{ #{known} }}" if known else ""))

    def _container(self, node: LexborNode) -> Iterator[_Block]:
        """A block that Markdown does not know; one in another language is marked, in lists at every text."""
        language = node.attributes.get("lang")
        if not language:
            yield from self.blocks(children(node))
            return
        direction = node.attributes.get("dir") or ""
        if self._nested:
            before, self._language = self._language, (language, direction)
            yield from self.blocks(children(node))
            self._language = before
            return
        inside = _joined(self.blocks(children(node)))
        start = f'<div lang="{escape(language)}" dir="{escape(direction)}" markdown="1">'
        yield _Block(f"{start}\n\n{inside}\n\n</div>")

    def _list(self, node: LexborNode, tag: str) -> Iterator[_Block]:
        items = [item for item in children(node) if item.tag == "li" and not is_dropped(item)]
        if (
            tag == "ul"
            and node.attributes.get("class")
            and any(item.css_first("h2, h3, h4") for item in items)
        ):
            for item in items:
                yield from self._container(item)
            return
        start = int(node.attributes.get("start") or 1) if tag == "ol" else 0
        done = []
        loose = False
        for number, item in enumerate(items, start):
            self._id = ""
            found = self._inside(item)
            if not found:
                continue  # a mark alone would underline the line above it
            loose = loose or "\n\n" in found
            mark = f"{number}." if tag == "ol" else "-"
            space = mark.ljust(4) if "\n" in found else f"{mark} "
            done.append(_prefixed(space, " " * 4, found))
        yield _Block(("\n\n" if loose else "\n").join(done), tag)

    def _definitions(self, node: LexborNode) -> Iterator[str]:
        """Yield one group after the other: its terms, then what is said of them."""
        rows = [row for row in children(node) if row.tag in ("div", "dt", "dd") and not is_dropped(row)]
        flat = [
            each
            for row in rows
            for each in (children(row) if row.tag == "div" else (row,))
            if each.tag in ("dt", "dd") and not is_dropped(each)
        ]
        lines: list[str] = []
        for position, each in enumerate(flat):
            if each.tag == "dt":
                lines.append(" ".join(self._lines(children(each))))
            elif found := self._inside(each):
                lines.append(_prefixed(":   ", "    ", found))
            is_last = position + 1 == len(flat) or (each.tag == "dd" and flat[position + 1].tag == "dt")
            if is_last:
                yield "\n".join(lines)
                lines = []

    def _inside(self, node: LexborNode) -> str:
        """The blocks of a list item, definition or quotation. Code cannot stand behind the mark of an item."""
        self._nested += 1
        level = self._level
        found = _joined(self.blocks(children(node)))
        self._nested -= 1
        self._level = level
        return f"{_APART}\n\n{found}" if found.startswith("```") else found

    def _details(self, node: LexborNode) -> Iterator[_Block]:
        """What readers open is under a heading; one picture alone needs none."""
        level = self._level
        inside = [each for each in children(node) if each.tag != "summary"]
        summary = node.css_first("summary")
        if summary is not None and not _is_picture(node):
            answer = node.css_first("[id]")
            id = (answer.attributes.get("id") or "") if answer is not None else ""
            yield self._heading(children(summary), min(level + 1, 6), id)
        yield from self.blocks(inside)
        self._level, self._id = level, ""

    def _doors(self, node: LexborNode) -> _Block:
        self._nested += 1
        items = [found.text for each in node.css("a.door") for found in self._door(each)]
        self._nested -= 1
        return _Block("\n".join(_prefixed("-   ", " " * 4, item) for item in items), "ul")

    def _door(self, node: LexborNode) -> Iterator[_Block]:
        """Label, title and text on lines of their own; the title is the link."""
        lines = []
        for part in children(node):
            words = " ".join(self._lines([part]))
            if words and "door__title" in (part.attributes.get("class") or ""):
                address = escaping.target(self._inline.way(node.attributes.get("href") or ""))
                words = f"[{words}]({address})"
            lines += [words] if words else []
        yield _Block("  \n".join(lines))


def _is_door(node: LexborNode) -> bool:
    return node.tag == "a" and node.attributes.get("class") == "door"


def _is_control(node: LexborNode) -> bool:
    return (node.attributes.get("class") or "") in _CONTROLS


def _is_picture(node: LexborNode) -> bool:
    return len(node.css("img")) == 1 and not node.css_first("p, ul, ol, dl, figcaption, article")


def _joined(blocks: Iterable[_Block]) -> str:
    done: list[str] = []
    before = ""
    for block in blocks:
        if not block.text:
            continue
        if block.kind and before == block.kind:
            done.append(_APART)
        done.append(block.text)
        before = block.kind
    return "\n\n".join(done)


def _prefixed(first: str, others: str, block: str) -> str:
    start, *lines = block.split("\n")
    rest = [f"{others}{line}" if line else others.rstrip() for line in lines]
    return "\n".join([f"{first}{start}", *rest])


def _fenced(words: str) -> str:
    if not words.strip():
        return ""
    fence = "`" * max(3, escaping.longest_run(words) + 1)
    return f"{fence}\n{words.rstrip(chr(10))}\n{fence}"
