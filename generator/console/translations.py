"""The state of translations in words: a table by site and language, and lists of what to do.

Takes states per site and language, returns text, Markdown or JSON. Nothing an editor wrote reaches a terminal as a
control sequence, and nothing of it is Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.console.json import as_json
from generator.console.safe import code, markdown, neutral, plain
from generator.console.words import Words
from generator.history.states import History, State, TextState
from generator.status.translations import LanguageStates

VERSION = 1
_ORDER = (State.OUTDATED, State.MISSING, State.UNKNOWN)
_COLUMNS = (State.FRESH, State.OUTDATED, State.MISSING, State.UNKNOWN)


def to_do(groups: Iterable[LanguageStates]) -> tuple[tuple[str, TextState], ...]:
    """Return what is not fresh, each text and language once: language first, then worst first, then by file."""
    found = {
        (group.language, *state.text.key, state.text.leaf): state
        for group in groups
        for state in group.states
        if state.state is not State.FRESH
    }
    order = {state: index for index, state in enumerate(_ORDER)}
    listed = ((key[0], state) for key, state in found.items())
    return tuple(sorted(listed, key=lambda one: (one[0], order[one[1].state], one[1].text.file)))


def format_text(groups: Sequence[LanguageStates], history: History, words: Words, *, listed: bool) -> str:
    """Return a table and, with `listed`, the texts that are not fresh."""
    rows = [_heads(words), *(_cells(group) for group in groups)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_row(row, widths) for row in rows]
    if listed:
        for language, state in to_do(groups):
            lines += ["", *_lines(language, state, words)]
    lines += [f"\n{plain(words.phrase(note))}" for note in history.notes]
    return "\n".join(lines) + "\n"


def format_markdown(groups: Sequence[LanguageStates], history: History, words: Words, *, listed: bool) -> str:
    """Return the same for a pull request or an issue."""
    heads = _heads(words)
    lines = [f"| {' | '.join(heads)} |", "|---|---|" + "---:|" * len(_COLUMNS)]
    lines += [f"| {' | '.join(_cells(group))} |" for group in groups]
    if listed:
        lines.append("")
        for language, state in to_do(groups):
            text = state.text
            lines.append(f"- {words.say(state.state.value)}, {language}: {code(text.file)} {code(text.leaf)}")
            for name, value in _then_now(state, words):
                lines.append(f"  - {name}: {markdown(value)}")
    lines += [f"\n{markdown(words.phrase(note))}" for note in history.notes]
    return "\n".join(lines) + "\n"


def format_json(groups: Sequence[LanguageStates], history: History, words: Words) -> str:
    """Return counts and every text that is not fresh as one object."""
    return as_json(
        {
            "version": VERSION,
            "history": [words.phrase(note) for note in history.notes],
            "sites": [
                {
                    "site": group.site,
                    "language": group.language,
                    **{state.value: group.counts[state] for state in _COLUMNS},
                }
                for group in groups
            ],
            "texts": [
                {
                    "file": state.text.file,
                    "key": state.text.leaf,
                    "language": language,
                    "state": state.state.value,
                    "since": state.since.isoformat() if state.since else None,
                    "then": state.then,
                    "now": state.text.source,
                }
                for language, state in to_do(groups)
            ],
        }
    )


def _heads(words: Words) -> list[str]:
    return [words.say("site"), words.say("language"), *(words.say(state.value) for state in _COLUMNS)]


def _cells(group: LanguageStates) -> list[str]:
    return [group.site, group.language, *(str(group.counts[state]) for state in _COLUMNS)]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    names = [f"{cell:<{width}}" for cell, width in zip(cells[:2], widths[:2], strict=True)]
    numbers = [f"{cell:>{width}}" for cell, width in zip(cells[2:], widths[2:], strict=True)]
    return "  ".join([*names, *numbers])


def _lines(language: str, state: TextState, words: Words) -> Iterator[str]:
    text = state.text
    yield neutral(f"{words.say(state.state.value)}  {language}  {text.file}  {text.leaf}")
    for name, value in _then_now(state, words):
        yield f"    {name}: {plain(value)}"


def _then_now(state: TextState, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what a translator compares: the source as it was, and as it is."""
    if state.state is State.OUTDATED:
        when = words.say("then, {date}", date=state.since) if state.since else words.say("then")
        then, now = _changed_part(state.then, state.text.source)
        yield when, then
        yield words.say("now"), now
    elif state.state is State.MISSING:
        yield state.text.language, _changed_part("", state.text.source)[1]


def _changed_part(then: str, now: str, most: int = 240) -> tuple[str, str]:
    """Return two texts, long ones without the beginning that both share, cut to what fits a few lines."""
    if max(len(then), len(now)) > most:
        same = next((n for n, (a, b) in enumerate(zip(then, now, strict=False)) if a != b), 0)
        start = max(0, now.rfind(" ", 0, max(0, same - 30)) + 1)
        then, now = (("…" if start else "") + text[start:] for text in (then, now))
    return tuple(text if len(text) <= most else text[: most - 1] + "…" for text in (then, now))  # type: ignore[return-value]
