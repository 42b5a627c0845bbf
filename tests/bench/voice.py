"""Texts that are still to be said, and the voice that says them in one language.

A record of the benchmark is a tree of facts with `Line`, `Title` and `Prose` where texts belong. `source` says them in
the record's language, `overlay` gives the tree of a translation file: the texts and the ids of their items, nothing
else. The same seed says the same words. Writes no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.bench.words import vocabulary

Tree = dict[str, Any]

_PER_LINE = 14
"""Words on a line of prose, about as many as fit a line of the sample content."""


@dataclass(frozen=True, slots=True)
class Title:
    """A few words without a full stop. They are drawn evenly from all words, so that no two titles are alike."""

    words: int = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of about so many words."""

    words: int = 14


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, lists and headings in Markdown: a letter and a number for each block.

    `p3` is a paragraph of three sentences, `l4` a list of four points, `h` a heading;
    `b2` is a paragraph with strong words, `a2` one with a link.
    """

    blocks: str
    links: tuple[str, ...] = ("https://www.example.org/",)


class Voice:
    """Says texts in one language. `seed` names whose texts they are."""

    def __init__(self, language: str, seed: str) -> None:
        self._vocabulary = vocabulary(language)
        self._chance = Random(f"{seed}/{language}")

    def say(self, text: Title | Line | Prose) -> str:
        """Return the words of a text."""
        if isinstance(text, Title):
            return _capital(" ".join(self._chance.sample(self._vocabulary.words, text.words)))
        if isinstance(text, Line):
            return self._sentence(text.words)
        links = iter(text.links * 9)
        blocks = [self._block(block[0], int(block[1:] or 1), links) for block in text.blocks.split()]
        return "\n\n".join(blocks) + "\n"

    def _sentence(self, words: int) -> str:
        found = self._chance.choices(
            self._vocabulary.words,
            cum_weights=self._vocabulary.weights,
            k=max(4, words + self._chance.randrange(-4, 5)),
        )
        if len(found) > 12:
            found[6] += "،" if found[0][0] >= "\u0600" else ","
        return f"{_capital(' '.join(found))}."

    def _block(self, kind: str, count: int, links: Any) -> str:
        if kind == "h":
            return f"## {_capital(' '.join(self._chance.sample(self._vocabulary.words, 3)))}"
        if kind == "l":
            return "\n".join(f"- {self._sentence(9)}" for _ in range(count))
        words = " ".join(self._sentence(13) for _ in range(count)).split(" ")
        if kind == "b":
            words[3] = f"**{words[3].strip(',،.')}**"
        if kind == "a":
            words[4] = f"[{words[4].strip(',،.')}]({next(links)})"
        return "\n".join(
            " ".join(words[start : start + _PER_LINE]) for start in range(0, len(words), _PER_LINE)
        )


def source(tree: Tree, language: str, seed: str) -> Tree:
    """Return the tree with its texts said in `language`."""
    voice = Voice(language, seed)
    return {key: _said(value, voice) for key, value in tree.items()}


def overlay(tree: Tree, language: str, seed: str) -> Tree:
    """Return what a translation into `language` holds; empty for a tree without texts."""
    voice = Voice(language, seed)
    return _texts(tree, voice) or {}


def labels(text: Title | Line, languages: tuple[str, ...], seed: str) -> dict[str, str]:
    """Return a text as a map of languages, as short labels stand in one file."""
    return {language: Voice(language, seed).say(text) for language in languages}


def _said(node: Any, voice: Voice) -> Any:
    if isinstance(node, (Title, Line, Prose)):
        return voice.say(node)
    if isinstance(node, dict):
        return {key: _said(value, voice) for key, value in node.items()}
    return [_said(item, voice) for item in node] if isinstance(node, list) else node


def _texts(node: Any, voice: Voice) -> Any:
    """Return the texts of a node, `None` where there are none."""
    if isinstance(node, (Title, Line, Prose)):
        return voice.say(node)
    if isinstance(node, dict):
        found = {key: said for key, value in node.items() if (said := _texts(value, voice)) is not None}
        return ({"id": node["id"], **found} if "id" in node else found) if found else None
    if isinstance(node, list):
        items = [said for item in node if (said := _texts(item, voice)) is not None]
        return items or None
    return None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
