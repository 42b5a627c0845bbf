"""Nodes and the data block: what is stated, in which order, and that no text leaves the block."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.render.jsonld.node import Spoken, node, reference, script, unique

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<!-- --> <script",
    "]]><svg/onload=alert(1)>",
    "&lt;/script&gt;&amp;#x3c;",
    "quote \" backslash \\ apostrophe '",
    "line\u2028paragraph\u2029end",
    "{{7*7}}{% raw %}",
    "مرحبا 👋 \u0000 \u001f \u007f",
]


def block(text: str) -> str:
    return str(
        script([node("Thing", text, name=text, nested=(node("Thing", name=Spoken(text, "da")), text))])
    )


def read(html: str) -> dict[str, object]:
    """What a browser would give a machine: the one script of a page's head, parsed."""
    tree = LexborHTMLParser(f"<!doctype html><html><head>{html}</head><body><p>after</p></body></html>")
    assert [found.tag for found in tree.css("head > *, body > *")] == ["script", "p"]
    return json.loads(tree.css_first("script[type='application/ld+json']").text())


def expected(text: str) -> dict[str, object]:
    inner = [{"@type": "Thing", "name": {"@language": "da", "@value": text}}, text]
    first = {"@type": "Thing", "@id": text, "name": text, "nested": inner}
    return {"@context": "https://schema.org", "@graph": [first]}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_the_block(text: str) -> None:
    """A browser finds one data block, and in it exactly the text that was given."""
    assert expected(text) == read(block(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_block_has_no_character_of_markup(text: str) -> None:
    """Between its tags the block has no `<`, `>`, `&` and no line separator of script."""
    inner = block(text).removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert [character for character in "<>&\u2028\u2029" if character in inner] == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives(text: str) -> None:
    """Whatever characters a text has, a machine reads the same ones."""
    assert expected(text) == read(block(text))


def test_what_is_not_known_is_not_stated() -> None:
    """Missing values, empty words and empty lists leave no property; false and zero do."""
    found = node("Place", none=None, empty="", nothing=(), no=False, zero=0, name="A")
    assert found.properties == (("no", False), ("zero", 0), ("name", "A"))


def test_order_is_that_of_the_program() -> None:
    """Type and id come first, then the properties as they were given: the same bytes in every build."""
    html = script([node("B", "#b", z="1", a="2")])
    assert '{"@type":"B","@id":"#b","z":"1","a":"2"}' in html


def test_list_of_one_is_the_thing_itself() -> None:
    """A list with one entry is written as the entry."""
    html = script([node("B", one=("a",), two=("a", "b"))])
    assert '"one":"a","two":["a","b"]' in html


def test_reference_is_an_id_alone() -> None:
    """A pointer has an `@id` and nothing else."""
    assert '"to":{"@id":"#x"}' in script([node("B", to=reference("#x"))])


def test_second_node_of_an_id_is_dropped() -> None:
    """Of two nodes with one id the first stays; nodes without id all stay."""
    first, second, other = node("A", "#a", name="1"), node("A", "#a", name="2"), node("C")
    assert (first, other, other) == unique((first, second, other, other))


def test_no_nodes_no_block() -> None:
    """A page without data has no empty script."""
    assert script(()) == ""
