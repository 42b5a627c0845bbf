"""The group of all commands, and what every fault becomes: a sentence and an exit code.

Takes the command line, leaves with a code. A command's module is loaded when it is asked for.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from pathlib import Path

import click

from generator import __version__
from generator.cli.common import Run, messages_option, speak, words_of
from generator.console.languages import words_in
from generator.console.safe import neutral
from generator.errors import PortalError
from generator.intake.quiet import without_collector

COMMANDS = {
    "check": "check",
    "build": "build",
    "serve": "serve",
    "list": "list_records",
    "explain": "explain",
    "new": "new",
    "init": "init",
    "schema": "schema",
    "diff": "diff",
    "status": "status",
    "translations": "translations",
    "export": "export",
}
"""Commands in the order of the help text, each with its module in this package."""


class Commands(click.Group):
    """A group whose commands are loaded when they are asked for, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, `None` for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        with without_collector():  # what is loaded stays
            command = importlib.import_module(f"generator.cli.{COMMANDS[cmd_name]}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"generator.cli.{COMMANDS[cmd_name]} has no command")
        messages_option(command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what it refuses is said in the words of the run."""
        try:
            return super().invoke(ctx)
        except PortalError as fault:
            words = words_of(ctx)
            click.echo(f"portal: {neutral(words.phrase(fault.said))}", err=True)
            if fault.help:
                click.echo(f"  {words.say('help')}: {neutral(words.phrase(fault.advice))}", err=True)
            ctx.exit(fault.exit_code)


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="portal")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="The portal's folder; else the nearest parent that is one.",
)
@click.option("--today", metavar="DATE", help="Build or check for this day, 2026-09-01.")
@click.option(
    "--messages",
    "--language",
    metavar="CODE",
    envvar="PORTAL_MESSAGES",
    default="en",
    help="Speak de, da, nb or en; every command takes this option too.  [env var: PORTAL_MESSAGES]",
)
@click.pass_context
def portal(context: click.Context, root: Path | None, today: str | None, messages: str) -> None:
    """Turn facts about mentoring programmes into multilingual websites."""
    context.obj = Run(root, today)
    speak(context, words_in(messages))


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
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as fault:
        if "KeyboardInterrupt" in str(fault):  # as libraries tell it that are not written in Python
            raise KeyboardInterrupt from None
        if os.environ.get("PORTAL_DEBUG"):
            raise
        click.echo(f"portal: a fault of the program: {type(fault).__name__}: {neutral(str(fault))}", err=True)
        click.echo("  help: please report it, with what PORTAL_DEBUG=1 portal … prints", err=True)
        sys.exit(3)
