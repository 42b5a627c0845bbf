"""`portal new`: what it writes, what it refuses, what it asks, and that what it writes can be finished."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from generator.cli import main
from generator.diagnostics import Severity
from generator.model.kinds import MODELS
from generator.paths import PortalPaths
from generator.scaffold.values import as_yaml
from generator.schema.examples import example_of
from generator.schema.fields import Key, key_at
from generator.schema.files import STEMS
from tests.support.portal import TODAY, copy_small, findings_of, places_of

PORTAL = [sys.executable, "-m", "generator.cli", "--today", TODAY]


@pytest.fixture
def small(tmp_path: Path) -> PortalPaths:
    """A portal without findings."""
    return copy_small(tmp_path / "portal")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed."""

    stdout: str
    stderr: str


Portal = Callable[..., Done]


@pytest.fixture
def portal(small: PortalPaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Portal:
    """A function (words …, code) that runs the command in the portal with nobody at a terminal."""

    def run(*words: str, code: int = 0) -> Done:
        monkeypatch.chdir(small.root)
        monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, *words])
        with pytest.raises(SystemExit) as left:
            main()
        found = capsys.readouterr()
        assert (left.value.code or 0) == code, found.out + found.err
        return Done(found.out, found.err)

    return run


def files_of(where: PortalPaths) -> set[str]:
    return {path.relative_to(where.root).as_posix() for path in where.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", MODELS)
def test_placeholders_are_found_each_on_its_line(kind: str, small: PortalPaths, portal: Portal) -> None:
    """All that `portal check` says of a new record is where a placeholder stands, in one run."""
    portal("new", STEMS[kind], "new")
    path = small.root / ("sites/new/site.yml" if kind == "sites" else f"content/{kind}/new.yml")
    lines = path.read_text("utf-8").splitlines()
    expected = [number for number, line in enumerate(lines, 1) if line.endswith((": TODO", "- TODO"))]
    found = [finding for finding in findings_of(small) if finding.code == "PP802"]
    others = {finding.code for finding in findings_of(small) if finding.severity is Severity.ERROR} - {
        "PP802"
    }
    name = path.relative_to(small.root).as_posix()
    assert places_of(tuple(found)) == [(name, number, "PP802") for number in expected]
    assert all(finding.help.startswith("replace it") for finding in found)
    assert others == (
        {"PP403"} if kind == "programmes" else set()
    )  # nobody answers for the new programme yet


IDS = {
    "organisations": "broen",
    "programmes": "broen-mentor",
    "coordinators": "broen-odense",
    "places": "odense",
}
ANSWERS = {
    ("calls", "role"): "mentor",
    ("media", "file"): "harbour.png",
    ("sites", "url"): "https://new.example.org/",
}


def answer(kind: str, key: Key) -> str:
    """What an editor would write in place of a placeholder."""
    if key.target:
        return "jobs" if key.target.vocabulary else IDS[key.target.kind]
    return as_yaml(ANSWERS.get((kind, key.name)) or example_of(key), key.form)


@pytest.mark.parametrize("kind", MODELS)
def test_with_examples_in_place_of_placeholders_nothing_is_wrong(
    kind: str, small: PortalPaths, portal: Portal
) -> None:
    """A new record of each kind in which every placeholder was replaced has no errors."""
    portal("new", STEMS[kind], "new")
    Image.new("RGB", (1200, 800), "#446688").save(small.media / "harbour.png")
    placeholders = [finding for finding in findings_of(small) if finding.code == "PP802"]
    for finding in placeholders:
        key = key_at(kind, finding.path)
        assert key is not None
        replace(small, finding.position.file, finding.position.line, answer(kind, key))
    if kind == "programmes":
        coordinator = small.content / "coordinators/broen-odense.yml"
        text = coordinator.read_text("utf-8")
        coordinator.write_text(text.replace("  - broen-mentor\n", "  - broen-mentor\n  - new\n"), "utf-8")
    for page in (small.sites / "new/pages").glob("*.md"):
        page.write_text(page.read_text("utf-8").replace("TODO: ", ""), "utf-8")
    errors = [finding for finding in findings_of(small) if finding.severity is Severity.ERROR]
    assert [(finding.position, finding.text) for finding in errors] == []


def replace(where: PortalPaths, file: str, line: int, value: str) -> None:
    path = where.root / file
    lines = path.read_text("utf-8").split("\n")
    assert lines[line - 1].endswith("TODO")
    lines[line - 1] = lines[line - 1].removesuffix("TODO") + value
    path.write_text("\n".join(lines), "utf-8")


def test_a_new_translation_changes_nothing(small: PortalPaths, portal: Portal) -> None:
    """A translation of which nothing is written yet counts as none: no errors, and the record's texts are in it."""
    before = findings_of(small)
    said = portal("new", "translation", "programmes/broen-mentor", "de").stdout
    assert said == "wrote content/programmes/broen-mentor.de.yml\n"
    text = (small.content / "programmes/broen-mentor.de.yml").read_text("utf-8")
    assert "# Broens mentornetværk\nname:\n" in text
    assert [found for found in findings_of(small) if found.severity is Severity.ERROR] == list(before) == []


def test_a_translation_of_what_was_translated_in_the_record_is_refused(
    small: PortalPaths, portal: Portal
) -> None:
    """A text that the record has in this language is not asked for again."""
    said = portal("new", "translation", "places/odense", "da", code=2).stderr
    assert said.startswith("portal: content/places/odense.yml is written in da itself\n")


def test_a_call_takes_what_follows_from_its_programme(small: PortalPaths, portal: Portal) -> None:
    """Language and time zone come from the programme; of two coordinators none is chosen."""
    portal("new", "call", "--programme", "broen-mentor", "--name", "Mentorer søges")
    text = (small.content / "calls/mentorer-soeges.yml").read_text("utf-8")
    assert "\nlanguage: da\n" in text and "\ntimezone: Europe/Copenhagen\n" in text
    assert "# One of: broen-aarhus, broen-odense\n  coordinator: TODO\n" in text
    (small.content / "coordinators/broen-aarhus.yml").unlink()
    (small.content / "coordinators/broen-aarhus.en.yml").unlink()
    portal("new", "call", "one", "--programme", "broen-mentor")
    assert "  coordinator: broen-odense\n" in (small.content / "calls/one.yml").read_text("utf-8")


def test_a_call_offers_the_coordinators_of_its_programme(small: PortalPaths, portal: Portal) -> None:
    """Somebody who does not answer for the programme is not offered."""
    path = small.content / "coordinators/broen-odense.yml"
    (small.content / "coordinators/other.yml").write_text(
        path.read_text("utf-8").replace("  - broen-mentor\n", "  - other\n"), "utf-8"
    )
    said = portal("new", "call", "x", "--programme", "broen-mentor", "--dry-run").stdout
    assert "# One of: broen-aarhus, broen-odense\n  coordinator: TODO\n" in said


def test_the_next_free_id_is_taken(small: PortalPaths, portal: Portal) -> None:
    """An id made from a name gets a number when it is taken."""
    for expected in ("ribe", "ribe-2", "ribe-3"):
        assert portal("new", "place", "--name", "Ribe").stdout.startswith(
            f"wrote content/places/{expected}.yml\n"
        )


def test_a_dry_run_writes_nothing(small: PortalPaths, portal: Portal) -> None:
    """With --dry-run the file is printed instead."""
    before = files_of(small)
    said = portal("new", "place", "ribe", "--dry-run", "--set", "place_type=city").stdout
    assert said.startswith("--- content/places/ribe.yml\n") and "\nplace_type: city\n" in said
    assert files_of(small) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plase", "x"], "portal: there is no kind 'plase': programme, organisation, coordinator, place, call, guide, "
            "story, testimonial, media, vocabulary, site, translation\n  help: did you mean place?\n"),
        (["place", "odense"], "portal: content/places/odense.yml exists already; nothing was written\n"
            "  help: the next free id is odense-2\n"),
        (["site", "broen"], "portal: sites/broen/site.yml exists already; nothing was written\n"
            "  help: the next free id is broen-2\n"),
        (["place", "Ny Ribe"], "portal: 'Ny Ribe' cannot be an id: small letters a–z, digits and single hyphens\n"
            "  help: use ny-ribe\n"),
        (["place", "../x"], "portal: '../x' cannot be an id: small letters a–z, digits and single hyphens\n"
            "  help: use x\n"),
        (["place", "ribe", "--set", "place_typ=city"], "portal: there is no key 'place_typ'\n"
            "  help: did you mean place_type?\n"),
        (["place", "ribe", "da"], "portal: 'da' is one word too many\n  help: a value goes into --set key=value\n"),
        (["place"], "portal: an ID or --name is missing\n  help: portal new place ID\n"),
        (["place", "x", "--programme", "broen-mentor"], "portal: a place names no programme\n"
            "  help: leave out --programme\n"),
        (["call", "x", "--site", "boren"], "portal: there is no site 'boren'\n  help: did you mean broen?\n"),
        (["translation", "programmes/broen", "en"], "portal: there is no record 'programmes/broen'\n"
            "  help: did you mean programmes/broen-mentor?\n"),
        (["translation", "programmes/broen-mentor", "dk"], "portal: 'dk' is not a language code\n"
            "  help: did you mean da?\n"),
        (["translation", "programmes/broen-mentor", "en"], "portal: content/programmes/broen-mentor.en.yml exists "
            "already; nothing was written\n  help: choose another id, or edit the file\n"),
    ],
)  # fmt: skip
def test_refusals(words: list[str], said: str, small: PortalPaths, portal: Portal) -> None:
    """What cannot be done is said in a sentence, with what to do, and nothing is written."""
    before = files_of(small)
    assert portal("new", *words, code=2).stderr == said
    assert files_of(small) == before


def answers_on_a_terminal(where: PortalPaths, words: list[str], answers: list[tuple[str, str]]) -> str:
    """Run the command at a terminal; give each answer when its question is asked. Return what was shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PORTAL, *words],
        cwd=where.root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "dumb"},
    )
    os.close(theirs)
    shown, seen = "", 0
    try:
        for question, given in answers:
            while question not in shown[seen:]:
                shown += _read(ours)
            seen = len(shown)
            os.write(ours, f"{given}\n".encode())
        while chunk := _read(ours):
            shown += chunk
    finally:
        process.wait(timeout=30)
        os.close(ours)
    assert process.returncode == 0, shown
    return shown


def _read(terminal: int) -> str:
    ready, _, _ = select.select([terminal], [], [], 30)
    assert ready, "nothing was asked for half a minute"
    try:
        return os.read(terminal, 4096).decode("utf-8", "replace")
    except OSError:  # Linux says so when the other side has closed
        return ""


def test_on_a_terminal_it_asks(small: PortalPaths) -> None:
    """Whoever sits at a terminal is asked for what the record needs: by number, by id, and again when it was wrong."""
    shown = answers_on_a_terminal(
        small,
        ["new", "coordinator", "--programme", "broen-mentor"],
        [
            ("What is it called?", "Koordinator i Ribe"),
            ("\r\nlanguages: ", "da, xx"),
            ("\r\nlanguages: ", "da, en"),
            ("\r\nemail: ", "ribe@example.org"),
            ("\r\nphones.number: ", ""),
        ],
    )  # fmt: skip
    text = (small.content / "coordinators/koordinator-i-ribe.yml").read_text("utf-8")
    assert '"xx" is not a language code' in shown
    assert "\nlanguages:\n  - da\n  - en\n" in text and "\nemail: ribe@example.org\n" in text
    assert "  - number: TODO\n" in text


def test_choices_are_numbered(small: PortalPaths) -> None:
    """A number stands for the word beside it, for records and for short lists."""
    answers_on_a_terminal(
        small,
        ["new", "place", "ribe", "--set", "name=Ribe"],
        [("\r\nplace_type: ", "2")],
    )  # fmt: skip
    assert "\nplace_type: region\n" in (small.content / "places/ribe.yml").read_text("utf-8")


def test_who_has_left_is_not_offered(small: PortalPaths, portal: Portal) -> None:
    """A coordinator whose role has ended is no choice for a new call."""
    path = small.content / "coordinators/broen-odense.yml"
    path.write_text(path.read_text("utf-8") + "valid_to: 2020-01-31\n", "utf-8")
    portal("new", "call", "spring", "--programme", "broen-mentor")
    text = (small.content / "calls/spring.yml").read_text("utf-8")
    assert ("broen-aarhus" in text, "broen-odense" in text) == (True, False)


def test_a_record_without_its_kind_is_found(portal: Portal) -> None:
    """The same id comes before ids that look like it."""
    said = portal("new", "translation", "broen-mentor", "de", code=2).stderr
    assert "did you mean programmes/broen-mentor?" in said
