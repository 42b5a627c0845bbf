"""Texts and their translations as a PO file, for translators and their programs.

Takes states of texts in one language, returns the file. The context of a message is the source's file and key path;
a translation older than its source is `fuzzy`, with the source as it was. Sentences for translators come from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from babel.messages.pofile import normalize

from generator import __version__
from generator.history.states import State, TextState
from generator.history.texts import Translatable

Say = Callable[..., str]
NameOf = Callable[[str], str]
_SEPARATOR = ": "


def context_of(text: Translatable) -> str:
    """Return how a PO file names a text: `content/programmes/bro.yml: steps.contact.title`."""
    return f"{text.file}{_SEPARATOR}{text.leaf}"


def as_po(states: Iterable[TextState], language: str, made: datetime, say: Say, name_of: NameOf) -> str:
    """Return a PO file with all of `states`, in their order.

    `made` is the moment of the export; `say` fills templates, `name_of` gives the name of a language.
    """
    entries = (_entry(state, language, say, name_of) for state in states)
    return "\n".join((_header(language, made, say), *entries))


def _header(language: str, made: datetime, say: Say) -> str:
    moment = made.strftime("%Y-%m-%d %H:%M+0000")
    fields = (
        ("Project-Id-Version", "portal"),
        ("POT-Creation-Date", moment),
        ("PO-Revision-Date", moment),
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Generator", f"portal {__version__}"),
    )
    note = say("Translate the msgstr lines, then: portal translations import FILE")
    text = "".join(f"{name}: {value}\n" for name, value in fields)
    return f"# {note}\nmsgid {normalize('')}\nmsgstr {normalize(text)}\n"


def _entry(state: TextState, language: str, say: Say, name_of: NameOf) -> str:
    text = state.text
    outdated = state.state is State.OUTDATED
    value = text.values.get(language, "")
    lines = [f"#. {line}" for line in _comments(state, say, name_of)]
    if outdated and value:
        lines.append("#, fuzzy")
        if state.then:
            lines.append(f"#| msgid {normalize(state.then, '#| ')}")
    lines.append(f"msgctxt {normalize(context_of(text))}")
    lines.append(f"msgid {normalize(text.source)}")
    lines.append(f"msgstr {normalize(value)}")
    return "\n".join(lines) + "\n"


def _comments(state: TextState, say: Say, name_of: NameOf) -> Iterator[str]:
    text = state.text
    yield say("The source is in {language} ({code}).", language=name_of(text.language), code=text.language)
    yield (
        say("Markdown: keep links, headings and emphasis.") if text.prose else say("One line of plain text.")
    )
    if state.state is State.OUTDATED:
        yield say(
            "The source has changed since this was translated. If the translation is still right, only take "
            "away “fuzzy”."
        )
