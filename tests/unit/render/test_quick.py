"""Templates that print quickly print what Jinja prints."""

from __future__ import annotations

import jinja2
import pytest
from markupsafe import Markup

from generator.render.environment import _Environment


class Bold(Markup):
    """Markup of another class."""


class Shown:
    """Has a form in HTML and another one in words."""

    def __html__(self) -> str:
        return "<i>shown</i>"

    def __str__(self) -> str:
        return "<shown>"


VALUES = {
    "text": "a<b>&\"'",
    "markup": Markup("<b>x</b>"),
    "bold": Bold("<b>y</b>"),
    "shown": Shown(),
    "number": 3,
    "none": None,
    "list": ["<", Markup("<hr>")],
}
TEMPLATES = [
    "{{ text }} {{ markup }} {{ bold }} {{ shown }} {{ number }} {{ none }} {{ list }}",
    "{{ text ~ markup }} {{ text|upper }} {{ text|e }} {{ markup|striptags }} {{ list|join('<') }}",
    "{% set kept %}<p>{{ text }}</p>{% endset %}{{ kept }} {{ kept|length }}",
    "{% macro m(a) %}<u>{{ a }}</u>{% endmacro %}{{ m(text) }}{{ m(markup) }}{{ m(m(text)) }}{{ m(a=text) }}",
    "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1, b=3) }}{{ m(b=4, a=5) }}",
    "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1, c=3) }}",
    "{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call m(1) %}<{{ text }}{% endcall %}",
    "{% macro m() %}<br>{% endmacro %}{{ m()|length }}{{ m() ~ text }}{% for x in list %}{{ x }}{{ m() }}{% endfor %}",
    "{% for x in list recursive %}{{ loop.index }}{{ x }}{% endfor %}{{ '%s <' % text }}{{ (markup ~ '<')|safe }}",
    "{% filter upper %}{{ text }}{% endfilter %}{% if text == kept %}{% else %}{{ text[:2] }}{% endif %}",
]
FAULTS = [
    "{{ nothing }}",
    "{{ nothing.at }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
    "{{ text.nothing }}",
]
FAULTS += [
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}",
]


def both() -> tuple[jinja2.Environment, jinja2.Environment]:
    """Ours, and Jinja's own with the same settings."""
    kinds = (_Environment, jinja2.Environment)
    ours, theirs = (kind(autoescape=True, undefined=jinja2.StrictUndefined) for kind in kinds)
    return ours, theirs


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_is_printed(template: str) -> None:
    """Whatever a template does with strings, markup, macros and loops."""
    ours, theirs = (made.from_string(template).render(VALUES, kept="x") for made in both())
    assert ours == theirs
    assert ours


@pytest.mark.parametrize("template", FAULTS)
def test_the_same_is_refused(template: str) -> None:
    """Names that are not there, and calls that a macro does not take."""
    said = []
    for made in both():
        with pytest.raises((jinja2.UndefinedError, TypeError)) as fault:
            made.from_string(template).render(VALUES)
        said.append((fault.type, str(fault.value)))
    assert said[0] == said[1]
