"""Two states of a portal become what the change between them means to readers.

The entry of the layer: takes states, a day and the language of values; returns a `Difference`. Prints nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.compare.difference import Addresses, Change, Difference, RecordDifference, Status
from generator.compare.people import people
from generator.compare.portal import State
from generator.compare.records import Pair, changes_of, told
from generator.compare.shown import addresses, shown_on
from generator.compare.values import Reader
from generator.diagnostics import Phrase
from generator.model.base import Addressed, Record
from generator.model.catalog import Key
from generator.model.naming import public_title
from generator.model.site import Site, SitePage
from generator.text.locales import language_name


def compare(
    before: State, after: State, today: date, language: str = "en", look: tuple[str, ...] = ()
) -> Difference:
    """Return what happened from `before` to `after`; `look` are the changed files of the theme."""
    return _Comparison(before, after, today, language).difference(look)


_UNREADABLE = (
    "{n} record cannot be read; pages and addresses are not compared",
    "{n} records cannot be read; pages and addresses are not compared",
)
_WERE_UNREADABLE = (
    "{n} record could not be read before; pages and addresses are not compared",
    "{n} records could not be read before; pages and addresses are not compared",
)


@dataclass(frozen=True)
class _Comparison:
    before: State
    after: State
    today: date
    language: str

    def difference(self, look: tuple[str, ...]) -> Difference:
        old, new = self.before.things(), self.after.things()
        unsure = {**self.before.unsure, **self.after.unsure}
        renamed = _renamed(old, new, unsure)
        moved, lonely = ({}, []) if unsure else people(self.before, self.after, self.today)
        records = [
            found
            for key in sorted({*old, *new} - set(renamed.values()))
            if key not in unsure and (found := self._record(key, old, new, renamed, moved.get(key, [])))
        ]
        records += [self._unreadable(key, file) for key, file in sorted(unsure.items())]
        changed = () if unsure else addresses(self.before, self.after)
        warnings = [*self._warnings(), *lonely, *_lost(changed)]
        return Difference(tuple(records), tuple(warnings), tuple(self._sites(unsure)), changed, look)

    def _record(
        self,
        key: Key,
        old: Mapping[Key, Record | SitePage],
        new: Mapping[Key, Record | SitePage],
        renamed: Mapping[Key, Key],
        moved: list[Change],
    ) -> RecordDifference | None:
        now = Reader(self.after.catalog, self.language)
        former = renamed.get(key)
        if key not in new:
            shown = shown_on(self.before, key)
            title, file = public_title(old[key]), self.before.file_of(key)
            return RecordDifference(key, title, file, Status.REMOVED, tuple(moved), shown)
        here = (key, public_title(new[key]), self.after.file_of(key))
        if former is None and key not in old:
            changes = (*told(new[key], now), *moved)
            return RecordDifference(*here, Status.NEW, changes, shown_on(self.after, key))
        then = Reader(self.before.catalog, self.language)
        changes, outdated = changes_of(Pair(old[former or key], new[key], then, now), self.today)
        changes = (*moved, *(change for change in changes if change.path != ("former_ids",)))
        if not changes and former is None:
            return None
        status = Status.RENAMED if former else Status.CHANGED
        shown = shown_on(self.after, key)
        until_now = () if shown else shown_on(self.before, former or key)
        if until_now and self.after.unsure:
            shown = until_now  # what could not be read may be why no page shows it
        elif until_now:
            sites = ", ".join(found.site for found in until_now)
            gone = Phrase("no site shows it any more (until now: {sites})", {"sites": sites})
            changes = (*changes, Change(gone, ("shown",)))
        return RecordDifference(*here, status, changes, shown, outdated, former[1] if former else "")

    def _unreadable(self, key: Key, file: str) -> RecordDifference:
        template = "{file} cannot be read, so what changed is not known; `portal check` says why"
        if key in self.before.unsure:
            template = "{file} could not be read before, so what changed is not known"
        change = Change(Phrase(template, {"file": file}))
        thing = self.after.things().get(key) or self.before.things().get(key)
        return RecordDifference(
            key, public_title(thing) if thing else key[1], file, Status.UNREADABLE, (change,)
        )

    def _warnings(self) -> list[Phrase]:
        found = []
        for state, templates in ((self.after, _UNREADABLE), (self.before, _WERE_UNREADABLE)):
            number = len(state.unsure)
            if number:
                found.append(Phrase(templates[number != 1], {"n": number}))
        for site, plan in sorted(self.after.plans.items()):
            before = self.before.plans.get(site)
            if before and before.addresses.base != plan.addresses.base:
                values = {"site": site, "after": plan.addresses.base, "before": before.addresses.base}
                template = "all pages of the site {site} move to {after} (were at {before})"
                found.append(Phrase(template, {**values}))
        return found

    def _sites(self, unsure: Mapping[Key, str]) -> list[Phrase]:
        found = []
        for site in sorted({*self.before.plans, *self.after.plans}):
            before, after = self.before.plans.get(site), self.after.plans.get(site)
            if (Site.kind, site) in unsure:
                continue
            if before is None and after is not None:
                values: dict[str, object] = {"site": site, "n": len(after.pages)}
                found.append(Phrase("the site {site} is new, with {n} pages", values))
            elif after is None and before is not None:
                values = {"site": site, "n": len(before.pages)}
                found.append(Phrase("the site {site} is gone, with all of its {n} pages", values))
            elif before is not None and after is not None:
                found += self._languages(site, before.languages, after.languages)
        return found

    def _languages(self, site: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[Phrase]:
        found = []
        for code in sorted({*before, *after} - ({*before} & {*after})):
            plan = (self.after if code in after else self.before).plans[site]
            values = {
                "site": site,
                "n": len(plan.pages_in(code)),
                "language": language_name(code, self.language),
            }
            added = "the site {site} is now there in {language}, with {n} pages"
            lost = "the site {site} is no longer there in {language}: {n} pages are gone"
            found.append(Phrase(added if code in after else lost, values))
        return found


def _renamed(
    old: Mapping[Key, Record | SitePage], new: Mapping[Key, Record | SitePage], unsure: Mapping[Key, str]
) -> dict[Key, Key]:
    """Return the former keys of records that have a new id: they say so, or are the same but for the id."""
    gone = [key for key in old if key not in new and key not in unsure]
    found: dict[Key, Key] = {}
    for key, record in new.items():
        if key in old:
            continue
        former = set(record.former_ids) if isinstance(record, Addressed) else set()
        match = next(
            (
                other
                for other in gone
                if other[0] == key[0]
                and other not in found.values()
                and (other[1] in former or _same(old[other], record))
            ),
            None,
        )
        if match:
            found[key] = match
    return found


def _same(one: Record | SitePage, other: Record | SitePage) -> bool:
    without = {"id", "former_ids", "name", "places"} if isinstance(other, SitePage) else {"id", "former_ids"}
    names = [name for name in type(other).model_fields if name not in without]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _lost(found: tuple[Addresses, ...]) -> list[Phrase]:
    lost = []
    for site in found:
        values = {"site": site.site, "n": len(site.gone), "first": site.gone[0] if site.gone else ""}
        if len(site.gone) == 1:
            template = "the address {first} of the site {site} disappears without a redirect"
            lost.append(Phrase(template, values))
        elif site.gone:
            template = "{n} addresses of the site {site} disappear without a redirect, {first} among them"
            lost.append(Phrase(template, values))
    return lost
