"""From YAML text to a tree in which every scalar is text as typed and every node knows its place.

Takes bytes, returns a `Mapping` or findings PP001 to PP008. Built on the parser's event stream: nothing is
constructed, resolved or expanded, and depth and size are counted before they can do harm. No meaning here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.diagnostics import Finding, Position
from generator.limits import LIMITS, Limits
from generator.load.characters import decode
from generator.load.node import Mapping, Node, Sequence
from generator.load.refusal import Refusals, too_large
from generator.load.tree import build

# libyaml's parser is an iterative state machine; only its composer recurses (and dies on 50,000 brackets).
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(data: bytes, file: str, limits: Limits = LIMITS) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Return the map that a YAML file holds, or `None`, and what is wrong with it.

    `file` is the name shown in positions. Never raises, whatever the bytes.
    """
    if len(data) > limits.file_bytes:
        return None, (too_large(file, limits),)
    text, findings = decode(data, file, limits)
    if text is None:
        return None, findings
    root, more = compose(text, file, limits)
    refusals = Refusals(file, limits)
    if not more and not isinstance(root, Mapping):
        refuse_root(root, refusals)
    findings += more + refusals.result()
    return (root if isinstance(root, Mapping) and not findings else None), findings


def refuse_root(root: Node | None, refusals: Refusals) -> None:
    """Add the finding for a document that is not a map: PP008."""
    if root is None:
        message = "This file is empty; expected are entries of the form “name: value”."
        refusals.add("PP008", Position(refusals.file), message)
        return
    message = "The top level is one text; expected are entries of the form “name: value”."
    if isinstance(root, Sequence):
        message = "The top level is a list; expected are entries of the form “name: value”."
    help = "Write each fact on its own line, with a space after the colon."
    refusals.add("PP008", root.position, message, help)


def compose(text: str, file: str, limits: Limits = LIMITS) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the root of the one document in `text` (`None` when empty or refused) and findings."""
    return build(_events(text), text, file, limits)


def _events(text: str) -> Iterator[Any]:
    """Yield the parser's events, as `yaml.parse` does with twice as many calls."""
    parser = PARSER(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()
