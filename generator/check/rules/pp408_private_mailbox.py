"""An e-mail address belongs to a private mailbox.

What it does
    Compares the addresses for readers with the names of large providers of private mailboxes.

Why it matters
    Such an address is mostly somebody's own: it leaves with the person, shows who they are, and applications
    that hold personal data end up outside the organisation.

Example
    # content/organisations/broen.yml
    email: foreningenbroen@gmail.com  # PP408

Use instead
    # content/organisations/broen.yml
    email: kontor@broen.example.org
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Record
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation

_PRIVATE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|gmx|proton|protonmail|tutanota|yandex)"
    r"\.(?:com|net|me|[a-z]{2}|co\.[a-z]{2})"
    r"|(?:msn|me|mail|ymail)\.com|(?:web|t-online|freenet|arcor)\.de|(?:jubii|stofanet|post\.tele|mail)\.dk"
    r"|(?:online|broadpark|getmail)\.no|(?:mail|inbox|list|bk)\.ru|(?:ukr|i)\.(?:net|ua)|pm\.me"
)


def check(context: Context) -> Iterator[Flaw]:
    """Yield addresses at providers of private mailboxes."""
    for record in context.catalog:
        for path, address in _addresses(record):
            domain = (address or "").rpartition("@")[2].lower()
            if _PRIVATE.fullmatch(domain):
                help = "use an address of the organisation that several people can read"
                yield Flaw(
                    record, path, "{domain} is a provider of private mailboxes", {"domain": domain}, help
                )


def _addresses(record: Record) -> Iterator[tuple[Path, str | None]]:
    if isinstance(record, Coordinator | Organisation):
        yield ("email",), record.email
    if isinstance(record, Call):
        yield ("apply", "email"), record.apply.email
        for index, meeting in enumerate(record.info_meetings):
            yield ("info_meetings", index, "registration_email"), meeting.registration_email


RULE = Rule("PP408", Severity.WARNING, "0.1", __doc__, check)
