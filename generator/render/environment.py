"""Our own Jinja environment: escaping always on, unknown names are errors, templates from the theme only.

Takes the theme folder, returns the environment, once per process and folder. Templates fetch, sort and format
nothing; they are given finished views. Of functions they have `_`, `ngettext`, `written_in` and `once`, which each page
brings: they belong to the environment, so that macros are read once and not for each page. `once(macro, value)` prints
a macro that shows nothing but its values, once for all pages that show the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Position
from generator.errors import RenderError
from generator.render.quick import QuickEnvironment, QuickMacroTemplate

Words = Mapping[str, Callable[..., object]]
"""The functions of a page, by the names that templates call them by."""


class _Speaker:
    """Says what the page that is being rendered says. One page at a time per process, never in threads."""

    def __init__(self) -> None:
        self.words: Words = {}

    def function(self, name: str) -> Callable[..., object]:
        """Return a function that does what the page's function of that name does."""

        def say(*given: object, **values: object) -> object:
            return self.words[name](*given, **values)

        return say


_speaker = _Speaker()


class _Context(Context):
    """Calls what templates call without first asking each whether it wants the context: none of ours does."""

    def call(__self, __obj: Callable[..., object], *given: object, **values: object) -> object:  # noqa: N805
        """Call a macro or a function; the two values are Jinja's own, for those that want the context."""
        values.pop("_loop_vars", None)
        values.pop("_block_vars", None)
        return __obj(*given, **values)


class _Environment(QuickEnvironment):
    context_class = _Context
    template_class = QuickMacroTemplate


@cache
def environment(theme: Path) -> Environment:
    """Return the environment for the templates in `theme/templates`."""
    made = _Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update({name: _speaker.function(name) for name in ("_", "ngettext", "written_in", "once")})
    return made


def render(theme: Path, template: str, context: Mapping[str, object], words: Words) -> Markup:
    """Return the HTML of a template. Raises `RenderError` with the template's name and line."""
    _speaker.words = words
    try:
        return Markup(environment(theme).get_template(template).render(context))  # noqa: S704 - autoescaped
    except TemplateError as fault:
        place = template_position(fault)
        where = f"{place.file.rpartition('/templates/')[2]}:{place.line}" if place else template
        message = f"template {where}: {fault.message or type(fault).__name__}"
        raise RenderError(message, position=place) from fault


def template_position(error: BaseException) -> Position | None:
    """Return the line of the innermost template in which `error` arose, `None` when it arose in none.

    The file is a whole path where Jinja knows it.
    """
    if isinstance(error, TemplateSyntaxError):
        return Position(Path(error.filename or error.name or "").as_posix(), error.lineno)
    place = None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            place = Position(Path(file).as_posix(), trace.tb_lineno)
        trace = trace.tb_next
    return place
