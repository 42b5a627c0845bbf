"""What a change means to readers, for a terminal, for programs, and as one comment on a pull request.

Takes a `Difference` and words; returns text that ends with a line break. Markdown is cut below what GitHub takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from generator.compare.difference import Addresses, Change, Difference, RecordDifference, Shown, Status
from generator.console.json import as_json
from generator.console.phrases import Writer, markdown, spoken
from generator.console.safe import markup, plain
from generator.console.words import Words
from generator.diagnostics import Phrase
from generator.model.kinds import SINGULAR

VERSION = 1
LONGEST = 60_000
"""GitHub takes 65,536 characters in a comment."""
_UNFOLDED = 6
_PAGES = 4
_COUNTS = {
    Status.CHANGED: ("{n} record changed", "{n} records changed"),
    Status.NEW: ("{n} new", "{n} new"),
    Status.REMOVED: ("{n} removed", "{n} removed"),
    Status.RENAMED: ("{n} renamed", "{n} renamed"),
    Status.UNREADABLE: ("{n} not readable", "{n} not readable"),
}
_STATUS = {
    Status.CHANGED: "changed",
    Status.NEW: "new",
    Status.REMOVED: "removed",
    Status.RENAMED: "renamed",
    Status.UNREADABLE: "not readable",
}


def summary(difference: Difference, words: Words) -> str:
    """Return the counts in one line."""
    if not difference:
        return words.say("nothing changes for readers")
    counts = Counter(record.status for record in difference.records)
    said = [words.number_of(counts[status], *_COUNTS[status]) for status in _COUNTS if counts[status]]
    warnings = len(difference.warnings)
    if warnings:
        said.append(words.number_of(warnings, "{n} warning", "{n} warnings"))
    sites = {shown.site for record in difference.records for shown in record.shown}
    if sites:
        said.append(words.say("on {sites}", sites=words.number_of(len(sites), "{n} site", "{n} sites")))
    return ", ".join(said) or words.say("no record changed")


def format_text(difference: Difference, against: str, words: Words) -> str:
    """Return the difference for a terminal."""
    head = words.say(
        "compared with {revision}: {summary}", revision=plain(against), summary=summary(difference, words)
    )
    blocks = [head]
    warning = words.say("warning")
    blocks += [f"{warning}: {spoken(words, phrase, plain)}" for phrase in difference.warnings]
    blocks += [spoken(words, phrase, plain) for phrase in _general(difference, words)]
    for record in difference.records:
        lines = [
            f"\n{_head(record, words, plain)}",
            *(f"    {line}" for line in _lines(record, words, plain)),
        ]
        blocks.append("\n".join(lines))
    for site in difference.addresses:
        listed = "\n".join(f"    {line}" for line in _address_lines(site, words))
        blocks.append(f"\n{words.say('addresses of {site}', site=plain(site.site))}\n{listed}")
    return "\n".join(blocks) + "\n"


def format_markdown(difference: Difference, against: str, words: Words) -> str:
    """Return the difference as one comment, warnings first, at most `LONGEST` characters."""
    title = words.say("What this change means to readers")
    compared = words.say(
        "Compared with {revision}: {summary}", revision=markdown(against), summary=summary(difference, words)
    )
    blocks = [f"## {title}\n\n{compared}\n"]
    if difference.warnings:
        blocks.append("".join(f"- ⚠️ {spoken(words, phrase, markdown)}\n" for phrase in difference.warnings))
    general = _general(difference, words)
    if general:
        blocks.append("".join(f"- {spoken(words, phrase, markdown)}\n" for phrase in general))
    blocks += [_markdown_record(record, words) for record in difference.records]
    for site in difference.addresses:
        name = words.say("addresses of {site}", site=markup(site.site))
        blocks.append(_folded(name, [markdown(line) for line in _address_lines(site, words)]))
    return _limited(blocks, words)


def format_json(difference: Difference, revision: str, commit: str, words: Words) -> str:
    """Return the difference as one object; `text` of a change is in the language of the run."""
    report = {
        "version": VERSION,
        "revision": revision,
        "commit": commit,
        "changed": bool(difference),
        "warnings": [spoken(words, phrase, str) for phrase in difference.warnings],
        "sites": [spoken(words, phrase, str) for phrase in difference.sites],
        "outdated": difference.outdated,
        "look": list(difference.look),
        "records": [_record_object(record, words) for record in difference.records],
        "addresses": [
            {"site": one.site, "gone": list(one.gone), "moved": dict(one.moved), "new": list(one.new)}
            for one in difference.addresses
        ],
    }
    return as_json(report)


def _record_object(record: RecordDifference, words: Words) -> dict[str, object]:
    return {
        "kind": record.key[0],
        "id": record.key[1],
        "former_id": record.former or None,
        "title": record.title,
        "file": record.file,
        "status": record.status.value,
        "changes": [_change_object(change, words) for change in record.changes],
        "outdated": dict(record.outdated or {}),
        "shown": {shown.site: list(shown.pages) for shown in record.shown},
    }


def _change_object(change: Change, words: Words) -> dict[str, object]:
    return {"path": list(change.path), "text": spoken(words, change.phrase, str)}


def _general(difference: Difference, words: Words) -> list[Phrase]:
    """What concerns more than one record."""
    found = list(difference.sites)
    if difference.outdated:
        languages = ", ".join(difference.outdated)
        found.append(Phrase("translations now outdated: {languages}", {"languages": languages}))
    if difference.look:
        files = ", ".join(difference.look[:3]) + (" …" if len(difference.look) > 3 else "")
        found.append(Phrase("the look of all sites may change ({files})", {"files": files}))
    return found


def _head(record: RecordDifference, words: Words, write: Writer) -> str:
    kind = SINGULAR.get(record.key[0], "page")
    values = {
        "title": write(record.title),
        "kind": words.say(kind),
        "id": write(record.key[1]),
        "status": words.say(_STATUS[record.status]),
        "former": write(record.former),
    }
    usual, renamed = "{title} ({kind} {id}): {status}", "{title} ({kind} {id}): renamed, formerly {former}"
    return words.say(renamed if record.former else usual, **values)


def _lines(record: RecordDifference, words: Words, write: Writer) -> Iterator[str]:
    yield from (spoken(words, change.phrase, write) for change in record.changes)
    if record.outdated:
        codes = ", ".join(record.outdated)
        yield words.say("translations now outdated: {languages}", languages=codes)
    if record.shown:
        for shown in record.shown:
            yield _where(shown, words, write)
    elif record.status is not Status.UNREADABLE and not _says_where(record):
        yield words.say("no site shows it")


def _says_where(record: RecordDifference) -> bool:
    return any(change.path == ("shown",) for change in record.changes)


def _where(shown: Shown, words: Words, write: Writer) -> str:
    more = len(shown.pages) - _PAGES
    pages = write(", ".join(shown.pages[:_PAGES]))
    template = "on {site}: {pages} and {more} more" if more > 0 else "on {site}: {pages}"
    return words.say(template, site=write(shown.site), pages=pages, more=more)


def _address_lines(site: Addresses, words: Words) -> Iterator[str]:
    yield from (words.say("disappears without a redirect: {path}", path=path) for path in site.gone)
    yield from (words.say("leads on: {old} to {new}", old=old, new=new) for old, new in site.moved)
    yield from (words.say("new: {path}", path=path) for path in site.new)


def _markdown_record(record: RecordDifference, words: Words) -> str:
    lines = list(_lines(record, words, markdown))
    if len(lines) > _UNFOLDED:
        return _folded(_head(record, words, markup), lines)
    return f"**{_head(record, words, markdown)}**\n" + "".join(f"- {line}\n" for line in lines)


def _folded(head: str, lines: Sequence[str]) -> str:
    listed = "".join(f"- {line}\n" for line in lines)
    return f"<details><summary>{head}</summary>\n\n{listed}\n</details>\n"


def _limited(blocks: Sequence[str], words: Words) -> str:
    """Join blocks as long as they fit, and say how many do not."""
    room = LONGEST - 200
    kept: list[str] = []
    for number, block in enumerate(blocks):
        if len(block) + 1 > room:
            left = len(blocks) - number
            said = words.number_of(left, "{n} more part was cut", "{n} more parts were cut")
            kept.append(f"_{escape(said)}: `portal diff` {escape(words.say('shows all of them'))}_\n")
            break
        kept.append(block)
        room -= len(block) + 1
    return "\n".join(kept)
