"""Addresses of shared assets."""

from types import SimpleNamespace

import jinja2
import pytest

from generator.engine.environment import asset_filter


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
