"""A check with a cache gives what a check without one gives, whatever was done to the files in between."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.clock import read_clock
from generator.intake.index import Index
from generator.intake.portal import index_key, look
from generator.load.loader import Reading
from generator.load.names import BadName, Name, read_name
from generator.load.yaml_text import parse
from generator.paths import PortalPaths
from generator.store.places import facts_store
from generator.store.store import NOTHING_KEPT
from generator.verdict.portal import check_portal
from tests.support.facts import checked_with_cache, later, outcome_of
from tests.support.portal import SMALL, TODAY, copy_small

ROOT = Path(__file__).resolve().parents[3]
EDITS = ("delete line", "repeat line", "placeholder", "cut off", "old name", "empty", "odd byte", "link")
EDIT = st.tuples(
    st.sampled_from((*EDITS, "delete", "restore", "rename", "translate", "again")), st.integers(0, 10**6)
)


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PortalPaths:
    """A copy of the small portal, in which time passes between checks."""
    later(monkeypatch)
    return copy_small(tmp_path / "portal")


class Parsed(list[str]):
    """Counts what is parsed."""

    def __call__(self, data: bytes, file: str) -> object:
        self.append(file)
        return parse(data, file)


def without_cache(paths: PortalPaths, today: str = TODAY) -> dict[str, object]:
    """What a check finds that keeps nothing."""
    return outcome_of(check_portal(paths, read_clock(today)))


def edit(paths: PortalPaths, what: str, number: int) -> None:
    """Do something to one of the files; the number says to which, and where."""
    files = sorted(path for path in paths.root.rglob("*.*") if path.suffix in (".yml", ".md"))
    path = files[number % len(files)]
    original = SMALL / path.relative_to(paths.root)
    if what == "delete":
        path.unlink()
    elif what == "restore":
        shutil.copytree(SMALL, paths.root, dirs_exist_ok=True)
    elif what == "rename":
        path.rename(path.with_name(f"n{number % 7}{path.name}"))
    elif what == "translate":
        path.with_name(f"{path.name.split('.')[0]}.nb{path.suffix}").write_bytes(path.read_bytes())
    elif what == "again" and original.exists():
        path.write_bytes(original.read_bytes())
    elif what in EDITS:
        path.write_bytes(edited(path.read_bytes(), what, number))


def edited(data: bytes, what: str, number: int) -> bytes:
    """The bytes of a file after an edit."""
    lines = data.split(b"\n")
    at = number % len(lines)
    changed = {
        "delete line": lines[:at] + lines[at + 1 :],
        "repeat line": [*lines[: at + 1], *lines[at:]],
        "placeholder": [*lines[:at], lines[at].partition(b":")[0] + b": TODO", *lines[at + 1 :]],
        "cut off": [*lines[:at], lines[at][: number % 5]],
        "old name": [line.replace(b"odense", b"nowhere") for line in lines],
        "empty": [],
        "odd byte": [*lines[:at], lines[at] + b"\xff", *lines[at + 1 :]],
        "link": [*lines, b"summary: see [this](http://example.org)"],
    }
    return b"\n".join(changed[what])


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(edits=st.lists(EDIT, min_size=1, max_size=6))
def test_any_edits_are_found_as_without_a_cache(
    edits: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After every one of some random edits, findings, records and plans are those of a check from nothing."""
    later(monkeypatch)
    with tempfile.TemporaryDirectory() as folder:
        paths = copy_small(Path(folder) / "portal")
        checked_with_cache(paths)
        for what, number in edits:
            edit(paths, what, number)
            day = TODAY if number % 3 else "2027-03-01"
            expected = without_cache(paths, day)
            for _ in range(2):
                assert outcome_of(checked_with_cache(paths, day)) == expected


def test_nothing_is_parsed_when_nothing_has_changed(portal: PortalPaths) -> None:
    """The second check answers from memory; a single changed file is read with its translations and no other."""
    checked_with_cache(portal)
    parsed = Parsed()
    assert checked_with_cache(portal, parse=parsed).findings == ()
    assert parsed == []
    path = portal.content / "programmes" / "broen-mentor.yml"
    path.write_bytes(path.read_bytes() + b"# one more comment\n")
    checked_with_cache(portal, parse=parsed)
    assert sorted(parsed) == [f"content/programmes/broen-mentor{end}" for end in (".en.yml", ".yml")]


def test_records_of_an_unchanged_portal_come_from_the_cache(portal: PortalPaths) -> None:
    """Whoever asks for records and plans after a remembered check gets them, without a file being parsed."""
    expected = without_cache(portal)
    checked_with_cache(portal)
    parsed = Parsed()
    checked = checked_with_cache(portal, parse=parsed)
    assert (checked.catalog.by_key, parsed) == (check_portal(portal, read_clock(TODAY)).catalog.by_key, [])
    assert outcome_of(checked) == expected


def test_another_day_is_another_check(portal: PortalPaths) -> None:
    """What is remembered of today is not said about a day on which a review is overdue."""
    assert checked_with_cache(portal).findings == ()
    found = checked_with_cache(portal, "2029-01-01").findings
    assert found == check_portal(portal, read_clock("2029-01-01")).findings != ()


def test_a_damaged_cache_only_costs_time(portal: PortalPaths) -> None:
    """With one byte of every entry changed, everything is found as before."""
    expected = without_cache(portal)
    checked_with_cache(portal)
    entries = [path for path in (portal.cache / "facts").rglob("*") if path.is_file()]
    assert len(entries) > 2
    for path in entries:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))
    assert outcome_of(checked_with_cache(portal)) == expected


def test_a_cache_that_cannot_be_written_only_costs_time(portal: PortalPaths) -> None:
    """Where the folder of the cache cannot be made, everything is found all the same."""
    (portal.root / ".portal").write_text("a file stands in the way")
    assert outcome_of(checked_with_cache(portal)) == without_cache(portal)


def test_a_young_file_is_read_again(portal: PortalPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of just now may change again without a trace, so its mark is not believed."""
    monkeypatch.undo()
    checked_with_cache(portal)
    assert Index.open(facts_store(portal), index_key()).digests == {}


def test_names_that_were_accepted_are_not_judged_again(
    portal: PortalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A walk with a cache knows the names; one of another program judges them all, by its own rules."""
    checked_with_cache(portal)
    store, judged = facts_store(portal), list[str]()

    def judge(name: str, suffix: str) -> Name | BadName:
        judged.append(name)
        return read_name(name, suffix)

    monkeypatch.setattr("generator.load.discover.read_name", judge)
    found = look(portal, Reading(store=store))
    assert found.unread == len(found.files)
    assert {name.partition(".")[0] for name in judged} == {"site"}
    monkeypatch.setattr("generator.intake.portal.program_digest", lambda: "another program")
    judged.clear()
    look(portal, Reading(store=store))
    assert len(judged) == len(found.files)


def test_several_processes_find_the_same() -> None:
    """Records that workers have read are those that one process reads, down to places and digests."""
    paths, clock = PortalPaths(ROOT), read_clock(TODAY)
    alone = check_portal(paths, clock, (), Reading(store=NOTHING_KEPT))
    together = check_portal(paths, clock, (), Reading(store=NOTHING_KEPT, jobs=2))
    assert outcome_of(together) == outcome_of(alone)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDIT, min_size=1, max_size=6))
def test_rules_in_another_process_find_the_same(edits: list[tuple[str, int]]) -> None:
    """Whatever was done to a portal: rules that run elsewhere, while this process plans, find what they find here."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        paths = copy_small(Path(folder).resolve() / "portal")
        later(patch)
        for what, number in edits:
            edit(paths, what, number)
        patch.setattr("generator.verdict.portal._MANY", 0)
        together = checked_with_cache(paths, jobs=2)
        assert outcome_of(together) == without_cache(paths)


def test_what_is_wanted_soon_is_done_at_the_first_change(portal: PortalPaths) -> None:
    """Not in the first check, when nobody knows what has changed; not when nothing has, or only the time of a file."""
    done: list[str] = []

    def check(when: str) -> None:
        reading = Reading(store=facts_store(portal), jobs=2, soon=lambda: done.append(when) is None)
        look(portal, reading)

    check("before")
    checked_with_cache(portal)
    check("the same")
    path = portal.content / "coordinators/broen-odense.yml"
    path.touch()
    check("touched")
    path.write_bytes(path.read_bytes() + b"# seen\n")
    check("changed")
    path.with_name("anew.yml").write_bytes(path.read_bytes())
    check("added")
    assert done == ["changed", "added", "added"]


def test_findings_of_the_theme_are_kept_until_its_words_change(portal: PortalPaths) -> None:
    """What is wrong with a catalogue is said again without reading it; another catalogue is read."""
    shutil.copytree(ROOT / "theme", portal.root / "theme")
    path = portal.root / "theme/locales/da/LC_MESSAGES/portal.po"
    sound = path.read_text("utf-8")
    path.write_text(sound + '\nmsgid "x {day}"\nmsgstr "y {dag}"\n', "utf-8")
    paths = PortalPaths(portal.root)
    first = checked_with_cache(paths).findings
    assert [found for found in first if found.position.file.endswith("da/LC_MESSAGES/portal.po")]
    (portal.content / "coordinators/broen-odense.yml").touch()
    assert (
        checked_with_cache(paths, "2026-11-22").findings
        == check_portal(paths, read_clock("2026-11-22")).findings
    )
    path.write_text(sound, "utf-8")
    assert not [found for found in checked_with_cache(paths).findings if found.position.file.endswith(".po")]


def test_findings_of_a_theme_that_is_linked_are_not_out_of_date(portal: PortalPaths, tmp_path: Path) -> None:
    """A language's folder may be a link to another place."""
    shutil.copytree(ROOT / "theme", portal.root / "theme")
    danish = portal.root / "theme/locales/da"
    shutil.move(danish, tmp_path / "da")
    danish.symlink_to(tmp_path / "da", target_is_directory=True)
    paths = PortalPaths(portal.root)
    assert not [found for found in checked_with_cache(paths).findings if found.position.file.endswith(".po")]
    path = tmp_path / "da/LC_MESSAGES/portal.po"
    path.write_text(path.read_text("utf-8") + '\nmsgid "x {day}"\nmsgstr "y {dag}"\n', "utf-8")
    (portal.content / "coordinators/broen-odense.yml").touch()
    found = checked_with_cache(paths, "2026-11-22").findings
    assert [one for one in found if one.position.file.endswith(".po")]


def test_what_is_no_catalogue_makes_no_difference(portal: PortalPaths) -> None:
    """A folder with the name of a catalogue is no fault of a check without a cache."""
    shutil.copytree(ROOT / "theme", portal.root / "theme")
    (portal.root / "theme/locales/da/LC_MESSAGES/notes.po").mkdir()
    check_portal(PortalPaths(portal.root), read_clock(TODAY), (), Reading())
