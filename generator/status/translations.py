"""The translations of a portal by site and language, with the state of each text: one count for everybody who counts.

Takes the texts, the history and the plans; returns values. Reads and prints nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.history.states import History, State, TextState
from generator.history.texts import Translatable
from generator.model.fields.tables import chain
from generator.plan.site_plan import SitePlan
from generator.select.texts import site_texts
from generator.status.item import Texts


@dataclass(frozen=True, slots=True)
class LanguageStates:
    """All texts of a site in one of its languages."""

    site: str
    language: str
    states: tuple[TextState, ...]

    @property
    def counts(self) -> Counter[State]:
        """How many texts are in each state."""
        return Counter(found.state for found in self.states)


def language_states(
    plans: Iterable[SitePlan], texts: Sequence[Translatable], history: History
) -> Iterator[LanguageStates]:
    """Yield the texts of each site in each language that it lists; its own texts have no translation there."""
    for plan in plans:
        shown = site_texts(plan.view, texts)
        for code in plan.view.site.languages:
            tags = chain(code)
            states = (history.of(text, code) for text in shown if text.language not in tags)
            yield LanguageStates(plan.id, code, tuple(states))


def texts_to_do(groups: Iterable[LanguageStates], history: History) -> Iterator[Texts]:
    """Yield the counts of each site and language that lacks texts, or has outdated ones or such as may be."""
    for group in groups:
        missing, outdated = group.counts[State.MISSING], group.counts[State.OUTDATED]
        unknown = group.counts[State.UNKNOWN]
        if missing or outdated or unknown:
            known = None if history.trouble else outdated
            yield Texts(group.site, group.language, missing, len(group.states), known, unknown)
