"""A text is set in YAML without touching anything else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.edit.overlay_text import EditError, with_texts
from generator.edit.page_text import with_page_texts
from generator.history.leaves import read_leaves
from generator.load.node import Mapping
from generator.load.yaml_text import parse

RECORD = """\
name: Bridge
summary: A summary
status: active
roles:
  mentor:
    name: Mentor
    tasks:
      - id: meet
        text: Meet
      - id: listen
        text: Listen
terms:
  - id: work
    name: {en: Work, da: Arbejde}
questions:
  - id: cost
    answer: None
"""
OVERLAY = """\
# yaml-language-server: $schema=x
# Translated by Ida.
name: 'Broen'   # the short name

# What mentors do
roles:
  mentor:
    tasks:
      # the second task
      - id: listen   # not a fact
        text: >-
          Lyt godt
          efter

# the end
"""


def record(text: str = RECORD) -> Mapping:
    """The tree of a record."""
    root, findings = parse(text.encode(), "record.yml")
    assert root is not None, findings
    return root


@pytest.mark.parametrize(
    ("leaf", "value", "old", "new"),
    [
        ("name", "Bro", "name: 'Broen'   #", "name: 'Bro'   #"),
        ("name", "Ida's bro", "name: 'Broen'   #", "name: 'Ida''s bro'   #"),
        (
            "roles.mentor.tasks.listen.text",
            "Lyt",
            ">-\n          Lyt godt\n          efter\n",
            ">-\n          Lyt\n",
        ),
        (
            "roles.mentor.tasks.listen.text",
            "Lyt\n\n- a\n- b",
            ">-\n          Lyt godt\n          efter\n",
            "|\n          Lyt\n\n          - a\n          - b\n",
        ),
        ("name", "Bro\n\nNy", "'Broen'   # the short name\n", "|   # the short name\n  Bro\n\n  Ny\n"),
        ("summary", "Kort", "short name\n", "short name\nsummary: Kort\n"),
        ("summary", "no", "short name\n", "short name\nsummary: 'no'\n"),
        ("summary", "A: b", "short name\n", "short name\nsummary: 'A: b'\n"),
        ("summary", "# a", "short name\n", "short name\nsummary: '# a'\n"),
        ("roles.mentor.name", "Mentor", "  mentor:\n", "  mentor:\n    name: Mentor\n"),
        (
            "roles.mentor.tasks.meet.text",
            "Mødes",
            "    tasks:\n",
            "    tasks:\n      - id: meet\n        text: Mødes\n",
        ),
        (
            "questions.cost.answer",
            "Nej",
            "          efter\n",
            "          efter\nquestions:\n  - id: cost\n    answer: Nej\n",
        ),
    ],
)
def test_text_in_its_place(leaf: str, value: str, old: str, new: str) -> None:
    """A new value stands where the old one stood, a new key where the record has it; the rest is the same."""
    assert old in OVERLAY
    assert with_texts(OVERLAY, {leaf: value}, record()) == OVERLAY.replace(old, new, 1)


@pytest.mark.parametrize(
    ("source", "leaf", "value", "expected"),
    [
        ("", "name", "Broen", "name: Broen\n"),
        ("# schema\n", "name", "Broen", "# schema\nname: Broen\n"),
        ("name:\n", "name", "Broen", "name: Broen\n"),
        ("name: ''\n", "name", "Broen", "name: 'Broen'\n"),
        ("name: >- # short\n  Bro\n  en\n", "name", "Ny", "name: >- # short\n  Ny\n"),
        ("name: | # short\n  Bro\n\n# c\n", "name", "Ny", "name: | # short\n  Ny\n\n# c\n"),
        ("name: ~ # later\n", "name", "Broen", "name: Broen # later\n"),
        ("name: a\r\n# c\r\n", "summary", "b", "name: a\r\nsummary: b\r\n# c\r\n"),
        ("summary: b", "name", "a", "name: a\nsummary: b"),
        ('name: "a"\n', "name", "„b“ \\", 'name: "„b“ \\\\"\n'),
        (
            "terms:\n  - id: work\n    name: {en: Work, da: Arbejde} # both\n",
            "terms.work.name.de",
            "Arbeit, viel",
            "terms:\n  - id: work\n    name: {en: Work, da: Arbejde, de: 'Arbeit, viel'} # both\n",
        ),
        (
            "roles: {mentor: {tasks: [{id: listen, text: a}]}}\n",
            "roles.mentor.tasks.meet.text",
            "b",
            "roles: {mentor: {tasks: [{id: listen, text: a}, {id: meet, text: b}]}}\n",
        ),
        ("roles: {}\n", "roles.mentor.name", "b", "roles: {mentor: {name: b}}\n"),
    ],
)
def test_forms_of_files(source: str, leaf: str, value: str, expected: str) -> None:
    """Empty files, empty values, Windows line ends and brackets are kept as they are."""
    assert with_texts(source, {leaf: value}, record()) == expected


def test_long_text_is_folded() -> None:
    """A long text gets lines that fit the screen, and is read as one."""
    value = " ".join(f"ord{n}" for n in range(60))
    text = with_texts("name: a\n", {"summary": value}, record())
    leaves = read_leaves(text.encode(), is_page=False)
    assert leaves is not None
    assert leaves.at["summary"] == value
    assert max(map(len, text.splitlines())) <= 118


def test_file_that_cannot_be_read_is_left_alone() -> None:
    """Broken YAML is not repaired by the way."""
    with pytest.raises(EditError):
        with_texts("name: a\n\tsummary: b\n", {"name": "c"}, record())


def test_group_of_keys_is_no_text() -> None:
    """Where the file has another shape than the record, nothing is set."""
    with pytest.raises(EditError):
        with_texts("name:\n  en: a\n", {"name": "c"}, record())


_SIGNS = "aB9ø أé'\":#-,[]{}&*!|>%@`\\~?=<.…\n"
_TEXT = (
    st.text(st.sampled_from(_SIGNS), min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: text not in ("", "~"))
)
_LEAVES = ["name", "summary", "roles.mentor.name", "roles.mentor.tasks.meet.text", "questions.cost.answer"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(_LEAVES), _TEXT, min_size=1))
def test_any_text_is_read_as_it_was_given(texts: dict[str, str]) -> None:
    """Whatever a translator types is what the loader reads, and every comment is still there."""
    text = with_texts(OVERLAY, texts, record())
    leaves = read_leaves(text.encode(), is_page=False)
    assert leaves is not None
    assert {leaf: leaves.at[leaf].strip() for leaf in texts} == texts
    comments = [line for line in OVERLAY.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in text.splitlines() if line in comments] == comments


PAGE = "---\n# Who we are\ntitle: 'Om os'\n---\n\nVi er *Broen*.\n"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"title": "Om"}, PAGE.replace("'Om os'", "'Om'")),
        ({"summary": "Kort"}, PAGE.replace("'Om os'\n", "'Om os'\nsummary: Kort\n")),
        ({"body": "## Vi\n\nEr."}, PAGE.replace("Vi er *Broen*.", "## Vi\n\nEr.")),
    ],
    ids=["title", "summary", "body"],
)
def test_page(texts: dict[str, str], expected: str) -> None:
    """The lines above a page and its body change each for itself."""
    assert with_page_texts(PAGE, texts) == expected


def test_new_page() -> None:
    """A new page has its title above its body; without both there is none."""
    assert with_page_texts("", {"body": "Hej.", "title": "Om"}) == "---\ntitle: Om\n---\n\nHej.\n"
    with pytest.raises(EditError):
        with_page_texts("", {"title": "Om"})
