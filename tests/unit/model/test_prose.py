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
    divided = [tuple(prose._links_of.__wrapped__(text)) for text in texts]
    parts = [list(prose._parts(text)) for text in texts]
    monkeypatch.setattr(prose, "_parts", lambda text: [(0, text)])
    assert divided == [tuple(prose._links_of.__wrapped__(text)) for text in texts]
    assert (
        sum(
            found != [(0, text)] and bool(links)
            for text, found, links in zip(texts, parts, divided, strict=True)
        )
        > 500
    )


_PLAIN_PIECES = (
    *(
        "[x](https://a.example/b_c_)",
        "[two words](mailto:a@b.example)",
        "[y](#z)",
        "[e]()",
        "[ s ](tel:+45-1)",
    ),
    *(
        "[u](../w/)",
        "[v](a%20b)",
        "[[n](q)",
        "[a](b c)",
        "(p)",
        "[q]",
        "[",
        "]",
        "(",
        ")",
        "](",
        "!",
        "*",
        "**",
    ),
    *(
        "_",
        "~",
        "~~",
        "\n",
        "\n",
        "\n\n",
        "  \n",
        "> ",
        "- ",
        "  - ",
        "1. ",
        "# ",
        "===",
        "---\n",
        "   ",
        "word ",
    ),
)


def test_plain_links_are_those_that_the_parser_finds() -> None:
    """Most texts need no parser: what is found without it is the same, with its place."""
    dice = random.Random(20261121)  # noqa: S311
    texts = ["".join(dice.choices(_PLAIN_PIECES, k=dice.randrange(1, 12))) for _ in range(6000)]
    found = [(prose._plain_links(text), text) for text in texts]
    plain = [(links, text) for links, text in found if links is not None]
    for links, text in plain:
        assert links == tuple(prose._links(prose._blocks_with_links(text), text.split("\n"))), text
    assert sum(bool(links) for links, _ in plain) > 2000


def test_plain_links_need_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the library is loaded for them."""
    monkeypatch.delattr(prose, "_finder")
    monkeypatch.delattr(prose, "_block_finder")
    text = "Read *this*:\n\n- [all of it](https://a.example/b?c=d#e)"
    assert prose._links_of.__wrapped__(text) == (ProseLink("https://a.example/b?c=d#e", "all of it", 2, 15),)
