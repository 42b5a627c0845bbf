"""`portal translations`: what editors and translators see, and what changes on the disk."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
import pytest

from generator.cli import main
from generator.history.leaves import Leaves, read_leaves
from tests.support.history import ENGLISH, PROGRAMME, Past, begin, without_git
from tests.support.portal import TODAY

SUMMARY = "En mentor hjælper dig på vej til arbejde i Odense eller Aarhus."
NEW = "Find en mentor i Odense."
CONTEXT = f"{PROGRAMME}: summary"


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    code: Any
    out: str
    err: str


Portal = Callable[..., Done]


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """The small portal in a repository with one commit."""
    return begin(tmp_path / "portal")


@pytest.fixture
def portal(past: Past, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Portal:
    """A function (words …) that runs `portal translations` in the portal."""

    def run(*words: str) -> Done:
        monkeypatch.chdir(past.paths.root)
        monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, "translations", *words])
        with pytest.raises(SystemExit) as left:
            main()
        found = capsys.readouterr()
        return Done(left.value.code or 0, found.out, found.err)

    return run


def outdate(past: Past) -> None:
    """Change a sentence of the source and commit it."""
    past.change(PROGRAMME, SUMMARY, NEW)
    past.commit()


def contents(past: Past) -> dict[str, bytes]:
    """All sources by path, and the lock file."""
    root = past.paths.root
    files = [path for folder in ("content", "sites") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (*files, *root.glob("*.lock"))}


def changed(past: Past, before: dict[str, bytes]) -> dict[str, list[str]]:
    """The new lines of each file that is not as before; lines that went away begin with a minus."""
    found = {}
    for file, data in contents(past).items():
        if data != before.get(file):
            old, new = (text.decode().splitlines() for text in (before.get(file, b""), data))
            gone = [f"-{line}" for line in old if line not in new]
            found[file] = gone + [line for line in new if line not in old]
    return found


def export(portal: Portal, past: Past) -> Path:
    """Export English and return the file."""
    target = past.paths.root / "en.po"
    assert portal("export", "--language", "en", "--output", str(target)).code == 0
    return target


def edit(file: Path, context: str, text: str, *, fuzzy: bool = False) -> polib.POEntry:
    """Do what a translator does in a program for PO files."""
    po = polib.pofile(str(file))
    (entry,) = [entry for entry in po if entry.msgctxt == context]
    entry.msgstr = text
    entry.flags = ["fuzzy"] if fuzzy else []
    po.save()
    return entry


def test_status_counts_by_site_and_language(past: Past, portal: Portal) -> None:
    """The table has a line for each language of each site, without the texts written in it."""
    outdate(past)
    (past.paths.root / "content/stories/first-year.en.yml").unlink()
    found = portal("status").out.splitlines()
    assert found[0].split() == ["site", "language", "fresh", "outdated", "missing", "unknown"]
    assert [line.split()[:2] for line in found[1:]] == [["broen", "da"], ["broen", "en"]]
    assert found[2].split()[3:] == ["1", "3", "0"]


def test_status_of_a_language_says_then_and_now(past: Past, portal: Portal) -> None:
    """What is outdated is listed with the words that changed."""
    outdate(past)
    assert portal("status", "--language", "en").out.splitlines()[3:] == [
        f"outdated  en  {PROGRAMME}  summary",
        f"    then, 2026-01-01: {SUMMARY}",
        f"    now: {NEW}",
    ]


def test_status_of_some_files(past: Past, portal: Portal) -> None:
    """With a path only its texts are counted; a translation stands for its record."""
    outdate(past)
    whole = portal("status", "--list", ENGLISH)
    assert "summary" in whole.out
    assert "summary" not in portal("status", "--list", "content/places").out


def test_status_as_json(past: Past, portal: Portal) -> None:
    """Programs get the same as one object."""
    outdate(past)
    found = json.loads(portal("status", "--format", "json", "--language", "en").out)
    assert found["texts"] == [
        {
            "file": PROGRAMME,
            "key": "summary",
            "language": "en",
            "state": "outdated",
            "since": "2026-01-01",
            "then": SUMMARY,
            "now": NEW,
        }
    ]


def test_status_in_markdown_is_plain(past: Past, portal: Portal) -> None:
    """Text of the content cannot become a link, a mention or a cell."""
    past.change(PROGRAMME, SUMMARY, "'[x](https://example.org) @all | **a**'")
    found = portal("status", "--format", "markdown", "--list").out
    assert r"now: \[x\]\(https\:<!-- -->//example\.org\) @<!-- -->all \| \*\*a\*\*" in found


def test_status_without_history(past: Past, portal: Portal) -> None:
    """Without a repository nothing is called fresh, and the reason is said."""
    without_git(past)
    found = portal("status", "--site", "broen", "--language", "en")
    row = found.out.splitlines()[1].split()
    assert (found.code, row[2], row[3]) == (0, "0", "0")
    assert "The history cannot be read (this folder is in no git repository)" in found.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("status", "--site", "broem"), "there is no site 'broem'"),
        (("status", "--language", "dk"), "no site has the language 'dk'"),
        (("accept", "broen-mentro", "--language", "en"), "there is no record 'broen-mentro' with texts"),
        (("accept", "broen-mentor", "sumary", "--language", "en"), "broen-mentor has no text 'sumary'"),
        (("accept", "broen-mentor", "--language", "en"), "nothing to accept"),
    ],
)
def test_wrong_use(portal: Portal, words: tuple[str, ...], message: str) -> None:
    """What cannot be meant is said, with what was probably meant."""
    found = portal(*words)
    assert (found.code, message in found.err, "help: " in found.err) == (2, True, True)


@pytest.mark.parametrize(
    "words", [("broen-mentor",), ("programmes/broen-mentor", "summary"), (PROGRAMME,), (ENGLISH, "summary")]
)
def test_accept(past: Past, portal: Portal, words: tuple[str, ...]) -> None:
    """A translation found right is fresh, and the lock file has one line more."""
    outdate(past)
    before = contents(past)
    assert portal("accept", *words, "--language", "en").code == 0
    assert (list(changed(past, before)), past.stale()) == (["translations.lock"], {})


def test_lock_speaks_without_history(past: Past, portal: Portal) -> None:
    """What was fresh when the lock file was written is fresh without git, and only as long as nothing changes."""
    assert portal("lock").code == 0
    without_git(past)
    before = past.stale()
    past.change(PROGRAMME, SUMMARY, NEW)
    assert (before, past.stale()) == ({}, {"programmes/broen-mentor summary en": "outdated"})


def test_nothing_to_lock(past: Past, portal: Portal) -> None:
    """Where nothing is known to be fresh no lock file is written."""
    without_git(past)
    assert (portal("lock").code, (past.paths.root / "translations.lock").exists()) == (2, False)


def test_export_of_an_outdated_text(past: Past, portal: Portal) -> None:
    """A program for PO files sees doubt, the source as it was and as it is, and the translation."""
    outdate(past)
    entry = next(one for one in polib.pofile(str(export(portal, past))) if one.msgctxt == CONTEXT)
    assert (entry.fuzzy, entry.previous_msgid, entry.msgid) == (True, SUMMARY, NEW)
    assert entry.msgstr == "A mentor helps you find your way to work in Odense or Aarhus."


def test_round_trip_changes_nothing(past: Past, portal: Portal) -> None:
    """A file that comes back as it went changes no byte, also when another program wrote it anew."""
    outdate(past)
    before = contents(past)
    file = export(portal, past)
    first = portal("import", str(file))
    polib.pofile(str(file)).save()
    assert (first.code, portal("import", str(file)).code, changed(past, before)) == (0, 0, {})


def test_import_changes_the_text_meant(past: Past, portal: Portal) -> None:
    """One translation changes one value; comments, quotes and everything else stay."""
    past.change(ENGLISH, "summary: A mentor", "# Checked by Ida\nsummary: A mentor")
    outdate(past)
    file, before = export(portal, past), contents(past)
    edit(file, CONTEXT, "Find a mentor in Odense.")
    assert portal("import", str(file)).code == 0
    assert changed(past, before) == {
        ENGLISH: [
            "-summary: A mentor helps you find your way to work in Odense or Aarhus.",
            "summary: Find a mentor in Odense.",
        ]
    }
    assert past.stale() == {}


def test_doubt_taken_away_means_still_right(past: Past, portal: Portal) -> None:
    """A translator who leaves the words and takes away the doubt has accepted the translation."""
    outdate(past)
    file, before = export(portal, past), contents(past)
    edit(file, CONTEXT, "A mentor helps you find your way to work in Odense or Aarhus.")
    portal("import", str(file))
    assert (list(changed(past, before)), past.stale()) == (["translations.lock"], {})


def test_doubt_left_is_not_taken(past: Past, portal: Portal) -> None:
    """A message still marked as fuzzy changes nothing."""
    outdate(past)
    file, before = export(portal, past), contents(past)
    edit(file, CONTEXT, "Find a mentor in Odense.", fuzzy=True)
    assert (portal("import", str(file)).code, changed(past, before)) == (0, {})


def test_new_translations_stand_in_the_order_of_the_record(past: Past, portal: Portal) -> None:
    """Keys that were not there follow the source's order; a new file begins like those beside it."""
    overlay = past.paths.root / ENGLISH
    lines = overlay.read_text("utf-8").splitlines(keepends=True)
    overlay.write_text("".join(line for line in lines if not line.startswith("summary")), "utf-8")
    (past.paths.root / "content/stories/first-year.en.yml").unlink()
    file = export(portal, past)
    edit(file, CONTEXT, "A mentor helps.")
    story = "content/stories/first-year.yml"
    headline = next(e for e in polib.pofile(str(file)) if e.msgctxt and e.msgctxt.startswith(story))
    edit(file, headline.msgctxt, "The first year")
    assert portal("import", str(file)).code == 0
    keys = [line.split(":")[0] for line in overlay.read_text("utf-8").splitlines() if line[0].isalpha()]
    assert keys[:3] == ["name", "summary", "description"]
    new = (past.paths.root / "content/stories/first-year.en.yml").read_text("utf-8")
    assert new == f"{headline.msgctxt.split(': ')[1]}: The first year\n"


def test_label_and_page(past: Past, portal: Portal) -> None:
    """A label in a map of languages changes in its record, the title of a page in the page's file."""
    past.change("content/vocabulary/topics.yml", "      da: Jobsøgning\n", "")
    file = past.paths.root / "da.po"
    portal("export", "--language", "da", "--output", str(file))
    edit(file, "content/vocabulary/topics.yml: terms.job-search.name", "Find et job")
    before = contents(past)
    assert portal("import", str(file)).code == 0
    english = export(portal, past)
    edit(english, "sites/broen/pages/about.md: title", "About")
    portal("import", str(english))
    found = changed(past, before)
    assert found.pop("content/vocabulary/topics.yml") == ["      da: Find et job"]
    assert list(found) == ["sites/broen/pages/about.en.md"]
    assert found["sites/broen/pages/about.en.md"][1:] == ["title: About"]


def test_whole_language_comes_back(past: Past, portal: Portal) -> None:
    """From the PO file alone every file of a language can be made again, with the same texts."""
    root = past.paths.root
    file = export(portal, past)
    gone = [
        *root.glob("content/*/*.en.yml"),
        *root.glob("sites/*/*.en.yml"),
        *root.glob("sites/*/pages/*.en.md"),
    ]
    before = {path: read_leaves(path.read_bytes(), is_page=path.suffix == ".md") for path in gone}
    for path in gone:
        path.unlink()
    assert portal("import", str(file)).code == 0
    for path, leaves in before.items():
        found = read_leaves(path.read_bytes(), is_page=path.suffix == ".md")
        assert leaves is not None
        assert found is not None
        assert normalised(found) == normalised(leaves)


def normalised(leaves: Leaves) -> dict[str, str]:
    """Texts without the white space at their ends."""
    return {leaf: text.strip() for leaf, text in leaves.at.items()}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A <b>mentor</b>", "expected one line of plain text"),
        ("A mentor\nin Odense", "expected one line of plain text"),
        ("A {mentor}", "the words in braces differ: expected —, found {mentor}"),
        ("A" * 400, "a one-line text may have 300"),
    ],
    ids=["markup", "lines", "slot", "long"],
)
def test_refused_translation(past: Past, portal: Portal, text: str, reason: str) -> None:
    """A translation that would be wrong is refused with file and line, and nothing is written."""
    file, before = export(portal, past), contents(past)
    entry = edit(file, CONTEXT, text)
    other = f"{PROGRAMME}: name"
    edit(file, other, "Another name")
    found = portal("import", str(file))
    line = file.read_text("utf-8").splitlines().index(f'msgid "{entry.msgid}"') + 1
    assert (found.code, changed(past, before)) == (1, {})
    assert found.out.startswith(f"{file.as_posix()}:{line}:1  ")
    assert reason in found.out


def test_lost_link_is_refused(past: Past, portal: Portal) -> None:
    """Prose with fewer links than its source is refused."""
    past.change(
        PROGRAMME,
        "question: Koster det noget?\n    answer: Nej",
        "question: Hvad?\n    answer: '[Nej](https://example.org)",
    )
    past.change(PROGRAMME, "det er gratis for begge.", "det er gratis.'")
    file = export(portal, past)
    edit(file, f"{PROGRAMME}: questions.cost.answer", "No, it is free.")
    found = portal("import", str(file))
    assert "the markup differs: the source has 1 links, the translation 0" in found.out


def test_source_changed_since_the_export(past: Past, portal: Portal) -> None:
    """A translation of words that are no longer there is refused; the others can be taken without it."""
    file = export(portal, past)
    edit(file, CONTEXT, "A mentor is there for you.")
    edit(file, f"{PROGRAMME}: name", "The Bridge")
    outdate(past)
    refused, before = portal("import", str(file)), contents(past)
    partly = portal("import", "--skip-refused", str(file))
    assert "the source was changed after the export" in refused.out
    assert (refused.code, partly.code, list(changed(past, before))) == (1, 1, [ENGLISH])


def test_unknown_message(past: Past, portal: Portal) -> None:
    """A message for a text that is not there is refused."""
    file = export(portal, past)
    po = polib.pofile(str(file))
    po.append(polib.POEntry(msgctxt="content/places/x.yml: name", msgid="a\x1b[31m", msgstr="b"))
    po.save()
    found = portal("import", str(file))
    assert (found.code, "\x1b" in found.out) == (1, False)
    assert "there is no text “content/places/x.yml: name” any more" in found.out


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b'msgid "a\nmsgstr', b'msgid ""\nmsgstr ""\n'])
def test_file_that_is_none(past: Past, portal: Portal, data: bytes) -> None:
    """A file that is no PO file, or has no language, is refused in words."""
    file = past.paths.root / "x.po"
    file.write_bytes(data)
    found = portal("import", str(file))
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith(f"{file.as_posix()}:")


@pytest.mark.parametrize("kind", ["link", "folder", "large"])
def test_lock_file_that_cannot_be_read_is_not_written_over(past: Past, portal: Portal, kind: str) -> None:
    """What others accepted may be in it, so nothing is written."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    lock = past.paths.root / "translations.lock"
    if kind == "link":
        lock.symlink_to("elsewhere.lock")
    elif kind == "folder":
        lock.mkdir()
    else:
        lock.write_text("# many\n" * 3_000_000, "utf-8")
    done = portal("accept", "broen-mentor", "summary", "--language", "en")
    assert (done.code, "translations.lock cannot be read" in done.err) == (2, True)
    assert (lock.is_symlink(), lock.is_dir()) == (kind == "link", kind == "folder")


def test_an_id_of_two_kinds_is_refused(past: Past, portal: Portal) -> None:
    """A bare id that a guide and a programme share names neither; with the kind it does."""
    guide = past.paths.content / "guides/first-meeting"
    for ending in (".yml", ".en.yml"):
        text = guide.with_name(guide.name + ending).read_text("utf-8")
        guide.with_name(f"broen-mentor{ending}").write_text(text, "utf-8")
    past.commit()
    outdate(past)
    before = contents(past)
    bare = portal("accept", "broen-mentor", "--language", "en")
    assert (bare.code, "guides/broen-mentor, programmes/broen-mentor" in bare.err) == (2, True)
    assert contents(past) == before
    assert portal("accept", "programmes/broen-mentor", "--language", "en").code == 0


def test_what_is_unknown_is_accepted_by_its_whole_key_only(past: Past, portal: Portal) -> None:
    """Without history nothing is outdated; who names a record does not vouch for all its texts."""
    without_git(past)
    whole = portal("accept", "broen-mentor", "--language", "en")
    group = portal("accept", "broen-mentor", "steps", "--language", "en")
    named = portal("accept", "broen-mentor", "summary", "--language", "en")
    assert (whole.code, group.code, named.code) == (2, 2, 0)
    lock = (past.paths.root / "translations.lock").read_text("utf-8")
    assert [line.split()[:3] for line in lock.splitlines() if not line.startswith("#")] == [
        ["programmes/broen-mentor", "summary", "en"]
    ]


@pytest.mark.parametrize(("language", "near"), [("ua", "uk"), ("EN", "en"), ("en-GB", "en")])
def test_a_language_that_no_site_has_is_refused(
    language: str, near: str, past: Past, portal: Portal, tmp_path: Path
) -> None:
    """One refusal names the language and what is near; nothing is written, not even with --skip-refused."""
    past.change("sites/broen/site.yml", "languages:\n", "languages:\n  - uk\n")
    outdate(past)
    text = portal("export", "--language", "en").out
    file = tmp_path / "back.po"
    file.write_text(text.replace("Language: en", f"Language: {language}").replace("#, fuzzy\n", ""), "utf-8")
    before = contents(past)
    done = portal("import", "--skip-refused", str(file))
    said = [line for line in done.out.splitlines() if "no site has the language" in line]
    assert (done.code, len(said), f"did you mean {near}?" in said[0]) == (1, 1, True)
    assert contents(past) == before


def test_one_record_is_exported(past: Past, portal: Portal) -> None:
    """With a path only the texts of that file are written."""
    outdate(past)
    whole = portal("export", "--language", "en").out
    one = portal("export", PROGRAMME, "--language", "en").out
    contexts = [line for line in one.splitlines() if line.startswith("msgctxt")]
    assert contexts
    assert all("broen-mentor" in line for line in contexts)
    assert whole.count("msgctxt") > len(contexts)


@pytest.mark.parametrize("words", [("status",), ("export", "--language", "en")])
def test_records_that_cannot_be_read_are_counted(past: Past, portal: Portal, words: tuple[str, ...]) -> None:
    """What is not among the texts is said on stderr, and where to look."""
    past.change("content/guides/first-meeting.yml", "language: da", "language: [da")
    done = portal(*words)
    assert (done.code, done.err) == (0, "1 record cannot be read; `portal check` says which\n")
