"""Comments that switch findings off: where they count, until when, and what is said about those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.load.loader import Reading
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, copy_small

FILE = "content/organisations/broen.yml"
UNTIL = "portal: ignore PP408 until 2027-01-31: we move in January"
MAIL = "email: kontor@gmail.com"


def check(tmp_path: Path, text: str, file: str = FILE, today: str = TODAY) -> tuple[list[str], int]:
    """Check the small portal with lines added to a file: code and line of each finding, and the number ignored."""
    paths = copy_small(tmp_path / "portal")
    given = {line.partition(":")[0] for line in text.split("\n")}
    base = (paths.root / file).read_text("utf-8").split("\n")
    kept = [line for line in base if line.partition(":")[0] not in given or not line]
    data = (text + "\n" + "\n".join(kept)).encode()
    checked = check_portal(paths, read_clock(today), reading=Reading({file: data}))
    return [
        f"{found.code}:{found.position.line}:{found.severity}" for found in checked.findings
    ], checked.ignored


@pytest.mark.parametrize(
    "text",
    [
        f"{MAIL}  # {UNTIL}",
        f"# {UNTIL}\n{MAIL}",
        f"# {UNTIL}\n# more words\n\n{MAIL}",
        f"{MAIL}\t#Portal : ignore PP804, PP408 until 2026-11-21: today is the last day".replace(
            "PP804, ", ""
        ),
    ],
)
def test_a_comment_switches_its_line_or_the_next_off(text: str, tmp_path: Path) -> None:
    """At the end of the line, or alone above it; on its last day it still counts."""
    assert check(tmp_path, text) == ([], 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{MAIL}\n# {UNTIL}", ["PP408:1:warning", "PP044:2:warning"]),
        (f"{MAIL}  # {UNTIL.replace(': we move in January', '')}", ["PP408:1:warning", "PP042:1:warning"]),
        (f"{MAIL}  # {UNTIL.replace('we move in January', '…')}", ["PP408:1:warning", "PP042:1:warning"]),
        (f"{MAIL}  # {UNTIL.replace('2027', '2025')}", ["PP408:1:warning", "PP043:1:warning"]),
        (f"{MAIL}  # {UNTIL.replace('01-31', '02-31')}", ["PP408:1:warning", "PP041:1:warning"]),
        (f"{MAIL}  # {UNTIL.replace('PP408', 'PP999')}", ["PP408:1:warning", "PP041:1:warning"]),
        (f"{MAIL}  # {UNTIL.replace('until', 'til')}", ["PP408:1:warning", "PP041:1:warning"]),
        (f"{MAIL}  # portal: be quiet", ["PP408:1:warning", "PP041:1:warning"]),
        (f"{MAIL}  # {UNTIL.replace('PP408', 'PP026')}", ["PP408:1:warning", "PP045:1:warning"]),
        (f"legal_name: 'a # {UNTIL}'\n{MAIL}", ["PP408:2:warning"]),
        (f"description: |\n  a\n  # {UNTIL}\n{MAIL}", ["PP408:4:warning"]),
        (f"{MAIL}# {UNTIL}", ["PP002:1:error"]),
    ],
)
def test_a_comment_that_does_not_count_is_said(text: str, found: list[str], tmp_path: Path) -> None:
    """Unused, without reason, over, impossible, unknown, unreadable, not allowed; and what is no comment at all."""
    assert check(tmp_path, text) == (found, 0)


def test_an_expired_comment_makes_no_error(tmp_path: Path) -> None:
    """The finding is back as a warning: no build stops because a day has passed."""
    text = "legal_name: Br\u00c3\u00b8en  # portal: ignore PP805 until 2026-11-20: it is called so"
    assert check(tmp_path, text) == (["PP805:1:warning", "PP043:1:warning"], 0)
    assert check(tmp_path / "before", text, today="2026-11-20") == ([], 1)


def test_a_comment_in_front_matter_speaks_of_the_page(tmp_path: Path) -> None:
    """A page's body has no comments; its front matter may have one."""
    file = "sites/broen/pages/about.md"
    head = "---\n# portal: ignore PP802 until 2027-01-31: written in January\ntitle: Om os\n---\n"
    paths = copy_small(tmp_path / "portal")
    body = (paths.root / file).read_text("utf-8").split("---\n", 2)[-1]
    text = f"{head}{body}\nTODO\n".encode()
    checked = check_portal(paths, read_clock(TODAY), reading=Reading({file: text}))
    assert ([found.code for found in checked.findings], checked.ignored) == ([], 1)


_MAILBOX = f"{MAIL}  # {UNTIL}\nnonsense_key: 1"


@pytest.mark.parametrize(
    ("text", "file", "found"),
    [
        (_MAILBOX, FILE, ["PP020:2:error"]),
        (f"name: {'ord' * 200}  # {UNTIL}", "content/organisations/broen.en.yml", ["PP036:1:error"]),
        (f"---\n# {UNTIL}\nnonsense_key: 1\ntitle: Om\n---", "sites/broen/pages/about.md", ["PP020:3:error"]),
    ],
)
def test_nothing_is_said_of_a_comment_where_nobody_looked(
    text: str, file: str, found: list[str], tmp_path: Path
) -> None:
    """In a record, its translations or a language of a page that cannot be read, most rules look at nothing."""
    assert check(tmp_path, text, file) == (found, 0)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"content/organisations/broen.yml": "nonsense_key: 1"}, ["PP020"]),
        ({"content/coordinators/broen-aarhus.yml": "deputy: nobody"}, ["PP101"]),
        ({"content/places/odense.yml": "part_of: fyn"}, ["PP101"]),
        ({}, ["PP044"]),
    ],
)
def test_rules_that_compare_records_may_have_passed_over_some(
    changes: dict[str, str], found: list[str], tmp_path: Path
) -> None:
    """A comment about such a rule may be needed again as soon as all records can be read and refer to others."""
    paths = copy_small(tmp_path / "portal")
    file = "content/calls/mentors-odense.yml"
    changes = {file: "# portal: ignore PP411 until 2027-01-31: they travel", **changes}
    data = {name: f"{text}\n".encode() + (paths.root / name).read_bytes() for name, text in changes.items()}
    checked = check_portal(paths, read_clock(TODAY), reading=Reading(data))
    assert [finding.code for finding in checked.findings] == found


def test_a_comment_on_what_is_left_out_is_not_needless(tmp_path: Path) -> None:
    """Who leaves before coming is in office on no day; that nobody answers there follows from it and is not told."""
    paths = copy_small(tmp_path / "portal")
    coordinator, programme = "content/coordinators/broen-odense.yml", "content/programmes/broen-mentor.yml"
    terms = b"valid_from: 2026-06-01\nvalid_to: 2026-05-01\n"
    remark = b"  - odense  # portal: ignore PP404 until 2026-11-22: somebody comes\n"
    data = {
        coordinator: terms + (paths.root / coordinator).read_bytes(),
        programme: (paths.root / programme).read_bytes().replace(b"  - odense\n", remark),
    }
    for today in (TODAY, "2026-11-24"):
        checked = check_portal(paths, read_clock(today), reading=Reading(data))
        assert [finding.code for finding in checked.findings] == ["PP208"]


def test_a_needless_comment_in_a_readable_record_is_said(tmp_path: Path) -> None:
    """What a rule says that looks at one record alone does not depend on the others."""
    paths = copy_small(tmp_path / "portal")
    needless = "# portal: ignore PP805 until 2027-01-31: it is called so"
    changes = {FILE: needless, "content/coordinators/broen-odense.yml": "nonsense_key: 1"}
    data = {name: f"{text}\n".encode() + (paths.root / name).read_bytes() for name, text in changes.items()}
    checked = check_portal(paths, read_clock(TODAY), reading=Reading(data))
    assert sorted(finding.code for finding in checked.findings) == ["PP020", "PP044"]


@pytest.mark.parametrize("until", ["2026-11-20", "2027-01-31"])
def test_a_placeholder_that_keeps_a_record_from_being_read_stays_an_error(until: str, tmp_path: Path) -> None:
    """Else a record would be on no page, and nobody told; a text may wait."""
    remark = f"portal: ignore PP802 until {until}: the board meets in January"
    fact = check(tmp_path, f"country: TODO  # {remark}")
    assert fact == (["PP802:1:error", "PP045:1:warning"], 0)
    name = check(tmp_path / "text", f"legal_name: TODO  # {remark}")
    assert name == ((["PP802:1:warning", "PP043:1:warning"], 0) if until < TODAY else ([], 1))
