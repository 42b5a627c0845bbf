"""Links in prose: found where CommonMark has them, with words, line and column."""

from __future__ import annotations

import random

import pytest

from generator.model import prose
from generator.model.prose import ProseLink, links_of


def test_links_have_their_places() -> None:
    """A rule can point to the target of a link, in paragraphs of several lines and in lists."""
    text = "a\n[b](https://b.example) [b2](../b/)\n\n- c\n- ![d](d.png) <https://e.example>\n\n[f][g]\n\n[g]: ../g/"
    assert links_of(text) == (
        ProseLink("https://b.example", "b", 1, 5),
        ProseLink("../b/", "b2", 1, 29),
        ProseLink("d.png", "d", 4, 8, picture=True),
        ProseLink("https://e.example", "https://e.example", 4),
        ProseLink("../g/", "f", 6),
    )


@pytest.mark.parametrize(
    "text", ["`[a](b)`", "```\n[a](b)\n```", "    [a](b)", "[a] (b)", "x[1]", "\\[a](b)"]
)
def test_code_and_brackets_are_no_links(text: str) -> None:
    """What the renderer shows as it is typed leads nowhere."""
    assert links_of(text) == ()


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "", "a%20b/å"])
def test_targets_are_as_written(href: str) -> None:
    """A target that the renderer would refuse or rewrite is found all the same."""
    assert [link.href for link in links_of(f"[x]({href})")] == [href]


_PIECES = (
    *("a", "word", "[x](y)", "![p](q)", "<http://e.org>", "[x\n](y)", "`[x](y)`", "][", "[", "]", "(", ")"),
    *("\n", "\n", "\n\n", "\n\n", " \n", " ", "  ", "   ", "    ", "\t", "`", "```", "**", "*", "_", "\\"),
    *("- ", "* ", "+", "-", "1. ", "2. ", "10) ", "> ", "# ", "---", "===", "&amp;", "\u00a0", "]: "),
)


def test_links_are_those_of_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are divided only where that makes no difference: odd mixtures of marks have the same links."""
    dice = random.Random(20261121)  # noqa: S311
    texts = ["".join(dice.choices(_PIECES, k=dice.randrange(3, 22))) for _ in range(6000)]
    divided = [tuple(prose.links_of.__wrapped__(text)) for text in texts]
    parts = [list(prose._parts(text)) for text in texts]
    monkeypatch.setattr(prose, "_parts", lambda text: [(0, text)])
    assert divided == [tuple(prose.links_of.__wrapped__(text)) for text in texts]
    assert (
        sum(
            found != [(0, text)] and bool(links)
            for text, found, links in zip(texts, parts, divided, strict=True)
        )
        > 500
    )
