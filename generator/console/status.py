"""What needs a person, for a terminal, for programs, and as Markdown with boxes to tick for a scheduled issue.

Takes an `Overview` and words; returns text that ends with a line break.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from generator.console.json import as_json
from generator.console.phrases import Writer, markdown, spoken
from generator.console.safe import plain
from generator.console.words import Words
from generator.diagnostics import Phrase
from generator.model.kinds import SINGULAR
from generator.model.state import CallState
from generator.select.changes import Change
from generator.status.item import Item, Overview, Term, Texts
from generator.text import formats
from generator.text.locales import language_name

VERSION = 1
TERMS = {
    Term.OVERDUE: "overdue",
    Term.WEEK: "this week",
    Term.MONTH: "this month",
    Term.LATER: "later",
}


_CHANGES = {
    **{state.value: state.value.replace("-", " ") for state in CallState},
    "closing": "closing soon",
    "rolling": "open at any time",
    "past": "moves to the earlier calls",
    "meeting_over": "the info meeting is over",
    "aim_ends": "the aim ends",
    "certificate_ends": "the certificate ends",
    "closed_days_over": "the office is open again",
    "review_due": "to be looked at again",
    "role_begins": "the role begins",
    "role_ends": "the role ends",
    "consent_begins": "the consent begins",
    "consent_ends": "the consent ends",
    "licence_ends": "the licence ends",
}
"""What changes of a site's pages are called: the words of `select.changes`."""


def headline(overview: Overview, words: Words) -> str:
    """Return the counts in one line."""
    counts = [
        words.say("{n} {term}", n=len(overview.of(term)), term=words.say(name))
        for term, name in TERMS.items()
        if overview.of(term)
    ]
    return words.say(
        "on {day}, for the next {days} days: {counts}",
        day=formats.date(overview.today, words.language),
        days=overview.days,
        counts=", ".join(counts) or words.say("nothing needs anybody"),
    )


def format_text(overview: Overview, words: Words) -> str:
    """Return the overview for a terminal."""
    lines = [headline(overview, words)]
    for term, name in TERMS.items():
        items = overview.of(term)
        if items:
            lines += ["", words.say(name)]
        for item in items:
            lines.append(f"  {day_of(item, words)}  {title_of(item, words, plain)}")
            lines += [f"      {line}" for line in _facts(item, words)]
    tables = (
        ("translations", _translations(overview, words, plain)),
        ("next change", _next(overview, words)),
    )
    for name, rows in tables:
        if rows:
            lines += ["", words.say(name), *(f"  {row}" for row in rows)]
    return "\n".join(lines) + "\n"


def format_markdown(overview: Overview, words: Words) -> str:
    """Return the overview as the text of an issue, with a box for each item."""
    parts = [f"## {words.say('What needs a person')}\n\n{words.say('Status')} {headline(overview, words)}\n"]
    for term, name in TERMS.items():
        items = overview.of(term)
        if items:
            listed = "".join(f"{_box(item, words)}\n" for item in items)
            parts.append(f"### {words.say(name).capitalize()}\n\n{listed}")
    for name, rows in (
        ("translations", _translations(overview, words, markdown)),
        ("next change", _next(overview, words)),
    ):
        if rows:
            listed = "".join(f"- {row}\n" for row in rows)
            parts.append(f"### {words.say(name).capitalize()}\n\n{listed}")
    return "\n".join(parts)


def format_json(overview: Overview, words: Words) -> str:
    """Return the overview as one object."""
    return as_json(
        {
            "version": VERSION,
            "today": overview.today.isoformat(),
            "days": overview.days,
            "counts": {term.value.replace(" ", "_"): len(overview.of(term)) for term in Term},
            "items": [_object(item, overview, words) for item in overview.items],
            "translations": [
                {
                    "site": row.site,
                    "language": row.language,
                    "missing": row.missing,
                    "outdated": row.outdated,
                    "unknown": row.unknown,
                    "total": row.total,
                }
                for row in overview.texts
            ],
            "notes": [words.phrase(note) for note in overview.notes],
            "next_changes": {
                site: _change_object(change) if change else None
                for site, change in overview.next_changes.items()
            },
        }
    )


def _object(item: Item, overview: Overview, words: Words) -> dict[str, object]:
    return {
        "due": item.due.day.isoformat() if item.due.day else None,
        "term": item.term(overview.today).value.replace(" ", "_"),
        "topic": item.due.topic,
        "kind": item.key[0],
        "id": item.key[1],
        "title": item.title,
        "what": say(item.due.what, words, str),
        "do": say(item.due.do, words, str),
        "who": item.who,
        "file": item.place.file,
        "line": item.place.line,
        "sites": list(item.sites),
    }


def _change_object(change: Change) -> dict[str, object]:
    return {"at": change.at.isoformat(), "kind": change.kind, "id": change.id, "what": change.what}


def say(phrase: Phrase, words: Words, write: Writer) -> str:
    """Say a phrase; times and days in it as the language writes them."""

    def written(value: object) -> str:
        if isinstance(value, time):
            return write(formats.time(value, words.language))
        return write(formats.date(value, words.language) if isinstance(value, date) else value)

    return spoken(words, phrase, written)


def day_of(item: Item, words: Words) -> str:
    """Return the day of an item in words."""
    return formats.date(item.due.day, words.language) if item.due.day else words.say("now")


def title_of(item: Item, words: Words, write: Writer) -> str:
    """Return the record of an item in words."""
    kind = words.say(SINGULAR[item.key[0]])
    return words.say("{title} ({kind} {id})", title=write(item.title), kind=kind, id=write(item.key[1]))


def _facts(item: Item, words: Words) -> Iterator[str]:
    yield say(item.due.what, words, plain)
    yield words.say("do: {do}", do=say(item.due.do, words, plain))
    if item.who:
        yield words.say("who: {who}", who=plain(item.who))
    yield plain(f"{item.place.file}:{item.place.line}")


def _box(item: Item, words: Words) -> str:
    facts = [say(item.due.what, words, markdown), say(item.due.do, words, markdown)]
    who = words.say(" Who: {who}.", who=markdown(item.who)) if item.who else ""
    place = markdown(f"{item.place.file}:{item.place.line}")
    head = f"**{day_of(item, words)}** {title_of(item, words, markdown)}"
    return f"- [ ] {head}: {facts[0]}. {words.say('To do')}: {facts[1]}.{who} {place}"


def _translations(overview: Overview, words: Words, write: Writer) -> list[str]:
    rows = [texts_of(row, words, write) for row in overview.texts]
    return rows + [write(words.phrase(note)) for note in overview.notes]


def texts_of(row: Texts, words: Words, write: Writer) -> str:
    """Return the translations of a site in words."""
    values = {
        "site": write(row.site),
        "language": language_name(row.language, words.language),
        "missing": row.missing,
        "total": row.total,
        "outdated": row.outdated,
        "unknown": row.unknown,
    }
    if row.outdated is None:
        return words.say(
            "{site}, {language}: {missing} of {total} texts missing, {unknown} unknown", **values
        )
    if row.unknown:
        template = (
            "{site}, {language}: {missing} of {total} texts missing, {outdated} outdated, {unknown} unknown"
        )
        return words.say(template, **values)
    return words.say("{site}, {language}: {missing} of {total} texts missing, {outdated} outdated", **values)


def _next(overview: Overview, words: Words) -> list[str]:
    return [next_of(site, change, words) for site, change in overview.next_changes.items()]


def next_of(site: str, change: Change | None, words: Words) -> str:
    """Return when a site's pages change next by themselves, in words."""
    if change is None:
        return words.say("{site}: nothing changes by itself", site=site)
    at = f"{formats.date(change.at.date(), words.language)}, {formats.time(change.at.time(), words.language)}"
    kind = words.say(SINGULAR[change.kind])
    what = words.say(_CHANGES.get(change.what, change.what))
    return words.say(
        "{site}: {at}, {kind} {id}: {what}", site=site, at=at, kind=kind, id=change.id, what=what
    )
