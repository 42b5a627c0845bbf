"""What needs a person now and in the next days: all records, their places in the files, and who is responsible.

Takes a catalog, plans, a clock and the counts of translations; returns an `Overview`. People are named by what
they do, as the overview may be published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.check.registry import BY_CODE
from generator.check.rule import Context
from generator.clock import Clock
from generator.diagnostics import Finding, Phrase
from generator.model.base import Record
from generator.model.call import Call
from generator.model.catalog import Catalog, Key
from generator.model.coordinator import Coordinator
from generator.model.naming import public_title
from generator.model.organisation import Organisation
from generator.model.programme import Programme
from generator.model.site import Site
from generator.model.state import coordinator_lapse
from generator.plan.site_plan import SitePlan
from generator.select.changes import changes
from generator.status.dates import dues_of
from generator.status.item import Due, Item, Overview, Texts

_LONELY = ("PP403", "PP404")
"""Rules that say where nobody answers."""


def overview(
    catalog: Catalog,
    plans: Iterable[SitePlan],
    clock: Clock,
    days: int = 90,
    texts: Iterable[Texts] = (),
) -> Overview:
    """Return what is due until `days` days from the clock's day, with everything that is overdue.

    `texts` are the counts of translations; those of other sites than the plans' are passed over.
    """
    chosen = {plan.id: plan for plan in plans}
    files = {document.file: key for key, document in catalog.documents.items()}
    collecting = _Collecting(catalog, chosen, clock.today, files)
    context = Context(catalog, clock.today)
    found = [
        item
        for item in (*collecting.dated(), *collecting.lonely(context))
        if item.due.day is None or item.due.day <= clock.today + timedelta(days)
    ]
    found.sort(key=lambda item: (item.due.day or date.min, item.key, item.due.topic, str(item.due.path)))
    next_changes = {id: next(iter(changes(plan.view, clock)), None) for id, plan in sorted(chosen.items())}
    counted = tuple(row for row in texts if row.site in chosen)
    return Overview(clock.today, days, tuple(found), counted, next_changes)


@dataclass(frozen=True, slots=True)
class _Collecting:
    catalog: Catalog
    plans: Mapping[str, SitePlan]
    today: date
    files: Mapping[str, Key]
    """Which record stands in which file."""

    def dated(self) -> Iterator[Item]:
        """Yield what the days in the records ask for."""
        for record in self.catalog:
            sites = self._sites(record.key)
            if sites:
                for due in dues_of(record, self.today):
                    place = self.catalog.documents[record.key].locate(due.path)
                    who = responsible(self.catalog, record, self.today)
                    yield Item(due, record.key, public_title(record), place, who, sites)

    def lonely(self, context: Context) -> Iterator[Item]:
        """Yield programmes and places without coordinator."""
        for code in _LONELY:
            for finding in BY_CODE[code].findings(context):
                record = self._record_at(finding)
                sites = self._sites(record.key) if record else ()
                if record and sites:
                    what, do = Phrase(finding.message, finding.values), Phrase(finding.help, finding.values)
                    due = Due(None, "coordinator", what, do, finding.path)
                    who = responsible(self.catalog, record, self.today)
                    yield Item(due, record.key, public_title(record), finding.position, who, sites)

    def _record_at(self, finding: Finding) -> Record | None:
        return self.catalog.by_key.get(self.files.get(finding.position.file, ("", "")))

    def _sites(self, key: Key) -> tuple[str, ...]:
        """The sites that show a record, or that have left it out because it has lapsed."""
        return tuple(
            id
            for id, plan in sorted(self.plans.items())
            if key in plan.view.records or key in plan.view.left_out or key == plan.view.site.key
        )


def responsible(catalog: Catalog, record: Record, today: date) -> str:
    """Return who should see to a record: a coordinator by role, else an organisation; empty when nobody is named."""
    if isinstance(record, Coordinator):
        there = () if coordinator_lapse(record, today) else (public_title(record),)
        return ", ".join((*there, *_organisation(catalog, record.organisation)))
    if isinstance(record, Call):
        asked = catalog.get(Coordinator, record.apply.coordinator)
        asked = asked or next(iter(catalog.coordinators_of.get(record.programme, ())), None)
        return responsible(catalog, asked, today) if asked else ""
    contact = catalog.get(Coordinator, record.contact) if isinstance(record, Site) else None
    if contact:
        return responsible(catalog, contact, today)
    named = getattr(record, "organisation", None)
    of_programmes = (getattr(record, "programme", None), *getattr(record, "programmes", ()))
    programme = next((found for id in of_programmes if (found := catalog.get(Programme, id))), None)
    if named is None and programme:
        named = programme.organisation
    return _first(_organisation(catalog, named)) or str(getattr(record, "copyright_holder", "") or "")


def _organisation(catalog: Catalog, id: str | None) -> tuple[str, ...]:
    found = catalog.get(Organisation, id)
    return (public_title(found),) if found else ()


def _first(names: tuple[str, ...]) -> str:
    return names[0] if names else ""
