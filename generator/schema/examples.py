"""Examples of what stands under each key, as an editor would write it.

Takes a key, returns the value as text. Every example is a valid value of its type; people, numbers and addresses
are made up. References have no example here: which ids there are is the portal's affair.
"""

from __future__ import annotations

from generator.schema.fields import Key

_OF_FORM = {
    "label": "A few words in one line.",
    "prose": "A few sentences in plain words.",
    "line": "A few words.",
    "slug": "first-point",
    "integer": "2",
    "number": "1.5",
    "boolean": "true",
    "date": "2027-03-01",
    "time": "10:00",
    "datetime": "2027-03-01 17:30",
    "month": "5",
    "day": "1",
    "colour": "#7a1f5c",
    "phone": "+45 32 12 34 56",
    "email": "mentor@example.org",
    "url": "https://example.org/mentor",
    "language": "da",
    "country": "DK",
    "timezone": "Europe/Copenhagen",
    "path": "about-us/",
    "picture": "harbour.webp",
}
_OF_NAME = {
    "address_1": "Example Street 1",
    "address_2": "2nd floor",
    "postal_code": "5000",
    "city": "Odense",
    "legal_name": "Example Association",
    "publisher": "Example Institute",
    "source": "Evaluation 2025",
    "license": "CC-BY-4.0",
    "copyright_holder": "Example Association",
    "creators": "Kim Example",
    "tool": "axe-core 4.12.1",
    "alt": "Two women talk over coffee.",
    "headline": "A year with a mentor",
    "quotation": "I know now whom I can ask.",
    "job_title": "Mentor in Odense",
    "summary": "Mentors with time for one meeting a month share what they know of working life.",
    "tags": "network",
    "imprint": "imprint",
    "privacy": "privacy",
    "page": "about",
    "started_in": "2015",
    "year": "2025",
    "valid_to": "2027-12-31",
    "closes_on": "2027-04-15",
    "ends_on": "2027-12-31",
    "expires_on": "2027-12-31",
    "assured_on": "2026-11-01",
    "review_by": "2027-11-01",
    "given_on": "2026-11-01",
    "valid_from": "2026-11-01",
    "withdrawn_on": "2027-06-30",
    "starts_on": "2027-05-01",
    "decision_on": "2027-04-25",
    "prepared_on": "2026-11-01",
    "reviewed_on": "2026-11-01",
    "checked_on": "2026-11-01",
    "awarded_on": "2025-11-01",
    "said_on": "2026-10-01",
    "date_published": "2026-11-01",
    "extended_from": "2027-03-31",
    "ends": "2027-03-01 19:00",
    "closes": "14:00",
    "closes_at": "12:00",
    "first_day": "1",
    "last_day": "10",
    "transportation": "Bus 31 from the station, stop Example Street",
    "fees_description": "Taking part is free.",
}
_OF_KEY = {
    ("Coordinator", "name"): "Kim Example",
    ("Coordinator", "role"): "Coordinator in Odense",
    ("Coordinator", "country"): "DK",
    ("Coordinator", "area_of_responsibility"): "Mentors and mentees on Funen",
    ("Organisation", "name"): "Example Association",
    ("Organisation", "description"): "The association brings newcomers and working life together.",
    ("Place", "name"): "Odense",
    ("Programme", "name"): "Bridge Mentoring",
    (
        "Programme",
        "description",
    ): "A mentor and a mentee meet once a month and talk about work and everyday life.",
    ("Call", "name"): "Mentors in Odense, spring 2027",
    ("Guide", "title"): "Prepare your first meeting",
    ("Story", "body"): "They met at the harbour, and talked for two hours.",
    ("Testimonial", "name"): "Kim Example",
    ("Term", "id"): "work",
    ("Term", "name"): "Work",
    ("Site", "name"): "Mentoring on Funen",
    ("Site", "summary"): "Find a mentor on Funen, or become one.",
    ("Site", "url"): "https://funen.example.org/",
    ("Question", "question"): "Do I have to speak Danish?",
    ("Question", "answer"): "No. Many mentors speak several languages.",
}


def example_of(key: Key) -> str:
    """Return an example of the value, one of them for a list; empty for references and groups."""
    if key.choices:
        return key.choices[0]
    own = _OF_KEY.get((key.owner.__name__, key.name)) or _OF_NAME.get(key.name)
    return own or _OF_FORM.get(key.form, "")
