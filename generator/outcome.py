"""What the pipeline is asked for and what it answers, as values; and when it must not go on.

Takes nothing from files and prints nothing: `pipeline` fills these, `cli` and `console` read them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from generator.diagnostics import Finding, Severity, count
from generator.errors import ContentError, UsageError
from generator.model.catalog import Key
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.publish.assembly import Change
from generator.publish.staging import Published
from generator.spans import Stages
from generator.verdict.checked import Checked

if TYPE_CHECKING:
    from generator.engine.last import Outcome
    from generator.engine.tasks import BuiltUnit


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build and where. Empty `sites` and `languages` mean all; `jobs` is the number of processes.

    Without `cache` nothing that an earlier build kept is used, and nothing is kept.
    """

    output: Path
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    jobs: int = 1
    cache: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether every site is built in all its languages."""
        return not self.sites and not self.languages

    @property
    def choice(self) -> tuple[object, ...]:
        """What tells builds with different results apart."""
        return str(self.output.absolute()), self.sites, self.languages


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `languages` counts languages over all sites; `seconds` is wall time.

    `published` names the files that are different now, `findings` are those that concern the sites built, `stages`
    say where the time went.
    """

    sites: int
    languages: int
    pages: int
    published: Published
    findings: tuple[Finding, ...]
    stages: Stages

    @classmethod
    def of(cls, said: Outcome, done: Published, spent: Stages) -> Self:
        """Return the report of a build that `said` this of its sites."""
        return cls(len(said.keys), said.languages, said.pages, done, said.findings, spent)

    @property
    def written(self) -> int:
        """How many files were written."""
        return len(self.published.written)

    @property
    def unchanged(self) -> int:
        """How many files are what they were."""
        return self.published.unchanged

    @property
    def removed(self) -> int:
        """How many files are no longer there."""
        return len(self.published.removed)

    @property
    def seconds(self) -> float:
        """How long the stages took."""
        return sum(span.seconds for span in self.stages.stages)


class Progress(Protocol):
    """Somebody who wants to know how far a build is."""

    def started(self, units: int) -> None:
        """Say how many units there are."""

    def advanced(self, unit: BuiltUnit) -> None:
        """Say that one more is done."""


class Silent:
    """Nobody wants to know."""

    def started(self, units: int) -> None:
        """Do nothing."""

    def advanced(self, unit: BuiltUnit) -> None:
        """Do nothing."""


SILENT = Silent()


def stop_at_errors(findings: Sequence[Finding]) -> None:
    """Raise `ContentError` when any of these findings is an error."""
    if count(findings, Severity.ERROR):
        raise ContentError(findings)


def chosen_plans(checked: Checked, options: BuildOptions) -> dict[str, SitePlan]:
    """Return the plans to build, by site. Raises `UsageError` for a site or language that there is not."""
    if not checked.plans:
        raise UsageError("this portal has no site", "make sites/<id>/site.yml")
    known = {plan.id for plan in checked.plans}
    spoken = {language for plan in checked.plans for language in plan.view.site.languages}
    for what, asked, there in (("site", options.sites, known), ("language", options.languages, spoken)):
        for name in asked:
            if name not in there:
                raise UsageError(
                    "there is no site '{site}'"
                    if what == "site"
                    else "no site has the language '{language}'",
                    "there are: {options}",
                    **{what: name},
                    options=", ".join(sorted(there)),
                )
    for plan in checked.plans:
        if plan.id in options.sites and not plan.languages:
            languages = ", ".join(plan.view.site.languages)
            raise UsageError(
                "the site {id} has none of these languages",
                "it has: {options}",
                id=plan.id,
                options=languages,
            )
    return {plan.id: plan for plan in checked.plans if plan.id in (options.sites or known) and plan.languages}


def concerned(checked: Checked, chosen: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings that concern the sites built: not those in records and folders of other sites only.

    What no site shows, and what is no record, concerns every site.
    """
    others = {plan.id for plan in checked.plans} - set(chosen)
    own, elsewhere = set[Key](), set[Key]()
    for plan in checked.plans:
        (elsewhere if plan.id in others else own).update(plan.view.records, plan.view.left_out)
    left_aside = {*(elsewhere - own), *(("sites", id) for id in others)}
    return tuple(finding for finding in checked.findings if _key_of(finding.position.file) not in left_aside)


def _key_of(file: str) -> Key:
    """The record that a file belongs to: itself, its translation, or a page of the site."""
    folder, kind, *rest = (*file.split("/"), "", "")
    return ("sites", kind) if folder == "sites" else (kind, rest[0].partition(".")[0])


def refuse_output(paths: PortalPaths, output: Path) -> None:
    """Raise `UsageError` when the output would lie among the sources, or hold them."""
    target = output.resolve()
    for folder in (paths.content, paths.sites, paths.theme):
        source = folder.resolve()
        is_among = target.is_relative_to(source)
        if is_among or source.is_relative_to(target):
            raise UsageError(
                "{output} cannot be the output: {folder} is a source of the portal"
                if is_among
                else "{output} cannot be the output: {folder} lies in it, a source of the portal",
                "name a folder for the output alone, neither above the sources nor among them",
                output=output,
                folder=paths.shown(folder) if is_among else folder,
            )


def refuse_lost_languages(plans: Mapping[str, SitePlan], changes: Collection[Change]) -> None:
    """Raise `UsageError` when a build of some languages would remove the others from a site."""
    for change in changes:
        plan = plans[change.site]
        lost = [code for code in plan.view.site.languages if f"{code}/index.html" in change.removed]
        if lost and set(plan.languages) != set(plan.view.site.languages):
            raise UsageError(
                "this output has the site {id} in more languages; they would be removed: {options}",
                "build some languages into a folder of their own: --output preview",
                id=plan.id,
                options=", ".join(lost),
            )
