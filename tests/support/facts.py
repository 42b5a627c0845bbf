"""Portals that are checked again and again with a cache: a clock that is far ahead, and what a check amounts to.

Files that tests write are always young, and the cache trusts no young file; so here every check begins an hour later.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from generator.clock import machine_seconds, read_clock
from generator.intake import index
from generator.load.loader import Parse, Reading
from generator.load.yaml_text import parse
from generator.paths import PortalPaths
from generator.store.places import facts_store
from generator.verdict.checked import Checked
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an hour pass before every check."""
    hours: Iterator[int] = count(1)
    monkeypatch.setattr(index, "machine_seconds", lambda: machine_seconds() + 3600 * next(hours))


def checked_with_cache(
    paths: PortalPaths, today: str = TODAY, parse: Parse = parse, jobs: int = 1
) -> Checked:
    """Check a portal as `portal check` does, with its cache."""
    return check_portal(
        paths, read_clock(today), (), Reading(parse=parse, store=facts_store(paths), jobs=jobs)
    )


def outcome_of(checked: Checked) -> dict[str, object]:
    """Return everything that a check gives, as values that can be compared."""
    catalog = checked.catalog
    documents = {
        key: (document.file, document.languages, document.root) for key, document in catalog.documents.items()
    }
    plans = [
        (plan.id, plan.pages, plan.navigation, plan.pictures, plan.languages, plan.redirects)
        for plan in checked.plans
    ]
    return {
        "findings": checked.findings,
        "files": (checked.files, checked.ignored, dict(checked.languages)),
        "records": (list(catalog.by_key), catalog.by_key, catalog.broken),
        "pages": catalog.pages,
        "digests": (catalog.digests, catalog.page_digests),
        "documents": documents,
        "plans": plans,
    }
