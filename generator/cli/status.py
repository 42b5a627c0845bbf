"""`portal status`: what needs a person, now and in the next weeks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from generator.cli.common import format_option, portal_of, refuse_empty, today_option, words_of
from generator.cli.printing import say_broken
from generator.cli.translations_common import translations_of
from generator.clock import Clock
from generator.console.phrases import spoken
from generator.console.safe import plain
from generator.console.status import format_json, format_markdown, format_text
from generator.console.status_page import NAME, status_page
from generator.errors import UsageError
from generator.model.fields.problem import advice_on
from generator.outcome import refuse_output
from generator.status.due import due
from generator.status.overview import overview
from generator.status.translations import language_states, texts_to_do
from generator.verdict.portal import check_portal

_MOST = 1_000_000
"""Bytes of a next-change.json that are read."""


@click.command("status")
@click.option(
    "--days", type=click.IntRange(0, 3660), default=90, show_default=True, help="How far to look ahead."
)
@click.option("--site", metavar="ID", help="Only what concerns this site.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Write a page for everybody into this folder."
)
@click.option(
    "--due",
    "published",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Only say whether the sites published in DIR are to be built again: exit code 1 when they are.",
)
@format_option("text", "json", "markdown")
@today_option("Count")
@click.pass_context
def command(
    context: click.Context,
    days: int,
    site: str | None,
    output: Path | None,
    published: Path | None,
    form: str,
    today: str | None,
) -> None:
    """Say what needs a person: contacts, consents, calls, meetings, certificates, translations."""
    where, clock = portal_of(context, today)
    checked = check_portal(where, clock)
    refuse_empty(checked)
    say_broken(checked, words_of(context))
    plans = [plan for plan in checked.plans if site in (None, plan.id)]
    if not plans:
        known = [plan.id for plan in checked.plans]
        raise UsageError("there is no site '{site}'", advice_on(site or "", known), site=site)
    if published:
        _say_due(context, published, [plan.id for plan in plans], clock)
        return
    translated = translations_of(where, checked)
    groups = language_states(plans, translated.texts, translated.history)
    found = overview(checked.catalog, plans, clock, days, texts_to_do(groups, translated.history))
    if any(row.unknown for row in found.texts):
        found = replace(found, notes=translated.history.notes)
    words = words_of(context)
    if output:
        refuse_output(where, output)
        try:
            output.mkdir(parents=True, exist_ok=True)
            (output / NAME).write_bytes(status_page(found, words))
        except OSError as fault:
            raise UsageError(
                "{file} cannot be written: {reason}",
                "name another folder",
                file=output / NAME,
                reason=fault.strerror,
            ) from None
    forms = {"json": format_json, "markdown": format_markdown, "text": format_text}
    click.echo(forms[form](found, words), nl=False)


def _say_due(context: click.Context, published: Path, sites: list[str], clock: Clock) -> None:
    """Say which sites are to be built again, and leave with code 1 when there is one."""
    files = {}
    for id in sites:
        path = published / id / "api" / "next-change.json"
        try:
            with path.open("rb") as stream:
                files[id] = stream.read(_MOST)
        except OSError:
            continue
    words = words_of(context)
    reasons = due(sites, files, clock)
    for reason in reasons:
        click.echo(spoken(words, reason, plain))
    if not reasons:
        click.echo(words.say("nothing is to be built again"))
    context.exit(1 if reasons else 0)
