"""Links in prose: found where CommonMark has them, with words, line and column."""

from __future__ import annotations

import pytest

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
