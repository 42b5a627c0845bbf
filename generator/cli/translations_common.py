"""What the parts of `portal translations` share: the texts of a portal by site, and their states.

Takes a checked portal; returns values. Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.translatable import page_languages, translatable_texts
from generator.clock import Clock
from generator.errors import UsageError
from generator.history.states import History, read_history
from generator.history.texts import Translatable, part_of
from generator.model.fields.problem import advice_on
from generator.model.site import Site
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.status.translations import LanguageStates, language_states
from generator.verdict.checked import Checked
from generator.verdict.portal import check_portal


@dataclass(frozen=True, slots=True)
class Translations:
    """A portal's texts with their states."""

    checked: Checked
    texts: tuple[Translatable, ...]
    history: History
    page_languages: dict[str, str]

    @property
    def spoken(self) -> tuple[str, ...]:
        """All languages that the sites list."""
        return tuple(sorted({code for site in self.checked.catalog.of(Site) for code in site.languages}))

    def groups(self, site: str | None, language: str | None) -> tuple[LanguageStates, ...]:
        """Return the texts of each site in each language that it lists; its own texts have no translation there."""
        plans = self._plans(site)
        if language is not None:
            spoken = sorted({code for plan in plans for code in plan.view.site.languages})
            if language not in spoken:
                raise UsageError(
                    "no site has the language '{language}'", advice_on(language, spoken), language=language
                )
        found = language_states(plans, self.texts, self.history)
        return tuple(group for group in found if language in (None, group.language))

    def _plans(self, site: str | None) -> tuple[SitePlan, ...]:
        plans = self.checked.plans
        found = tuple(plan for plan in plans if site in (None, plan.id))
        if not found:
            raise UsageError(
                "there is no site '{site}'", advice_on(site or "", [plan.id for plan in plans]), site=site
            )
        return found


def read_translations(where: PortalPaths, clock: Clock, files: Sequence[Path] = ()) -> Translations:
    """Read and check a portal; return its texts, or those of some files and folders only, with their states."""
    return translations_of(where, check_portal(where, clock), files)


def translations_of(where: PortalPaths, checked: Checked, files: Sequence[Path] = ()) -> Translations:
    """Return the texts of a portal that was read, with their states."""
    texts = _in_files(translatable_texts(checked.catalog), where, files)
    languages = page_languages(checked.catalog)
    return Translations(checked, texts, read_history(where, texts, languages), languages)


def _in_files(
    texts: tuple[Translatable, ...], where: PortalPaths, files: Sequence[Path]
) -> tuple[Translatable, ...]:
    if not files:
        return texts
    kept: set[tuple[str, str]] = set()
    for file in files:
        path = file.resolve()
        if not path.exists():
            raise UsageError("there is no {path}", path=file)
        if not path.is_relative_to(where.root):
            raise UsageError("{path} is not in this portal, {portal}", path=file, portal=where.root)
        shown = where.shown(path)
        part = part_of(shown)
        for text in texts:
            inside = (where.root / text.file).is_relative_to(path)
            if inside or (part is not None and part.key == text.key):
                kept.add(text.key)
    return tuple(text for text in texts if text.key in kept)
