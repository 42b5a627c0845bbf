"""What must hold for any input."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.characters import refused_character
from generator.load.files import PageFile
from generator.load.node import Mapping, OverlaidValue, to_plain
from generator.load.overlay import merge
from generator.load.pages import read_page
from generator.load.yaml_text import parse

PAGE = PageFile("network", "about", None, Path("about.md"), "about.md")

texts = st.text(max_size=60).filter(lambda text: refused_character(text) is None and "\r" not in text)
names = texts.filter(lambda name: name and not any(char > "~" and char.isspace() for char in name))
trees = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
MARKS = [*"ab:[]{},'\"|>%# \t\\é\u00a0\r\ufeff“@", ": ", "- ", "? ", "&x ", "*x", "!t ", "<<"]
BREAKS = ["\n", "\n  ", "\n    ", "\r\n", "---", "..."]
yaml_like = st.lists(st.sampled_from(MARKS + BREAKS), max_size=40).map("".join)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_bytes_make_the_loader_raise(data: bytes) -> None:
    """Any bytes give a map or findings with places inside the file, never an exception and never both."""
    tree, findings = parse(data, "f.yml")
    assert (tree is None) == bool(findings)
    assert all(each.position.line >= 1 and each.position.column >= 1 for each in findings)


@given(yaml_like)
@settings(max_examples=500, deadline=None)
def test_no_text_that_looks_like_yaml_makes_the_loader_raise(source: str) -> None:
    """Random pieces of YAML give a map or findings that stand on a line of the file."""
    tree, findings = parse(source.encode(), "f.yml")
    lines = source.split("\n")
    assert (tree is None) == bool(findings)
    for each in findings:
        assert each.position.line <= len(lines)
        assert each.position.column <= len(lines[each.position.line - 1]) + 1


@given(st.binary(max_size=200) | yaml_like.map(lambda text: f"---\n{text}\n---\nx".encode()))
@settings(max_examples=300, deadline=None)
def test_no_bytes_make_the_page_reader_raise(data: bytes) -> None:
    """Any bytes give a page or findings."""
    page, findings = read_page(PAGE, data)
    assert (page is None) == bool(findings)


@pytest.mark.parametrize("style", ['"', "'", None])
@given(tree=st.dictionaries(names, trees, max_size=6))
@settings(max_examples=200, deadline=None)
def test_texts_written_by_another_program_load_as_the_same_texts(
    style: str | None, tree: dict[str, object]
) -> None:
    """What PyYAML writes, in quotes or as it likes, comes back unchanged; nothing changes its type."""
    source = yaml.safe_dump(tree, default_style=style, allow_unicode=True)
    root, findings = parse(source.encode(), "f.yml")
    assert (root and to_plain(root), findings) == (tree, ())


@given(st.permutations(["a", "b", "c", "d"]), st.sets(st.sampled_from("abcd"), min_size=1))
@settings(max_examples=60, deadline=None)
def test_translated_items_meet_by_id_whatever_their_order(order: list[str], translated: set[str]) -> None:
    """Each item of the record gets the translation with its own id, and only that."""
    base = _items("r.yml", [(id, f"{id} en") for id in "abcd"])
    overlay = _items("r.da.yml", [(id, f"{id} da") for id in order if id in translated])
    root, findings = merge(base, [("da", overlay)])
    expected = tuple(
        {"id": id, "text": OverlaidValue(f"{id} en", {"da": f"{id} da"}) if id in translated else f"{id} en"}
        for id in "abcd"
    )
    assert (to_plain(root), findings) == ({"steps": expected}, ())


def _items(file: str, items: list[tuple[str, str]]) -> Mapping:
    lines = "".join(f"  - id: {id}\n    text: {text}\n" for id, text in items)
    tree, _ = parse(f"steps:\n{lines}".encode(), file)
    assert tree is not None
    return tree
