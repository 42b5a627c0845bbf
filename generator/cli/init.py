"""`portal init`: a new portal."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import words_of
from generator.errors import UsageError
from generator.scaffold.ci import SERVICES, ci_files
from generator.scaffold.portal import portal_files
from generator.scaffold.write import write_new


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--ci",
    "service",
    type=click.Choice([*SERVICES, "none"]),
    default="none",
    show_default=True,
    help="Add files that check and publish the portal on this service.",
)
@click.pass_context
def command(context: click.Context, folder: Path, service: str) -> None:
    """Make a new portal in the folder DIR: sample records, one website, settings for editors' programs."""
    root = folder.absolute()
    if root.exists() and not root.is_dir():
        raise UsageError("{folder} is a file", "name a folder", folder=folder)
    for name in ("content", "sites"):
        if (root / name).exists():
            raise UsageError(
                "{folder} is a portal already: it has {name}/",
                "name another folder",
                folder=folder,
                name=name,
            )
    files = portal_files() | ({} if service == "none" else ci_files(service))
    write_new(root, files)
    words = words_of(context)
    said = words.number_of(len(files), "{n} file", "{n} files")
    click.echo(words.say("made a portal of {files} in {folder}", files=said, folder=folder))
    click.echo(
        words.say("next: cd {folder}; portal check; portal build; README.md says how to go on", folder=folder)
    )
