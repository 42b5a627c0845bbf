"""How a text is written in YAML: plain where that is safe, else folded, literal or in quotes.

Takes a text and where it will stand, returns what goes after the colon. What is written is read again by the loader
before it is used; the double-quoted form, which can hold everything, is the last resort.
"""

from __future__ import annotations

import json
import re
import textwrap

from generator.load.node import Mapping, Scalar
from generator.load.yaml_text import compose

WIDTH = 118
_LOOKS_TYPED = re.compile(
    r"(?i)~|null|true|false|yes|no|on|off|y|n|[-+]?[.\d][\d_.,:eEx+-]*|\d{4}-\d\d?-\d\d?.*|=|<<"
)
_FLOW = re.compile(r"[,\[\]{}]")


def written(text: str, column: int, *, indent: int, style: str = "", flow: bool = False) -> str:
    """Return `text` as YAML. `column` is where it begins, `indent` that of its key, both from 0.

    `style` is the first character of what it replaces (`|`, `>`, a quotation mark), kept where it can be. Inside
    brackets (`flow`) everything stays on one line.
    """
    for form in _forms(text, column, indent, style, flow):
        if reads_as(form, text, indent, flow=flow):
            return form
    return json.dumps(text, ensure_ascii=True)


def reads_as(form: str, text: str, indent: int, *, flow: bool) -> bool:
    """Whether the loader reads `text` from `form`, save white space at its ends."""
    pad = " " * indent
    source = f"{pad}k: {{k: {form}}}\n" if flow else f"{pad}k: {form}\n{pad}l: x\n"
    root, findings = compose(source, "")
    entry = root.get("k") if isinstance(root, Mapping) else None
    node = entry.value if entry else None
    if flow and isinstance(node, Mapping):
        entry = node.get("k")
        node = entry.value if entry and len(node.entries) == 1 else None
    return not findings and isinstance(node, Scalar) and node.text.strip() == text


def _forms(text: str, column: int, indent: int, style: str, flow: bool) -> list[str]:
    quotes = {"'": _single(text), '"': json.dumps(text, ensure_ascii=False)}
    if "\n" in text:
        return [quotes['"']] if flow else [_literal(text, indent)]
    forms = [quotes[style]] if style in quotes else []
    if not flow and (style == ">" or (style not in quotes and column + len(text) > WIDTH)):
        forms.append(_folded(text, indent))
    if not flow and style == "|":
        forms.append(_literal(text, indent))
    if not _LOOKS_TYPED.fullmatch(text) and not (flow and _FLOW.search(text)):
        forms.append(text)
    return [*forms, quotes["'"], quotes['"']]


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _literal(text: str, indent: int) -> str:
    pad = " " * (indent + 2)
    return "|\n" + "\n".join(f"{pad}{line}" if line.strip() else "" for line in text.split("\n"))


def _folded(text: str, indent: int) -> str:
    pad = " " * (indent + 2)
    width = max(WIDTH - len(pad), 40)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(pad + line for line in lines)
