"""Which files a build wrote and removed, for a person: the first of them by name, the others as a number.

Takes what was published, returns text; programs get all names as JSON, see `cli.built`.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.console.safe import neutral
from generator.console.words import Words
from generator.publish.staging import Published

MOST = 40
"""Lines of a kind: more is no answer to the question what an edit has changed."""


def format_published(published: Published, words: Words) -> str:
    """Return one line for each file, `written  kvinfo/index.html`; empty when nothing was written or removed."""
    return _listed(words.say("written"), published.written, words) + _listed(
        words.say("removed"), published.removed, words
    )


def _listed(what: str, paths: Sequence[str], words: Words) -> str:
    lines = [f"{what}  {neutral(path)}" for path in paths[:MOST]]
    if len(paths) > MOST:
        more = len(paths) - MOST
        lines.append(f"{what}  {words.number_of(more, '… and {n} more file', '… and {n} more files')}")
    return "".join(f"{line}\n" for line in lines)
