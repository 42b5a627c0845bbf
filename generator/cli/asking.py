"""Questions on a terminal: what a new record needs, one key after the other.

Takes the keys that are open, returns what was answered. An empty answer leaves a key for later; a wrong one is
explained and asked for again. Nothing is asked where there is no terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from generator.console.safe import neutral
from generator.console.words import Words
from generator.diagnostics import fill
from generator.errors import UsageError
from generator.model.catalog import Catalog
from generator.scaffold.known import title_of
from generator.scaffold.record import open_keys
from generator.scaffold.values import Known, Values, Way, read_value
from generator.schema.examples import example_of
from generator.schema.fields import Key
from generator.schema.labels import labels_of

_MANY = 30


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_for(
    kind: str, values: Values, known: Known, catalog: Catalog, words: Words
) -> dict[Way, tuple[str, ...]]:
    """Return the values with the answers to all open keys."""
    answered = dict(values)
    click.echo(words.say("Press Enter to leave something for later; Ctrl-C stops, and nothing is written."))
    for way, key in open_keys(kind, values):
        given = _ask(way, key, known, answered, catalog, words)
        if given:
            answered[way] = given
    return answered


def ask_name(words: Words) -> str:
    """Return what the new record is called."""
    return str(click.prompt(words.say("What is it called?"), type=str)).strip()


def _ask(way: Way, key: Key, known: Known, values: Values, catalog: Catalog, words: Words) -> tuple[str, ...]:
    options = _options(key, known, catalog)
    click.echo(f"\n{neutral(key.description)}")
    for number, (word, label) in enumerate(options[:_MANY], 1):
        click.echo(f"  {number:>2}  {word}" + (f"  – {neutral(label)}" if label else ""))
    if not options and example_of(key):
        click.echo(words.say("For example: {example}", example=example_of(key)))
    if key.many:
        click.echo(words.say("Several are divided by commas."))
    while True:
        typed = str(click.prompt(".".join(way), default="", show_default=False)).strip()
        if not typed:
            return ()
        try:
            return read_value(key, _chosen(typed, [word for word, _ in options]), known, values)
        except UsageError as fault:
            click.echo(fill("  {message}", {"message": neutral(fault.message)}))
            if fault.help:
                click.echo(fill("  {help}", {"help": neutral(fault.help)}))


def _options(key: Key, known: Known, catalog: Catalog) -> list[tuple[str, str]]:
    if key.choices:
        return list(zip(key.choices, labels_of(key), strict=True))
    if key.target:
        return [(id, title_of(catalog, key.target, id)) for id in known.get(key.target, ())]
    return []


def _chosen(typed: str, options: Sequence[str]) -> str:
    """Return the answer with numbers of the list replaced by its words."""
    words = [word.strip() for word in typed.split(",")] if options else [typed]
    numbered = {str(number): option for number, option in enumerate(options, 1)}
    return ",".join(word if word in options else numbered.get(word, word) for word in words)
