"""The contract of a page's view is checked before a template reads it."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.engine.unit import Unit, UnitPage
from generator.engine.view import ViewCheck, check_language
from generator.errors import RenderError

MakeUnit = Callable[..., Unit]
MakeView = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    "key",
    [
        "home_url", "navigation", "breadcrumbs", "alternates", "canonical", "x_default", "robots",
        "content_language", "content_direction", "notice", "footer",
    ],
)  # fmt: skip
def test_missing_key(make_unit: MakeUnit, make_view: MakeView, key: str) -> None:
    """A missing key is an error that names page and key, since Jinja would print nothing."""
    view = make_view()
    del view[key]
    page = UnitPage("stories/a/index.html", "A", "", "", view=view)
    with pytest.raises(RenderError, match=rf"page stories/a/index\.html: .*'{key}'"):
        ViewCheck().shell_view(make_unit(), page)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"navigation": [{"title": "A", "url": "a/"}]}, "navigation.active"),
        ({"breadcrumbs": [{"url": "a/"}]}, "breadcrumbs.title"),
        ({"alternates": [{"language": "da"}]}, "alternates.name"),
        ({"footer": {"contact": [], "legal": []}}, "footer.network"),
        ({"footer": {"contact": [{"url": ""}], "legal": [], "network": []}}, "footer.contact.title"),
    ],
)
def test_missing_inner_key(
    make_unit: MakeUnit, make_view: MakeView, change: dict[str, Any], key: str
) -> None:
    """A key missing inside a list is named with the list."""
    page = UnitPage("index.html", "A", "", "", view=make_view(**change))
    with pytest.raises(RenderError, match=f"'{key}'"):
        ViewCheck().shell_view(make_unit(), page)


def test_missing_label(make_unit: MakeUnit, make_view: MakeView) -> None:
    """A word that the shell needs must come from the unit or the page."""
    with pytest.raises(RenderError, match=r"labels\.menu"):
        ViewCheck().shell_view(
            make_unit(strings={"skip": "Skip"}), UnitPage("a.html", "A", "", "", view=make_view())
        )


def test_labels_of_page_win(make_unit: MakeUnit, make_view: MakeView) -> None:
    """Labels are the unit's words, overlaid by those of the page."""
    page = UnitPage("a.html", "A", "", "", view=make_view(labels={"menu": "Pages"}))
    labels = ViewCheck().shell_view(make_unit(), page)["labels"]
    assert {key: labels[key] for key in ("menu", "search")} == {"menu": "Pages", "search": "Search"}  # type: ignore[index]


@pytest.mark.parametrize("name", ["navigation", "alternates"])
def test_a_shared_list_is_looked_at_once(make_unit: MakeUnit, make_view: MakeView, name: str) -> None:
    """A fault in what many pages share is found at the first of them; the next unit's list is looked at anew."""
    unit, views, lists = make_unit(), ViewCheck(), ([{}], [{}])
    first, second = (make_view(**{name: shared}) for shared in lists)
    pages = [
        UnitPage(f"{number}.html", "A", "", "", view=view) for number, view in enumerate((first, second))
    ]
    for page in pages:
        with pytest.raises(RenderError, match=rf"page {page.path}: .*'{name}\."):
            views.shell_view(unit, page)
    again = UnitPage("again.html", "A", "", "", view=make_view(**{name: lists[0]}))
    assert views.shell_view(unit, again)[name] == [{}]


def test_lists_of_no_page_any_more_are_not_mistaken_for_others(
    make_unit: MakeUnit, make_view: MakeView
) -> None:
    """A fault is found in a list that may stand where a sound one stood in the computer's memory."""
    unit, views = make_unit(), ViewCheck()
    for number in range(50):
        sound = UnitPage("sound.html", "A", "", "", view=make_view(breadcrumbs=[{"title": str(number)}]))
        views.shell_view(unit, sound)
        del sound
        faulty = UnitPage("faulty.html", "A", "", "", view=make_view(breadcrumbs=[{"name": str(number)}]))
        with pytest.raises(RenderError, match=r"faulty\.html: .*'breadcrumbs\.title'"):
            views.shell_view(unit, faulty)


@pytest.mark.parametrize("language", ["", "e", 'en"', "en us", "../en", "english"])
def test_not_a_code(make_unit: MakeUnit, language: str) -> None:
    """What is not shaped like a language code never reaches the `lang` attribute or a file name."""
    with pytest.raises(RenderError, match="is not a language code"):
        check_language(make_unit(language))


def test_not_a_direction(make_unit: MakeUnit) -> None:
    """Only the two directions are accepted."""
    with pytest.raises(RenderError, match="neither ltr nor rtl"):
        check_language(make_unit("en", "up"))
