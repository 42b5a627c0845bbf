"""Codes of languages, countries, time zones and levels as fields: the finding names the nearest code."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.fields.codes import CefrLevel, Country, Language, TimeZone
from tests.support.fields import read, refusal


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Language, "no"),
        (Language, "ckb"),
        (Language, "pt-BR"),
        (Country, "DK"),
        (TimeZone, "Europe/Oslo"),
        (CefrLevel, "B1"),
    ],
)
def test_a_real_code_is_kept_as_typed(kind: Any, code: str) -> None:
    """A code that is in its table is read as it stands."""
    assert code == read(kind, code)


LANGUAGE = '"{}" is not a language code; expected a BCP 47 code such as da, nb, uk or ckb'
COUNTRY = '"{}" is not a country code; expected two capital letters (ISO 3166) such as DK'
ZONE = '"{}" is not a time zone; expected a name such as Europe/Copenhagen'
LEVEL = '"{}" is not allowed here; expected one of: A1, A2, B1, B2, C1, C2'


@pytest.mark.parametrize(
    ("kind", "typed", "code", "message", "help"),
    [
        (Language, "dk", "PP301", LANGUAGE, "did you mean da?"),
        (Language, "Norwegian", "PP301", LANGUAGE, "did you mean nb?"),
        (Language, "false", "PP301", LANGUAGE, ""),
        (Country, "dk", "PP029", COUNTRY, "did you mean DK?"),
        (Country, "Norway", "PP029", COUNTRY, "did you mean NO?"),
        (Country, "ZZ", "PP029", COUNTRY, ""),
        (TimeZone, "Copenhagen", "PP029", ZONE, "did you mean Europe/Copenhagen?"),
        (TimeZone, "+01:00", "PP029", ZONE, ""),
        (CefrLevel, "b2", "PP023", LEVEL, "did you mean B2?"),
        (CefrLevel, "native", "PP023", LEVEL, ""),
    ],
)
def test_an_unreal_code_is_refused(kind: Any, typed: str, code: str, message: str, help: str) -> None:
    """What is in no table has the code of its field and, where there is one, the nearest entry."""
    assert (code, message.replace("{}", typed), help) == refusal(kind, typed)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Language, "a language code such as da, nb or ckb"),
        (Country, "a country code such as DK"),
        (TimeZone, "a time zone such as Europe/Copenhagen"),
        (CefrLevel, "one of A1, A2, B1, B2, C1, C2"),
    ],
)
def test_an_empty_code_says_what_is_expected(kind: Any, expected: str) -> None:
    """Nothing in place of a code is PP022."""
    assert ("PP022", f"this is empty; expected {expected}", "") == refusal(kind, None)
