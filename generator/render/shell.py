"""What stands around every page: navigation, breadcrumbs, languages, notice, footer.

Takes a voice and the page's title; returns the mapping that the shell's templates read
as `portal`; its keys are the engine's contract (`engine.view`). Addresses begin with slots (`voice`).
"""

from __future__ import annotations

from generator.history.texts import PAGES
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation
from generator.model.site import SitePage
from generator.model.state import may_tell
from generator.plan.navigation import LEGAL, own_page
from generator.plan.routes import ACCESSIBILITY, ASSETS, CREDITS, HOME, news_route, page_route, section_route
from generator.plan.site_plan import NavigationItem
from generator.render.fonts import preload_fonts
from generator.render.jsonld.page import data_block
from generator.render.jsonld.parts import picture_address
from generator.render.opengraph import open_graph, shared_picture
from generator.render.policy import PAGE_POLICY
from generator.render.search_field import search_field
from generator.render.voice import TextView, Voice
from generator.text.locales import direction, language_name, native_name
from generator.text.messages import mark
from generator.text.slots import ROUTE

SECTION_TITLES = {
    "programmes": mark("Programmes"),
    "places": mark("Places"),
    "coordinators": mark("Coordinators"),
    "calls": mark("Recruitment calls"),
    "guides": mark("Guides"),
    "stories": mark("Stories"),
}
"""The usual title of each section: a message of the catalogue."""
_ASKS_ITS_ADDRESS = ("coordinators", "programmes")
"""Pages that a script narrows down to what the address says: they are not shown before it has done so."""
_LEGAL_WORDS = {
    "imprint": mark("Imprint"),
    "privacy": mark("Privacy"),
    "accessibility": mark("Accessibility"),
}


def shell_labels(voice: Voice) -> dict[str, str]:
    """Return the shell's own words."""
    words = {
        "skip": mark("Skip to content"),
        "menu": mark("Menu"),
        "language": mark("Language"),
        "search": mark("Search"),
        "navigation": mark("Main navigation"),
        "breadcrumbs": mark("You are here"),
        "close": mark("Close"),
    }
    return {key: voice.say(word) for key, word in words.items()}


def shell_view(voice: Voice, title: TextView | str) -> dict[str, object]:
    """Return everything around the page."""
    plan, page = voice.plan, voice.page
    trail, shared = _trail(voice, str(title)), shared_picture(voice)
    is_error = page.kind == "not-found"
    alternates = {} if is_error or page.is_fallback else plan.alternates(page.route)
    written = tuple(alternates) if len(alternates) > 1 else ()
    hidden = plan.view.site.status == "hidden" or is_error or page.is_fallback
    return {
        **voice.once(_standing),
        "navigation": voice.once(_navigation, _opened(voice)),
        "breadcrumbs": _breadcrumbs(voice, trail, title),
        "alternates": voice.once(_alternates, _shown(voice), written),
        "canonical": "" if is_error else plan.canonical(page),
        "x_default": alternates[written[0]] if written else "",
        "robots": "noindex" if hidden else "",
        "content_language": page.language,
        "content_direction": direction(page.language),
        "notice": _notice(voice),
        "head": data_block(voice, _absolute(voice, trail)),
        "image": picture_address(voice, shared.id if shared else None),
        "social": open_graph(voice, shared),
        "waits": page.kind in _ASKS_ITS_ADDRESS,
    }


def _standing(voice: Voice) -> dict[str, object]:
    """What stands around every page of the language alike."""
    return {
        "home_url": voice.to(HOME),
        "logo": _logo(voice),
        "icon": voice.to_file(f"{ASSETS}icon.svg"),
        "style": voice.to_file(f"{ASSETS}portal.css"),
        "script": voice.to_file(f"{ASSETS}portal.js"),
        "fonts": tuple(voice.to_file(path) for path in preload_fonts(voice.language)),
        "feeds": _feeds(voice),
        "footer": _footer(voice),
        "search": search_field(voice),
        "policy": PAGE_POLICY,
    }


def _opened(voice: Voice) -> tuple[tuple[bool, bool], ...]:
    """For each entry of the navigation: whether the page is below it, and whether it is the page."""
    page = voice.page
    return tuple(
        (page.route.startswith(item.route) and page.kind != "not-found", page.route == item.route)
        for item in voice.plan.navigation
    )


def _navigation(voice: Voice, opened: tuple[tuple[bool, bool], ...]) -> list[dict[str, object]]:
    return [
        {**_named(_title(voice, item)), "url": voice.to(item.route), "active": active, "current": current}
        for item, (active, current) in zip(voice.plan.navigation, opened, strict=True)
        if voice.has(item.route)
    ]


def _title(voice: Voice, item: NavigationItem) -> TextView | str:
    return voice.text(item.title) if item.title else voice.say(SECTION_TITLES[str(item.section)])


def _trail(voice: Voice, title: str) -> list[tuple[str, str]]:
    """The names and routes from home to this page; nothing on the home page."""
    route = voice.page.route
    if route == HOME:
        return []
    trail = [(voice.say("Home"), HOME)]
    section = route.partition("/")[0]
    parent = section_route(section)
    if section in SECTION_TITLES and route != parent and voice.has(parent):
        trail.append((voice.say(SECTION_TITLES[section]), parent))
    return [*trail, (title, route)]


def _breadcrumbs(
    voice: Voice, trail: list[tuple[str, str]], title: TextView | str
) -> list[dict[str, object]]:
    shown: list[dict[str, object]] = [{"title": name, "url": voice.to(route)} for name, route in trail[:-1]]
    return [*shown, _named(title)] if trail else []


def _named(title: TextView | str) -> dict[str, object]:
    """A title for the shell, with its language and direction where it had to fall back."""
    if isinstance(title, TextView) and title.is_fallback:
        return {"title": str(title), "language": title.language, "direction": direction(title.language)}
    return {"title": str(title)}


def _absolute(voice: Voice, trail: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The trail for machines: full addresses, the last one that under which the page should be known."""
    plan, language = voice.plan, voice.language
    full = [(name, plan.addresses.absolute(language, route)) for name, route in trail]
    return [*full[:-1], *((name, plan.canonical(voice.page)) for name, _ in full[-1:])]


def _shown(voice: Voice) -> tuple[str | None, ...]:
    """For each language of the site, in which the page is shown there; `None` where it is not there."""
    there = (voice.plan.page(language, voice.page.route) for language in voice.plan.languages)
    return tuple(found.content_language if found else None for found in there)


def _alternates(
    voice: Voice, shown: tuple[str | None, ...], written: tuple[str, ...]
) -> list[dict[str, object]]:
    """The same page in every language, else the home page. Those in which it is really `written` are announced."""
    return [
        _alternate(voice, language, found, language in written)
        for language, found in zip(voice.plan.languages, shown, strict=True)
    ]


def _alternate(voice: Voice, language: str, shown: str | None, is_announced: bool) -> dict[str, object]:
    route = HOME if shown is None else ROUTE
    other = shown if shown and shown != language else ""
    return {
        "language": language,
        "name": native_name(language),
        "direction": direction(language),
        "shown": other,
        "shown_name": native_name(other) if other else "",
        "shown_direction": direction(other) if other else "",
        "url": voice.to_language(language, route),
        "absolute": voice.plan.addresses.absolute(language, route),
        "current": language == voice.language,
        "hreflang": is_announced,
    }


def _notice(voice: Voice) -> str:
    page = voice.page
    if not page.is_fallback:
        return _outdated_notice(voice)
    return voice.say(
        "This page is not available in {language}. You are reading it in {source_language}.",
        language=language_name(page.language, page.language),
        source_language=language_name(page.content_language, page.language),
    )


def _outdated_notice(voice: Voice) -> str:
    """From which day the translation of the page's record is, where its source was changed after it."""
    record = voice.page.record
    if record is None:
        return ""
    key = (PAGES, f"{record.site}/{record.name}") if isinstance(record, SitePage) else record.key
    since = voice.plan.outdated.since.get((key, voice.language))
    if since is None:
        return ""
    return voice.say(
        "Part of this page was last translated on {date}. The original text has been changed since.",
        date=voice.date(since),
    )


def _feeds(voice: Voice) -> list[dict[str, str]]:
    """The news feeds of the language, for readers' programs to find."""
    return [
        {
            "title": voice.say(SECTION_TITLES[section]),
            "url": voice.to(news_route(section)),
            "type": "application/atom+xml",
        }
        for section in ("calls", "stories")
        if voice.has(section_route(section))
    ]


def _logo(voice: Voice) -> dict[str, object] | None:
    media = next(
        (found for found in voice.plan.pictures if found.id == voice.plan.view.site.brand.logo), None
    )
    if media is None:
        return None
    usual, sharp = voice.pictures.of(media).logos
    srcset = f"{voice.to_file(sharp.path)} 2x" if sharp != usual else ""
    size = {"width": usual.width or "", "height": usual.height or ""}
    return {"url": voice.to_file(usual.path), "srcset": srcset, "alt": "", **size}


def _footer(voice: Voice) -> dict[str, object]:
    site = voice.plan.view.site
    organisation = voice.plan.view.get(Organisation, site.organisation)
    name = voice.text(organisation.name if organisation else site.name)
    return {
        "contact_title": voice.say("Contact"),
        "contact": _contact_links(voice),
        "legal": _legal_links(voice),
        "network_title": voice.say("Published by"),
        "network": [{**_named(name), "url": (organisation.website or "") if organisation else ""}],
        "text": "",
        "note": "",
    }


def _contact_links(voice: Voice) -> list[dict[str, object]]:
    contact = voice.plan.view.get(Coordinator, voice.plan.view.site.contact)
    links: list[dict[str, object]] = []
    if contact and contact.email and may_tell(contact, "email"):
        links.append({"title": contact.email, "url": f"mailto:{contact.email}"})
    if contact and may_tell(contact, "phone"):
        links += [{"title": phone.number.international, "url": phone.number.uri} for phone in contact.phones]
    if voice.has(section_route("coordinators")):
        links.append(
            {"title": voice.say("Find your coordinator"), "url": voice.to(section_route("coordinators"))}
        )
    return links


def _legal_links(voice: Voice) -> list[dict[str, object]]:
    """The statement on a central service is the one that counts; a page beside it has a link of its own."""
    legal = voice.plan.view.site.legal
    official = legal.accessibility_url or ""
    links: list[dict[str, object]] = []
    for name in LEGAL:
        is_statement = name == "accessibility"
        if is_statement and official:
            links.append({"title": voice.say("Accessibility statement"), "url": official})
        page = own_page(voice.plan.view, getattr(legal, name))
        if is_statement and voice.plan.view.site.accessibility:
            title = voice.say(_LEGAL_WORDS[name]) if official else voice.say("Accessibility statement")
            links.append({"title": title, "url": voice.to(ACCESSIBILITY)})
        elif page is not None and voice.has(page_route(page.name)):
            links.append({"title": voice.say(_LEGAL_WORDS[name]), "url": voice.to(page_route(page.name))})
    if voice.has(CREDITS):
        links.append({"title": voice.say("Picture credits"), "url": voice.to(CREDITS)})
    return links
