"""What each word of a short list means, for the list that an editor's program shows.

Takes a key, returns one label per choice. Readers see other words, which come from the catalogues of the theme.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.schema.fields import Key

_ROLES = {
    "mentor": "who shares experience",
    "mentee": "who gets support",
    "organisation": "an employer or partner company",
}
_ACTORS = {
    "coordinator": "the coordinator",
    "mentor": "the mentor",
    "mentee": "the mentee",
    "pair": "both together",
    "organisation": "the employer or partner company",
}
_SPANS = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RESULTS = {"no_problems": "no problems were found", "problems": "problems were found"}

LABELS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("Programme", "status"): {
        "active": "it runs",
        "inactive": "it rests",
        "defunct": "it is over and does not come back",
        "temporarily_closed": "it is closed for now and comes back",
    },
    ("Programme", "programme_mode"): {
        "onsite": "pairs meet in one place",
        "online": "pairs meet online",
        "blended": "both",
    },
    ("Programme", "background_check"): {
        "none": "not needed",
        "standard": "a certificate of conduct",
        "extended": "an extended certificate of conduct, for work with children",
    },
    ("Place", "place_type"): {
        "city": "a town or city",
        "region": "a district, county or country",
        "venue": "a house or room with an address",
    },
    ("Call", "role"): _ROLES,
    ("Call", "state_override"): {
        "paused": "stopped for now",
        "full": "no places left",
        "cancelled": "does not take place",
    },
    ("Guide", "audience"): {
        "mentor": "mentors",
        "mentee": "mentees",
        "employer": "employers that take part",
        "organiser": "those who run a programme",
    },
    ("Site", "status"): {
        "live": "search engines may list it",
        "hidden": "search engines are asked not to list it",
    },
    ("Site", "outdated_translations"): {
        "show": "the translation as it is",
        "notice": "the translation, with a dated line above the page",
        "source": "the source in its own language",
    },
    ("Site", "fallback"): {
        "notice": "shown in its own language, with a notice",
        "omit": "left out in the languages that it does not have",
    },
    ("DurationRange", "unit"): _SPANS,
    ("Meetings", "per"): {"week": "each week", "month": "each month"},
    ("Step", "actor"): _ACTORS,
    ("GuideStep", "actor"): _ACTORS,
    ("Matching", "method"): {
        "coordinator": "the coordinator suggests somebody",
        "self": "people choose each other",
        "event": "people meet at an event",
        "mixed": "several of these",
    },
    ("PhoneLine", "type"): {
        "voice": "a line to call",
        "cell": "a mobile to call or text",
        "text": "text messages only",
    },
    ("OfficeHours", "days"): {day: day.capitalize() for day in _DAYS},
    ("Consent", "basis"): {
        "consent": "the person agreed",
        "contract": "the person's work contract",
        "legitimate_interest": "a legitimate interest, weighed and written down",
    },
    ("Consent", "scope"): {
        "name": "the name",
        "email": "the e-mail address",
        "phone": "the phone numbers",
        "photo": "the photo",
        "quotation": "the words that the person said",
    },
    ("InfoMeeting", "status"): {
        "scheduled": "takes place as planned",
        "cancelled": "does not take place",
        "postponed": "takes place later",
        "moved_online": "takes place online instead",
    },
    ("NavigationEntry", "section"): {
        "programmes": "the list of programmes",
        "places": "the list of places",
        "coordinators": "the list of coordinators",
        "calls": "the list of calls",
        "guides": "the list of guides",
        "stories": "the list of stories",
    },
    ("AccessibilityStatement", "conformance"): {
        "full": "everything is met",
        "partial": "most is met; what is not stands in not_accessible",
        "none": "most is not met",
    },
    ("AccessibilityStatement", "standards"): {
        "EN 301 549 v3.2.1": "the European standard",
        "WCAG 2.1 AA": "the web guidelines of 2018",
        "WCAG 2.2 AA": "the web guidelines of 2023",
    },
    ("AccessibilityStatement", "method"): {
        "self_assessment": "we checked it ourselves",
        "third_party": "somebody independent checked it",
    },
    ("Training", "role"): {"mentor": "mentors", "mentee": "mentees", "both": "both"},
    ("Shortfall", "reason"): {
        "not_met": "a rule is broken",
        "disproportionate_burden": "the effort would be out of proportion",
        "out_of_scope": "the law leaves it out",
        "third_party": "it is made by somebody else",
    },
    ("ToolCheck", "result"): _RESULTS,
    ("HumanCheck", "result"): _RESULTS,
    ("HumanCheck", "topic"): {
        "keyboard": "use without a mouse",
        "screen_reader": "use with a screen reader",
        "zoom": "large type",
        "contrast": "contrast of colours",
        "plain_language": "plain language",
        "picture_descriptions": "descriptions of pictures",
        "translations": "translations",
        "people_with_disabilities": "a trial by people with disabilities",
    },
    ("LanguageRequirement", "level"): {
        "A1": "first words",
        "A2": "simple talk",
        "B1": "everyday life",
        "B2": "work and studies",
        "C1": "demanding talk",
        "C2": "like a first language",
    },
}
"""Model and key, then each word with its label."""


def labels_of(key: Key) -> tuple[str, ...]:
    """Return the labels of a key's choices, in their order."""
    labels = LABELS[key.owner.__name__, key.name]
    return tuple(labels[choice] for choice in key.choices)
