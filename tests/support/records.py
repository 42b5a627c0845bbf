"""Records for tests, written as YAML strings: strings in, documents, catalogs, views and plans out. No disk.

Files are named as in a portal without the folder `content/`: `programmes/bro.yml`, `programmes/bro.da.yml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.diagnostics import Finding
from generator.load.document import Document
from generator.load.files import PageFile
from generator.load.node import Mapping as Node
from generator.load.overlay import merge
from generator.load.pages import PageDocument, read_page
from generator.load.yaml_text import parse
from generator.model.build import build_catalog
from generator.model.catalog import Catalog
from generator.model.site import Site
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.select.view import SiteView, select

DAY = date(2026, 11, 21)

PROGRAMME = """\
name: Bridge
summary: Mentors for newcomers.
description: A mentor helps.
organisation: association
roles: {mentor: {}, mentee: {}}
"""
ORGANISATION = "name: Association\ncountry: DK\n"
COORDINATOR = """\
role: Coordinator
country: DK
organisation: association
programmes: [bridge]
languages: [da]
"""
PLACE = "name: Odense\nplace_type: city\ncountry: DK\n"
CALL = """\
programme: bridge
role: mentor
name: Mentors
summary: Wanted.
timezone: Europe/Copenhagen
opens_on: 2026-11-01
closes_on: 2026-12-01
apply: {}
"""
GUIDE = "title: First steps\naudience: mentor\nsummary: How to begin.\n"
STORY = (
    "headline: A year\nsummary: It helped.\ndate_published: 2026-09-01\nprogramme: bridge\nbody: We met.\n"
)
TESTIMONIAL = """\
quotation: It helped.
job_title: Mentor
programme: bridge
consent: {basis: consent, scope: [quotation], given_on: 2026-01-01}
"""
MEDIA = "file: picture.png\n"
VOCABULARY = "terms: []\n"
SITE = """\
name: Portal
summary: Find a mentor.
organisation: association
url: https://portal.example.org/
languages: [en]
jurisdiction: DK
timezone: Europe/Copenhagen
select: [{all: true}]
brand: {colour: "#0b5c7a"}
"""

MINIMAL: Mapping[str, str] = {
    "programmes": PROGRAMME,
    "organisations": ORGANISATION,
    "coordinators": COORDINATOR,
    "places": PLACE,
    "calls": CALL,
    "guides": GUIDE,
    "stories": STORY,
    "testimonials": TESTIMONIAL,
    "media": MEDIA,
    "vocabulary": VOCABULARY,
    "sites": SITE,
}
"""The fewest keys that each kind of record needs, in English."""


def changed(base: str, **keys: str | None) -> str:
    """Return a record with top-level keys replaced, added or, with `None`, left out; values are YAML flow."""
    kept = [line for line in base.splitlines() if line.partition(":")[0] not in keys]
    new = [f"{key}: {value}" for key, value in keys.items() if value is not None]
    return "".join(f"{line}\n" for line in [*kept, *new])


def tree(text: str, file: str) -> Node:
    """Return the map in a YAML text, which must be fit to load."""
    root, findings = parse(text.encode(), file)
    assert root is not None, findings
    return root


def document(kind: str, id: str, text: str, **overlays: str) -> Document:
    """Return a record with its translations joined, which must fit."""
    file = f"content/{kind}/{id}.yml"
    layers = [(code, tree(words, f"content/{kind}/{id}.{code}.yml")) for code, words in overlays.items()]
    root, findings = merge(tree(text, file), layers)
    assert findings == ()
    return Document(kind, id, file, root)


def documents(files: Mapping[str, str]) -> list[Document]:
    """Return the records of several files; overlays by the language in their name."""
    overlays: dict[str, dict[str, str]] = {}
    bases: dict[str, str] = {}
    for name, text in files.items():
        stem, _, language = name.removesuffix(".yml").partition(".")
        if language:
            overlays.setdefault(stem, {})[language] = text
        else:
            bases[stem] = text
    return [document(*stem.split("/"), text, **overlays.get(stem, {})) for stem, text in bases.items()]


def page(site: str, name: str, text: str, language: str | None = None) -> PageDocument:
    """Return one of a site's own pages in one language."""
    suffix = f".{language}" if language else ""
    shown = f"sites/{site}/pages/{name}{suffix}.md"
    found, findings = read_page(PageFile(site, name, language, Path(shown), shown), text.encode())
    assert found is not None, findings
    return found


def findings_of(kind: str, text: str, **overlays: str) -> tuple[Finding, ...]:
    """Return what the model says about one record called `record`."""
    return build_catalog([document(kind, "record", text, **overlays)], ())[1]


def catalog_of(files: Mapping[str, str], pages: tuple[PageDocument, ...] = ()) -> Catalog:
    """Return the catalog of several files, which must be right."""
    catalog, findings = build_catalog(documents(files), pages)
    assert findings == (), [(str(found.position), found.text) for found in findings]
    return catalog


def view_of(catalog: Catalog, site: str = "portal", today: date = DAY) -> SiteView:
    """Return what a site selects on a day."""
    record = catalog.get(Site, site)
    assert record is not None
    return select(catalog, record, today)


def plan_of(catalog: Catalog, site: str = "portal", only: tuple[str, ...] = ()) -> SitePlan:
    """Return a site's plan, in which nothing may collide."""
    plan, findings = plan_site(view_of(catalog, site), only)
    assert findings == ()
    return plan
