"""Findings on the terminal, with the lines of the files in which they stand.

Takes findings and a portal; prints to stdout, in colour on a terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache

import click

from generator import paths
from generator.console import text
from generator.console.words import Words
from generator.diagnostics import Finding
from generator.paths import PortalPaths
from generator.verdict.checked import Checked


def print_findings(findings: Sequence[Finding], where: PortalPaths, words: Words) -> None:
    """Print findings, one block each."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(text.format_findings(findings, source_lines(where), words, colour=colour), nl=False)


def say_broken(checked: Checked, words: Words) -> None:
    """Say on stderr that records are missing from what follows, if some cannot be read."""
    n = len(checked.catalog.broken)
    if n:
        said = words.number_of(
            n,
            "{n} record cannot be read; `portal check` says which",
            "{n} records cannot be read; `portal check` says which",
        )
        click.echo(said, err=True)


def source_lines(where: PortalPaths) -> text.SourceLine:
    """Return a way to read one line of a file; `None` where there is no such file or line."""

    @cache
    def lines(file: str) -> tuple[str, ...]:
        return paths.source_lines(where.root, file)

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1] if 1 <= number <= len(found) else None

    return line
