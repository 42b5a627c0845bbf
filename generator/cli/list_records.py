"""`portal list`: what there is, and why a site shows it."""

from __future__ import annotations

import click

from generator.cli.common import format_option, portal_of, refuse_empty, today_option, words_of
from generator.cli.printing import say_broken
from generator.console import listing
from generator.errors import UsageError
from generator.model.fields.problem import advice_on
from generator.model.kinds import MODELS
from generator.verdict.portal import check_portal

_KINDS = tuple(MODELS)


@click.command("list")
@click.argument("kind", required=False, type=click.Choice(_KINDS))
@click.option("--site", metavar="ID", help="Only what this site shows.")
@click.option("--why", is_flag=True, help="Say why each record is on the site.")
@format_option("text", "json")
@today_option("List")
@click.pass_context
def command(
    context: click.Context, kind: str | None, site: str | None, why: bool, form: str, today: str | None
) -> None:
    """Show what there is: all records, those of one KIND, or those of a site."""
    where, clock = portal_of(context, today)
    checked = check_portal(where, clock)
    refuse_empty(checked)
    words = words_of(context)
    say_broken(checked, words)
    if site is None:
        if why:
            raise UsageError("--why needs --site", "portal list --site ID --why")
        rows = listing.catalog_rows(checked.catalog, kind or "")
    else:
        plan = next((plan for plan in checked.plans if plan.id == site), None)
        if plan is None:
            raise UsageError(
                "there is no site '{site}'", advice_on(site, (plan.id for plan in checked.plans)), site=site
            )
        rows = listing.site_rows(plan, kind or "")
    click.echo(
        listing.rows_as_json(rows) if form == "json" else listing.format_rows(rows, words, why=why), nl=False
    )
