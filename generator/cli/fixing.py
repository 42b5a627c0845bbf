"""`portal check --fix` and `--diff`: safe repairs are made, or only shown.

Takes a portal; writes repaired files in content/ and sites/, prints the diff on stdout and what was done on stderr, so
that a report for programs stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.common import below
from generator.clock import Clock
from generator.console.diff import format_diff
from generator.console.safe import neutral
from generator.console.words import Words
from generator.diagnostics import Finding
from generator.edit.repair import Repaired, repair, unproven
from generator.edit.write import source_path, write
from generator.load.loader import Reading
from generator.paths import PortalPaths
from generator.store.places import facts_store
from generator.verdict.portal import check_portal


def repairs_of(where: PortalPaths, clock: Clock, paths: Sequence[Path]) -> Repaired:
    """Return what the safe repairs make of the files; with `paths`, only of findings there."""
    below((), paths, where)  # a path that is not there is refused before anything is done

    def wanted(finding: Finding) -> bool:
        return bool(below((finding,), paths, where))

    return repair(
        lambda instead: (
            check_portal(where, clock, reading=Reading(instead, store=facts_store(where))).findings
        ),
        lambda file: source_path(where, file).read_bytes(),
        wanted,
    )


def print_diff(repairs: Repaired, where: PortalPaths) -> None:
    """Print what would be changed."""
    before = {file: source_path(where, file).read_bytes().decode("utf-8") for file in repairs.files}
    after = {file: data.decode("utf-8") for file, data in repairs.files.items()}
    click.echo(format_diff(before, after), nl=False)


def write_repairs(repairs: Repaired, where: PortalPaths, words: Words) -> None:
    """Write the repaired files and say on stderr what was done in each."""
    for file in sorted(repairs.files):
        write(where, file, repairs.files[file])
        for finding in repairs.mended[file]:
            done = words.say("mended", code=finding.code)
            place = f"{file}:{finding.position.line}"
            click.echo(f"{neutral(place)}: {done} {finding.code} {neutral(words.message(finding))}", err=True)


def say_left_alone(repairs: Repaired, words: Words) -> None:
    """Say on stderr which repairs are not made, and why."""
    for finding in repairs.left_alone:
        place = str(finding.position)
        template = "{file} is left alone: it cannot be proven that a repair changes nothing else"
        click.echo(neutral(words.say(template, file=place)), err=True)


def without_unproven(findings: tuple[Finding, ...], where: PortalPaths) -> tuple[Finding, ...]:
    """Return findings without those repairs that would be left alone, so that nobody is promised them."""
    left = unproven(findings, lambda file: source_path(where, file).read_bytes())
    return tuple(replace(finding, edits=()) if finding in left else finding for finding in findings)
