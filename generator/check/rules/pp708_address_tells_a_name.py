"""An e-mail address tells the name of somebody who did not agree to that.

What it does
    Looks at the addresses of coordinators whose name may not be told: two words of letters with a dot between
    them, such as anna.eksempel@, are mostly a person's name, unless a word of the role or the place is among them.

Why it matters
    The name is left out everywhere, and then the address says it to everybody. A role mailbox also outlives the
    person.

Example
    # content/coordinators/broen-odense.yml
    email: anna.eksempel@broen.example.org  # PP708

Use instead
    # content/coordinators/broen-odense.yml
    email: mentor.odense@broen.example.org
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.state import coordinator_lapse, may_tell

_NAME = re.compile(r"([a-z]{3,})\.([a-z]{3,})")
_ROLES = (
    "mentor", "coordinat", "koordinat", "contact", "kontakt", "info", "office", "kontor", "buero", "team", "post",
    "volunteer", "frivillig", "ehrenamt", "integration", "project", "projekt", "prosjekt", "support", "admin",
    "service", "company", "unternehmen", "virksomhed", "bedrift", "network", "netzwerk", "netvaerk", "nettverk",
    "berat", "advi", "raadgiv", "radgiv",
    "welcome", "willkommen", "velkommen", "center", "centre", "zentrum", "career", "job",
)  # fmt: skip
"""What a word of a role mailbox begins with, in the languages of our editors."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield such addresses."""
    known: set[str] | None = None
    for person in context.catalog.of(Coordinator):
        if not person.email or may_tell(person, "name") or coordinator_lapse(person, context.today):
            continue
        local = person.email.partition("@")[0].lower()
        found = _NAME.fullmatch(local)
        if not found:
            continue
        known = known or _known_words(context)
        own = known.union(*(id.split("-") for id in _references(person)))
        if not any(word in own or word.startswith(_ROLES) for word in found.groups()):
            message = "{address} seems to tell a name, but nobody agreed that it is told"
            help = "use a mailbox of the role, or let the consent cover the name"
            yield Flaw(person, ("email",), message, {"address": person.email}, help)


def _references(person: Coordinator) -> tuple[str, ...]:
    """The ids that a contact names; they tell words even where the record of that id cannot be read."""
    return (person.id, person.organisation, *person.programmes, *person.places)


def _known_words(context: Context) -> set[str]:
    """The words in names of places, programmes and organisations, and those in ids."""
    words = set[str]()
    catalog = context.catalog
    records: tuple[Place | Programme | Organisation, ...] = (
        *catalog.of(Place),
        *catalog.of(Programme),
        *catalog.of(Organisation),
    )
    for record in records:
        texts = [record.id, *(text for _, text in record.name.items())]
        words.update(word for text in texts for word in re.findall(r"[a-z]{3,}", _plain(text)))
    return words


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


RULE = Rule("PP708", Severity.WARNING, "0.1", __doc__, check)
