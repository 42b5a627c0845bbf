"""An error in a template is told with the template and its line."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from generator.diagnostics import Position
from generator.errors import RenderError
from generator.render.environment import render, template_position


def theme(folder: Path, **templates: str) -> Path:
    """A theme with these templates."""
    (folder / "templates").mkdir()
    for name, text in templates.items():
        (folder / "templates" / f"{name}.html").write_text(text, "utf-8")
    return folder


def test_syntax_error(tmp_path: Path) -> None:
    """A template that cannot be compiled is named with its line, also when another one includes it."""
    found = theme(tmp_path, page="first\n{% include 'part.html' %}", part="ok\n\n{% if %}")
    with pytest.raises(RenderError, match=r"^template part\.html:3: ") as caught:
        render(found, "page.html", {}, {})
    assert caught.value.position == Position((found / "templates/part.html").as_posix(), 3)


def test_unknown_name(tmp_path: Path) -> None:
    """A name that a template was not given is told at the line that uses it."""
    found = theme(tmp_path, page="first\n{{ there_is_none }}")
    with pytest.raises(RenderError, match=r"^template page\.html:2: 'there_is_none' is undefined") as caught:
        render(found, "page.html", {}, {})
    assert caught.value.position == Position((found / "templates/page.html").as_posix(), 2)


def test_missing_template(tmp_path: Path) -> None:
    """A template that is not there is named; it has no line."""
    with pytest.raises(RenderError, match=r"^template none\.html: ") as caught:
        render(theme(tmp_path), "none.html", {}, {})
    assert caught.value.position is None


def test_loader_without_path() -> None:
    """A template that comes from no file keeps its name."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"broken.html": "ok\n{% if %}"}), autoescape=True
    )
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        environment.get_template("broken.html")
    assert template_position(caught.value) == Position("broken.html", 2)


def test_error_outside_templates() -> None:
    """An error outside templates has no place."""
    assert template_position(ValueError("x")) is None
