"""`portal build`: check, then build, verify and publish all sites in one step.

Takes the command line. While another process looks at what is live already, the rest of the program is loaded here.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli.common import format_option, portal_of, today_option
from generator.engine.early import early_look
from generator.intake.quiet import without_collector


@click.command("build")
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
@click.option("--cache/--no-cache", default=True, help="Use and keep what was read and made before.  [cache]")
@click.option("--files", is_flag=True, help="Name the files that were written and removed, up to 40 of each.")
@click.option(
    "--timings", is_flag=True, help="Say where the time went; write a trace to .portal/timings.json."
)
@today_option("Build")
@format_option("text", "json")
@click.pass_context
def command(
    context: click.Context,
    sites: tuple[str, ...],
    languages: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    cache: bool,
    files: bool,
    timings: bool,
    today: str | None,
    form: str,
) -> None:
    """Check, then build, verify and publish all sites in one step."""
    where, clock = portal_of(context, today)
    usual = where.root / ("preview" if languages else "public")
    folder, processes = output or usual, jobs or os.cpu_count() or 1
    with early_look(where, folder, processes if cache else 1) as look:
        with without_collector():  # what is loaded stays
            from generator.cli.built import build_and_say
            from generator.outcome import BuildOptions

        options = BuildOptions(folder, sites, languages, processes, cache)
        build_and_say(context, where, clock, options, look.answer, form=form, files=files, timings=timings)
