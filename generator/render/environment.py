"""Our own Jinja environment: escaping always on, unknown names are errors, templates from the theme only.

Takes the theme folder, returns the environment, once per process and folder. Templates fetch, sort and format
nothing; they are given finished views. Of functions they have `_`, `ngettext` and `written_in`, which each page brings.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from generator.errors import RenderError


@cache
def environment(theme: Path) -> Environment:
    """Return the environment for the templates in `theme/templates`."""
    return Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(theme: Path, template: str, context: dict[str, object]) -> Markup:
    """Return the HTML of a template. Raises `RenderError` with the template's name and line."""
    try:
        return Markup(environment(theme).get_template(template).render(context))  # noqa: S704 - autoescaped
    except TemplateError as fault:
        line = getattr(fault, "lineno", None) or _line_in_template(fault)
        where = f"{getattr(fault, 'name', None) or template}{f':{line}' if line else ''}"
        raise RenderError(f"template {where}: {fault.message or type(fault).__name__}") from fault


def _line_in_template(fault: BaseException) -> int | None:
    line = None
    trace = fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
