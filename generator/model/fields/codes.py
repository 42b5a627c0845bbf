"""Codes checked against real tables: languages (BCP 47), countries (ISO 3166), time zones (IANA), CEFR levels.

Takes the text as typed, returns the canonical code, or raises a `problem` with the nearest code.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo

from generator.model.fields import tables
from generator.model.fields.problem import problem, scalar
from generator.model.fields.scalars import one_of


def _language(value: object) -> str:
    text = scalar(value, "a language code such as da, nb or ckb")
    if tables.is_language(text):
        return text
    raise problem(
        "PP301",
        '"{found}" is not a language code; expected a BCP 47 code such as da, nb, uk or ckb',
        suggest=lambda: tables.nearest_language(text),
        found=text,
    )


def _country(value: object) -> str:
    text = scalar(value, "a country code such as DK")
    if tables.is_country(text):
        return text
    raise problem(
        "PP029",
        '"{found}" is not a country code; expected two capital letters (ISO 3166) such as DK',
        suggest=lambda: tables.nearest_country(text),
        found=text,
    )


def _timezone(value: object, info: ValidationInfo) -> str:
    text = scalar(value, "a time zone such as Europe/Copenhagen")
    if tables.is_timezone(text):
        return text
    raise problem(
        "PP029",
        '"{found}" is not a time zone; expected a name such as Europe/Copenhagen',
        suggest=lambda: tables.nearest_timezone(text, str((info.context or {}).get("language", ""))),
        found=text,
    )


Language = Annotated[str, BeforeValidator(_language)]
Country = Annotated[str, BeforeValidator(_country)]
TimeZone = Annotated[str, BeforeValidator(_timezone)]

_Cefr = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
CefrLevel = Annotated[_Cefr, one_of(_Cefr)]
"""A level of the Common European Framework of Reference for Languages."""
