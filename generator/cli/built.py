"""What `portal build` does and says once it is known what is to be built.

Takes the portal, its clock and what was asked for; builds and prints. Apart from the options, so that a first look at
the live sites can begin before all this is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from generator.cli.common import words_of
from generator.cli.printing import print_findings
from generator.clock import Clock
from generator.console import concise, json
from generator.console.progress import build_progress
from generator.console.published import format_published
from generator.console.timings import format_timings, format_trace
from generator.console.words import Words
from generator.diagnostics import Finding, Severity, in_order
from generator.engine.live import Glance
from generator.errors import ContentError, SettingsError
from generator.outcome import BuildOptions, BuildReport
from generator.paths import PortalPaths, write_text
from generator.pipeline import build_portal
from generator.store.places import facts_store
from generator.store.store import NOTHING_KEPT

_OUTPUT_CODES = "PP9"


def build_and_say(
    context: click.Context,
    where: PortalPaths,
    clock: Clock,
    options: BuildOptions,
    glance: Callable[[], Glance],
    *,
    form: str,
    files: bool,
    timings: bool,
) -> None:
    """Build, and say what came of it in this `form`; `glance` is the early look at what is live."""
    words = words_of(context)
    with build_progress() as progress:
        try:
            report = build_portal(where, clock, options, progress, glance)
        except ContentError as fault:
            _print_stop(_with_settings(fault.findings, where, options), where, form, words)
            context.exit(fault.exit_code)
        except SettingsError as fault:
            found = _with_settings((), where, options)
            if found:
                _print_stop(found, where, form, words)
            if not _is_among(fault, found):
                raise
            context.exit(fault.exit_code)
    _print_report(report, where, form, words, files=files)
    if timings:
        click.echo(format_timings(report.stages, words, where.shown(where.timings)), err=True, nl=False)
        where.timings.parent.mkdir(exist_ok=True)
        write_text(where.timings, format_trace(report.stages))


def _with_settings(
    findings: Sequence[Finding], where: PortalPaths, options: BuildOptions
) -> tuple[Finding, ...]:
    """Return the findings that stop a build, with all that is wrong with `mkdocs.yml`; of built sites, these only."""
    if any(_is_of_output(finding) for finding in findings):
        return tuple(findings)
    from generator.engine.settings_check import settings_findings  # few builds stop

    store = facts_store(where) if options.cache else NOTHING_KEPT
    return in_order((*findings, *settings_findings(where, store)))


def _is_among(fault: SettingsError, found: Sequence[Finding]) -> bool:
    """Whether findings say what a build stopped at: a setting, or a hook that is no Python. One that failed is not."""
    culprit = str(fault.said.values.get("hook") or fault.said.values.get("place"))
    places = (finding.position for finding in found)
    return any(culprit in (str(place), place.file, f"{place.file}:{place.line}") for place in places)


def _is_of_output(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.code.startswith(_OUTPUT_CODES)


def _print_stop(findings: Sequence[Finding], where: PortalPaths, form: str, words: Words) -> None:
    if form == "json":
        click.echo(json.format_report(findings, words, built=False), nl=False)
        return
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if any(map(_is_of_output, errors)):
        # The places are in the new files; the lines of the live ones would mislead.
        click.echo(concise.format_concise(errors, words), nl=False)
        template = "not published, nothing changed: the built sites have {findings}"
        click.echo(words.say(template, findings=words.counted(errors)))
        return
    print_findings(errors, where, words)
    template = "not built, nothing changed: {findings}; `portal check` shows all of them"
    click.echo(words.say(template, findings=words.counted(findings)))


def _print_report(report: BuildReport, where: PortalPaths, form: str, words: Words, *, files: bool) -> None:
    if form == "json":
        facts = {
            name: getattr(report, name)
            for name in ("sites", "languages", "pages", "written", "unchanged", "removed", "seconds")
        }
        if files:
            facts |= {
                "written_files": report.published.written,
                "removed_files": report.published.removed,
            }
        click.echo(json.format_report(report.findings, words, built=True, **facts), nl=False)
        return
    serious = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    print_findings(serious, where, words)
    if files:
        click.echo(format_published(report.published, words), nl=False)
    click.echo(
        words.say(
            "built {sites}, {languages}, {pages} in {seconds} s "
            "({written}, {unchanged} unchanged, {removed} removed): {findings}",
            sites=words.number_of(report.sites, "{n} site", "{n} sites"),
            languages=words.number_of(report.languages, "{n} language", "{n} languages"),
            pages=words.number_of(report.pages, "{n} page", "{n} pages"),
            seconds=f"{report.seconds:.1f}",
            written=words.number_of(report.written, "{n} file written", "{n} files written"),
            unchanged=report.unchanged,
            removed=report.removed,
            findings=words.counted(report.findings),
        )
        + (words.say("; `portal check` shows the notes") if len(serious) < len(report.findings) else "")
    )
