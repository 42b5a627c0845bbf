"""What stands at old addresses: `_redirects` for hosts that know it, and a small page for all others.

Takes a plan and the theme; returns output paths with their bytes. Hosts that read `_redirects` (Netlify, Cloudflare
Pages) answer 301; on plain hosts the page sends readers on at once, and has a link for those whose browser does not.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from generator.plan.routes import ASSETS
from generator.plan.site_plan import PlannedRedirect, SitePlan
from generator.render.environment import render
from generator.render.html import page_title
from generator.render.policy import PAGE_POLICY
from generator.render.voice import Voice
from generator.text.locales import direction
from generator.text.messages import Messages, load_messages

TEMPLATE = "moved.html"
FILE = "_redirects"


def redirect_files(plan: SitePlan, theme: Path) -> dict[str, bytes]:
    """Return `_redirects` and the pages at old addresses; nothing when there are none."""
    if not plan.redirects:
        return {}
    files = {FILE: redirects_file(plan)}
    messages = {language: load_messages(theme, language) for language in plan.languages}
    for redirect in plan.redirects:
        path = plan.addresses.path(redirect.language, redirect.route)
        files[path] = _page(plan, redirect, messages[redirect.language], theme)
    return files


def redirects_file(plan: SitePlan) -> bytes:
    """Return one line per old address: `/old/ /new/ 301`, as the host sees them."""
    base = urlsplit(plan.addresses.base).path
    lines = []
    for redirect in plan.redirects:
        old = f"{plan.addresses.folder(redirect.language)}{redirect.route}"
        new = f"{plan.addresses.folder(redirect.target.language)}{redirect.target.route}"
        lines.append(f"{base}{old} {base}{new} 301\n")
    return "".join(lines).encode()


def _page(plan: SitePlan, redirect: PlannedRedirect, messages: Messages, theme: Path) -> bytes:
    addresses, target = plan.addresses, redirect.target
    voice = Voice(plan, target, messages)
    context: dict[str, object] = {
        "language": redirect.language,
        "direction": direction(redirect.language),
        "policy": PAGE_POLICY,
        "canonical": plan.canonical(target),
        "way": addresses.to_route(redirect.language, redirect.route, target.language, target.route),
        "style": addresses.relative(redirect.language, redirect.route, f"{ASSETS}portal.css"),
        "title": page_title(voice),
    }
    return str(render(theme, TEMPLATE, context, {"_": voice.say})).encode()
