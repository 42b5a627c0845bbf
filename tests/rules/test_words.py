"""What the findings say: the nearest right value, and single texts that a rule must or must not report."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.check.registry import BY_CODE
from generator.check.rule import Context
from generator.check.rules import (
    pp408_private_mailbox,
    pp802_placeholder_text,
    pp804_unusable_link,
    pp805_garbled_text,
)
from generator.clock import read_clock
from generator.diagnostics import Finding, Severity
from generator.limits import LIMITS
from generator.load.loader import load
from generator.model.build import build_catalog
from generator.paths import PortalPaths
from tests.support.pictures import picture
from tests.support.portal import TODAY, apply_example, copy_small, findings_of

_SUMMARY = "content/calls/mentors-odense.yml"


def only_finding(tmp_path: Path, text: str) -> Finding:
    """Change the small portal and return its one finding."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, text)
    (finding,) = findings_of(paths)
    return finding


def context_of(paths: PortalPaths) -> Context:
    """What rules look at, without pictures and theme."""
    loaded = load(paths)
    catalog, _ = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    return Context(catalog, read_clock(TODAY).today)


def test_reference_of_other_kind_names_both_kinds(tmp_path: Path) -> None:
    """PP102 says what the id is, what was expected, and the nearest id of that kind."""
    finding = only_finding(tmp_path, "# sites/broen/site.yml\ncontact: odense")
    assert finding.text == '"odense" is a place; expected a coordinator'
    assert finding.help_text == "did you mean broen-odense?"


def test_unknown_reference_without_any_record_names_the_file(tmp_path: Path) -> None:
    """PP101 says which file to make when there is no record of the kind."""
    paths = copy_small(tmp_path / "portal")
    for path in (paths.content / "testimonials").iterdir():
        path.unlink()
    (finding,) = findings_of(paths)
    assert finding.help_text == "make the file content/testimonials/mentor-odense.yml"


def test_misspelt_key_of_a_record_is_not_told_of_its_translation(tmp_path: Path) -> None:
    """The translation has the right key; only the record, which has not, gets a finding."""
    text = "# content/programmes/broen-mentor.yml\nquestions:\n  - id: cost\n    question: x\n    anwser: y"
    finding = only_finding(tmp_path, text)
    assert (
        finding.position.file,
        finding.help_text,
    ) == ("content/programmes/broen-mentor.yml", "did you mean answer?")


def test_unknown_picture_whose_file_is_there_names_its_record(tmp_path: Path) -> None:
    """PP101 says that the picture is there and which record to make; the file gets no finding of its own."""
    text = "# content/media/Odense-Hero.JPG\nx\n# content/programmes/broen-mentor.yml\nimage: odense-hero"
    expected = (
        "the picture Odense-Hero.JPG is there, its record is missing: make content/media/odense-hero.yml"
    )
    assert expected == only_finding(tmp_path, text).help_text


_CALL = "content/calls/mentors-odense.yml"


@pytest.mark.parametrize(
    ("text", "help"),
    [
        (
            "# content/coordinators/broen-aarhus.yml\nphoto: conversation.png",
            "the id of a record in content/media is expected: did you mean conversation?",
        ),
        (
            "# content/coordinators/broen-aarhus.yml\nphoto: mette.jpg",
            "the id of a record in content/media is expected, not the name of a file",
        ),
        (f"# {_CALL}\nplaces: [Odnse]", "did you mean odense?"),
        (f"# {_CALL}\ntimezone: CET", "did you mean Europe/Copenhagen?"),
        (
            f"# {_CALL}\nstate_override: closed",
            "leave the line out: open and closed follow from opens_on and closes_on",
        ),
        (f"# {_CALL}\npeople_wanted: 20 mentorer", "write the number alone: 20"),
        (f"# {_CALL}\nname: {{da:Mentorer til Odense}}", "write a blank after the colon"),
        (
            f"# {_CALL}\nsummary: {{da: Vi søger mentorer, også i Svendborg, de: Mentoren}}",
            "a text with commas needs straight quotes: {da: 'one, two', en: …}",
        ),
        (
            "# content/coordinators/broen-odense.yml\nphones:\n  - number: 32 12 34 56\n    type: mobile",
            "did you mean cell?",
        ),
        (
            "# content/coordinators/broen-odense.yml\nphones:\n  - number:32 12 34 56",
            "write a blank after the colon: number: …",
        ),
        (
            "# content/places/odnse.en.yml\nname: Odense",
            "Did you mean odense.en.yml? Rename the file, or restore the record.",
        ),
    ],
)
def test_advice_names_what_was_meant(text: str, help: str, tmp_path: Path) -> None:
    """One finding, and its advice is what to write."""
    assert help == only_finding(tmp_path, text).help_text


def test_keys_that_are_not_indented_are_told_with_their_group(tmp_path: Path) -> None:
    """PP020 says to which group above a key belongs; the empty group is not told beside it."""
    paths = copy_small(tmp_path / "portal")
    call = paths.root / _CALL
    lines = call.read_text("utf-8").split("\n")
    begin, end = lines.index("apply:") + 1, lines.index("info_meetings:")
    lines[begin:end] = [line.removeprefix("  ") for line in lines[begin:end]]
    call.write_text("\n".join(lines), "utf-8")
    expected = "indent it with two spaces: it belongs to apply:, in the lines above"
    told = [(found.code, found.help_text) for found in findings_of(paths) if found.position.file == _CALL]
    assert [("PP020", expected)] * 3 == told


def test_number_of_a_translation_is_quoted_whole(tmp_path: Path) -> None:
    """PP310 shows the number as it stands, with its separators."""
    finding = only_finding(
        tmp_path, f"# {_CALL.replace('.yml', '.en.yml')}\nsummary: From 15.02.2028 on, mentors."
    )
    assert finding.text == 'the number 15.02.2028 is not in the text for "da"'


_RECORD = "with file: {}, alt, creators, copyright_holder and license"


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("moede.jpg", f"make content/media/moede.yml {_RECORD.format('moede.jpg')}"),
        (
            "Møde 2.JPEG",
            f"rename it to moede-2.jpeg, then make content/media/moede-2.yml {_RECORD.format('moede-2.jpeg')}",
        ),
        (
            "kort.svg",
            f"save it as PNG, JPEG or WebP, then make content/media/kort.yml {_RECORD.format('kort.png')}",
        ),
        (
            "صورة.jpg",
            "rename it: small letters a–z, digits and hyphens, then .jpg; then make its record beside it",
        ),
    ],
)
def test_picture_without_record_says_how_to_name_it(name: str, help: str, tmp_path: Path) -> None:
    """PP510 names the file, a name that can be used, and the record to make."""
    paths = copy_small(tmp_path / "portal")
    (paths.media / name).write_bytes(picture("jpeg", 60, 40))
    (finding,) = findings_of(paths)
    assert (f"content/media/{name}", "PP510", help) == (
        finding.position.file,
        finding.code,
        finding.help_text,
    )


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("Møde 2.JPG", "rename the file to moede-2.jpg and write that here"),
        (
            "møde.gif",
            "save the picture as PNG, JPEG, WebP or AVIF first; changing the ending alone is not enough",
        ),
        ("moede", "for example odense-cafe.jpg"),
    ],
)
def test_unusable_picture_name_says_a_usable_one(name: str, help: str, tmp_path: Path) -> None:
    """PP501 derives a name that can be used from the one given, or says why there is none."""
    assert help == only_finding(tmp_path, f"# content/media/conversation.yml\nfile: {name}").help_text


def test_call_with_wrong_coordinator_names_the_right_ones(tmp_path: Path) -> None:
    """PP406 names the coordinators who answer for the programme, those of the call's places first."""
    shown = BY_CODE["PP406"].page.split("Example\n")[1].split("Use instead")[0]
    finding = only_finding(tmp_path, shown.replace("\n    ", "\n").removeprefix("    "))
    assert finding.help_text == "expected broen-odense or broen-aarhus"


def test_texts_without_translation_are_counted(tmp_path: Path) -> None:
    """PP304 counts every text of the programme, its coordinators, calls, guides and stories once."""
    text = "# content/calls/mentors-odense.en.yml (whole file)\nname: Mentors for Odense"
    finding = only_finding(tmp_path, text)
    texts = "calls/mentors-odense › summary and calls/mentors-odense › apply › steps › write › text"
    assert finding.text == f"2 of 29 texts on this site are not there in en: {texts}"
    assert finding.severity is Severity.NOTE


def test_many_texts_without_translation_are_named_in_part(tmp_path: Path) -> None:
    """PP304 names the first three texts and says how many more there are."""
    text = "# content/programmes/broen-mentor.en.yml (whole file)\nname: The Bridge mentor network"
    finding = only_finding(tmp_path, text)
    named = [f"programmes/broen-mentor › {path}" for path in ("summary", "description", "aims › work › text")]
    assert finding.text.partition(" en: ")[2] == f"{', '.join(named)} and 13 more"


def test_garbled_word_is_put_right(tmp_path: Path) -> None:
    """PP805 shows the whole word and what it was before it was garbled."""
    finding = only_finding(tmp_path, "# content/organisations/broen.yml\nlegal_name: Foreningen BrÃ¸en")
    assert finding.help_text == "did you mean Brøen?"


@pytest.mark.parametrize(("today", "expected"), [("2026-11-30", []), ("2026-12-01", ["PP202"])])
def test_renewal_falls_on_the_last_day_of_a_shorter_month(
    today: str, expected: list[str], tmp_path: Path
) -> None:
    """Eleven months after 31 December is 30 November: PP202 speaks on the day after."""
    paths = copy_small(tmp_path / "portal")
    certificate = "id: quality\n    name: Kvalitet\n    awarded_on: 2025-12-31"
    renewal = "renewed_after:\n      min: 11\n      unit: month"
    text = f"# content/programmes/broen-mentor.yml\ncertificates:\n  - {certificate}\n    {renewal}"
    apply_example(paths, text)
    assert expected == [finding.code for finding in findings_of(paths, today)]


def test_missing_picture_suggests_a_file_that_is_there(tmp_path: Path) -> None:
    """PP504 names the nearest picture file."""
    finding = only_finding(tmp_path, "# content/media/conversation.yml\nfile: converstion.png")
    assert finding.help_text == "did you mean conversation.png?"


def test_missing_picture_under_a_name_that_cannot_be_used(tmp_path: Path) -> None:
    """PP504 never suggests a name that PP501 refuses: the file is to be renamed, and the record is right."""
    paths = copy_small(tmp_path / "portal")
    (paths.media / "conversation.png").rename(paths.media / "Conversation.PNG")
    (finding,) = findings_of(paths)
    assert (finding.code, finding.help_text) == ("PP504", "rename Conversation.PNG to conversation.png")


def test_picture_over_the_limit(tmp_path: Path) -> None:
    """PP508 reports a picture one byte over the limit, at the line of its file."""
    paths = copy_small(tmp_path / "portal")
    picture = paths.media / "conversation.png"
    picture.write_bytes(picture.read_bytes().ljust(LIMITS.media_bytes + 1, b"\0"))
    (finding,) = findings_of(paths)
    position = finding.position
    assert f"{position.file}:{position.line} {finding.code}" == "content/media/conversation.yml:2 PP508"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (picture("png", 60, 40)[:-5], "conversation.png is cut off"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "conversation.png is damaged"),
        (
            picture("png", 550, 50),
            "conversation.png has 550 × 50 pixels: one side is over 10 times the other",
        ),
        (
            picture("png", 10_000, 5001, "1"),
            "conversation.png has 10000 × 5001 pixels; a picture may have 50 million",
        ),
    ],
)
def test_picture_that_cannot_be_used(tmp_path: Path, data: bytes, sentence: str) -> None:
    """PP509 says what is wrong with a picture before anything is built, at the line of its file."""
    paths = copy_small(tmp_path / "portal")
    (paths.media / "conversation.png").write_bytes(data)
    (finding,) = findings_of(paths)
    place = f"{finding.position.file}:{finding.position.line}"
    assert (place, finding.code, finding.text) == ("content/media/conversation.yml:2", "PP509", sentence)


def test_picture_at_the_limit(tmp_path: Path) -> None:
    """A picture of exactly the limit is fine."""
    paths = copy_small(tmp_path / "portal")
    picture = paths.media / "conversation.png"
    picture.write_bytes(picture.read_bytes().ljust(LIMITS.media_bytes, b"\0"))
    assert findings_of(paths) == ()


def test_picture_that_is_a_link_counts_as_missing(tmp_path: Path) -> None:
    """A symbolic link is never opened as a picture."""
    paths = copy_small(tmp_path / "portal")
    picture = paths.media / "conversation.png"
    picture.rename(tmp_path / "elsewhere.png")
    picture.symlink_to(tmp_path / "elsewhere.png")
    assert "PP504" in {finding.code for finding in findings_of(paths)}


def test_misspelled_references_get_the_right_suggestion(tmp_path: Path) -> None:
    """Of thirty references with one wrong letter, at least twenty-eight are answered with the id meant."""
    paths = copy_small(tmp_path / "portal")
    chance = random.Random(7)  # noqa: S311 - the same thirty typing mistakes in every run
    cities = (
        "aalborg",
        "randers",
        "kolding",
        "vejle",
        "horsens",
        "viborg",
        "esbjerg",
        "silkeborg",
        "herning",
        "ribe",
    )
    meant = [f"broen-{city}" for city in cities]
    for id in meant:
        text = (paths.content / "coordinators/broen-odense.yml").read_text("utf-8")
        (paths.content / f"coordinators/{id}.yml").write_text(text, "utf-8")
    right = 0
    for id in meant * 3:
        place = chance.randrange(6, len(id))
        wrong = id[:place] + chance.choice(["", "x", id[place] * 2]) + id[place + 1 :]
        apply_example(paths, f"# sites/broen/site.yml\ncontact: {wrong}")
        rule = BY_CODE["PP101"]
        right += [f"did you mean {id}?"] == [
            finding.help_text for finding in rule.findings(context_of(paths))
        ]
    assert right >= 28


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "Skal skrives: TBD.",
        "tbd",
        "xxx",
        "XXXX",
        "Lorem ipsum dolor",
        "Hvornår???",
        "mere [...] senere",
    ],
)
def test_placeholder(text: str, tmp_path: Path) -> None:
    """A text that somebody meant to write later is found."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, f"# {_SUMMARY}\nsummary: {text!r}")
    assert len(list(pp802_placeholder_text.RULE.findings(context_of(paths)))) == 1


@pytest.mark.parametrize(
    "text", ["Para todo el mundo.", "Hvornår?", "Hvad så?!", "Xx", "Methodolorem", "Se mere … her."]
)
def test_no_placeholder(text: str, tmp_path: Path) -> None:
    """Words that only resemble a placeholder are left alone."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, f"# {_SUMMARY}\nsummary: {text!r}")
    assert list(pp802_placeholder_text.RULE.findings(context_of(paths))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kom til KÃ¸benhavn",
        "FÃ¼r Frauen",
        "Ã…rhus",
        "Itâ€™s free",
        "10Â°C",
        "Ä°stanbul",
        "ÅŸimdi",
        "Ù…Ø±Ø­Ø¨Ø§",
        "ÐŸÑ€Ð¸Ð²Ñ–Ñ‚",
        "Gr\ufffdnt",
        "men\u200btor",
        "Men\u00adtor",
    ],
)
def test_garbled(text: str, tmp_path: Path) -> None:
    """Letters read in the wrong encoding, lost characters and unseen ones are found."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, f"# {_SUMMARY}\nsummary: '{text}'")
    assert len(list(pp805_garbled_text.RULE.findings(context_of(paths)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ærø, Ålborg, Øst – „Café“ … 5 °C",
        "PÅ – SMÅ… ÆØÅ»",
        "São Paulo, AÇÃO, Â, CAFÉ»",
        "İstanbul’da şimdi",
        "می‌خواهم مربی باشم",
        "Привіт, як справи?",
        "مرحبا بكم",
        "Vi ses\u00a0kl. 17",
    ],
)
def test_not_garbled(text: str, tmp_path: Path) -> None:
    """Sound texts are left alone, with joiners, quotes of all languages and no-break spaces."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, f"# {_SUMMARY}\nsummary: '{text}'")
    assert list(pp805_garbled_text.RULE.findings(context_of(paths))) == []


@pytest.mark.parametrize(
    "link",
    [
        "[x]()",
        "[x](https://)",
        "[x](mailto:)",
        "[x](javascript:alert)",
        "[x](data:text/html,x)",
        "[x](about/)",
        "[x](/about/)",
        "[x](//example.org)",
        "[x](#top)",
        "[x][y]\n\n[y]: ftp://example.org",
        "![x](photo.png)",
    ],
)
def test_unusable_link(link: str, tmp_path: Path) -> None:
    """In a record, a link without a whole web, mail or phone address is found."""
    paths = copy_small(tmp_path / "portal")
    escaped = link.replace("\n", "\\n")
    apply_example(paths, f'# {_SUMMARY}\ndescription: "Se her: {escaped}"')
    assert len(list(pp804_unusable_link.RULE.findings(context_of(paths)))) == 1


@pytest.mark.parametrize(
    "link",
    [
        "[x](https://example.org/)",
        "[x](HTTP://example.org)",
        "[x](mailto:kontor@example.org)",
        "[x](tel:+4532123456)",
        "[x][y]\n\n[y]: https://example.org",
        "[x]",
        "a [b] (c)",
        "x[1]",
    ],
)
def test_usable_link(link: str, tmp_path: Path) -> None:
    """Whole addresses are fine, and so are brackets that make no link."""
    paths = copy_small(tmp_path / "portal")
    escaped = link.replace("\n", "\\n")
    apply_example(paths, f'# {_SUMMARY}\ndescription: "Se {escaped} her."')
    assert list(pp804_unusable_link.RULE.findings(context_of(paths))) == []


@pytest.mark.parametrize(
    ("domain", "is_private"),
    [
        ("gmail.com", True),
        ("hotmail.dk", True),
        ("yahoo.co.uk", True),
        ("web.de", True),
        ("online.no", True),
        ("ukr.net", True),
        ("web.dk", False),
        ("gmail.example.org", False),
        ("mygmail.com", False),
        ("kvinfo.dk", False),
    ],
)
def test_private_mailbox(domain: str, is_private: bool, tmp_path: Path) -> None:
    """Providers of private mailboxes are known by their whole domain."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, f"# content/organisations/broen.yml\nemail: kontor@{domain}")
    assert is_private == any(pp408_private_mailbox.check(context_of(paths)))
