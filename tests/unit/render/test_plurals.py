"""The numbers that stand for all numbers when sentences are prepared for a script."""

from __future__ import annotations

import pytest
from babel import Locale, localedata

from generator.render.views.plurals import SAMPLES


@pytest.mark.parametrize("language", sorted(localedata.locale_identifiers()))
def test_every_category_has_a_sample(language: str) -> None:
    """Whatever number up to a thousand a script has to say, there is a form for it."""
    rule = Locale.parse(language).plural_form
    assert {rule(number) for number in range(1001)} == {rule(number) for number in SAMPLES}
