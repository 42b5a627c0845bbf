"""Gets ready to render: imports, compiles and loads what every page needs.

That takes as long as all else that a build begins with, and is of no use to the many builds that have little to do. So
it is done while other processes examine records, and by whoever renders if nobody did it before.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path

from generator.errors import RenderError


def get_ready(theme: Path) -> None:
    """Import what renders, compile the templates in `theme`, load words and data of its languages; schemas and colours.

    Raises `ImportError`. A template that cannot be compiled is left to whoever renders it.
    """
    for name in ("gallery", "workshop"):
        import_module(f"generator.engine.{name}")
    from jinja2 import TemplateError

    from generator.model.tones import tones
    from generator.render.environment import environment
    from generator.render.feeds.api import prepare_schemas
    from generator.store.digest import program_digest
    from generator.text.locales import babel_locale, native_name
    from generator.text.messages import load_messages
    from generator.text.theme import theme_languages

    templates = environment(theme)
    for name in templates.list_templates(extensions=["html"]):
        with suppress(TemplateError):
            templates.get_template(name)
    prepare_schemas()
    program_digest()  # so that not every worker reads the whole program
    tones("#000000", "light")  # the library of colours is slow to begin with
    for language in theme_languages(theme):
        with suppress(RenderError):
            load_messages(theme, language)
        native_name(language)
        babel_locale(language).plural_form  # noqa: B018 - read from the disk when it is asked for first
