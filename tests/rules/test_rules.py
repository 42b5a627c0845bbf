"""Every rule's page is executed: its example must give the findings it marks, the other way must give none."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import BaseModel

from generator.check.registry import RULES
from generator.check.rule import Rule
from generator.check.words import Words
from generator.clock import read_clock
from generator.diagnostics import Severity
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, apply_example, copy_small, findings_of, places_of

_P = TypeVar("_P", bound=BaseModel)
_EXAMPLE = re.compile(r"^Example\n(.*?)^Use instead\n(.*)\Z", re.MULTILINE | re.DOTALL)


def examples(rule: Rule) -> tuple[str, str] | None:
    """The two examples of a rule's page, not indented; `None` when the page says what to do instead."""
    found = _EXAMPLE.search(rule.page)
    return (textwrap.dedent(found[1]), textwrap.dedent(found[2])) if found else None


WITH_EXAMPLE = [pytest.param(rule, id=rule.code) for rule in RULES if examples(rule)]


def test_small_portal_has_no_findings(tmp_path: Path) -> None:
    """The portal that all examples change is itself without findings, notes included."""
    assert findings_of(copy_small(tmp_path / "portal")) == ()


@pytest.mark.parametrize("rule", WITH_EXAMPLE)
def test_example_gives_the_marked_findings(rule: Rule, tmp_path: Path) -> None:
    """The example gives exactly the findings marked in it, the page's own among them, in file and line."""
    shown = examples(rule)
    assert shown is not None
    paths = copy_small(tmp_path / "portal")
    expected = apply_example(paths, shown[0])
    assert rule.code in {code for _, _, code in expected}
    assert expected == places_of(findings_of(paths))


@pytest.mark.parametrize("rule", WITH_EXAMPLE)
def test_use_instead_gives_no_findings(rule: Rule, tmp_path: Path) -> None:
    """What the page recommends instead gives no finding of any rule."""
    shown = examples(rule)
    assert shown is not None
    paths = copy_small(tmp_path / "portal")
    assert apply_example(paths, shown[1]) == []
    assert findings_of(paths) == ()


@pytest.mark.parametrize("rule", WITH_EXAMPLE)
def test_words_of_the_finding_are_complete(rule: Rule, tmp_path: Path) -> None:
    """Message and advice of the example's finding have every slot filled, and its severity is the rule's."""
    shown = examples(rule)
    assert shown is not None
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, shown[0])
    own = [finding for finding in findings_of(paths) if finding.code == rule.code]
    left = [text for finding in own for text in re.findall(r"\{[a-z_]+\}", finding.text + finding.help_text)]
    assert left == []
    assert {rule.severity} == {finding.severity for finding in own}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.of_parts], ids=lambda rule: rule.code)
def test_what_is_found_in_a_part_is_found_in_the_whole(rule: Rule, tmp_path: Path) -> None:
    """Whatever key is taken from the records of the example, needed or not, nothing new is found: no rule misses it."""
    shown = examples(rule)
    assert shown is not None
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, shown[0])
    catalog = check_portal(paths, read_clock(TODAY)).catalog
    told = 0
    for record in catalog:
        whole = _found(rule, record, catalog)
        told += len(whole)
        for part in _lacking(record):
            assert _found(rule, part, catalog) <= whole
    assert told


def _lacking(part: _P) -> Iterator[_P]:
    """Yield the part without each of its keys, and without each of those of the groups inside it."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if name != "id":
            absent = () if isinstance(value, tuple) else None
            yield part.model_copy(update={name: absent if field.is_required() else field.get_default()})
        if isinstance(value, BaseModel):
            yield from (part.model_copy(update={name: inner}) for inner in _lacking(value))
        for number, item in enumerate(value) if isinstance(value, tuple) else ():
            for inner in _lacking(item) if isinstance(item, BaseModel) else ():
                items = (*value[:number], inner, *value[number + 1 :])
                yield part.model_copy(update={name: items})


def _found(rule: Rule, record: Record, catalog: Catalog) -> set[tuple[object, str]]:
    return {(found.path, found.text) for found in rule.own_findings(Words(record), catalog.documents)}


def test_severities_of_time_are_warnings() -> None:
    """A rule that speaks only because a day has passed never stops a build."""
    by_code = {rule.code: rule.severity for rule in RULES}
    of_time = ("PP201", "PP202", "PP207", "PP209", "PP507", "PP613", "PP702", "PP703")
    assert [Severity.WARNING] * len(of_time) == [by_code[code] for code in of_time]


@pytest.mark.parametrize(("today", "severity"), [("2026-12-10", "warning"), ("2026-12-11", "error")])
def test_prose_about_somebody_who_left_is_an_error(today: str, severity: str, tmp_path: Path) -> None:
    """Until the last day it is a warning; after it the build would refuse the text, and the check says so."""
    paths = copy_small(tmp_path / "portal")
    rule = next(rule for rule in RULES if rule.code == "PP705")
    shown = examples(rule)
    assert shown is not None
    apply_example(paths, shown[0])
    own = [finding.severity for finding in findings_of(paths, today) if finding.code == "PP705"]
    assert own == [Severity(severity)]
