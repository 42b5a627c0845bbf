"""A small portal in two languages for tests of feeds: its records, its plan, the words of a language, its files."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from hypothesis import strategies as st

from generator.clock import Clock
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.render.extras import site_files
from generator.render.pictures.gallery import NO_PICTURES
from generator.render.voice import Voice
from generator.text.messages import Messages, load_messages
from tests.support.output import THEME
from tests.support.records import (
    CALL,
    COORDINATOR,
    DAY,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    STORY,
    catalog_of,
    changed,
    view_of,
)

MEETING = "{id: december, starts: 2026-12-03 17:00, ends: 2026-12-03 18:30, place: odense}"
CALL_WITH_MEETING = changed(CALL, assured_on="2026-11-01", places="[odense]", info_meetings=f"[{MEETING}]")
PERSON = changed(
    COORDINATOR,
    email="odense@example.org",
    phones="[{number: 32 12 34 56}, {number: 34 41 23 45, type: cell}]",
    places="[odense]",
    assured_on="2026-10-01",
)

PORTAL = {
    "organisations/association.yml": ORGANISATION,
    "organisations/association.da.yml": "name: Forening\n",
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]"),
    "programmes/bridge.da.yml": "name: Bro\nsummary: Mentorer.\ndescription: En mentor hjælper.\n",
    "coordinators/odense.yml": PERSON,
    "coordinators/odense.da.yml": "role: Koordinator\n",
    "places/odense.yml": PLACE,
    "calls/mentors.yml": CALL_WITH_MEETING,
    "calls/mentors.da.yml": "name: Mentorer\nsummary: Søges.\n",
    "stories/year.yml": STORY,
    "stories/year.da.yml": "headline: Et år\nsummary: Det hjalp.\nbody: Vi mødtes.\n",
    "sites/portal.yml": changed(SITE, languages="[en, da]"),
    "sites/portal.da.yml": "name: Portalen\nsummary: Find en mentor.\n",
}
"""One record of each kind that feeds are made of, in English and Danish."""


def portal(today: date = DAY, **changes: str | None) -> SitePlan:
    """Return the plan of the portal with other texts for some files; `None` leaves one out.

    Files are named without suffix, `calls__mentors` or `calls__mentors__da`.
    """
    files: dict[str, str] = dict(PORTAL)
    for name, text in changes.items():
        kind, id, *language = name.split("__")
        path = f"{kind}/{'.'.join((id.replace('_', '-'), *language))}.yml"
        files.pop(path, None)
        if text is not None:
            files[path] = text
    plan, findings = plan_site(view_of(catalog_of(files), today=today))
    assert findings == ()
    return plan


def words(language: str) -> Messages:
    """Return the words of a language."""
    return load_messages(THEME, language)


def voice(plan: SitePlan, language: str = "en", route: str = "") -> Voice:
    """Return the voice of a page."""
    page = plan.page(language, route)
    assert page is not None
    return Voice(plan, page, words(language))


def call(plan: SitePlan) -> Call:
    """Return the one call."""
    return next(iter(plan.view.of(Call)))


def coordinator(plan: SitePlan) -> Coordinator:
    """Return the one coordinator."""
    return next(iter(plan.view.of(Coordinator)))


def clock(text: str = "2026-11-21T00:00+00:00") -> Clock:
    """Return a clock that shows a moment."""
    return Clock(datetime.fromisoformat(text).astimezone(UTC))


def files(plan: SitePlan) -> dict[str, bytes]:
    """Return every file of a site without pictures."""
    return site_files(plan, NO_PICTURES, THEME, clock())


@cache
def usual_files() -> dict[str, bytes]:
    """Return every file of the portal as it is above."""
    return files(portal())


LINES = (
    st.text(
        st.characters(categories=["L", "M", "N", "P", "S"], exclude_characters="<>")
        | st.sampled_from(' ;,\\nN:😀"'),
        min_size=1,
        max_size=120,
    )
    .map(str.strip)
    .filter(bool)
)
"""What an editor may write as one line of plain text, with much of what formats must escape."""


def unfolded(data: bytes) -> list[str]:
    """Return the content lines of a calendar or card, by the rule of RFC 5545, 3.1, and nothing else."""
    return re.sub(r"\r\n[ \t]", "", data.decode()).split("\r\n")[:-1]


def value(data: bytes, name: str) -> str:
    """Return the value of the only content line with this name outside time zones, parameters left out."""
    outside = re.sub(r"(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE", "", "\n".join(unfolded(data)))
    (found,) = (line for line in outside.split("\n") if re.match(rf"{name}[;:]", line))
    return re.sub(r'^[^:;]+(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:', "", found)
