"""`portal check`: everything that is wrong, in one run."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.common import (
    below,
    format_option,
    portal_of,
    reading_of,
    refuse_empty,
    today_option,
    words_of,
)
from generator.cli.fixing import print_diff, repairs_of, say_left_alone, without_unproven, write_repairs
from generator.cli.printing import print_findings
from generator.console import concise, github, gitlab, json, markdown, sarif
from generator.console.report import Report
from generator.console.words import Words
from generator.diagnostics import Severity, in_order
from generator.engine.settings_check import settings_findings
from generator.errors import UsageError
from generator.git.changed import changed_lines
from generator.git.repository import folder_in_repository
from generator.paths import PortalPaths
from generator.verdict.checked import Checked
from generator.verdict.portal import check_portal

_FORMATS = {"gitlab": gitlab.format_gitlab, "sarif": sarif.format_sarif, "markdown": markdown.format_markdown}

_PLACED = ("github", "gitlab", "sarif")
"""Formats for services that know files by their place in the repository."""


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@format_option("text", "concise", "json", "github", "gitlab", "sarif", "markdown")
@click.option(
    "--fail-level", type=click.Choice([level.value for level in Severity]), default="error", show_default=True
)
@click.option("--fix", is_flag=True, help="Make safe repairs in the files, and say which.")
@click.option("--diff", is_flag=True, help="Show the safe repairs, change nothing.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Worker processes.  [default: one per processor]")
@click.option(
    "--cache/--no-cache", default=True, help="Use and keep what was read and found before.  [cache]"
)
@today_option("Check")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    form: str,
    fail_level: str,
    fix: bool,
    diff: bool,
    jobs: int | None,
    cache: bool,
    today: str | None,
) -> None:
    """Say everything that is wrong, in one run. With PATHS, only findings in these files and folders."""
    if fix and diff:
        raise UsageError("--fix and --diff exclude each other", "--diff shows what --fix would change")
    if diff and form != "text":
        raise UsageError("--diff has a form of its own", "leave out --format")
    where, clock = portal_of(context, today)
    if fix or diff:
        repairs = repairs_of(where, clock, paths)
        if diff:
            print_diff(repairs, where)
        else:
            write_repairs(repairs, where, words_of(context))
        say_left_alone(repairs, words_of(context))
    reading = reading_of(where, jobs, cache=cache)
    checked = check_portal(where, clock, reading=reading)
    refuse_empty(checked)
    found = settings_findings(where, reading.store)
    checked = replace(checked, findings=in_order((*checked.findings, *found))) if found else checked
    report = report_of(checked, paths, where, form)
    if diff:
        click.echo(report.last_line(words_of(context)), err=True)
    else:
        print_report(report, where, form, words_of(context))
    worst = [found for found in report.findings if found.severity.rank <= Severity(fail_level).rank]
    context.exit(1 if worst else 0)


def report_of(checked: Checked, paths: tuple[Path, ...], where: PortalPaths, form: str) -> Report:
    """Return what the formats say about a check: all findings, or those in the named files and folders."""
    languages = {language for spoken in checked.languages.values() for language in spoken}
    findings = without_unproven(below(checked.findings, paths, where), where)
    folder = folder_in_repository(where.root) if form in _PLACED else ""
    return Report(findings, checked.files, len(checked.languages), len(languages), checked.ignored, folder)


def print_report(report: Report, where: PortalPaths, form: str, words: Words) -> None:
    """Print a report in one of the formats."""
    if form == "text":
        print_findings(report.findings, where, words)
        click.echo(report.last_line(words))
    elif form == "concise":
        click.echo(concise.format_concise(report.findings, words), nl=False)
    elif form == "json":
        click.echo(json.format_report(report.findings, words, **report.facts()), nl=False)
    elif form == "github":
        _print_github(report, where, words)
    else:
        click.echo(_FORMATS[form](report, words), nl=False)


def _print_github(report: Report, where: PortalPaths, words: Words) -> None:
    """Print annotations; the whole list goes to the summary of the step."""
    changed = changed_lines(where.root, os.environ.get("GITHUB_BASE_REF", ""))
    click.echo(github.format_github(report, words, changed), nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        try:
            with Path(summary).open("a", encoding="utf-8") as stream:
                stream.write(markdown.format_markdown(report, words) + "\n")
        except OSError as fault:
            raise UsageError(
                "the summary of the step cannot be written: {reason}", reason=fault.strerror
            ) from None
