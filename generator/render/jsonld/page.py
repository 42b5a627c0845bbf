"""Which nodes a page has, and the data block with all of them.

Takes a voice and the page's trail; returns markup for the head. Only what the page shows to people, or what an
organisation says of itself, is stated. Types that search engines have dropped (FAQPage, HowTo) are not here.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.statement import AccessibilityStatement
from generator.model.story import Story
from generator.render.jsonld.article import article, learning_resource
from generator.render.jsonld.breadcrumbs import Trail, breadcrumbs
from generator.render.jsonld.event import events
from generator.render.jsonld.node import Node, node, script, unique
from generator.render.jsonld.organisation import organisation_reference, organisations
from generator.render.jsonld.parts import words
from generator.render.jsonld.place import place
from generator.render.jsonld.programme import programme
from generator.render.views.calls import contact_of
from generator.render.views.people import answering
from generator.render.voice import Voice


def data_block(voice: Voice, trail: Trail) -> Markup:
    """Return the page's data as one `<script>`; empty on the 404 page, which has no address of its own."""
    if voice.page.kind == "not-found":
        return Markup()
    return script(unique((*_nodes(voice), *breadcrumbs(trail))))


def _nodes(voice: Voice) -> Iterator[Node]:
    record, view = voice.page.record, voice.plan.view
    if isinstance(record, Programme):
        yield programme(voice, record)
        serving = [found for found in view.of(Coordinator) if record.id in found.programmes]
        contact = view.get(Coordinator, record.contact)
        yield from organisations(voice, (record.organisation,), _once(serving, contact))
    elif isinstance(record, Place):
        yield place(voice, record)
        yield from organisations(voice, (), answering(voice, record))
    elif isinstance(record, Call):
        yield from _call(voice, record)
    elif isinstance(record, Guide):
        yield learning_resource(voice, record)
        yield from organisations(voice, (view.site.organisation,))
    elif isinstance(record, Story):
        yield article(voice, record)
        yield from organisations(voice, (view.site.organisation,))
    elif voice.page.kind == "home":
        yield from _home(voice)
    elif voice.page.kind == "coordinators":
        yield from organisations(voice, (), view.of(Coordinator))
    elif voice.page.kind == "accessibility" and view.site.accessibility:
        yield _statement(voice, view.site.accessibility)


def _call(voice: Voice, call: Call) -> Iterator[Node]:
    """The meetings, who holds them, and whom to ask."""
    found = voice.plan.view.get(Programme, call.programme)
    yield from events(voice, call)
    yield from organisations(voice, (found.organisation,) if found else (), contact_of(voice, call))


def _statement(voice: Voice, statement: AccessibilityStatement) -> Node:
    """The page itself: schema.org has no word for a statement of this kind."""
    address = voice.plan.addresses.absolute(voice.language, voice.page.route)
    return node(
        "WebPage",
        address,
        name=voice.say("Accessibility statement"),
        url=address,
        inLanguage=voice.language,
        dateModified=(statement.reviewed_on or statement.prepared_on).isoformat(),
        publisher=organisation_reference(voice, voice.plan.view.site.organisation),
    )


def _home(voice: Voice) -> Iterator[Node]:
    view = voice.plan.view
    yield node(
        "WebSite",
        f"{voice.plan.addresses.base}#website",
        name=words(voice, view.site.name),
        description=words(voice, view.site.summary),
        url=voice.plan.addresses.absolute(voice.language, voice.page.route),
        inLanguage=voice.language,
        publisher=organisation_reference(voice, view.site.organisation),
    )
    contact = view.get(Coordinator, view.site.contact)
    yield from organisations(voice, (view.site.organisation,), _once([], contact))


def _once(found: list[Coordinator], contact: Coordinator | None) -> list[Coordinator]:
    return found if contact is None or contact in found else [*found, contact]
