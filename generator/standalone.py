"""Plain `mkdocs build` and `mkdocs serve`: one site in one language, through the registered plugin.

Takes the options `site`, `language` and `cache` of `mkdocs.yml`, or PORTAL_SITE and PORTAL_LANGUAGE; loads and checks
the portal and gives its unit to the engine's plugin. All sites at once are built by `portal build`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from generator.clock import read_clock
from generator.console.concise import format_concise
from generator.diagnostics import Severity
from generator.engine.gallery import make_gallery
from generator.engine.plugin import PortalPlugin
from generator.engine.stop import stop_mkdocs
from generator.engine.units import make_unit
from generator.errors import ContentError, PortalError, UsageError
from generator.paths import find_portal
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.render.extras import site_files
from generator.verdict.portal import check_portal


class PortalSitePlugin(PortalPlugin):  # type: ignore[no-untyped-call]
    """The MkDocs entry point `programme-portal`."""

    def on_config(self, config: Any) -> Any:
        """Load the portal, choose site and language, and hand the unit on."""
        try:
            self._choose(Path(config.config_file_path).parent)
        except ContentError as fault:
            errors = [finding for finding in fault.findings if finding.severity is Severity.ERROR]
            stop_mkdocs(f"the content has errors:\n{format_concise(errors)}")
        except PortalError as fault:
            stop_mkdocs("; ".join(part for part in (fault.message, fault.help) if part))
        return super().on_config(config)

    def _choose(self, root: Path) -> None:
        paths = find_portal(root, root)
        site = os.environ.get("PORTAL_SITE") or self.config.site
        language = os.environ.get("PORTAL_LANGUAGE") or self.config.language
        clock = read_clock()
        checked = check_portal(paths, clock)
        if any(finding.severity is Severity.ERROR for finding in checked.findings):
            raise ContentError(checked.findings)
        whole = _plan_of(checked.plans, site)
        chosen = language or whole.addresses.default_language
        if chosen not in whole.languages:
            raise UsageError(
                "the site {id} has no language '{language}'",
                "it has: {options}",
                id=whole.id,
                language=language,
                options=", ".join(whole.languages),
            )
        plan, _ = plan_site(whole.view, (chosen,))
        pictures = make_gallery([plan], paths, cache=self.config.cache)
        self.unit = make_unit(plan, chosen, paths, pictures)
        self.static_files = site_files(plan, pictures, paths.theme, clock)


def _plan_of(plans: tuple[SitePlan, ...], site: str) -> SitePlan:
    ids = [plan.id for plan in plans]
    if not plans or (site and site not in ids):
        raise UsageError(
            "there is no site '{site}'", "there are: {options}", site=site, options=", ".join(ids) or "none"
        )
    return plans[ids.index(site)] if site else plans[0]
