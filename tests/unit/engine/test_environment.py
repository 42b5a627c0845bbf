"""Addresses of shared assets, and finding the template of an error."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

from generator.engine.environment import ShellLoader, asset_filter, template_place


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


def test_place_of_syntax_error(tmp_path: Path) -> None:
    """A template that cannot be compiled is named with its line."""
    (tmp_path / "broken.html").write_text("ok\n{% if %}", "utf-8")
    loader = ShellLoader((str(tmp_path),))
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        jinja2.Environment(loader=loader, autoescape=True).get_template("broken.html")
    assert template_place(caught.value) == "broken.html line 2"


def test_place_of_other_error() -> None:
    """An error outside templates has no template."""
    assert template_place(ValueError("x")) == ""
