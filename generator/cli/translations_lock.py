"""`portal translations lock`: write down what is known to be fresh, for places where there is no history."""

from __future__ import annotations

import click

from generator.cli.common import portal_of, words_of
from generator.cli.translations_common import read_translations
from generator.errors import UsageError
from generator.history.lock import NAME, entry_of, write_lock
from generator.history.states import State


@click.command("lock")
@click.pass_context
def lock(context: click.Context) -> None:
    """Write down what is fresh, for places without history.

    Every translation known to be fresh gets a line in translations.lock.
    Where the history cannot be seen (an archive, a clone without its past), states are read from there.
    """
    where, clock = portal_of(context, None)
    states = read_translations(where, clock).history.states.values()
    fresh = [state for state in states if state.state is State.FRESH]
    if not fresh:
        raise UsageError(
            "no translation is known to be fresh here", "fetch the whole history: git fetch --unshallow"
        )
    write_lock(where.root, [entry_of(state.text, state.language) for state in fresh])
    words = words_of(context)
    texts = words.number_of(len(fresh), "{n} translation", "{n} translations")
    click.echo(words.say("{translations} written to {file}", translations=texts, file=NAME))
