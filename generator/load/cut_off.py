"""Texts that end at a `#`, where a comment begins for YAML and none was meant.

Takes the bytes of a YAML file that can be parsed, returns warnings PP046. A comment has a blank after its `#`; one
after a date, a number or an id cuts off no text.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.diagnostics import Finding, Position, Severity
from generator.load.refusal import shorten
from generator.load.yaml_text import PARSER

_HASH = re.compile(rb"#(?<=[ \t]#)[^\s#]")
_QUICK = re.compile(rb"\S[ \t]+#[^\s#]")
_FOLLOWS = re.compile(r"[ \t]+(#(?!portal\b)[^\s#][^\n\r]*)", re.IGNORECASE)
_FACT = re.compile(r"[a-z0-9_-]+|[\W\d_]+")


def cut_off(data: bytes, file: str) -> tuple[Finding, ...]:
    """Return a warning at each `#` that ends a text and has no blank after it."""
    if not _HASH.search(data) or not _QUICK.search(data):  # most files need no more than the first
        return ()
    text = data.decode("utf-8-sig")
    found = []
    for event in yaml.parse(text, Loader=PARSER):
        end: Any = event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or event.style or _FACT.fullmatch(event.value):
            continue
        follows = _FOLLOWS.match(text, end.index)
        if follows:
            line, column = end.line + 1, end.column + follows.start(1) - follows.start() + 1
            place = Position(file, line, column, line, column + len(follows[1].rstrip()))
            values = {"text": shorten(event.value, 30), "rest": shorten(follows[1], 30)}
            found.append(Finding("PP046", Severity.WARNING, place, _MESSAGE, values, _HELP))
    return tuple(found)


_MESSAGE = "the text ends here, after “{text}”: for YAML, “{rest}” is a comment"
_HELP = "put the whole text into straight quotes; a comment has a blank after its #"
