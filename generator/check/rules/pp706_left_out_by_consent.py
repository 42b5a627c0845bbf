"""A field is left out because the consent does not cover it.

What it does
    Compares e-mail address and phone numbers of coordinators, and the words of testimonials, with the scope of the
    consent.

Why it matters
    Whoever entered the field expects readers to see it. It is on no page, in no feed and in no export.

Example
    # content/coordinators/broen-aarhus.yml
    phones:  # PP706
      - number: 32 12 34 56

Use instead
    # content/coordinators/broen-aarhus.yml
    phones:
      - number: 32 12 34 56
    consent:
      basis: consent
      scope:
        - name
        - photo
        - email
        - phone
      given_on: 2024-01-01
      expires_on: 2027-12-31
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.persons import lacking
from generator.check.private import lapse_of
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity
from generator.model.coordinator import Coordinator
from generator.model.state import consent_lapse
from generator.model.story import Testimonial


def check(context: Context) -> Iterator[Flaw]:
    """Yield fields that readers do not see; of people who are left out altogether, none."""
    for coordinator in context.catalog.of(Coordinator):
        if coordinator.consent is None or lapse_of(coordinator, context.today):
            continue
        for key, scope in (("email", "email"), ("phones", "phone")):
            if getattr(coordinator, key) and (fault := lacking(coordinator.consent, scope)):
                yield Flaw(
                    coordinator,
                    (key,),
                    "{fault}: it is left out",
                    {"scope": scope, "fault": Phrase(fault[0], {"scope": scope})},
                    fault[1],
                    at_key=True,
                )
    for testimonial in context.catalog.of(Testimonial):
        missing = lacking(testimonial.consent, "quotation")
        if missing and not consent_lapse(testimonial.consent, context.today):
            values: dict[str, object] = {
                "scope": "quotation",
                "fault": Phrase(missing[0], {"scope": "quotation"}),
            }
            message = "{fault}: the testimonial is left out"
            yield Flaw(testimonial, ("consent", "scope"), message, values, missing[1], at_key=True)


RULE = Rule("PP706", Severity.WARNING, "0.1", __doc__, check)
