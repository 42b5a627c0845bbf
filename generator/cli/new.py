"""`portal new`: a record, a translation or a site to fill in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

import click

from generator.cli.asking import ask_for, ask_name, can_ask
from generator.cli.common import portal_of, words_of
from generator.console.words import Words
from generator.diagnostics import Phrase
from generator.errors import UsageError
from generator.load.loader import load
from generator.load.names import check_id
from generator.model.build import build_catalog
from generator.model.catalog import Catalog
from generator.model.fields import tables
from generator.model.fields.problem import PLACEHOLDER, advice_on
from generator.paths import PortalPaths
from generator.scaffold.defaults import narrowed, with_defaults
from generator.scaffold.ids import free_id, id_from
from generator.scaffold.known import known_ids
from generator.scaffold.overlay import overlay_path, overlay_text
from generator.scaffold.record import record_path, record_text
from generator.scaffold.site import site_pages
from generator.scaffold.values import Known, read_settings
from generator.scaffold.write import refuse_existing, write_new
from generator.schema.fields import keys_of_kind
from generator.schema.files import STEMS, kind_called

_TRANSLATION = "translation"
_NAMED = ("title", "headline", "job_title", "name")
_FIRST = ("programme", "programmes", "language", "country")
"""Keys from whose values others follow."""


@dataclass(frozen=True, slots=True)
class _Portal:
    where: PortalPaths
    catalog: Catalog
    words: Words
    today: date
    dry_run: bool


@click.command("new")
@click.argument("kind")
@click.argument("id", required=False)
@click.argument("target", required=False, metavar="[LANGUAGE]")
@click.option("--name", help="What it is called; of a coordinator the role. The id is made from it.")
@click.option("--programme", metavar="ID", help="The programme to which it belongs.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="A value; may be given again.")
@click.option("--language", metavar="CODE", help="The language in which you write.")
@click.option(
    "--site", metavar="ID", help="Take language, country, time zone and organisation from this site."
)
@click.option("--dry-run", is_flag=True, help="Print what would be written.")
@click.pass_context
def command(
    context: click.Context,
    kind: str,
    id: str | None,
    target: str | None,
    name: str | None,
    programme: str | None,
    settings: tuple[str, ...],
    language: str | None,
    site: str | None,
    dry_run: bool,
) -> None:
    """Write a new record of this KIND to fill in, with comments that explain it.

    KIND is programme, organisation, coordinator, place, call, guide, story, testimonial, media, vocabulary, site or
    translation.

    \b
    portal new coordinator odense          content/coordinators/odense.yml
    portal new call --programme bridge --name "Mentors, spring 2027"
    portal new translation programmes/bridge en
    portal new site mentoring-odense       sites/mentoring-odense/site.yml and its pages
    """
    where, clock = portal_of(context, None)
    loaded = load(where)
    catalog, _ = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    portal = _Portal(where, catalog, words_of(context), clock.today, dry_run)
    if kind == _TRANSLATION:
        _translation(portal, id, target or language)
        return
    found = kind_called(kind)
    if found is None:
        kinds = (*STEMS.values(), _TRANSLATION)
        raise UsageError(
            "there is no kind '{kind}': {options}",
            advice_on(kind, kinds),
            kind=kind,
            options=", ".join(kinds),
        )
    if target is not None:
        raise UsageError(
            "'{target}' is one word too many", "a value goes into --set key=value", target=target
        )
    given = [f"language={language}"] * (language is not None) + _programme(found, programme)
    _record(portal, found, id, name, (*given, *settings), site)


def _programme(kind: str, id: str | None) -> list[str]:
    if id is None:
        return []
    names = [key.name for key in keys_of_kind(kind) if key.name in ("programme", "programmes")]
    if not names:
        raise UsageError("a {kind} names no programme", "leave out --programme", kind=STEMS[kind])
    return [f"{names[0]}={id}"]


def _record(
    portal: _Portal, kind: str, id: str | None, name: str | None, settings: tuple[str, ...], site: str | None
) -> None:
    known: Known = known_ids(portal.catalog)
    asks = can_ask() and not portal.dry_run
    if id is None and name is None:
        if not asks:
            raise UsageError("an ID or --name is missing", "portal new {kind} ID", kind=STEMS[kind])
        name = ask_name(portal.words)
    naming = _naming(kind)
    settings = ((f"{naming}={name}",) if name and naming else ()) + settings
    first = [setting for setting in settings if setting.partition("=")[0].strip() in _FIRST]
    values = with_defaults(kind, read_settings(kind, first, known), portal.catalog, site)
    values = read_settings(kind, settings, known, values)
    known = narrowed(kind, values, known, portal.catalog, portal.today)
    id = _id(portal, kind, id, name or "")
    refuse_existing(portal.where.root, {record_path(kind, id): ""})
    if asks:
        values = ask_for(kind, values, known, portal.catalog, portal.words)
    pages = site_pages(id) if kind == "sites" else {}
    _write(portal, {record_path(kind, id): record_text(kind, id, values, known), **pages})


def _naming(kind: str) -> str:
    """Return the key that says what a record is called; of a coordinator the role: a name makes no address."""
    names = [key.name for key in keys_of_kind(kind)]
    wanted = ("role",) if kind == "coordinators" else _NAMED
    return next((name for name in wanted if name in names), "")


def _id(portal: _Portal, kind: str, id: str | None, name: str) -> str:
    root = portal.where.root
    taken = {*portal.catalog.ids(kind)}
    if id is None:
        wanted = id_from(name, STEMS[kind])
        return free_id(
            wanted, taken | ({wanted} if os.path.lexists(root / record_path(kind, wanted)) else set())
        )
    if check_id(id) is not None:
        better = free_id(id_from(id, STEMS[kind]), taken)
        raise UsageError(
            "'{id}' cannot be an id: small letters a–z, digits and single hyphens",
            "use {better}",
            id=id,
            better=better,
        )
    if id in taken or os.path.lexists(root / record_path(kind, id)):
        raise UsageError(
            "{file} exists already; nothing was written",
            "the next free id is {better}",
            file=record_path(kind, id),
            better=free_id(id, {*taken, id}),
        )
    return id


def _translation(portal: _Portal, record: str | None, language: str | None) -> None:
    if record is None or language is None:
        raise UsageError("a record and a language are missing", "portal new translation programmes/ID en")
    if not tables.is_language(language):
        nearest = tables.nearest_language(language)
        raise UsageError(
            "'{language}' is not a language code",
            Phrase("did you mean {suggestion}?", {"suggestion": nearest}) if nearest else "",
            language=language,
        )
    parts = PurePosixPath(record.removesuffix(".yml").removesuffix("/site")).parts
    kind = kind_called(parts[-2]) if len(parts) > 1 else None
    document = portal.catalog.documents.get((kind or "", parts[-1] if parts else ""))
    if document is None:
        ids = [f"{found}/{id}" for found, id in portal.catalog.documents]
        same = (
            sorted(found for found in ids if found.partition("/")[2] == parts[-1:][0])
            if len(parts) == 1
            else []
        )
        advice = (
            Phrase("did you mean {suggestion}?", {"suggestion": same[0]}) if same else advice_on(record, ids)
        )
        raise UsageError("there is no record '{record}'", advice, record=record)
    own = next((entry.value for entry in document.root.entries if entry.key == "language"), None)
    if getattr(own, "text", "en") == language:
        raise UsageError(
            "{file} is written in {language} itself",
            "choose another language",
            file=document.file,
            language=language,
        )
    text = overlay_text(document, language)
    if not text:
        raise UsageError(
            "{file} has no text left to translate into {language}", file=document.file, language=language
        )
    _write(portal, {overlay_path(document, language): text})


def _write(portal: _Portal, files: dict[str, str]) -> None:
    refuse_existing(portal.where.root, files)
    if portal.dry_run:
        for name, text in files.items():
            click.echo(f"--- {name}")
            click.echo(text, nl=False)
        return
    write_new(portal.where.root, files)
    for name in files:
        click.echo(portal.words.say("wrote {file}", file=name))
    left = sum(line.strip("- ").endswith(PLACEHOLDER) for text in files.values() for line in text.split("\n"))
    left += sum(f"\n{PLACEHOLDER}: " in text for text in files.values())
    if left:
        said = portal.words.number_of(
            left, "{n} value is still to be written", "{n} values are still to be written"
        )
        click.echo(portal.words.say("{said}; `portal check` names them", said=said))
