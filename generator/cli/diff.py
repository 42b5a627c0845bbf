"""`portal diff`: what a change means to readers."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.common import format_option, portal_of, today_option, words_of
from generator.compare.compare import compare
from generator.compare.difference import Difference
from generator.compare.portal import State, read_state
from generator.console.difference import format_json, format_markdown, format_text
from generator.errors import UsageError
from generator.git.revision import LOOK, changed_files, export, find_revision
from generator.model.fields.problem import advice_on
from generator.paths import PortalPaths


@click.command("diff")
@click.argument("revision", metavar="[REV]", required=False)
@click.option("--site", metavar="ID", help="Only what this site shows.")
@format_option("text", "markdown", "json")
@today_option("Compare")
@click.pass_context
def command(
    context: click.Context, revision: str | None, site: str | None, form: str, today: str | None
) -> None:
    """Say what a change means to readers: the portal at REV and as it is now.

    REV is a branch, a tag or a commit; `main...` is where this branch left main, and what is meant without REV.
    """
    where, clock = portal_of(context, today)
    found = find_revision(where.root, revision)
    with tempfile.TemporaryDirectory() as folder:
        old = PortalPaths(Path(folder).resolve())
        known = export(where.root, found, old.root)
        before, after = read_state(old, clock), read_state(where, clock)
    words = words_of(context)
    look = changed_files(where.root, known, LOOK)
    if site:
        before, after = _only(before, after, site)
    difference = compare(before, after, clock.today, words.language, look)
    if site:
        difference = _shown_there(difference, site)
    shown = f"{found.name} ({found.short})"
    if form == "json":
        click.echo(format_json(difference, found.name, found.commit, words), nl=False)
    elif form == "markdown":
        click.echo(format_markdown(difference, shown, words), nl=False)
    else:
        click.echo(format_text(difference, shown, words), nl=False)


def _only(before: State, after: State, site: str) -> tuple[State, State]:
    """Leave the plans of one site."""
    known = {*before.plans, *after.plans}
    if site not in known:
        raise UsageError("there is no site '{site}'", advice_on(site, known), site=site)
    one, other = (
        replace(state, plans={id: plan for id, plan in state.plans.items() if id == site})
        for state in (before, after)
    )
    return one, other


def _shown_there(difference: Difference, site: str) -> Difference:
    """Leave the records that the site shows, and the site itself."""
    records = tuple(record for record in difference.records if record.shown or record.key == ("sites", site))
    return replace(difference, records=records)
