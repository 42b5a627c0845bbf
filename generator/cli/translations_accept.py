"""`portal translations accept`: a translation is still right, although its source was changed."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import portal_of, words_of
from generator.cli.translations_common import Translations, read_translations
from generator.console.safe import neutral
from generator.errors import UsageError
from generator.history.lock import NAME, entry_of, write_lock
from generator.history.states import State, TextState
from generator.history.texts import part_of
from generator.model.fields.problem import advice_on
from generator.paths import PortalPaths


@click.command("accept")
@click.argument("record", metavar="ID-OR-FILE")
@click.argument("key", required=False)
@click.option("--language", required=True, metavar="CODE", help="The language of the translation.")
@click.pass_context
def accept(context: click.Context, record: str, key: str | None, language: str) -> None:
    """Say that translations are still right.

    Takes all outdated ones of a record or page, or those below KEY (`summary`, `steps`). One whose past is unknown
    is taken only when KEY is exactly its own (`steps.apply.title`).
    One line each is written into translations.lock, which belongs into the repository.
    """
    where, clock = portal_of(context, None)
    found = read_translations(where, clock)
    states = _wanted(found, _key_of(record, where), key, record, language)
    write_lock(where.root, [entry_of(state.text, language) for state in states])
    words = words_of(context)
    for state in states:
        click.echo(neutral(f"{state.text.file}  {state.text.leaf}  {language}"))
    click.echo(
        words.say(
            "{translations} accepted in {file}",
            translations=words.number_of(len(states), "{n} translation", "{n} translations"),
            file=NAME,
        )
    )


def _wanted(
    found: Translations, key: tuple[str, str], below: str | None, record: str, language: str
) -> list[TextState]:
    texts = [text for text in found.texts if text.id == key[1] and key[0] in ("", text.kind)]
    if not texts:
        raise UsageError(
            "there is no record '{record}' with texts",
            advice_on(key[1], {text.id for text in found.texts}),
            record=record,
        )
    kinds = sorted({text.kind for text in texts})
    if len(kinds) > 1:
        options = ", ".join(f"{kind}/{key[1]}" for kind in kinds)
        raise UsageError(
            "{record} may be several: {options}", "name one of them", record=record, options=options
        )
    if below:
        near = [text for text in texts if f"{text.leaf}.".startswith(f"{below}.")]
        if not near:
            raise UsageError(
                "{record} has no text '{below}'",
                advice_on(below, {text.leaf for text in texts}),
                record=record,
                below=below,
            )
        texts = near
    states = [found.history.states.get((*text.key, text.leaf, language)) for text in texts]
    known = [
        state
        for state in states
        if state
        and (state.state is State.OUTDATED or (state.state is State.UNKNOWN and state.text.leaf == below))
    ]
    if not known:
        raise UsageError(
            "nothing to accept: no text of {record} in {language} is outdated",
            "portal translations status --language {language}",
            record=record,
            language=language,
        )
    return known


def _key_of(record: str, where: PortalPaths) -> tuple[str, str]:
    """Read `kvinfo`, `programmes/kvinfo` or the path of a record or translation."""
    path = Path(record)
    part = part_of(where.shown(path.resolve())) if path.suffix in (".yml", ".md") else None
    if part:
        return part.key
    kind, _, id = record.partition("/")
    return (kind, id) if id else ("", record)
