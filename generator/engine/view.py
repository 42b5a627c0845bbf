"""The contract between the renderer and the shell: which keys `portal` has in a page's templates.

Takes a page's view and its unit's strings, returns the mapping the templates read, or raises `RenderError`
naming the page and the key. Jinja prints nothing for a missing key, so a mistake would otherwise be silent.
Values are not interpreted here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.engine.unit import Unit, UnitPage
from generator.errors import RenderError

LABELS = ("skip", "menu", "close", "language", "search", "navigation", "breadcrumbs")
"""Words that every shell needs."""

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_REQUIRED: dict[str, type | tuple[type, ...]] = {
    "home_url": str,  # the home page of this language
    "navigation": (list, tuple),  # {title, url, active}: the pages of the main navigation
    "breadcrumbs": (list, tuple),  # {title, url}: from home to this page; the last one may lack `url`
    "alternates": (list, tuple),  # see ALTERNATE: every language of the site, this one included
    "canonical": str,  # absolute; empty: none (404)
    "x_default": str,  # absolute; empty: none
    "robots": str,  # `noindex`; empty: none
    "content_language": str,  # language of the content; differs from the unit's on untranslated pages
    "content_direction": str,  # `ltr` or `rtl`
    "notice": str,  # why the content is in another language; empty: it is not
    "footer": Mapping,  # see _FOOTER
}
"""Optional keys: `logo` {url, alt, width, height}; `icon` url; `image` absolute url (shared links);
`social` {type, published, locales, image_alt, image_width, image_height} (Open Graph); `policy` the
Content-Security-Policy; `fonts` urls to load early; `style` and `script` urls; `feeds` [{title, url, type}];
`head` trusted markup (JSON-LD); `search` addresses and words, see `generator/render/search_field.py`;
`waits` true: nothing is shown before the script has run (where the browser can wait for it, and scripts run)."""

ALTERNATE = ("language", "name", "direction", "url", "absolute", "current", "hreflang")
"""`name` in the language itself; `url` begins with a slot; `hreflang`: announced to search engines."""

_FOOTER = ("contact", "legal", "network")
"""Lists of {title, url}; `url` may be empty. Optional: `contact_title`, `network_title`, `text`, `note`."""

_LINK = ("title", "url")
_LISTS = {"navigation": (*_LINK, "active"), "breadcrumbs": ("title",), "alternates": ALTERNATE}


def check_language(unit: Unit) -> None:
    """Raise `RenderError` for a code not shaped like BCP 47, or a direction other than `ltr` and `rtl`.

    Both are printed as attributes and the code is part of paths.
    """
    if not _CODE.fullmatch(unit.language):
        raise RenderError(f"{unit.site}: {unit.language!r} is not a language code (BCP 47)")
    if unit.direction not in {"ltr", "rtl"}:
        raise RenderError(f"{unit.site}/{unit.language}: direction {unit.direction!r} is neither ltr nor rtl")


class ViewCheck:
    """Looks at the views of a unit's pages: at what many of them share once."""

    def __init__(self) -> None:
        self._sound: dict[int, object] = {}

    def shell_view(self, unit: Unit, page: UnitPage) -> dict[str, object]:
        """Return the view of `page` as the templates read it, labels filled in.

        Raises `RenderError` when a key is missing or has the wrong kind.
        """
        view = page.view
        for key, kind in _REQUIRED.items():
            _require(unit, page, key, isinstance(view.get(key), kind))
        for name, keys in _LISTS.items():
            self._look(unit, page, name, view[name], keys)
        self._look_at_footer(unit, page, view["footer"])
        if not view.get("labels"):
            self._look_at_labels(unit, page, unit.strings)
            return {**view, "labels": unit.strings}
        labels = {**unit.strings, **_mapping(view["labels"])}
        self._look_at_labels(unit, page, labels)
        return {**view, "labels": labels}

    def _look(self, unit: Unit, page: UnitPage, name: str, items: object, keys: tuple[str, ...]) -> None:
        if self._is_new(items):
            for item in _items(items):
                _require_keys(unit, page, name, item, keys)

    def _look_at_footer(self, unit: Unit, page: UnitPage, footer: object) -> None:
        if self._is_new(footer):
            _require_keys(unit, page, "footer", footer, _FOOTER)
            for name in _FOOTER:
                self._look(unit, page, f"footer.{name}", _mapping(footer)[name], _LINK)

    def _look_at_labels(self, unit: Unit, page: UnitPage, labels: Mapping[str, object]) -> None:
        if self._is_new(labels):
            for label in LABELS:
                _require(unit, page, f"labels.{label}", isinstance(labels.get(label), str))

    def _is_new(self, value: object) -> bool:
        """Whether this very object was not looked at before. All of them are kept, so no other has its id."""
        if id(value) in self._sound:
            return False
        self._sound[id(value)] = value
        return True


def _items(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _require_keys(unit: Unit, page: UnitPage, where: str, item: object, keys: tuple[str, ...]) -> None:
    for key in keys:
        _require(unit, page, f"{where}.{key}", isinstance(item, Mapping) and key in item)


def _require(unit: Unit, page: UnitPage, key: str, given: bool) -> None:
    if not given:
        raise RenderError(
            f"{unit.site}/{unit.language}: page {page.path}: the view has no usable {key!r}",
            "the keys of a page's view are listed in generator/engine/view.py",
        )
