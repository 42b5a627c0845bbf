"""What needs a person as one page for the whole network: HTML that needs nothing else, with a style of its own.

Takes an `Overview` and words, returns the bytes of the page. No script, no picture, no address of another host.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.console.safe import plain
from generator.console.status import TERMS, day_of, headline, next_of, say, texts_of, title_of
from generator.console.words import Words
from generator.status.item import Item, Overview
from generator.text.locales import direction

NAME = "status.html"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
ul { list-style: none; padding: 0; }
li { border-inline-start: 0.25rem solid; margin-block: 0.75rem; padding-inline-start: 0.75rem; }
p { margin: 0; overflow-wrap: anywhere; }
h2 { margin-block: 2rem 0.5rem; }
"""


def status_page(overview: Overview, words: Words) -> bytes:
    """Return the page."""
    title = words.say("What needs a person")
    sections = [
        _section(words.say(name), [_item(item, words) for item in overview.of(term)])
        for term, name in TERMS.items()
    ]
    texts = [_paragraph(texts_of(row, words, plain)) for row in overview.texts]
    texts += [_paragraph(plain(words.phrase(note))) for note in overview.notes]
    following = [
        _paragraph(plain(next_of(site, change, words))) for site, change in overview.next_changes.items()
    ]
    sections += [_section(words.say("translations"), texts), _section(words.say("next change"), following)]
    body = "".join(sections)
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}" dir="{direction(words.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n'
        f"</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        f"<p>{escape(words.say('Status'))} {escape(headline(overview, words))}</p>\n{body}</main>\n</body>\n</html>\n"
    ).encode()


def _section(name: str, entries: Sequence[str]) -> str:
    if not entries:
        return ""
    listed = "".join(f"<li>{entry}</li>\n" for entry in entries)
    return f"<section>\n<h2>{escape(name.capitalize())}</h2>\n<ul>\n{listed}</ul>\n</section>\n"


def _item(item: Item, words: Words) -> str:
    lines = [
        f"<strong>{escape(day_of(item, words))}</strong> {escape(title_of(item, words, plain))}",
        escape(say(item.due.what, words, plain)),
        escape(words.say("do: {do}", do=say(item.due.do, words, plain))),
        escape(words.say("who: {who}", who=plain(item.who))) if item.who else "",
        f"<code>{escape(plain(item.place.file))}:{item.place.line}</code>",
    ]
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
