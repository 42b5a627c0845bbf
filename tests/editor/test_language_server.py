"""What an editor of YAML files sees: yaml-language-server itself over the sample files and over mistakes in them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from generator.schema.files import schema_files, vscode_settings, with_modeline
from tests.editor.client import LanguageServer, Mark

ROOT = Path(__file__).resolve().parents[2]
FIRST = "# yaml-language-server: $schema=../../schemas/coordinator.schema.json\n"
RECORD = """\
role: Coordinator in Odense
country: DK
organisation: kvinfo
programmes:
  - kvinfo-mentornetvaerk
languages: [da, en]
phones:
  - number: 32123456
    type: cell
address:
  address_1: Eksempelvej 1
  postal_code: 5000
  city: Odense C
  country: DK
valid_from: 2024-03-01
by_appointment: true
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample content with its schemas; each file names its own."""
    root = tmp_path_factory.mktemp("editor").resolve() / "portal"
    for name in ("content", "sites"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("*.webp", "*.md"))
    (root / "schemas").mkdir()
    for name, text in schema_files().items():
        (root / "schemas" / name).write_text(text, "utf-8")
    for name in yaml_files(root):
        path = root / name
        path.write_text(with_modeline(path.read_text("utf-8"), PurePosixPath(name)), "utf-8")
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    """A server for files that name their schema."""
    with LanguageServer(folder) as running:
        yield running


def yaml_files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.yml"))


def marks(server: LanguageServer, old: str = "", new: str = "") -> list[Mark]:
    """What is marked in the record after a change."""
    assert old in RECORD
    return server.marks("content/coordinators", FIRST + RECORD.replace(old, new, 1))


def test_nothing_is_marked_in_the_sample_files(server: LanguageServer, folder: Path) -> None:
    """Every record, site and translation of the sample fits its schema."""
    found = server.diagnostics(yaml_files(folder))
    assert len(found) > 250
    assert {name: marked for name, marked in found.items() if marked} == {}


def test_settings_give_files_without_the_line_their_schema(folder: Path) -> None:
    """With `.vscode/settings.json`, records and translations are told apart by their names."""
    settings = json.loads(vscode_settings())["yaml.schemas"]
    absolute = {(folder / schema).as_uri(): globs for schema, globs in settings.items()}
    with LanguageServer(folder, {"schemas": absolute}) as running:
        record = running.marks("content/places", "name: Odense\nplace_type: town\ncountry: DK\n")
        site = running.marks_of("sites/kvinfo/site.en.yml", "name: KVINFO\nurl: https://example.org/\n")
        overlay = running.marks_of("content/places/odense.en.yml", "name: Odense\ncountry: DK\n")
    assert record == [(2, 13, "expected one of: city, region, venue")]
    assert [mark[:2] for mark in site] == [(2, 1)]
    assert [mark[:2] for mark in overlay] == [(2, 1)]
    assert overlay[0][2].startswith("only texts are translated; expected here: name, transportation.")


def test_a_wrong_key_is_marked(server: LanguageServer) -> None:
    """An unknown key is marked itself, with the keys that are known there."""
    assert marks(server, "  city: Odense C\n", "  city: Odense C\n  town: Odense\n") == [
        (
            15,
            3,
            "expected here: one or more of the keys address_1, address_2, postal_code, city, country",
        )
    ]


def test_a_wrong_word_is_marked(server: LanguageServer) -> None:
    """A word that is not in the short list is marked, with the list."""
    assert marks(server, "type: cell", "type: mobile") == [(10, 11, "expected one of: voice, cell, text")]


def test_a_missing_key_is_named(server: LanguageServer) -> None:
    """A key that must be there is named where the record begins, with what it is for."""
    message = 'the key "organisation" is missing: the organisation for which this person works, by its id'
    assert marks(server, "organisation: kvinfo\n") == [(2, 1, message)]


@pytest.mark.parametrize(
    ("old", "new", "mark"),
    [
        (
            "2024-03-01",
            "2024-02-31",
            (16, 13, "expected a day that exists, as year-month-day: 2026-09-01"),
        ),
        (
            "32123456",
            "3212x",
            (9, 13, "expected a phone number such as +45 32 12 34 56: digits, spaces and a leading + only"),
        ),
        ("country: DK", "country: Denmark", (3, 10, "expected a country as two capital letters such as DK")),
        ("[da, en]", "[da, xx]", (7, 17, "expected a language code (BCP 47) such as da, nb, uk or ckb")),
        ("[da, en]", "da", (7, 12, "expected a list: each item on a line of its own, with a hyphen")),
        ("by_appointment: true", "by_appointment: no", (17, 17, "expected true or false")),
        ("role: C", "role: <b>C", (2, 7, "expected one line of plain text, without < and >")),
        (
            "role: Coordinator in Odense",
            "role: {english: Coordinator}",
            (2, 8, "expected language codes (BCP 47) such as da, nb, uk or ckb as keys"),
        ),
    ],
)
def test_a_wrong_value_is_marked(server: LanguageServer, old: str, new: str, mark: Mark) -> None:
    """A value that cannot be right is marked with what is expected."""
    assert marks(server, old, new) == [mark]


@pytest.mark.parametrize(
    ("old", "new"), [("5000", '"5000"'), ("true", '"true"'), ("32123456", "+4532123456")]
)
def test_values_may_be_written_as_the_loader_takes_them(server: LanguageServer, old: str, new: str) -> None:
    """Quotes around a number, or none around a phone number, are no mistake."""
    assert marks(server, old, new) == []


def test_hovering_explains(server: LanguageServer) -> None:
    """Over a key an editor reads what it is for, and what its words mean."""
    shown = server.hover("content/coordinators", FIRST + RECORD, 10, 6)
    assert "What the number is for." in shown
    assert "* `cell`: a mobile to call or text" in shown


def test_keys_are_completed(server: LanguageServer) -> None:
    """On an empty line an editor is offered the keys of the record, of a list's item its keys."""
    top = server.completions("content/coordinators", FIRST, 2, 1)
    assert {"role", "country", "phones", "consent"} <= top.keys()
    item = server.completions("content/coordinators", FIRST + "phones:\n  - \n", 3, 5)
    assert {"number", "type", "description"} <= item.keys()
    assert "id" not in top


def test_words_are_completed(server: LanguageServer) -> None:
    """After a key with a short list an editor is offered its words."""
    offered = server.completions("content/coordinators", FIRST + "phones:\n  - type: \n", 3, 11)
    assert {"voice", "cell", "text"} <= offered.keys()
