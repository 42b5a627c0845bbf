"""What is served at this moment: the sites, what is wrong, and every file on demand.

Takes snapshots from the builder, gives bytes to the web server and news to open pages. A file that cannot be made is
answered by its last good version; why not is among the findings. Knows no HTTP and prints nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from generator.clock import Clock
from generator.diagnostics import Finding, Phrase, Position, Severity, in_order
from generator.paths import PortalPaths
from generator.serve.builder import Builder, BuilderLostError, lost
from generator.serve.shelf import Shelf
from generator.serve.snapshot import Face, Fault, Snapshot, fault_of
from generator.serve.sources import theme_state

_Faults = dict[tuple[str, str], tuple[Finding, ...]]
"""What went wrong with each site under each of its keys."""
_DEATHS = 2
"""A site that has ended so many processes would end the next one, too: one may have been ended by somebody else."""


@dataclass(frozen=True, slots=True)
class State:
    """The sites as they can be shown and everything that is wrong. `number` counts the states of this run.

    `changed` are the files whose records are not what they were when serving began.
    """

    number: int = 0
    faces: tuple[Face, ...] = ()
    findings: tuple[Finding, ...] = ()
    changed: frozenset[str] = frozenset()

    def face(self, site: str) -> Face | None:
        """The site with this id."""
        return next((face for face in self.faces if face.id == site), None)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps pages from being made."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


class Desk:
    """The state and the files. May be used from any thread."""

    def __init__(self, paths: PortalPaths, builder: Builder, told: Callable[[], object]) -> None:
        self.state = State()
        self.snapshot = Snapshot(())
        self._outdated = threading.Event()
        self._paths = paths
        self._builder = builder
        self._shelf = Shelf()
        self._told = told
        self._news = threading.Condition()
        self._faults: _Faults = {}
        self._deaths: _Faults = {}
        self._theme = ""
        self._theme_shown = ""
        self._first: dict[str, str] | None = None
        self._gone: dict[str, Face] = {}

    @property
    def is_outdated(self) -> bool:
        """Whether the portal has to be read again: the process that had read it is gone, or the theme is another."""
        return self._outdated.is_set()

    def read(self, clock: Clock) -> None:
        """Read the portal anew."""
        self._outdated.clear()
        theme = theme_state(self._paths)
        is_other, self._theme = theme != self._theme, theme
        try:
            self.snapshot = self._builder.read(clock, theme)
        except BuilderLostError as error:
            self.snapshot = Snapshot(lost(error, self._paths).findings)
        if self._first is None and self.snapshot.faces is not None:
            self._first = dict(self.snapshot.states)
        if self.snapshot.faces is not None:
            faces = self.snapshot.faces
            self._gone |= {face.id: face for face in self.state.faces}
            self._gone = {id: face for id, face in self._gone.items() if all(f.id != id for f in faces)}
            self._theme_shown = theme
            self._shelf.renew({face.id: face.key for face in faces})
        if is_other:
            self._faults, self._deaths = {}, {}
        self._renew()

    def file(self, site: str, path: str) -> bytes | Fault | None:
        """Return a file as a build would write it; when that cannot be, its last good version.

        Returns the fault when there is none either, and `None` when the site has no such file.
        """
        face = self.state.face(site)
        if face is None:
            return self._shelf.last_good(site, path)
        found = self._shelf.find(site, path, face.key)
        if found is not None:
            return found
        made, is_still = self._guarded(face, lambda: self._builder.file(site, path))
        if isinstance(made, bytes) and is_still:
            self._shelf.put(site, face.key, {path: made})
            return made
        if not isinstance(made, (bytes, Fault)):
            return None
        good = self._shelf.last_good(site, path)
        return made if good is None else good

    def not_found(self, site: str, language: str, base: str) -> bytes | None:
        """Return a site's 404 page for the address `base`, `None` when it cannot be made."""
        face = self.state.face(site)
        if face is None:
            return None
        made, _ = self._guarded(face, lambda: self._builder.not_found(site, language, base))
        return made if isinstance(made, bytes) else None

    def make_ahead(self, site: str, language: str | None) -> bool:
        """Make all files of one language of a site, or its other ones; say whether that went well.

        As long as there is a site that ends processes, nothing is made before somebody asks for it.
        """
        face = self.state.face(site)
        with self._news:
            is_deadly = any(len(deaths) >= _DEATHS for deaths in self._deaths.values())
        if face is None or is_deadly or not self._is_still(self._theme_shown):
            return False
        made, is_still = self._guarded(
            face,
            lambda: self._builder.unit(site, language) if language else self._builder.others(site),
        )
        if not isinstance(made, dict) or not is_still:
            return False
        self._shelf.put(site, face.key, made)
        return True

    def is_complete(self, face: Face) -> bool:
        """Whether everything of a site is there."""
        return self._shelf.is_complete(face.id, face.key)

    def complete(self, site: str, key: str) -> None:
        """Say that everything of a site was made: a process that was lost was not lost because of it."""
        self._shelf.complete(site, key)
        with self._news:
            if self._deaths.pop((site, key), ()):
                self._renew()

    def wait(self, number: int, seconds: float) -> State:
        """Return the state as soon as it is another than `number`, at the latest after `seconds`."""
        with self._news:
            self._news.wait_for(lambda: self.state.number != number, seconds)
            return self.state

    def _is_still(self, theme: str) -> bool:
        """Whether the theme is what it was; one that was not read yet is to be read."""
        now = theme_state(self._paths)
        if now != self._theme:
            self._outdate()
        return now == theme == self._theme_shown

    def _outdate(self) -> None:
        self._outdated.set()
        self._told()

    def _guarded(self, face: Face, make: Callable[[], object]) -> tuple[object, bool]:
        """Ask the builder; what goes wrong is a fault of this site until it has another key.

        Returns what was made, and whether it was made of the theme that the sites shown were read with: templates are
        read as pages are made.
        """
        theme = self._theme_shown
        try:
            made = make()
        except BuilderLostError as error:
            made = lost(error, self._paths)
            place = (face.id, face.key)
            with self._news:
                self._deaths[place] = (*self._deaths.get(place, ()), *made.findings)
                self._renew()
            self._outdate()  # the next reading starts a process
            return made, False
        is_still = self._is_still(theme)
        if isinstance(made, Fault) and is_still:
            self._keep(face, made)
        return made, is_still

    def _keep(self, face: Face, fault: Fault) -> None:
        place = (face.id, face.key)
        with self._news:
            known = self._faults.get(place, ())
            found = (*known, *(finding for finding in fault.findings if finding not in known))
            if found != known:
                self._faults[place] = found
                self._renew()

    def _causes(self) -> tuple[Finding, ...]:
        """Of the faults at one place the first: a hook or template fails in every language of every site."""
        found: dict[Position, Finding] = {}
        for faults in (*self._faults.values(), *self._deaths.values()):
            for fault in faults:
                found.setdefault(fault.position, fault)
        return tuple(found.values())

    def _renew(self) -> None:
        """Put the state together from the snapshot and the faults; tell who waits, if it is another."""
        with self._news:
            snapshot, old = self.snapshot, self.state
            faces = snapshot.faces if snapshot.faces is not None else old.faces
            keys = {(face.id, face.key) for face in faces}
            self._faults = {place: found for place, found in self._faults.items() if place in keys}
            self._deaths = {place: found for place, found in self._deaths.items() if place in keys}
            findings = in_order((*snapshot.findings, *self._causes(), *map(_missing, self._gone.values())))
            first = self._first or {}
            states = snapshot.states if snapshot.faces is not None else first
            changed = frozenset(name for name, now in states.items() if first.get(name) != now)
            if snapshot.faces is None:
                changed = old.changed
            self.state = State(old.number + 1, faces, findings, changed)
            if (old.faces, old.findings, old.changed) == (faces, findings, changed) and old.number:
                self.state = old
                return
            self._news.notify_all()
        self._told()


def _missing(face: Face) -> Finding:
    said = Phrase("the site {site} is gone: its pages are shown as they last were", {"site": face.id})
    help = Phrase("bring the folder back, or stop `portal serve` and start it again")
    return fault_of(said, help, Position(f"sites/{face.id}/site.yml", 0))
