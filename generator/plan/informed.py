"""Plans that know which translations are older than their source.

Takes plans and a portal; the history of its texts is read only if a site wants its readers to know. Returns new plans.
"""

from __future__ import annotations

from dataclasses import replace

from generator.check.translatable import page_languages, translatable_texts
from generator.model.catalog import Catalog
from generator.paths import PortalPaths
from generator.plan.outdated import outdated_for
from generator.plan.site_plan import SitePlan


def with_outdated(paths: PortalPaths, plans: dict[str, SitePlan], catalog: Catalog) -> dict[str, SitePlan]:
    """Return plans that know which translations are out of date, as far as their sites ask."""
    wishes = {id: plan.view.site.outdated_translations for id, plan in plans.items()}
    if set(wishes.values()) <= {"show"}:
        return plans
    from generator.history.states import read_history

    history = read_history(paths, translatable_texts(catalog), page_languages(catalog))
    states = history.states.values()
    return {id: replace(plan, outdated=outdated_for(wishes[id], states)) for id, plan in plans.items()}
