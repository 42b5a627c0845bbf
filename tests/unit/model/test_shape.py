"""What is wrong with a record as findings: code, file, line, column, words and the nearest right key."""

from __future__ import annotations

import pytest

from generator.diagnostics import Finding
from generator.limits import LIMITS
from tests.support.records import (
    COORDINATOR,
    MINIMAL,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    changed,
    findings_of,
)

ADDRESS = "address: {address_1: Torvet 1, postal_code: '5000', city: Odense, country: DK}\n"


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    """Code, place, message and advice of each finding."""
    return [(found.code, str(found.position), found.text, found.help_text) for found in findings]


@pytest.mark.parametrize("kind", sorted(MINIMAL))
def test_the_smallest_record_of_each_kind_is_right(kind: str) -> None:
    """The records that the other tests change have no findings themselves."""
    assert findings_of(kind, MINIMAL[kind]) == ()


@pytest.mark.parametrize(
    ("kind", "text", "code", "place", "message", "help"),
    [
        ("places", PLACE + "adress: x\n", "PP020", "4:1", 'unknown key "adress"', "did you mean address?"),
        (
            "places",
            PLACE + "id: odense\n",
            "PP020",
            "4:1",
            'unknown key "id"',
            "delete this line: the name of the file is the id",
        ),
        (
            "places",
            PLACE + "'part_of ': fyn\n",
            "PP020",
            "4:1",
            'unknown key "part_of "',
            "did you mean part_of?",
        ),
        (
            "organisations",
            ORGANISATION + ADDRESS.replace("address_1", "adress_1"),
            "PP020",
            "3:11",
            'unknown key "adress_1" in address',
            "did you mean address_1?",
        ),
        (
            "programmes",
            PROGRAMME + "steps:\n  - id: a\n    titel: b\n    actor: pair\n",
            "PP020",
            "8:5",
            'unknown key "titel" in steps › 1',
            "did you mean title?",
        ),
        (
            "programmes",
            changed(PROGRAMME, roles="{mentor: {tasks: [{id: a, text: b, note: c}]}, mentee: {}}"),
            "PP020",
            "5:43",
            'unknown key "note" in roles › mentor › tasks › 1',
            "one of: id, text",
        ),
        (
            "places",
            changed(PLACE, country=None),
            "PP021",
            "1:1",
            'the key "country" is missing',
            "add a line country: …",
        ),
        (
            "organisations",
            ORGANISATION + ADDRESS.replace("city: Odense, ", ""),
            "PP021",
            "3:10",
            'the key "city" is missing',
            "add a line city: …",
        ),
        (
            "programmes",
            PROGRAMME + "steps:\n  - id: a\n    actor: pair\n",
            "PP021",
            "7:5",
            'the key "title" is missing',
            "add a line title: …",
        ),
        (
            "places",
            changed(PLACE, country=""),
            "PP021",
            "3:1",
            'the key "country" has no value',
            "write a value after the colon; one that begins with # needs quotes, else it is a comment",
        ),
        (
            "sites",
            changed(SITE, brand="{colour: }"),
            "PP021",
            "9:9",
            'the key "colour" has no value',
            "write a value after the colon; one that begins with # needs quotes, else it is a comment",
        ),
        (
            "places",
            PLACE + "address: Torvet 1\n",
            "PP022",
            "4:10",
            "found a text; expected a group of keys",
            "for example {address_1: …, postal_code: …, city: …, country: …}",
        ),
        (
            "places",
            PLACE + "address: [a]\n",
            "PP022",
            "4:10",
            "found a list; expected a group of keys",
            "for example {address_1: …, postal_code: …, city: …, country: …}",
        ),
        (
            "places",
            PLACE + "tags: city\n",
            "PP022",
            "4:7",
            "found a text; expected a list",
            "start each item on a line of its own with a hyphen",
        ),
        (
            "places",
            PLACE + "tags: {a: b}\n",
            "PP022",
            "4:7",
            "found a group of keys; expected a list",
            "start each item on a line of its own with a hyphen",
        ),
        ("places", PLACE + "tags: [a, ]\n", "", "", "", ""),
        (
            "places",
            PLACE + "tags: [a, '']\n",
            "PP022",
            "4:11",
            "this is empty; expected an id such as kvinfo-odense",
            "",
        ),
        (
            "places",
            PLACE + "tags:\n  - a\n  -\n",
            "PP022",
            "6:4",
            "this is empty; expected an id such as kvinfo-odense",
            "",
        ),
        ("places", PLACE + "step_free: ''\n", "PP022", "4:12", "this is empty; expected true or false", ""),
        ("places", PLACE + "address:\ntags:\n", "", "", "", ""),
        (
            "sites",
            changed(SITE, languages="[]"),
            "PP022",
            "9:12",
            "this list is empty; expected at least one item",
            "",
        ),
        (
            "places",
            changed(PLACE, name="{da: Odense, en: <b>}"),
            "PP030",
            "3:24",
            "found one of the characters < and >; expected one line of plain text",
            "",
        ),
        (
            "places",
            changed(PLACE, name="{da: Odense, dk: Odense}"),
            "PP301",
            "3:20",
            '"dk" is not a language code; expected a text, or texts by language such as da and en',
            "did you mean da?",
        ),
        (
            "coordinators",
            COORDINATOR + "closed: [2026-12-24]\n",
            "PP022",
            "6:10",
            "found a text; expected a group of keys",
            "for example - {starts_on: 2026-09-01, ends_on: 2026-09-01}",
        ),
        (
            "coordinators",
            COORDINATOR + "closed: {starts_on: 2026-12-24, ends_on: 2026-12-26}\n",
            "PP022",
            "6:9",
            "found a group of keys; expected a list",
            "start each item on a line of its own with a hyphen; "
            "for example - {starts_on: 2026-09-01, ends_on: 2026-09-01}",
        ),
        (
            "coordinators",
            COORDINATOR + "closed:\n  - date: 2026-12-24\n",
            "PP020",
            "7:5",
            'unknown key "date" in closed › 1',
            "missing here: starts_on, ends_on; there are also: description",
        ),
        (
            "coordinators",
            COORDINATOR + "roel: x\n",
            "PP020",
            "6:1",
            'unknown key "roel"',
            "did you mean role? It is there already, in line 1",
        ),
        (
            "places",
            PLACE + "open: 9\n",
            "PP020",
            "4:1",
            'unknown key "open"',
            "one of: address, assured_on, former_ids, language, part_of, review_by, step_free, tags, transportation",
        ),
        (
            "organisations",
            ORGANISATION + "legal: x\n",
            "PP020",
            "3:1",
            'unknown key "legal"',
            "did you mean legal_name? There are: address, assured_on, description, email, language, legal_name, logo, "
            "parent_organisation, phone, public_body, review_by, tags …",
        ),
        (
            "places",
            changed(PLACE, name=None) + "nmae: x\n",
            "PP020",
            "3:1",
            'unknown key "nmae"',
            "did you mean name?",
        ),
    ],
)
def test_a_wrong_record_has_one_finding_at_its_place(  # noqa: PLR0917 - one column of the table each
    kind: str, text: str, code: str, place: str, message: str, help: str
) -> None:
    """Each mistake is one finding with the line and column of the key or value that is wrong."""
    expected = [(code, f"content/{kind}/record.yml:{place}", message, help)] if code else []
    assert expected == said(findings_of(kind, text))


@pytest.mark.parametrize(
    ("overlay", "base", "code", "column", "message"),
    [
        (
            "name: Fyn <b>\n",
            PLACE,
            "PP030",
            "1:7",
            "found one of the characters < and >; expected one line of plain text",
        ),
        (
            f"name: {'x' * 301}\n",
            PLACE,
            "PP036",
            "1:7",
            "this has 301 characters; a one-line text may have 300",
        ),
        (
            "\nname: Odense\n",
            changed(PLACE, name="{en: Odense, da: Odense}"),
            "PP302",
            "2:7",
            "this text stands twice in da: in the record and in its translation file",
        ),
        (
            "country: DE\n",
            PLACE,
            "PP031",
            "1:10",
            "this is a fact, and facts are not translated: they stand once, in the record itself",
        ),
        (
            "address:\n  city: Odense\n",
            PLACE + ADDRESS,
            "PP031",
            "2:9",
            "this is a fact, and facts are not translated: they stand once, in the record itself",
        ),
        ("tags: by\n", PLACE + "tags: [a]\n", "PP022", "1:7", "found a text; expected a list"),
        ("address: Torvet\n", PLACE + ADDRESS, "PP022", "1:10", "found a text; expected a group of keys"),
    ],
)
def test_a_mistake_in_an_overlay_is_found_there(
    overlay: str, base: str, code: str, column: str, message: str
) -> None:
    """The translator's file is named, with its line and column, not the record's."""
    assert [(code, f"content/places/record.da.yml:{column}", message)] == [
        found[:3] for found in said(findings_of("places", base, da=overlay))
    ]


def test_each_language_of_a_fact_is_not_repeated() -> None:
    """A fact in two overlays is one finding, at the first language."""
    findings = findings_of("places", PLACE, de="country: DE\n", da="country: DK\n")
    assert [str(found.position) for found in findings] == ["content/places/record.da.yml:1:10"]


def test_two_keys_of_another_vocabulary_are_two_findings() -> None:
    """The keys that are missing stand in the advice, not in findings of their own."""
    findings = findings_of(
        "coordinators", COORDINATOR + "closed:\n  - from: 2026-12-24\n    to: 2026-12-26\n"
    )
    advice = "missing here: starts_on, ends_on; there are also: description"
    assert [("PP020", advice), ("PP020", advice)] == [(found.code, found.help_text) for found in findings]


def test_a_strange_key_does_not_hide_two_that_are_missing() -> None:
    """At the top of a record many keys may be missing for reasons of their own."""
    findings = findings_of("places", "name: Odense\nzzz: x\n")
    assert sorted(found.code for found in findings) == ["PP020", "PP021", "PP021"]


def test_all_mistakes_of_a_record_are_found_at_once() -> None:
    """An editor need not mend one mistake to learn of the next."""
    text = "nam: x\nplace_type: town\ncountry: Denmark\nassured_on: 2026-02-30\nstep_free: ja\n"
    assert sorted(found.code for found in findings_of("places", text)) == [
        "PP020",
        "PP023",
        "PP024",
        "PP029",
        "PP034",
    ]


def test_a_finding_keeps_its_key_path_for_programs() -> None:
    """Machine formats say which field is meant, without language or tag of a union."""
    (found,) = findings_of("places", changed(PLACE, name="{da: <}"))
    assert found.path == ("name",)


def test_a_national_number_is_read_with_the_country_that_was_meant() -> None:
    """A mistyped country is one mistake; the phone number beside it is none."""
    findings = findings_of("organisations", changed(ORGANISATION, country="Denmark", phone="32 12 34 56"))
    assert [found.code for found in findings] == ["PP029"]


def test_a_national_number_needs_the_records_country() -> None:
    """Without a country nobody can tell whose number it is."""
    findings = findings_of("organisations", changed(ORGANISATION, country=None, phone="32 12 34 56"))
    assert sorted(found.code for found in findings) == ["PP021", "PP026"]


def test_findings_of_a_file_are_bounded() -> None:
    """Past the limit mistakes are counted, and a list of thousands of bogus codes costs little time."""
    codes = ", ".join(f"qq-{number}" for number in range(3000))
    findings = findings_of("sites", changed(SITE, languages=f"[{codes}]"))
    assert (LIMITS.findings_per_file + 1, "PP007", 2800) == (
        len(findings),
        findings[-1].code,
        findings[-1].values["count"],
    )
    assert sum(1 for found in findings if "did you mean" in found.help) <= 50


def test_a_fact_in_a_translation_is_one_finding() -> None:
    """A language that a translation repeats changes nothing else: one finding, at its line."""
    findings = findings_of("places", PLACE + "language: da\n", en="name: Odense\nlanguage: en\n")
    assert [(found.code, found.position.line) for found in findings] == [("PP031", 2)]


@pytest.mark.parametrize(("line", "text"), [(5, "<b>a</b>\n"), (7, "a\n\n  <b>c</b>\n")])
def test_markup_in_a_text_of_several_lines_has_its_line(line: int, text: str) -> None:
    """A finding stands on the line of the text, not on that of its key."""
    record = changed(PROGRAMME, description=None)
    record = f"description: |\n  {text}" + record
    findings = findings_of("programmes", record)
    assert [("PP030", line - 3)] == [(found.code, found.position.line) for found in findings]


@pytest.mark.parametrize(("country", "code"), [("Atlantis", "PP029"), ("DK", "PP026")])
def test_a_number_without_country_is_no_finding_beside_a_wrong_country(country: str, code: str) -> None:
    """The number is right as soon as the country is; one that is wrong in its country is told."""
    number = "32 12 34" if country == "DK" else "32 12 34 56"
    text = changed(COORDINATOR, country=country, phones=f"[{{number: {number}}}]")
    assert [found.code for found in findings_of("coordinators", text)] == [code]
