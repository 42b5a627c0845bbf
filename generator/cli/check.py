"""`portal check`: everything that is wrong, in one run."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import below, format_option, portal_of, refuse_empty, today_option, words_of
from generator.cli.printing import print_findings
from generator.console import concise, json
from generator.diagnostics import Severity
from generator.pipeline import check_portal


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@format_option("text", "concise", "json")
@click.option(
    "--fail-level", type=click.Choice([level.value for level in Severity]), default="error", show_default=True
)
@today_option("Check")
@click.pass_context
def command(
    context: click.Context, paths: tuple[Path, ...], form: str, fail_level: str, today: str | None
) -> None:
    """Say everything that is wrong, in one run. With PATHS, only findings in these files and folders."""
    where, clock = portal_of(context, today)
    checked = check_portal(where, clock)
    refuse_empty(checked)
    findings = below(checked.findings, paths, where)
    scope = {
        "files": len(checked.catalog.documents) + len(checked.catalog.pages),
        "sites": len(checked.plans),
        "languages": len({language for plan in checked.plans for language in plan.languages}),
    }
    words = words_of(context)
    if form == "json":
        click.echo(json.format_report(findings, words, **scope), nl=False)
    elif form == "concise":
        click.echo(concise.format_concise(findings, words), nl=False)
    else:
        print_findings(findings, where, words)
        click.echo(
            words.say(
                "checked {records}, {sites}, {languages}: {findings}",
                records=words.number_of(scope["files"], "{n} record", "{n} records"),
                sites=words.number_of(scope["sites"], "{n} site", "{n} sites"),
                languages=words.number_of(scope["languages"], "{n} language", "{n} languages"),
                findings=words.counted(findings),
            )
        )
    worst = [finding for finding in findings if finding.severity.rank <= Severity(fail_level).rank]
    context.exit(1 if worst else 0)
