"""`portal schema`: what editors' programs need to know of the records."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from generator.cli.common import portal_of, words_of
from generator.console.words import Words
from generator.errors import UsageError
from generator.load.discover import discover
from generator.load.loader import load
from generator.model.build import build_catalog
from generator.model.fields.problem import advice_on
from generator.paths import PortalPaths, is_inside
from generator.scaffold.known import known_ids
from generator.scaffold.write import write_made, write_new
from generator.schema.files import (
    FOLDER,
    STEMS,
    kind_called,
    schema_files,
    schema_text,
    vscode_settings,
    with_modeline,
)
from generator.schema.record import Ids

_SETTINGS = ".vscode/settings.json"


@click.command("schema")
@click.argument("kind", required=False)
@click.option("--translation", is_flag=True, help="The schema of the KIND's translation files.")
@click.option("--output", type=click.Path(path_type=Path), help="Where all schemas go.  [schemas]")
@click.option("--with-ids", is_flag=True, help="Suggest the ids of this portal's records, too.")
@click.option("--reference", is_flag=True, help="Also name the schema in the first line of every YAML file.")
@click.pass_context
def command(
    context: click.Context,
    kind: str | None,
    translation: bool,
    output: Path | None,
    with_ids: bool,
    reference: bool,
) -> None:
    """Print the JSON Schema of one KIND, or write those of all kinds into the portal.

    Editors' programs such as VS Code with the YAML extension then explain keys, complete them, and mark mistakes.
    """
    if kind is not None:
        found = kind_called(kind)
        if found is None:
            raise UsageError("there is no kind '{kind}'", advice_on(kind, STEMS.values()), kind=kind)
        if output is not None or reference:
            raise UsageError("--output and --reference are for the schemas of all kinds", "leave out KIND")
        ids = _ids(portal_of(context, None)[0]) if with_ids else None
        click.echo(schema_text(found, translation=translation, ids=ids), nl=False)
        return
    if translation:
        raise UsageError("--translation needs a KIND", "one of: {options}", options=", ".join(STEMS.values()))
    where, _ = portal_of(context, None)
    _write_all(
        where, output, reference=reference, ids=_ids(where) if with_ids else None, words=words_of(context)
    )


def _ids(where: PortalPaths) -> Ids:
    loaded = load(where)
    catalog, _ = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    return known_ids(catalog)


def _write_all(
    where: PortalPaths, output: Path | None, *, reference: bool, ids: Ids | None, words: Words
) -> None:
    folder = (output or where.root / FOLDER).absolute()
    files = schema_files(ids)
    changed = write_made(folder, files)
    said = words.say(
        "{schemas} in {folder}: {changed} written, {unchanged} unchanged",
        schemas=words.number_of(len(files), "{n} schema", "{n} schemas"),
        folder=where.shown(folder),
        changed=len(changed),
        unchanged=len(files) - len(changed),
    )
    click.echo(said)
    if not reference:
        return
    if folder == where.root or not is_inside(where.root, folder):
        raise UsageError(
            "files can only name schemas inside the portal", "leave out --output, or --reference"
        )
    shown = where.shown(folder)
    touched = _reference(where, shown)
    if not (where.root / _SETTINGS).exists():
        write_new(where.root, {_SETTINGS: vscode_settings(shown)})
        click.echo(words.say("{file} written", file=_SETTINGS))
    click.echo(
        words.say(
            "{files} now name their schema in the first line",
            files=words.number_of(touched, "{n} file", "{n} files"),
        )
    )


def _reference(where: PortalPaths, folder: str) -> int:
    """Name the schema in the first line of every record and translation; return how many files changed."""
    changed = {}
    for source in discover(where).sources:
        name = where.shown(Path(source.path))
        try:
            text = Path(source.path).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            continue  # `portal check` says what is wrong with it
        referring = with_modeline(text, PurePosixPath(name), folder)
        if referring != text:
            changed[name] = referring
    return len(write_made(where.root, changed))
