"""A portal that was read and checked, as a value. Computes nothing until somebody asks for records or plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from generator.diagnostics import Finding
from generator.model.catalog import Catalog
from generator.plan.site_plan import SitePlan

Made: TypeAlias = tuple[Catalog, tuple[SitePlan, ...]]


@dataclass(frozen=True)
class Checked:
    """Everything to mend, and on demand the records and one plan per site.

    `files` were read; `ignored` findings are switched off by comments and not among `findings`. `languages` are those
    of each site's plan, by site. `state` names everything that was checked: equal states, equal catalogs, plans and
    findings; it is empty when not everything could be read. When nothing has changed since the last check, records
    and plans are not made before they are used; the verdict is then `remembered`.
    """

    make: Callable[[], Made]
    findings: tuple[Finding, ...]
    files: int = 0
    ignored: int = 0
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    state: str = ""
    remembered: bool = False

    @property
    def catalog(self) -> Catalog:
        """All records."""
        return self._made[0]

    @property
    def plans(self) -> tuple[SitePlan, ...]:
        """One plan per site."""
        return self._made[1]

    @cached_property
    def _made(self) -> Made:
        return self.make()
