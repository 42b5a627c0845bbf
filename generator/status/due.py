"""Whether published sites change by themselves by now, so that they are to be built again.

Takes what was published as `api/next-change.json` of each site, and a clock; returns why a site is due. Nothing is
read from the network: who runs this brings the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.clock import Clock
from generator.diagnostics import Phrase


def due(sites: Iterable[str], published: Mapping[str, bytes], clock: Clock) -> tuple[Phrase, ...]:
    """Return one reason for each site that is to be built again; nothing when all are as they should be.

    `published` holds the bytes of `api/next-change.json` by site. A site without one, or whose file cannot be read,
    is due: building once too often does no harm.
    """
    found = (_reason(site, published.get(site), clock) for site in sorted(sites))
    return tuple(reason for reason in found if reason)


def _reason(site: str, data: bytes | None, clock: Clock) -> Phrase | None:
    if data is None:
        return Phrase("{site}: not known when it was last built", {"site": site})
    try:
        following = json.loads(data)["next"]
        moment = None if following is None else datetime.fromisoformat(following)
        is_due = moment is not None and moment <= clock.now
    except (ValueError, KeyError, TypeError, RecursionError):
        return Phrase("{site}: its next-change.json cannot be read", {"site": site})
    if not is_due:
        return None
    return Phrase("{site}: has changed by itself on {day}", {"site": site, "day": str(following)[:10]})
