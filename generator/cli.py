"""The command line: options to pipeline to exit code.

Exit codes: 0 done; 1 findings; 2 usage or configuration; 3 a fault of the program. Findings and summaries go
to stdout, progress and faults to stderr. Nobody sees a traceback unless PORTAL_DEBUG is set.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click

from generator import __version__
from generator.clock import Clock, read_clock
from generator.console import concise, explain, json, listing, text
from generator.console.progress import build_progress
from generator.diagnostics import Finding, Severity
from generator.errors import ContentError, PortalError, UsageError
from generator.model.fields.problem import did_you_mean
from generator.model.kinds import MODELS
from generator.outcome import BuildOptions, BuildReport, Checked
from generator.paths import PortalPaths, find_portal
from generator.pipeline import build_portal, check_portal

_OUTPUT_CODES = "PP9"
_KINDS = tuple(MODELS)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="portal")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="The portal's folder; else the nearest parent that is one.",
)
@click.option("--today", metavar="DATE", help="Build or check for this day, 2026-09-01.")
@click.pass_context
def portal(context: click.Context, root: Path | None, today: str | None) -> None:
    """Turn facts about mentoring programmes into multilingual websites."""
    context.obj = (root, today)


def _portal(context: click.Context, today: str | None) -> tuple[PortalPaths, Clock]:
    root, general_today = context.obj
    return find_portal(Path.cwd(), root), read_clock(today or general_today)


@portal.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "concise", "json"]), default="text", show_default=True
)
@click.option(
    "--fail-level", type=click.Choice([level.value for level in Severity]), default="error", show_default=True
)
@click.option("--today", metavar="DATE", help="Check for this day, 2026-09-01.")
@click.pass_context
def check(
    context: click.Context, paths: tuple[Path, ...], form: str, fail_level: str, today: str | None
) -> None:
    """Say everything that is wrong, in one run. With PATHS, only findings in these files and folders."""
    where, clock = _portal(context, today)
    checked = check_portal(where, clock)
    _refuse_empty(checked)
    findings = _below(checked.findings, paths, where)
    scope = {
        "files": len(checked.catalog.documents) + len(checked.catalog.pages),
        "sites": len(checked.plans),
        "languages": len({language for plan in checked.plans for language in plan.languages}),
    }
    if form == "json":
        click.echo(json.format_report(findings, **scope), nl=False)
    elif form == "concise":
        click.echo(concise.format_concise(findings), nl=False)
    else:
        _print_findings(findings, where)
        nouns = {"files": "record", "sites": "site", "languages": "language"}
        counts = ", ".join(text.number_of(scope[name], noun) for name, noun in nouns.items())
        click.echo(f"checked {counts}: {text.counted(findings)}")
    worst = [finding for finding in findings if finding.severity.rank <= Severity(fail_level).rank]
    context.exit(1 if worst else 0)


@portal.command()
@click.option("--site", "sites", multiple=True, metavar="ID", help="Only this site; may be given again.")
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only this language, as a preview."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where the sites go.  [public; previews: preview]",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Worker processes.  [default: one per processor]")
@click.option(
    "--cache/--no-cache", default=True, help="Use and keep pictures that were made before.  [cache]"
)
@click.option("--today", metavar="DATE", help="Build for this day, 2026-09-01.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def build(
    context: click.Context,
    sites: tuple[str, ...],
    languages: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    cache: bool,
    today: str | None,
    form: str,
) -> None:
    """Check, then build, verify and publish all sites in one step."""
    where, clock = _portal(context, today)
    usual = where.root / ("preview" if languages else "public")
    options = BuildOptions(output or usual, sites, languages, jobs or os.cpu_count() or 1, cache)
    with build_progress() as progress:
        try:
            report = build_portal(where, clock, options, progress)
        except ContentError as fault:
            _print_stop(fault.findings, where, form)
            context.exit(1)
    _print_report(report, where, form)


@portal.command("list")
@click.argument("kind", required=False, type=click.Choice(_KINDS))
@click.option("--site", metavar="ID", help="Only what this site shows.")
@click.option("--why", is_flag=True, help="Say why each record is on the site.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--today", metavar="DATE", help="List for this day, 2026-09-01.")
@click.pass_context
def list_records(
    context: click.Context, kind: str | None, site: str | None, why: bool, form: str, today: str | None
) -> None:
    """Show what there is: all records, those of one KIND, or those of a site."""
    where, clock = _portal(context, today)
    checked = check_portal(where, clock)
    _refuse_empty(checked)
    if site is None:
        if why:
            raise UsageError("--why needs --site", "portal list --site ID --why")
        rows = listing.catalog_rows(checked.catalog, kind or "")
    else:
        plan = next((plan for plan in checked.plans if plan.id == site), None)
        if plan is None:
            raise UsageError(
                f"there is no site {site!r}", did_you_mean(site, (plan.id for plan in checked.plans))
            )
        rows = listing.site_rows(plan, kind or "")
    click.echo(listing.rows_as_json(rows) if form == "json" else listing.format_rows(rows, why=why), nl=False)


@portal.command("explain")
@click.argument("code")
def explain_rule(code: str) -> None:
    """Show the page of a rule, such as PP203."""
    page = explain.rule_page(code)
    if page is None:
        raise UsageError(f"there is no rule {code}", did_you_mean(code, explain.known_codes()))
    click.echo(page, nl=False)


def _refuse_empty(checked: Checked) -> None:
    if not checked.catalog.documents and not checked.findings:
        raise UsageError("there is nothing to check: content/ and sites/ are empty")


def _below(findings: Sequence[Finding], paths: Sequence[Path], where: PortalPaths) -> tuple[Finding, ...]:
    if not paths:
        return tuple(findings)
    wanted = []
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no {path}")
        if not path.resolve().is_relative_to(where.root):
            raise UsageError(f"{path} is not in this portal, {where.root}")
        wanted.append(path.resolve())
    return tuple(
        finding
        for finding in findings
        if any((where.root / finding.position.file).resolve().is_relative_to(path) for path in wanted)
    )


def _print_findings(findings: Sequence[Finding], where: PortalPaths) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(text.format_findings(findings, _source_lines(where), colour=colour), nl=False)


def _source_lines(where: PortalPaths) -> text.SourceLine:
    @cache
    def lines(file: str) -> tuple[str, ...]:
        try:
            return tuple((where.root / file).read_text("utf-8").split("\n"))
        except (OSError, UnicodeDecodeError):
            return ()

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1].rstrip("\r") if 1 <= number <= len(found) else None

    return line


def _print_stop(findings: Sequence[Finding], where: PortalPaths, form: str) -> None:
    if form == "json":
        click.echo(json.format_report(findings, built=False), nl=False)
        return
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if any(finding.code.startswith(_OUTPUT_CODES) for finding in errors):
        # The places are in the new files; the lines of the live ones would mislead.
        click.echo(concise.format_concise(errors), nl=False)
        click.echo(f"not published, nothing changed: the built sites have {text.counted(errors)}")
        return
    _print_findings(errors, where)
    click.echo(f"not built, nothing changed: {text.counted(findings)}; `portal check` shows all of them")


def _print_report(report: BuildReport, where: PortalPaths, form: str) -> None:
    if form == "json":
        facts = {
            name: getattr(report, name)
            for name in ("sites", "languages", "pages", "written", "unchanged", "removed", "seconds")
        }
        click.echo(json.format_report(report.findings, built=True, **facts), nl=False)
        return
    serious = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    _print_findings(serious, where)
    click.echo(
        f"built {text.number_of(report.sites, 'site')}, {text.number_of(report.languages, 'language')}, "
        f"{text.number_of(report.pages, 'page')} in {report.seconds:.1f} s "
        f"({text.number_of(report.written, 'file')} written, {report.unchanged} unchanged, "
        f"{report.removed} removed): {text.counted(report.findings)}"
    )


def _print_anything() -> None:
    """A terminal of few letters gets escapes for the others, not a fault."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def main() -> None:
    """Run the command and leave with its exit code."""
    _print_anything()
    try:
        code = portal.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(2)
    except PortalError as fault:
        click.echo(f"portal: {text.neutral(fault.message)}", err=True)
        if fault.help:
            click.echo(f"  help: {text.neutral(fault.help)}", err=True)
        sys.exit(fault.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as fault:
        if os.environ.get("PORTAL_DEBUG"):
            raise
        click.echo(
            f"portal: a fault of the program: {type(fault).__name__}: {text.neutral(str(fault))}", err=True
        )
        click.echo("  help: please report it, with what PORTAL_DEBUG=1 portal … prints", err=True)
        sys.exit(3)


if __name__ == "__main__":
    main()
