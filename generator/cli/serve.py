"""`portal serve`: all sites on one port, shown anew whenever a file is saved."""

from __future__ import annotations

import os
import signal
import webbrowser

import click

from generator.cli.common import Run, portal_of, today_option, words_of
from generator.cli.printing import print_findings
from generator.clock import Clock, read_clock
from generator.console.safe import neutral
from generator.console.words import Words
from generator.diagnostics import Severity
from generator.paths import PortalPaths
from generator.serve.desk import State
from generator.serve.server import Serving
from generator.serve.snapshot import ServeOptions

_NAMED = 3


@click.command("serve")
@click.option("--site", "sites", multiple=True, metavar="ID", help="Only this site; may be given again.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen; others reach only what is said here.",
)
@click.option("--open", "opened", is_flag=True, help="Open the start page in a browser.")
@today_option("Serve")
@click.pass_context
def command(
    context: click.Context,
    sites: tuple[str, ...],
    languages: tuple[str, ...],
    port: int,
    host: str,
    opened: bool,
    today: str | None,
) -> None:
    """Show all sites at one address, anew whenever a file is saved. Writes nothing into public/."""
    where, _ = portal_of(context, today)
    run: Run = context.obj
    options = ServeOptions(sites, languages, host, port, os.cpu_count() or 1)
    words = words_of(context)

    def clock() -> Clock:
        return read_clock(today or run.today)

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with Serving(where, options, clock, words, _Terminal(where, words)) as serving:
            if opened:
                webbrowser.open(serving.address)
            serving.run()
    except KeyboardInterrupt:
        click.echo("", err=True)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


class _Terminal:
    """Prints findings when they are others than before, and which files were read."""

    def __init__(self, where: PortalPaths, words: Words) -> None:
        self._where = where
        self._words = words
        self._last: object = None

    def started(self, address: str, state: State) -> None:
        self.found(state)
        number = self._words.number_of(len(state.faces), "{n} site", "{n} sites")
        click.echo(self._words.say("{sites} at {address} – Ctrl-C ends", sites=number, address=address))

    def changed(self, files: frozenset[str], seconds: float) -> None:
        first = sorted(files)[:_NAMED]
        more = len(files) - len(first)
        template = (
            "{files} and {more} more changed, read in {seconds} s"
            if more
            else "{files} changed, read in {seconds} s"
        )
        named = neutral(", ".join(first))
        click.echo(self._words.say(template, files=named, more=more, seconds=f"{seconds:.2f}"), err=True)

    def found(self, state: State) -> None:
        serious = [finding for finding in state.findings if finding.severity is not Severity.NOTE]
        told = [finding.sort_key for finding in serious]
        if told == self._last:
            return
        first, self._last = self._last is None, told
        print_findings(serious, self._where, self._words)
        if serious or not first:
            click.echo(self._words.counted(serious))
