"""Jinja, printing the same with less ado: most of what a page takes is calls of small functions.

Takes what templates were compiled to, changes by which functions they escape and call macros. What is printed stays
byte for byte the same: values that are not plain strings, and calls with names or defaults, go the usual way. A macro
is not told whether the page that calls it escapes, so it is called quickly only where every page does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, ClassVar

import markupsafe
from jinja2 import Environment, Template
from jinja2.runtime import Macro
from markupsafe import Markup, escape

_escape_string: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""The inner half of `escape`, as long as markupsafe has it: it does not wrap what is printed at once."""


def printed(value: object) -> str:
    """Return what `escape` returns, as a plain string where it is printed and not kept."""
    kind = type(value)
    if kind is str:
        return _escape_string(value)  # type: ignore[arg-type]
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class QuickMacro(Macro):
    """A macro that is called with as many values as it has arguments goes straight to its function."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        takes_more = self.caller or self.catch_kwargs or self.catch_varargs
        is_plain = self._default_autoescape and not self._environment.is_async
        self._straight = self._argument_count if is_plain and not takes_more else -1

    def __call__(self, *given: Any, **named: Any) -> str:
        """Return what the macro prints; escaping is on wherever these macros are used."""
        if named or len(given) != self._straight:
            return super().__call__(*given, **named)
        return str.__new__(Markup, self._func(*given))


class QuickTemplate(Template):
    """A template that prints quickly. `quick` are the functions that it calls instead of Jinja's of these names."""

    quick: ClassVar[Mapping[str, object]] = {"escape": printed}

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace.update(cls.quick)
        return super()._from_namespace(environment, namespace, globals)


class QuickMacroTemplate(QuickTemplate):
    """A template that also calls macros quickly, for an environment in which everything is escaped everywhere."""

    quick: ClassVar[Mapping[str, object]] = {**QuickTemplate.quick, "Macro": QuickMacro}


class QuickEnvironment(Environment):
    """An environment whose globals are complete before the first template is loaded."""

    template_class = QuickTemplate

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a template's globals as one plain dictionary: each page copies it several times."""
        return {**self.globals, **(d or {})}
