"""The languages in which the program speaks: catalogues complete, in step with the program, chosen by their tags."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from generator.check.registry import RULES
from generator.check.rule import Rule
from generator.cli.program import portal
from generator.clock import read_clock
from generator.console.languages import languages, words_in
from generator.console.words import Words
from generator.diagnostics import Finding, Phrase, Position, Severity
from generator.errors import UsageError
from generator.verdict.portal import check_portal
from tests.corpus.test_broken import FILES, printed
from tests.rules.test_rules import examples
from tests.support.editor_catalogues import TEMPLATE, catalogue_of, template, written
from tests.support.editor_words import templates
from tests.support.portal import TODAY, apply_example, copy_small

TRANSLATED = [language for language in languages() if language != "en"]


class Asked(dict[str, str]):
    """A catalogue without translations that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """Remember the template."""
        self.asked.add(key)
        return default


def _slots(text: str) -> set[str]:
    return set(re.findall(r"\{[a-z_]+\}", text))


def test_the_template_has_exactly_the_sentences_of_the_program() -> None:
    """`python -m tests.support.editor_catalogues` has been run after the last change of a sentence."""
    assert TEMPLATE.read_bytes() == written(template())


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_unused(language: str) -> None:
    """A catalogue has the sentences of the program, each with words, and nothing else."""
    catalogue = read_po(BytesIO(catalogue_of(language).read_bytes()), locale=language)
    found = {str(message.id): message for message in catalogue if message.id}
    untold = {id for id, message in found.items() if not message.string or message.fuzzy}
    assert (set(templates()), set()) == (set(found), untold)


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_slots_of_the_sentence(language: str) -> None:
    """No value gets lost, and none is asked for that nobody gives."""
    catalogue = words_in(language).catalogue
    assert [text for text, said in catalogue.items() if _slots(text) != _slots(said)] == []


def test_everything_said_of_broken_files_is_in_the_template(tmp_path: Path) -> None:
    """Messages, advice, the phrases in them and the last line, for every file of the corpus."""
    asked = Asked()
    small = copy_small(tmp_path / "portal")
    for path in FILES:
        printed(small, path, Words("en", asked))
    assert len(asked.asked) > 100
    assert set() == {text for text in asked.asked if _slots(text) != {text}} - set(templates())


@pytest.mark.parametrize("rule", [rule for rule in RULES if examples(rule)], ids=lambda rule: rule.code)
def test_everything_said_of_a_rules_example_is_in_the_template(rule: Rule, tmp_path: Path) -> None:
    """Messages and advice of all findings of the example, the phrases in them too."""
    asked, shown = Asked(), examples(rule)
    assert shown is not None
    small = copy_small(tmp_path / "portal")
    apply_example(small, shown[0])
    for finding in check_portal(small, read_clock(TODAY)).findings:
        Words("en", asked).message(finding)
        Words("en", asked).help(finding)
    assert set() == {text for text in asked.asked if re.sub(r"\{[a-z_]+\}", "", text)} - set(templates())


def test_a_finding_is_said_with_the_phrases_in_it() -> None:
    """A value that is a sentence is translated too; a value that somebody wrote is not."""
    values = {"found": Phrase("a list"), "expected": "a list"}
    finding = Finding(
        "PP022", Severity.ERROR, Position("a.yml"), "found {found}; expected {expected}", values
    )
    words = Words("xx", {"a list": "LIST", "found {found}; expected {expected}": "{found}/{expected}"})
    assert words.message(finding) == "LIST/a list"


@pytest.mark.parametrize(
    ("tag", "language"), [("de-AT", "de"), ("de_DE.UTF-8", "de"), ("DE", "de"), ("en-GB", "en")]
)
def test_a_tag_leads_to_its_language(tag: str, language: str) -> None:
    """Regions, spellings and encodings make no difference."""
    assert language == words_in(tag).language


def test_an_unknown_language_is_refused() -> None:
    """The refusal names the languages that there are."""
    with pytest.raises(UsageError) as caught:
        words_in("tlh")
    assert f"one of: {', '.join(languages())}" == caught.value.help


@pytest.mark.parametrize(
    ("before", "after", "variable"),
    [
        (["--messages", "de"], [], None),
        ([], ["--messages", "de"], None),
        ([], [], "de"),
        ([], ["--messages", "de"], "en"),
    ],
)
def test_the_language_is_chosen_before_or_after_the_command_or_by_the_environment(
    before: list[str], after: list[str], variable: str | None, tmp_path: Path
) -> None:
    """All ways say the same; the option after the command wins."""
    small = copy_small(tmp_path / "portal")
    found = check_portal(small, read_clock(TODAY)).findings
    arguments = ["--root", str(small.root), "--today", TODAY, *before, "check", *after]
    said = CliRunner().invoke(portal, arguments, env={"PORTAL_MESSAGES": variable}).output
    assert (found, "keine Befunde" in said) == ((), True)
