"""Safe repairs of a line that stops the parser: tabs, odd spaces and typographic quotes.

Takes the lines of a file and the place where it stopped, returns edits; none when more than one thing may have been
meant. Whether the file can be read afterwards is proven by whoever applies them.
"""

from __future__ import annotations

import re

from generator.diagnostics import Edit, Position

_ODD_SPACE = re.compile(r"(?:(?<=:)|^\s*?)[\u00a0\u2000-\u200a\u202f\u205f\u3000]+", re.MULTILINE)
_IN_QUOTES = re.compile(r"(\s*(?:- +)*(?:[\w-]+: +)?)[“”„‟«»‘’‚]([^\"\\“”„‟«»]*)[“”‟«»‘’] *\r?")
_TAB_WIDTHS = (2, 4, 8)


def syntax_edits(lines: list[str], line: int, column: int, file: str) -> tuple[Edit, ...]:
    """Return the edits for a parser's error in `line` at `column`, both from 0."""
    source = lines[line]
    if "\t" in source[: column + 1] and not source[:column].strip():
        return _without_tabs(lines, line, file)
    quoted = _IN_QUOTES.fullmatch(source)
    if quoted and quoted[2].strip():
        begin, end = quoted.end(1), quoted.end(2)
        return (_edit(file, line, begin, begin + 1, '"'), _edit(file, line, end, end + 1, '"'))
    return tuple(
        _edit(file, line, found.start(), found.end(), " " * len(found[0]))
        for found in _ODD_SPACE.finditer(source)
    )


def _without_tabs(lines: list[str], line: int, file: str) -> tuple[Edit, ...]:
    """Return the edit of an indentation with tabs, if the lines above leave only one place for it.

    That is so when exactly one usual width of a tab brings the line to a column in which an entry above begins, or
    two columns deeper than a line above that ends with a colon.
    """
    source = lines[line]
    indent = source[: len(source) - len(source.lstrip(" \t"))]
    above = next(
        (text for text in reversed(lines[:line]) if text.strip() and not text.lstrip().startswith("#")), ""
    )
    if "\t" in above:
        return ()
    start = len(above) - len(above.lstrip(" "))
    opens = above.rstrip().endswith(":")
    columns = {start + 2} if opens else _columns(lines[:line], start)
    fitting = {len(indent.expandtabs(width)) for width in _TAB_WIDTHS} & columns
    if len(fitting) != 1:
        return ()
    return (_edit(file, line, 0, len(indent), " " * fitting.pop()),)


def _columns(above: list[str], deepest: int) -> set[int]:
    starts = {len(text) - len(text.lstrip(" ")) for text in above if text.strip() and "\t" not in text}
    return {start for start in starts if 0 < start <= deepest}


def _edit(file: str, line: int, start: int, end: int, text: str) -> Edit:
    return Edit(Position(file, line + 1, start + 1, line + 1, end + 1), text)
