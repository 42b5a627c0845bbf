"""Safe repairs: what is mended, what stays as it is, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.diagnostics import Edit, Finding, Position, Severity
from generator.edit.proof import is_proven
from generator.edit.repair import Repaired, repair
from generator.edit.write import source_path, write
from generator.errors import UsageError
from generator.load.loader import Reading
from generator.paths import PortalPaths
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, copy_small

FILE = "content/coordinators/broen-odense.yml"


def repaired(paths: PortalPaths, file: str = FILE) -> tuple[str, list[str], Repaired]:
    """The text of a file after all repairs, the codes that are still found in the portal, and the rest."""
    clock = read_clock(TODAY)
    done = repair(
        lambda instead: check_portal(paths, clock, reading=Reading(instead)).findings,
        lambda name: (paths.root / name).read_bytes(),
        lambda finding: True,
    )
    after = check_portal(paths, clock, reading=Reading(done.files))
    data = done.files.get(file) or (paths.root / file).read_bytes()
    return data.decode("utf-8"), [found.code for found in after.findings], done


def changed(tmp_path: Path, old: str, new: str) -> tuple[PortalPaths, str]:
    """The small portal with a change in one file, and what the file was before."""
    paths = copy_small(tmp_path / "portal")
    path = paths.root / FILE
    before = path.read_text("utf-8")
    assert old in before
    path.write_bytes(before.replace(old, new).encode())
    return paths, before


NUMBER, REVIEW, OPENS = "number: 32 12 34 56", "review_by: 2027-10-01", "opens: 09:00"
MAIL = "email: odense@broen.example.org"


@pytest.mark.parametrize(
    ("old", "new", "mended"),
    [
        (NUMBER, "number: Tlf. 32 12 34 56  # ring", "number: +45 32 12 34 56  # ring"),
        (NUMBER, "number: 'tel:+4532123456'", "number: '+45 32 12 34 56'"),
        (NUMBER, 'number: "Tel: 0045 32123456"', 'number: "+45 32 12 34 56"'),
        (NUMBER, "number: \u200b32 12 34 56", "number: +45 32 12 34 56"),
        (REVIEW, "review_by: 1.10.2027", REVIEW),
        (REVIEW, "review_by: 01. 10. 2027", REVIEW),
        (REVIEW, "review_by: 31/12/2027", "review_by: 2027-12-31"),
        (REVIEW, "review_by: 2027-10-1", REVIEW),
        (REVIEW, "review_by: 2027/10/01", REVIEW),
        (REVIEW, "review_by: “2027-10-01”", REVIEW),
        (REVIEW, 'review_by: "1.10.2027" # and why', 'review_by: "2027-10-01" # and why'),
        (REVIEW, "review_by:\u00a02027-10-01", REVIEW),
        (OPENS, "opens: 9:00", OPENS),
        (OPENS, "opens: 9.00", OPENS),
        (MAIL, MAIL.replace(": ", ": mailto:"), MAIL),
        (MAIL, MAIL.replace(": ", ": <") + ">", MAIL),
        (MAIL, MAIL.replace("@", "\u200b@"), MAIL),
        ("role: Koordinator i Odense", "role: „Koordinator: Odense“", 'role: "Koordinator: Odense"'),
        ("role: Koordinator i Odense", "role: Koor\u00addinator i Odense", "role: Koordinator i Odense"),
        ("role: Koordinator i Odense", "role: Koordinator i Odense  \t", "role: Koordinator i Odense"),
        ("programmes:\n  - broen-mentor", "programmes:\n\t- broen-mentor", "programmes:\n  - broen-mentor"),
        ("language: da", "\ufefflanguage: da", "language: da"),
        ("\n", "\r\n", "\n"),
        (f"{REVIEW}\n", REVIEW, f"{REVIEW}\n"),
    ],
)
def test_what_is_meant_beyond_doubt_is_mended(old: str, new: str, mended: str, tmp_path: Path) -> None:
    """The value is as it should be, the quotes, comments and all the rest of the file as they were."""
    paths, before = changed(tmp_path, old, new)
    assert repaired(paths)[:2] == (before.replace(old, mended), [])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (REVIEW, "review_by: 01/10/2027", "PP024"),
        (REVIEW, "review_by: 31.02.2027", "PP024"),
        (REVIEW, "review_by: 2027-02-30", "PP024"),
        (REVIEW, "review_by: soon", "PP024"),
        (REVIEW, "reveiw_by: 2027-10-01", "PP020"),
        (NUMBER, "number: Tlf. 32 12 34", "PP026"),
        (NUMBER, "number: 32 12 34 56 (mobil)", "PP026"),
        (MAIL, "email: odense at broen.example.org", "PP027"),
        (OPENS, "opens: 25:00", "PP037"),
        ("role: Koordinator i Odense", "role: “Koordinator” i: Odense", "PP002"),
        ("role: Koordinator i Odense", "role: Koordinator pÃ¥ Fyn", "PP805"),
        ("  - broen-mentor", "\t  - broen-mentor", "PP002"),
        ("places:\n  - odense", "places:\n  - odens", "PP101"),
    ],
)
def test_what_is_in_doubt_stays(old: str, new: str, code: str, tmp_path: Path) -> None:
    """Two readings, a guess, or a value that would still be wrong: the file is not touched."""
    paths, before = changed(tmp_path, old, new)
    text, codes, done = repaired(paths)
    assert (text, code in codes, done.files) == (before.replace(old, new), True, {})


def test_all_repairs_of_a_file_are_made_together(tmp_path: Path) -> None:
    """One finding hides the next; after a few rounds nothing is left."""
    paths, before = changed(tmp_path, REVIEW, "review_by:\u00a01.10.2027 ")
    path = paths.root / FILE
    path.write_bytes(path.read_bytes().replace(b"32 12 34 56", b"Tlf. 32 12 34 56").replace(b"\n", b"\r\n"))
    text, codes, done = repaired(paths)
    assert (text, codes) == (before.replace("32 12 34 56", "+45 32 12 34 56"), [])
    assert sorted(found.code for found in done.mended[FILE]) == ["PP002", "PP024", "PP026", "PP040"]


YAML = "# head\na: 1  # one\nb: 'two' # 2\nc: |\n  # text\n  x\n"


@pytest.mark.parametrize(
    ("after", "proven"),
    [
        (YAML.replace("a: 1", "a: 5"), True),
        (YAML.replace("a: 1", "a: 5").replace("two", "2"), False),
        (YAML.replace("'two'", '"two"'), True),
        (YAML.replace("'two'", "two"), False),
        (YAML.replace("  # one", ""), False),
        (YAML.replace("# head\n", ""), False),
        (YAML.replace("b:", "bb:"), False),
        (YAML + "d: 4\n", False),
        (YAML.replace("  x", "  y"), False),
        (YAML.replace("a: 1", "a: [1"), False),
    ],
)
def test_a_repair_is_proven_by_reading_again(after: str, proven: bool) -> None:
    """Only the value in line 2 may differ; every comment and key must be there."""
    edits = [Edit(Position("a.yml", 2, 4, 2, 5), "5")]
    assert proven == is_proven(YAML, after, edits, "a.yml")


def test_a_repair_that_is_not_proven_is_not_made() -> None:
    """An edit that breaks the file leaves it alone, and says so; the others are made alone."""
    place = Position("content/a.yml", 2, 4, 2, 5)
    wrong = Finding("PP024", Severity.ERROR, place, "x", edits=(Edit(place, "[1"),))
    other = Position("content/a.yml", 3, 5, 3, 8)
    right = Finding("PP024", Severity.ERROR, other, "y", edits=(Edit(other, "2"),))
    rounds = iter([[wrong, right], [wrong]])
    done = repair(lambda instead: next(rounds), lambda file: YAML.encode(), lambda finding: True)
    assert done.files == {"content/a.yml": YAML.replace("two", "2").encode()}
    assert (done.mended, done.left_alone) == ({"content/a.yml": [right]}, [wrong])


@pytest.mark.parametrize(
    "file", ["README.md", "content/../x.yml", "content/link.yml", "theme/x.yml", "content"]
)
def test_only_records_and_pages_are_written(file: str, tmp_path: Path) -> None:
    """Nothing outside of content/ and sites/, and nothing through a link."""
    paths = copy_small(tmp_path / "portal")
    for name in ("README.md", "x.yml", "theme/x.yml"):
        (paths.root / name).parent.mkdir(exist_ok=True)
        (paths.root / name).write_text("a: 1\n")
    (paths.content / "link.yml").symlink_to(paths.root / "x.yml")
    with pytest.raises(UsageError):
        write(paths, file, b"a: 2\n")
    assert [(paths.root / name).read_text() for name in ("README.md", "x.yml")] == ["a: 1\n"] * 2


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    """It is replaced in one step, and no other file is left behind."""
    paths = copy_small(tmp_path / "portal")
    path = source_path(paths, FILE)
    path.chmod(0o640)
    names = sorted(path.parent.iterdir())
    write(paths, FILE, b"a: 2\n")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"a: 2\n", 0o640)
    assert names == sorted(path.parent.iterdir())


def test_one_repair_that_is_not_proven_holds_up_no_other() -> None:
    """All that can be proven is made in the same round, whatever stands between; the others are told."""
    text = "".join(f"k{n}: 'v'\n" for n in range(1, 9))
    found = []
    for line in range(1, 9):
        place = Position("content/a.yml", line, 6, line, 7)
        edits = (Edit(place, "'" if line in (2, 5) else "w"),)
        found.append(Finding("PP024", Severity.ERROR, place, f"{line}", edits=edits))
    rounds = iter([found, [found[1], found[4]]])
    done = repair(lambda instead: next(rounds), lambda file: text.encode(), lambda finding: True)
    after = text.replace("'v'", "'w'").replace("k2: 'w'", "k2: 'v'").replace("k5: 'w'", "k5: 'v'")
    assert (done.files["content/a.yml"].decode(), done.left_alone) == (after, [found[1], found[4]])


@pytest.mark.parametrize(
    ("before", "after", "edit", "proven"),
    [
        ("name: \u200b'Brücke'\n", "name: 'Brücke'\n", (7, 8, ""), False),
        ("name: \u200bBrücke\n", "name: Brücke\n", (7, 8, ""), True),
        ("name: 'Br\u200bücke'\n", "name: 'Brücke'\n", (10, 11, ""), True),
        ("name: \u200b12: 3\n", "name: '12: 3'\n", (7, 13, "'12: 3'"), False),
        ("name: \u200bno # x\n", "name: no # x\n", (7, 8, ""), True),
        ("name: \u200b# x\n", "name: # x\n", (7, 8, ""), False),
        ("name: [\u200ba, b]\n", "name: [a, c]\n", (8, 9, ""), False),
    ],
)
def test_a_value_may_change_by_the_edit_only(
    before: str, after: str, edit: tuple[int, int, str], proven: bool
) -> None:
    """What an edit takes away and puts there explains the new value, to the letter."""
    edits = [Edit(Position("a.yml", 1, edit[0], 1, edit[1]), edit[2])]
    assert is_proven(before, after, edits, "a.yml") == proven


@pytest.mark.parametrize(
    "line", ['name: "a # b" # real', "name: 'it''s # b'  # real", "name: {a: ' # b'} # real # twice"]
)
def test_a_comment_behind_a_text_with_a_sharp_is_seen(line: str) -> None:
    """A `#` inside quotes does not hide the comment after them."""
    edits = [Edit(Position("a.yml", 2, 4, 2, 5), "5")]
    before = f"{line}\nb: 1\n"
    lost = before.replace("# real", "", 1).replace("1", "5")
    kept = before.replace("1", "5")
    assert (is_proven(before, lost, edits, "a.yml"), is_proven(before, kept, edits, "a.yml")) == (False, True)
