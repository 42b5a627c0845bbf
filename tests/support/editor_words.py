"""Every sentence in which the program may speak to editors, with its places: collected from the source.

Takes nothing but the package itself; returns templates. A string is a template when it is
handed to one of the functions that speak, stands in one of the tables they speak from, or is a sentence in a module
that speaks and is not handed to what ends the program. Nothing is said here.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

import generator
from generator.compare.labels import FIELDS, WORDS
from generator.compare.records import STATES
from generator.console import difference, explain, status
from generator.diagnostics import Severity
from generator.edit.exchange import planning
from generator.history.states import State
from generator.model.kinds import SINGULAR
from generator.status.item import Term

ROOT = Path(generator.__file__).parent
SPEAKING = (
    *("load", "model", "check", "plan", "publish", "select", "compare", "status", "history", "edit", "git"),
    *("console", "cli", "serve", "text", "render/pictures", "outcome.py", "scaffold"),
    *("clock.py", "paths.py", "standalone.py", "engine/foreign.py", "engine/configuration.py"),
    "engine/settings.py",
    "workers/pool.py",
)
"""Packages and modules in which something is said to editors."""
SILENT = (
    *("check/registry.py", "model/catalog.py", "model/tones.py", "model/build.py", "select/criteria.py"),
    *("publish/causes.py", "publish/links.py", "publish/manifest.py", "publish/names.py", "publish/pages.py"),
    *("publish/elements.py", "publish/tags.py", "publish/sieve.py"),
    *(
        "publish/private.py",
        "publish/staging.py",
        "publish/switch.py",
        "publish/tree.py",
        "publish/inline.py",
    ),
    *("select/view.py", "select/changes.py", "console/sarif.py", "console/phrases.py"),
    *("edit/exchange/export.py", "edit/exchange/writing.py", "edit/overlay_text.py", "edit/page_text.py"),
    *("git/revision.py", "history/lock.py", "history/blob_cache.py", "serve/answers.py", "serve/builder.py"),
    *("serve/web.py", "serve/worker.py", "serve/desk.py", "console/status_page.py", "console/diff.py"),
    *("console/explain.py", "text/formats.py", "text/units.py", "text/locales.py", "text/richtext.py"),
    *("text/messages.py", "cli/schema.py", "cli/program.py", "cli/explain.py", "compare/labels.py"),
    *(
        "clock.py",
        "paths.py",
        "standalone.py",
        "scaffold/ci.py",
        "scaffold/defaults.py",
        "scaffold/portal.py",
    ),
    "workers/pool.py",
    *("scaffold/record.py", "scaffold/site.py", "scaffold/values.py", "scaffold/overlay.py"),
)
"""Modules in them whose strings are data or markup, or belong to faults of the program that stay English.

What one of them hands to `say`, `Phrase`, `UsageError` or `SettingsError` counts all the same.
"""
_SAYS = frozenset({"say", "number_of", "Phrase", "Refusal", "NoAnswer", "UsageError", "SettingsError"})
_ENDS = frozenset(
    {
        *(
            "RenderError",
            "PublishError",
            "PortalError",
            "ValueError",
            "TypeError",
            "RuntimeError",
        ),
        *(
            "Rule",
            "compile",
            "mark",
            "option",
            "argument",
            "command",
            "group",
            "Choice",
            "Option",
            "strftime",
        ),
    }
)
_SLOT = re.compile(r"\{[a-z_]+\}")
_LETTER = re.compile(r"[^\W\d_]")
_DATA = re.compile(
    r"charset=|^\[|\\[a-z]|^[\w ]+\|[\w |]+$|None$|^default-src|^WCAG|^EN 301|^https?://\S+$|^U\+|^# |^\n|^; then",
    re.DOTALL,
)
"""Strings with a space that are no sentences: types, patterns, names of standards and characters."""
_NO_WORDS = frozenset({"_STYLE", "_POLICY"})
"""Tables of markup."""
_CODE = re.compile(r"PP\d{3}")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Module)


@dataclass(slots=True)
class Entry:
    """One template: in which modules it stands and to which rules it belongs."""

    places: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)


@cache
def templates() -> dict[str, Entry]:
    """Return every template of the program."""
    found: dict[str, Entry] = defaultdict(Entry)
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(SPEAKING):
            for text, code in _Module(path, all_sentences=name not in SILENT).templates():
                found[text].places.add(f"generator/{name}")
                found[text].codes.update(code)
    for place, words in _TABLES.items():
        for word in words:
            found[word].places.add(place)
    return dict(found)


class _Module:
    """One module: its constants, and the templates in it."""

    def __init__(self, path: Path, *, all_sentences: bool) -> None:
        self.tree = ast.parse(path.read_text("utf-8"))
        self.all_sentences = all_sentences
        number = _CODE.match(path.stem.upper())
        self.code = {number[0]} if number else set()
        self.constants: dict[str, str] = {}
        for statement in self.tree.body:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                for text in self.texts(statement.value):
                    self.constants[statement.targets[0].id] = text

    def templates(self) -> Iterator[tuple[str, set[str]]]:
        """Yield templates, each with the codes named beside it."""
        yield from self._below(self.tree, self.code, said=False)

    def _below(  # noqa: C901 - one branch for each kind of node
        self, node: ast.AST, codes: set[str], *, said: bool
    ) -> Iterator[tuple[str, set[str]]]:
        if isinstance(node, ast.stmt) and not isinstance(node, _FUNCTIONS):
            codes = codes | _codes_in(node)
        texts = self.texts(node) if isinstance(node, ast.expr) and not isinstance(node, ast.Name) else []
        if texts:
            yield from ((text, codes) for text in texts if self._is_template(text, said=said))
            return
        if isinstance(node, ast.Compare) or _name_of(node) in _NO_WORDS:
            return
        if isinstance(node, ast.JoinedStr):
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from self._below(part, codes, said=False)
            return
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _ENDS:
                return
            for child in [node.func, *node.args[name == "_Case" :], *node.keywords]:
                yield from self._below(child, codes, said=name in _SAYS and child in node.args)
            return
        for child in ast.iter_child_nodes(node):
            if not _is_docstring(child):
                yield from self._below(child, codes, said=said and isinstance(node, ast.IfExp))

    def _is_template(self, text: str, *, said: bool) -> bool:
        if not _LETTER.search(_SLOT.sub("", text)) or said:
            return said and bool(_LETTER.search(_SLOT.sub("", text)))
        return self.all_sentences and " " in text.strip() and text[0] != " " and not _DATA.search(text)

    def texts(self, node: ast.AST) -> list[str]:
        """Return what a string expression may be: a constant, several joined by `+`, one of two."""
        if isinstance(node, ast.Constant):
            return [node.value] if isinstance(node.value, str) else []
        if isinstance(node, ast.Name):
            return [self.constants[node.id]] if node.id in self.constants else []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return [one + two for one, two in product(self.texts(node.left), self.texts(node.right))]
        if isinstance(node, ast.IfExp):
            one, two = self.texts(node.body), self.texts(node.orelse)
            return [*one, *two] if one and two else []
        return []


def _name_of(node: ast.AST) -> str:
    """Return the name of the constant that a statement makes."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _codes_in(node: ast.AST) -> set[str]:
    constants = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
    return {value for value in constants if isinstance(value, str) and _CODE.fullmatch(value)}


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


_TABLES: Mapping[str, Iterable[str]] = {
    "generator/compare/labels.py": (*FIELDS.values(), *WORDS.values()),
    "generator/compare/records.py": STATES.values(),
    "generator/diagnostics.py": [severity.value for severity in Severity],
    "generator/history/states.py": [state.value for state in State],
    "generator/status/item.py": [term.value for term in Term],
    "generator/model/kinds.py": [
        "page",
        *SINGULAR.values(),
        *(f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}" for noun in SINGULAR.values()),
    ],
    "generator/edit/exchange/planning.py": planning._NAMES.values(),
    "generator/console/explain.py": explain.HEADS,
    "generator/console/status.py": status._CHANGES.values(),
    "generator/console/difference.py": difference._STATUS.values(),
}
"""Words that are said from a table or an enumeration, as they stand there."""
