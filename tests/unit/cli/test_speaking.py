"""Every command speaks the language that was chosen: in what it prints as usual, and in what it refuses."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.console.languages import words_in
from tests.support.editor_words import templates
from tests.support.history import PROGRAMME, Past, begin
from tests.support.portal import TODAY

Run = Callable[..., str]
_SLOT = re.compile(r"\{[a-z_]+\}")
_SHORTEST = 12
"""Characters of a sentence, without its values: shorter ones are words that other languages share."""

_USUAL = [
    ("check",),
    ("check", "--fix"),
    ("check", "--format", "concise"),
    ("check", "--format", "markdown"),
    ("status",),
    ("status", "--format", "markdown"),
    ("list",),
    ("diff",),
    ("diff", "--format", "markdown"),
    ("explain", "PP203"),
    ("translations", "status", "--language", "en"),
    ("translations", "accept", "broen-mentor", "--language", "en"),
    ("translations", "lock"),
    ("schema", "--output", "schemas"),
    ("new", "place", "ribe"),
    ("init", "other"),
]
_REFUSED = [
    ("check", "nowhere"),
    ("check", "README.md"),
    ("check", "--fix", "--diff"),
    ("check", "--diff", "--format", "json"),
    ("check", "--today", "soon"),
    ("check", "--today", "9999-12-31"),
    ("list", "--why"),
    ("list", "--site", "broem"),
    ("explain", "PP999"),
    ("new", "thing", "x"),
    ("new", "place", "odense"),
    ("new", "place", "Od Ense"),
    ("new", "place", "x", "y"),
    ("new", "place", "x", "--set", "nothing"),
    ("new", "place", "x", "--set", "nmae=x"),
    ("new", "coordinator", "x", "--set", "country=DKK"),
    ("new", "coordinator", "x", "--set", "organisation=nobody"),
    ("new", "translation", "nobody", "en"),
    ("new", "translation", "programmes/broen-mentor", "xx1"),
    ("new", "translation", "programmes/broen-mentor", "da"),
    ("init", "README.md"),
    ("init", "."),
    ("schema", "thing"),
    ("schema", "--translation"),
    ("diff", "nowhere"),
    ("diff", "--site", "broem"),
    ("status", "--site", "broem"),
    ("status", "--output", "README.md"),
    ("translations", "status", "--language", "dk"),
    ("translations", "accept", "nobody", "--language", "en"),
    ("translations", "accept", "broen-mentor", "nothing", "--language", "en"),
    ("translations", "export", "nowhere.yml", "--language", "en"),
]


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """A portal in a repository, with an outdated translation, a finding, a repair and a change."""
    past = begin(tmp_path / "portal")
    past.change(PROGRAMME, "En mentor hjælper dig", "En mentor følger dig")
    past.commit()
    past.change("content/coordinators/broen-odense.yml", "review_by: 2027-10-01", "review_by: 1.10.2027")
    past.change("content/coordinators/broen-aarhus.yml", "organisation: broen", "organisation: broem")
    (past.paths.root / "README.md").write_text("# Portal\n", "utf-8")
    return past


@pytest.fixture
def run(past: Past, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A function (words …) that runs a command in German and returns all it says."""

    def run(*words: str) -> str:
        monkeypatch.chdir(past.paths.root)
        monkeypatch.setattr(sys, "argv", ["portal", "--messages", "de", "--today", TODAY, *words])
        with pytest.raises(SystemExit):
            main()
        printed = capsys.readouterr()
        return printed.out + printed.err

    return run


def english_in(said: str) -> set[str]:
    """The sentences of the program whose longest part stands in a text in English though they have a translation."""
    german = words_in("de")
    found = set()
    for template in templates():
        part = max(_SLOT.split(template), key=len).strip()
        if len(part) >= _SHORTEST and " " in part and part in said and part not in german.say(template):
            found.add(template)
    return found


def test_english_is_noticed() -> None:
    """The net is fine enough for the sentences that matter."""
    assert english_in("portal: there is no site 'x'\n  help: did you mean y?") >= {
        "there is no site '{site}'"
    }


@pytest.mark.parametrize("words", [*_USUAL, *_REFUSED], ids=" ".join)
def test_no_english_sentence_in_german(words: tuple[str, ...], run: Run) -> None:
    """Nothing that has a translation is said in English."""
    said = run(*words)
    assert english_in(said) == set()


@pytest.mark.parametrize("words", _REFUSED, ids=" ".join)
def test_refusals_differ_from_english(
    words: tuple[str, ...],
    run: Run,
    past: Past,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No refusal is the same in both languages."""
    german = run(*words)
    monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, *words])
    with pytest.raises(SystemExit) as left:
        main()
    english = capsys.readouterr().err
    assert left.value.code == 2
    assert [
        line for line in german.splitlines() if line in english.splitlines() and "portal new" not in line
    ] == []
