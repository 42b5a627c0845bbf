"""`portal status`: what needs a person, now and in the next weeks."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import format_option, portal_of, refuse_empty, today_option, words_of
from generator.console.status import format_json, format_markdown, format_text
from generator.console.status_page import NAME, status_page
from generator.errors import UsageError
from generator.model.fields.problem import did_you_mean
from generator.outcome import refuse_output
from generator.pipeline import check_portal
from generator.status.overview import Translated, overview
from generator.text.theme import theme_languages


@click.command("status")
@click.option(
    "--days", type=click.IntRange(0, 3660), default=90, show_default=True, help="How far to look ahead."
)
@click.option("--site", metavar="ID", help="Only what concerns this site.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Write a page for everybody into this folder."
)
@format_option("text", "json", "markdown")
@today_option("Look from")
@click.pass_context
def command(
    context: click.Context, days: int, site: str | None, output: Path | None, form: str, today: str | None
) -> None:
    """Say what needs a person: contacts, consents, calls, meetings, certificates, translations."""
    where, clock = portal_of(context, today)
    checked = check_portal(where, clock)
    refuse_empty(checked)
    plans = [plan for plan in checked.plans if site in (None, plan.id)]
    if not plans:
        known = [plan.id for plan in checked.plans]
        raise UsageError(f"there is no site {site!r}", did_you_mean(site or "", known))
    found = overview(checked.catalog, plans, clock, days, Translated(theme_languages(where.theme)))
    words = words_of(context)
    if output:
        refuse_output(where, output)
        try:
            output.mkdir(parents=True, exist_ok=True)
            (output / NAME).write_bytes(status_page(found, words))
        except OSError as fault:
            raise UsageError(
                f"cannot write {output / NAME}: {fault.strerror}", "name another folder"
            ) from None
    forms = {"json": format_json, "markdown": format_markdown, "text": format_text}
    click.echo(forms[form](found, words), nl=False)
