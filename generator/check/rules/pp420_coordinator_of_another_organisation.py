"""A coordinator works for an organisation that has no part in their programmes.

What it does
    Looks for the coordinator's organisation among those that each of their programmes names: who runs it, pays for it
    or takes part. An organisation that is a part of one of these counts as well.

Why it matters
    Mostly the file was copied from that of another programme: readers are told the wrong employer, and the directory
    lists the person there.

Example
    # content/organisations/job.yml
    language: da
    name: Jobcentret
    country: DK
    phone: 32 12 34 57
    # content/coordinators/broen-aarhus.yml
    organisation: job  # PP420

Use instead
    # content/coordinators/broen-aarhus.yml
    organisation: broen
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation
from generator.model.programme import Programme


def check(context: Context) -> Iterator[Flaw]:
    """Yield such organisations. Somebody without a programme that can be read is passed over."""
    catalog = context.catalog
    for coordinator in catalog.of(Coordinator):
        programmes = tuple(id for id in coordinator.programmes if catalog.get(Programme, id))
        own = catalog.get(Organisation, coordinator.organisation)
        if own is None or not programmes:
            continue
        known = {id for programme in programmes for id in _organisations_of(catalog, programme)}
        if known.isdisjoint((own.id, own.parent_organisation)) and own.id not in _parents(catalog, known):
            values = {"organisation": own.id, "programmes": enumerated(programmes)}
            message = "{organisation} has no part in the programme of this coordinator, {programmes}"
            help = "correct the organisation, or name it among the programme's partners"
            yield Flaw(coordinator, ("organisation",), message, values, help)


def _organisations_of(catalog: Catalog, programme: str) -> Iterator[str]:
    found = catalog.references[Programme.kind, programme]
    return (reference.id for reference in found if reference.target.kind == Organisation.kind)


def _parents(catalog: Catalog, ids: set[str]) -> set[str | None]:
    found = (catalog.get(Organisation, id) for id in ids)
    return {organisation.parent_organisation for organisation in found if organisation}


RULE = Rule("PP420", Severity.WARNING, "0.1", __doc__, check)
