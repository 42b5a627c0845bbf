"""What several commands share: the portal and the clock of a run, the options every command has, refusals.

Takes click's context; returns values of the layers below. Nothing is printed here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.clock import Clock, read_clock
from generator.console.languages import words_in
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding
from generator.errors import UsageError
from generator.paths import PortalPaths, find_portal

if TYPE_CHECKING:  # loading what reads and checks takes longer than saying what is asked for
    from generator.load.loader import Reading
    from generator.verdict.checked import Checked


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of the program as a whole: which portal, for which day."""

    root: Path | None
    today: str | None


_WORDS = "generator.words"


def portal_of(context: click.Context, today: str | None) -> tuple[PortalPaths, Clock]:
    """Return the portal that the command is about, and its clock."""
    run: Run = context.obj
    return find_portal(Path.cwd(), run.root), read_clock(today or run.today)


def speak(context: click.Context, words: Words) -> None:
    """Say everything of this run in these words, refusals too."""
    context.meta[_WORDS] = words


def words_of(context: click.Context) -> Words:
    """Return the words in which this run speaks to editors: English ones as long as nobody chose others."""
    words: Words = context.meta.get(_WORDS, ENGLISH)
    return words


def reading_of(where: PortalPaths, jobs: int | None = None, *, cache: bool = True) -> Reading:
    """Return how the portal is read: by so many processes, one for each processor when not said, and with the cache."""
    from generator.load.loader import Reading
    from generator.store.places import facts_store
    from generator.store.store import NOTHING_KEPT

    return Reading(store=facts_store(where) if cache else NOTHING_KEPT, jobs=jobs or os.cpu_count() or 1)


def _choose(context: click.Context, option: click.Parameter, code: str | None) -> None:
    if code is not None:
        speak(context, words_in(code))


def messages_option(command: click.Command) -> None:
    """Give a command, and the commands below it, the option `--messages`: the language of what it says.

    A command that has no `--language` of its own takes that name, too.
    """
    is_taken = isinstance(command, click.Group) or any("--language" in known.opts for known in command.params)
    names = ["--messages"] if is_taken else ["--messages", "--language"]
    option = click.Option(
        names, metavar="CODE", expose_value=False, callback=_choose, help="Speak de, da, nb or en."
    )
    if all(known.name != option.name for known in command.params):
        command.params.append(option)
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        messages_option(below)


def today_option(verb: str) -> Callable[..., Any]:
    """Return the option `--today` of a command: `Check for this day, 2026-09-01.`"""
    return click.option("--today", metavar="DATE", help=f"{verb} for this day, 2026-09-01.")


def format_option(*forms: str) -> Callable[..., Any]:
    """Return the option `--format`; the first form is the usual one."""
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


def refuse_empty(checked: Checked) -> None:
    """Raise `UsageError` when there is nothing to work on: a check of nothing must not look like success."""
    if not checked.files and not checked.findings:
        raise UsageError("there is nothing to check: content/ and sites/ are empty")


def below(findings: Sequence[Finding], paths: Sequence[Path], where: PortalPaths) -> tuple[Finding, ...]:
    """Return the findings in these files and folders; all of them when none is named.

    Raises `UsageError` for what is not there, is not in the portal, or holds no file that is checked.
    """
    if not paths:
        return tuple(findings)
    wanted = []
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError("there is no {path}", path=path)
        place = _place_of(path, where)
        if not place.is_relative_to(where.root):
            raise UsageError("{path} is not in this portal, {portal}", path=path, portal=where.root)
        wanted.append(place)
    if not any(_holds_sources(path, where) for path in wanted) and not _hold_settings(wanted, where):
        raise UsageError(
            "no files matched: what is checked lies in content/, sites/ and theme/, and in mkdocs.yml",
            "name such files or folders, or hooks and inherited files that mkdocs.yml names",
        )
    return tuple(
        finding
        for finding in findings
        if any(place.is_relative_to(path) for place in _places_of(finding, where) for path in wanted)
    )


def _place_of(path: Path, where: PortalPaths) -> Path:
    """Where a path leads; `mkdocs.yml` is itself, and may be a link to a file elsewhere, or to nothing."""
    itself = path.parent.resolve() / path.name
    return path.resolve() if itself != where.settings and path.exists() else itself


def _places_of(finding: Finding, where: PortalPaths) -> tuple[Path, ...]:
    """Where a finding is; what is wrong in a hook, or an inherited file, is wrong with `mkdocs.yml`, too."""
    from generator.engine.settings import is_of_settings

    place = _place_of(where.root / finding.position.file, where)
    return (place, where.settings) if is_of_settings(finding) else (place,)


def _hold_settings(paths: Sequence[Path], where: PortalPaths) -> bool:
    """Whether one of the files and folders is, or holds, a file that belongs to `mkdocs.yml`."""
    from generator.engine.inherited import named_files

    return any(file.is_relative_to(path) for file in named_files(where.settings) for path in paths)


def _holds_sources(path: Path, where: PortalPaths) -> bool:
    """Whether a file or folder is, or holds, something that is checked."""
    if where.mkdocs.is_relative_to(path):
        return True
    for folder in (where.content, where.sites, where.root / "theme"):
        start = path if path.is_relative_to(folder) else folder if folder.is_relative_to(path) else None
        if start and (start.is_file() or any(not below.is_dir() for below in start.rglob("*"))):
            return True
    return False
