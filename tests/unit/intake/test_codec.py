"""Records as bytes: what is written comes back, and bytes from elsewhere can neither call nor make anything else."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from generator.check.registry import RULES
from generator.diagnostics import Finding, Position, Severity
from generator.intake.codec import dumps, loads
from generator.intake.portal import look, take_in
from generator.load.loader import AS_ON_DISK
from generator.model.fields.text import Prose, Text
from generator.paths import PortalPaths
from tests.rules.test_rules import examples
from tests.support.portal import apply_example, copy_small

ROOT = Path(__file__).resolve().parents[3]
WITH_EXAMPLE = [pytest.param(rule, id=rule.code) for rule in RULES if examples(rule)]


class Hostile:
    """Makes a folder when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


def test_every_record_of_the_samples_comes_back() -> None:
    """Records and pages of this repository are equal to themselves after the journey, class by class."""
    catalog = take_in(look(PortalPaths(ROOT), AS_ON_DISK)).catalog
    sent = (*catalog, *catalog.pages)
    back = loads(dumps(sent))
    assert isinstance(back, tuple)
    assert back == sent
    assert [type(record) for record in back] == [type(record) for record in sent]


@pytest.mark.parametrize("rule", WITH_EXAMPLE)
def test_every_finding_comes_back(rule: object, tmp_path: Path) -> None:
    """What loading, modelling and the rules about single records find in the example of each rule comes back."""
    shown = examples(rule)  # type: ignore[arg-type]
    assert shown is not None
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, shown[0])
    findings = take_in(look(paths, AS_ON_DISK)).findings
    assert loads(dumps(findings)) == findings


def test_texts_keep_their_kind() -> None:
    """A label stays a label, prose stays prose."""
    texts = (Text("da", {"da": "a", "en": "b"}), Prose("da", {"da": "c"}))
    back = loads(dumps(texts))
    assert back == texts
    assert isinstance(back, tuple)
    assert [type(text) for text in back] == [Text, Prose]


@pytest.mark.parametrize("values", [{"da": "a", "ar": "ب\nc"}, {"da": "a\0b", "en": ""}, {"da": "\ud800"}])
def test_strings_come_back_when_they_are_asked_for(values: dict[str, str]) -> None:
    """Whatever characters a text has; its languages are known before."""
    text = Text.unread("da", tuple(values), lambda: values)
    back = loads(dumps((text, text)))
    assert isinstance(back, tuple)
    assert tuple(back[0].tags) == tuple(values)
    assert back[0].values == values
    assert back[0] is back[1]


@pytest.mark.parametrize(("old", "new"), [(b"Hej", b"H\0j"), (b"a\0b", b"a\nb")])
def test_strings_that_are_not_those_of_the_languages(old: bytes, new: bytes) -> None:
    """Bytes that were changed on the way, seal or no seal, are no value: the record is read anew."""
    data = dumps((Text("en", {"en": "Hej", "da": "a"}), Text("da", {"da": "a", "en": "b"})))
    assert data.count(old) == 1
    assert loads(data.replace(old, new)) is None


def test_bytes_that_are_no_text_are_shown() -> None:
    """Whoever forges a record with all its seals gets a page with signs that stand for nothing, and no fault."""
    back = loads(dumps((Text("da", {"da": "Hej"}),)).replace(b"Hej", b"H\xffj"))
    assert isinstance(back, tuple)
    assert back[0].source == "H\ufffdj"


def test_bytes_from_elsewhere_call_nothing(tmp_path: Path) -> None:
    """A pickle that would make a folder makes none."""
    target = tmp_path / "made"
    assert loads(pickle.dumps({"record": Hostile(target)})) is None
    assert not target.exists()


@pytest.mark.parametrize(
    "name",
    ["builtins\neval", "builtins\ngetattr", "os\nsystem", "generator.paths\nwrite_text", "pathlib\nPath"],
)
def test_nothing_but_the_model_is_found(name: str) -> None:
    """Names of the program itself, of Python and of the system are refused alike."""
    assert loads(b"c" + name.encode() + b"\n.") is None


def test_cut_off_bytes_are_no_value() -> None:
    """At whatever place the bytes end, nothing is raised."""
    data = dumps((Finding("PP001", Severity.ERROR, Position("a.yml"), "text", {"n": 1}),))
    assert [loads(data[:end]) for end in range(len(data))] == [None] * len(data)
