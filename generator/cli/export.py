"""`portal export SITE DIR`: a site as a MkDocs project that needs this program no longer."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli.common import portal_of, today_option, words_of
from generator.cli.printing import print_findings
from generator.diagnostics import Severity
from generator.engine.gallery import make_gallery
from generator.errors import ContentError
from generator.export.project import project_files
from generator.export.writing import refuse_folder, write_folder
from generator.outcome import BuildOptions, chosen_plans, stop_at_errors
from generator.plan.informed import with_outdated
from generator.verdict.portal import check_portal


@click.command("export")
@click.argument("site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language.")
@today_option("Export")
@click.pass_context
def command(
    context: click.Context, site: str, folder: Path, languages: tuple[str, ...], today: str | None
) -> None:
    """Write a site as a MkDocs project: Markdown, Material, mkdocs-static-i18n.

    DIR must be new or empty. What is written there is built by `mkdocs build` alone.
    """
    where, clock = portal_of(context, today)
    words = words_of(context)
    refuse_folder(where, folder)
    checked = check_portal(where, clock, languages)
    chosen = chosen_plans(checked, BuildOptions(folder, (site,), languages))
    try:
        stop_at_errors(checked.findings)
        plan = with_outdated(where, chosen, checked.catalog)[site]
        pictures = make_gallery([plan], where, os.cpu_count() or 1)
    except ContentError as fault:
        print_findings([each for each in fault.findings if each.severity is Severity.ERROR], where, words)
        template = "not exported: {findings}; `portal check` shows all of them"
        click.echo(words.say(template, findings=words.counted(fault.findings)))
        context.exit(1)
    write_folder(project_files(plan, pictures, where.theme), folder)
    click.echo(
        words.say(
            "exported {site} to {folder}: {languages}, {pages}",
            site=site,
            folder=folder,
            languages=words.number_of(len(plan.languages), "{n} language", "{n} languages"),
            pages=words.number_of(len(plan.pages), "{n} page", "{n} pages"),
        )
    )
