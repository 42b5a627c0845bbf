"""`portal translations status`: a table by site and language, and what to do."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import format_option, portal_of, refuse_empty, today_option, words_of
from generator.cli.printing import say_broken
from generator.cli.translations_common import read_translations
from generator.console.translations import format_json, format_markdown, format_text


@click.command("status")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--site", metavar="ID", help="Only this site.")
@click.option("--language", metavar="CODE", help="Only this language, with every text that needs somebody.")
@click.option("--list", "listed", is_flag=True, help="Say which texts need somebody.")
@format_option("text", "json", "markdown")
@today_option("Look")
@click.pass_context
def status(
    context: click.Context,
    paths: tuple[Path, ...],
    site: str | None,
    language: str | None,
    listed: bool,
    form: str,
    today: str | None,
) -> None:
    """Count fresh, outdated and missing texts by site and language.

    A translation is outdated when the words of its source were changed after it. With PATHS, only the texts of
    these files and folders.
    """
    where, clock = portal_of(context, today)
    found = read_translations(where, clock, paths)
    refuse_empty(found.checked)
    groups = found.groups(site, language)
    words = words_of(context)
    say_broken(found.checked, words)
    if form == "json":
        click.echo(format_json(groups, found.history, words), nl=False)
    else:
        format = format_markdown if form == "markdown" else format_text
        click.echo(format(groups, found.history, words, listed=listed or language is not None), nl=False)
