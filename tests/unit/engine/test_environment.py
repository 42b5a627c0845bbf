"""Addresses of shared assets, and parts of the shell that pages share."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup

from generator.engine.environment import (
    Fragments,
    ShellLoader,
    asset_filter,
    prepare_environment,
    shared_environment,
)


@pytest.mark.parametrize(
    ("assets", "base_url", "address"),
    [
        ("", ".", "assets/portal/shell.css"),
        ("", "../..", "../../assets/portal/shell.css"),
        ("../", ".", "../assets/portal/shell.css"),
        ("../", "../..", "../../../assets/portal/shell.css"),
        ("", "/portal/", "/portal/assets/portal/shell.css"),
        ("../", "/portal/da/", "/portal/assets/portal/shell.css"),
        ("../", "/da/", "/assets/portal/shell.css"),
    ],
)
def test_asset_address(assets: str, base_url: str, address: str) -> None:
    """An asset is found from pages at any depth and, by an absolute path, from the 404 page."""
    environment = jinja2.Environment(autoescape=True)
    environment.filters["url"] = asset_filter(assets)
    template = environment.from_string("{{ 'assets/portal/shell.css' | url }}")
    assert address == template.render(base_url=base_url, page=None)


def test_other_addresses_stay_with_mkdocs() -> None:
    """What is no asset is resolved as MkDocs does it, from the page."""
    environment = jinja2.Environment(autoescape=True)
    environment.filters["url"] = asset_filter("../")
    template = environment.from_string("{{ 'guides/' | url }}")
    assert template.render(base_url="..", page=SimpleNamespace(url="calls/")) == "../guides/"


@pytest.fixture
def environment() -> tuple[jinja2.Environment, list[str]]:
    """An environment with a few parts, and the names of what they have printed."""
    printed: list[str] = []

    def note(text: str) -> str:
        printed.append(text)
        return text

    parts = {
        "word.html": "\n{% autoescape true %}<b>{{ text | note }}</b>{% endautoescape %}\n",
        "other.html": "<i>{{ text | note }}</i>",
        "list.html": "{% for item in items %}{{ item | note }}{% endfor %}",
        "two.html": "{{ one | note }}{{ two | default('-') }}",
    }
    made = jinja2.Environment(loader=jinja2.DictLoader(parts), autoescape=True)
    made.filters["note"] = note
    return made, printed


Prepared = tuple[jinja2.Environment, list[str]]


def test_a_part_is_rendered_once_for_the_same_values(environment: Prepared) -> None:
    """Equal strings are the same, and so is a list that stands on all pages; it is markup without blanks around."""
    once, items = Fragments(environment[0]), ["a", "b"]
    words = [once("word.html", text="&".join(("x", "y"))) for _ in range(3)]
    lists = [once("list.html", items=items) for _ in range(3)]
    assert ({*words}, {*lists}) == ({Markup("<b>x&amp;y</b>")}, {Markup("ab")})
    assert environment[1] == ["x&y", "a", "b"]


def test_a_part_is_rendered_anew_for_other_values(environment: Prepared) -> None:
    """Another part, string, name or list, even one that is equal, is another thing to show."""
    once = Fragments(environment[0])
    shown = [
        once("word.html", text="x"),
        once("word.html", text="y"),
        once("other.html", text="x"),
        once("list.html", items=["x"]),
        once("list.html", items=["x"]),
        once("two.html", one="x", two="y"),
        once("two.html", one="x", three="y"),
    ]
    assert shown == ["<b>x</b>", "<b>y</b>", "<i>x</i>", "x", "x", "xy", "x-"]
    assert environment[1] == ["x", "y", *"xxxxx"]


def test_text_is_not_taken_for_markup(environment: Prepared) -> None:
    """A string and markup of the same letters are printed differently."""
    environment[0].filters["note"] = lambda text: text
    once = Fragments(environment[0])
    found = [once("word.html", text=text) for text in (Markup("<u>"), "<u>")]
    assert found == ["<b><u></b>", "<b>&lt;u&gt;</b>"]


def test_a_list_that_is_gone_is_not_mistaken_for_the_next(environment: Prepared) -> None:
    """Lists are known by identity, so none may go while something rendered of it is kept."""
    once = Fragments(environment[0])
    assert [once("list.html", items=[str(number)]) for number in range(50)] == [*map(str, range(50))]


def test_a_part_sees_nothing_of_the_page(environment: Prepared) -> None:
    """Only values that are named reach it."""
    made, _ = environment
    made.globals["once"] = Fragments(made)
    page = made.from_string("{{ once('two.html', one='x') }}{{ two }}")
    assert page.render(two="page") == "x-page"


def test_the_next_unit_begins_with_nothing(tmp_path: Path) -> None:
    """What was rendered for one unit is not shown in another, though their pages come from one template."""
    (tmp_path / "part.html").write_text("{{ unit }}: {{ text }}")
    (tmp_path / "page.html").write_text("{{ once('part.html', text=text) }}")
    made = jinja2.Environment(loader=ShellLoader((str(tmp_path),)), autoescape=True)
    shown = []
    for unit in ("first", "second"):
        made.globals["unit"] = unit
        prepare_environment(made, (str(tmp_path),), "")
        page = made.get_template("page.html")
        shown += [page.render(text="x"), page.render(text="x")]
    assert shown == ["first: x", "first: x", "second: x", "second: x"]


def test_macros_of_the_shell_are_called_as_ever(tmp_path: Path) -> None:
    """A macro that stands outside of all escaping is printed as markup by a page that escapes."""
    (tmp_path / "tag.html").write_text("{% macro tag(text) %}<b>{{ text }}</b>{% endmacro %}")
    page = '{% autoescape true %}{% from "tag.html" import tag %}{{ tag("a&b") }}{% endautoescape %}'
    (tmp_path / "page.html").write_text(page)
    folders = (str(tmp_path),)
    for made in (shared_environment(folders, alone=True), shared_environment(folders, alone=False)):
        assert made.get_template("page.html").render() == "<b>a&b</b>"


def test_an_environment_laid_over_another_has_parts_of_its_own(tmp_path: Path) -> None:
    """What a plugin of others makes of the environment holds for parts, too."""
    (tmp_path / "part.html").write_text("{{ nothing.at.all }}")
    (tmp_path / "page.html").write_text("{{ once('part.html') }}")
    over = shared_environment((str(tmp_path),), alone=False).overlay(undefined=jinja2.ChainableUndefined)
    prepare_environment(over, (str(tmp_path),), "")
    assert over.get_template("page.html").render() == ""


def test_globals_that_others_add_for_each_unit(tmp_path: Path) -> None:
    """A template that was loaded before sees what a plugin has changed since."""
    (tmp_path / "page.html").write_text("{{ unit }}")
    made = shared_environment((str(tmp_path),), alone=False)
    shown = []
    for unit in ("first", "second"):
        made.globals["unit"] = unit
        shown.append(made.get_template("page.html").render())
    assert shown == ["first", "second"]
