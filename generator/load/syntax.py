"""Plain words for the syntax errors of the YAML parser.

Takes the parser's error and the text, returns what to say and where: the code (PP002, or PP004 to PP006
when the broken thing is an anchor, a tag or a directive), a message and a piece of advice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml import Mark, MarkedYAMLError

from generator.diagnostics import Position
from generator.load.refusal import Refusals, shorten
from generator.load.retyping import syntax_edits


@dataclass(frozen=True, slots=True)
class _Case:
    """What to say when `pattern` is in "context: problem"; `at_opening`: at the place where it began."""

    pattern: str
    message: str
    help: str
    code: str = "PP002"
    at_opening: bool = False


_QUOTE_HELP = "Put the whole value into straight quotes: 'text'."
_MISFIT = _Case(
    "a block mapping|a block collection",
    "This line does not fit the lines above it.",
    "Entries of one level start in the same column, indented with spaces; list items start with “- ”.",
)
_CASES = (
    _Case(
        "an alias|an anchor",
        "A value cannot start with “{found}”: YAML takes that for an anchor or alias, which are refused.",
        "List items start with “- ”. " + _QUOTE_HELP,
        "PP004",
        True,
    ),
    _Case(
        "directive|incompatible YAML",
        "“{found}” starts a YAML directive, which is refused.",
        "Delete this line.",
        "PP006",
        True,
    ),
    _Case(
        "a tag|tag handle",
        "A value cannot start with “{found}”: YAML takes that for a tag, which is refused.",
        _QUOTE_HELP,
        "PP005",
        True,
    ),
    _Case(
        "quoted scalar.*(end of stream|document)",
        "The quotation mark {found} that opens here is never closed.",
        "Close it with the same mark; an apostrophe inside '…' is written twice: ''.",
        at_opening=True,
    ),
    _Case(
        "document start",
        "The document ended before this line; expected is one document per file.",
        "Delete a “...” above, or the brackets around the first part.",
        "PP006",
    ),
    _Case(
        "escape|hexa?decimal number",
        "Inside double quotes the backslash starts a code, and this one does not exist.",
        r"Write a backslash twice (\\), or put the value into single quotes.",
    ),
    _Case(
        "mapping values",
        "A colon with a space after it is not expected here.",
        "",
    ),
    _Case(
        "unexpected ':'",
        "A colon is not expected here.",
        _QUOTE_HELP,
    ),
    _Case(
        "sequence entries",
        "A list item cannot start here.",
        "Start the first “- ” on a line of its own, or quote the value if the dash belongs to it.",
    ),
    _Case(
        "mapping keys",
        "“? ” is not expected here.",
        "Quote the value if the question mark belongs to it.",
    ),
    _Case(
        "find expected ':'",
        "“{line_text}” has no colon after its name.",
        "Write “name: value”, with a space after the colon.",
        at_opening=True,
    ),
    _Case(
        "a flow sequence|a flow mapping",
        "The bracket “{bracket}” of line {opened} is not closed, or a comma is missing before this place.",
        "Close the bracket, or put a text with commas, colons or brackets into quotes.",
    ),
    _MISFIT,
    _Case(
        "node content",
        "A value is expected here, but “{found}” was found.",
        _QUOTE_HELP,
    ),
    _Case(
        "block scalar",
        "After “|” or “>” the line must end; the text starts on the next line, indented with spaces.",
        "Move the text to the next line, or put it into quotes.",
    ),
    _Case(
        "cannot start any token",
        "A value cannot start with “{found}”.",
        _QUOTE_HELP,
    ),
)
_OTHER = _Case("", "This is not valid YAML: {problem}.", "Compare the line with a record that works.")

_TYPOGRAPHIC = re.compile(r"(?:^|[:\-,\[{])\s*[“”„‟‘’‚‛«»]")
_ODD_SPACE = re.compile(
    r"^\s*[\u00a0\u2000-\u200a\u202f\u205f\u3000]|:[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
)


def explain(error: Exception, text: str, refusals: Refusals) -> None:
    """Add the finding for a parser's error. Errors without a place are put on the first line."""
    marked = error if isinstance(error, MarkedYAMLError) else None
    problem = (marked.problem if marked else str(error)) or ""
    context = (marked.context if marked else "") or ""
    mark = marked.problem_mark if marked else None
    opening = (marked.context_mark if marked else None) or mark
    lines = text.split("\n")
    case = _choose(f"{context}: {problem}", lines, mark)
    line, column = _place(opening if case.at_opening else mark, lines)
    source = lines[line]
    values: dict[str, object] = {
        "found": source[column : column + 1],
        "line_text": shorten(source),
        "problem": problem,
        "bracket": _character(opening, lines),
        "opened": (opening.line if opening else line) + 1,
    }
    message, help = _reword(case, lines, line, column)
    end = min(column + 2, len(source) + 1)
    position = Position(refusals.file, line + 1, column + 1, line + 1, max(end, column + 1))
    refusals.add(case.code, position, message, help, **_used(values, message + help))
    refusals.repair(syntax_edits(lines, line, column, refusals.file))


def _choose(description: str, lines: list[str], mark: Mark | None) -> _Case:
    case = next((case for case in _CASES if re.search(case.pattern, description)), _OTHER)
    if case.pattern != "document start" or mark is None:
        return case
    above = next((line for line in reversed(lines[: mark.line]) if line.strip()), "")
    return case if above.startswith(("...", "%")) or above.endswith(("]", "}")) else _MISFIT


def _place(mark: Mark | None, lines: list[str]) -> tuple[int, int]:
    """Return line and column from 0, kept inside the text; the parser counts one line more at its end."""
    if mark is None:
        return 0, 0
    if mark.line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return mark.line, min(mark.column, len(lines[mark.line]))


def _character(mark: Mark | None, lines: list[str]) -> str:
    line, column = _place(mark, lines)
    return lines[line][column : column + 1]


def _reword(case: _Case, lines: list[str], line: int, column: int) -> tuple[str, str]:
    """Return message and help for what stands in the source, which tells more than the parser's state."""
    source = lines[line]
    if "\t" in source[: column + 1] and not source[:column].strip():
        return "A tab was found where spaces are expected.", "Indent with spaces: two for each level."
    if _TYPOGRAPHIC.search(source):
        return (
            case.message,
            "Typographic quotes (“ ” „ ‘ ’ « ») are letters for YAML; use straight ones: ' or \".",
        )
    if _ODD_SPACE.search(source):
        return case.message, "There is a no-break or wide space in this line; replace it by a normal space."
    if case is _MISFIT:
        return _reword_misfit(source, column)
    if case.pattern == "find expected ':'" and re.match(r"\s*(?:- +)*[A-Za-z_-]{1,40}:\S", source):
        return "In “{line_text}” there is no space after the colon.", case.help
    if case.pattern == "node content" and not source[column:]:
        return "The file ends here, but a value is expected.", "Close the brackets that are open."
    if case.pattern == "mapping values":
        if re.search(r":\s", source[:column]):
            return case.message, "A value that contains “: ” goes into straight quotes: 'text'."
        return case.message, "The line above has no “: ” after its name, or this line is indented too far."
    return case.message, case.help


def _reword_misfit(source: str, column: int) -> tuple[str, str]:
    if source[column : column + 1] == ":":
        return "Before this colon there is no name.", "Write “name: value”."
    if re.search(r"['\"]$", source[:column].rstrip()):
        help = "Quote the whole value; an apostrophe inside '…' is written twice: ''."
        return "Text follows the closing quotation mark.", help
    return _MISFIT.message, _MISFIT.help


def _used(values: dict[str, object], template: str) -> dict[str, object]:
    return {name: value for name, value in values.items() if "{" + name + "}" in template}
