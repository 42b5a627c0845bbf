"""The records of a network before languages: facts, and texts that are still to be said.

Takes counts and numbers, returns trees. Texts are about as long as those of the sample content: a programme has some
900 words, a guide 450, a call 200, a story 180. Writes no file and says no word.
"""

from __future__ import annotations

from tests.bench.shape import Shape
from tests.bench.voice import Line, Prose, Title, Tree

ASSURED = {"assured_on": "2026-11-01", "review_by": "2027-06-01"}
_ZONE = "Europe/Copenhagen"
_TOPICS = ("work", "education", "language", "social-network", "career", "leadership")
TERMS = {
    "topics": _TOPICS,
    "programme-types": ("one-to-one", "cross-mentoring", "in-company"),
    "partner-types": ("funder", "employer", "job-centre"),
}
"""Words of the vocabularies."""


def _items(count: int, words: int = 12) -> list[Tree]:
    return [{"id": f"point-{number}", "text": Line(words)} for number in range(1, count + 1)]


def _role() -> Tree:
    return {
        "summary": Line(12),
        "tasks": _items(3),
        "must": _items(3),
        "good_to_have": _items(1),
        "not_needed": _items(1),
        "gains": _items(4),
        "challenges": _items(1, 16),
    }


def programme(organisation: str, contact: str, places: list[str], number: int) -> Tree:
    """A programme of an organisation in some places."""
    tree = {
        **ASSURED,
        "name": Title(4),
        "summary": Line(20),
        "description": Prose("b3 p2 l3 p3 a3 p2"),
        "organisation": organisation,
        "status": "active",
        "started_in": 2002 + number % 20,
        "programme_types": [TERMS["programme-types"][number % 3]],
        "topics": [_TOPICS[number % 6], _TOPICS[(number + 2) % 6]],
        "aims": _items(2),
        "duration": {"min": 4 + number % 3, "max": 12, "unit": "month"},
        "meetings": {"hours": 2, "per": "month"},
        "fees_description": Line(12),
        "roles": {"mentor": _role(), "mentee": _role()},
        "steps": [
            {"id": name, "title": Title(4), "text": Line(15), "actor": actor}
            for name, actor in (
                ("contact", "mentor"),
                ("talk", "coordinator"),
                ("match", "coordinator"),
                ("meet", "pair"),
            )
        ],
        "first_meeting": Prose("p4"),
        "matching": {"method": "coordinator", "criteria": Line(25)},
        "support": {"summary": Line(16), "training": [{"id": "start", "name": Title(4), "role": "mentor"}]},
        "not_offered": Prose("p2"),
        "places": places,
        "contact": contact,
        "partners": [{"id": f"partner-{n}", "name": Title(3), "partner_type": "job-centre"} for n in (1, 2)],
        "questions": [
            {"id": f"question-{n}", "question": Line(9), "answer": Prose("p2")} for n in range(1, 5)
        ],
    }
    return {key: value for key, value in tree.items() if value != []}


def guide(number: int) -> Tree:
    """A general guide, which stands on every site."""
    actors = ("mentor", "coordinator", "coordinator", "mentee", "pair")
    return {
        **ASSURED,
        "title": Title(5),
        "audience": ("mentor", "mentee", "employer", "organiser")[number % 4],
        "summary": Line(14),
        "topics": [_TOPICS[number % 6]],
        "introduction": Prose("p3"),
        "before_you_start": _items(4, 9),
        "steps": [
            {
                "id": f"step-{n}",
                "title": Title(4),
                "actor": actor,
                "text": Prose("p3"),
                "checklist": _items(3, 9),
            }
            for n, actor in enumerate(actors, 1)
        ],
        "agenda": _items(5, 9),
        "questions": _items(4, 10),
        "boundaries": _items(3),
        "if_it_does_not_work": Prose("p3"),
        "sources": [
            {
                "id": "source",
                "name": Title(4),
                "publisher": "Example Press",
                "url": f"https://www.example.org/guides/{number}/",
            }
        ],
    }


_ROUNDS = (
    ("2026-10-15", "2027-01-31", "2026-12-03", "2027-01-14"),
    ("2027-01-10", "2027-03-31", "2027-02-02", "2027-02-16"),
    ("2026-08-01", "2026-09-30", "2026-09-01", "2026-09-15"),
)
"""Open, announced and closed calls on the day of the benchmark: first and last day, two info meetings."""


def call(programme: str, coordinator: str, places: list[str], venue: str, number: int) -> Tree:
    """A call of a programme with two info meetings, at the venue or, without one, online only."""
    opens, closes, first, second = _ROUNDS[number % len(_ROUNDS)]
    address = f"https://apply.example.org/{number}"
    here: Tree = {"place": venue} if venue else {"online_url": address}
    tree = {
        **ASSURED,
        "programme": programme,
        "role": ("mentor", "mentee")[number % 2],
        "name": Title(6),
        "summary": Line(18),
        "description": Prose("p3 p3"),
        "places": places,
        "timezone": _ZONE,
        "opens_on": opens,
        "closes_on": closes,
        "people_wanted": 6 + number % 12,
        "languages": ["da", "en"],
        "apply": {"coordinator": coordinator, "url": address, "steps": _items(3, 10)},
        "info_meetings": [
            {
                "id": "first",
                "name": Title(4),
                "starts": f"{first} 17:00",
                "ends": f"{first} 18:30",
                **here,
                "languages": ["da", "en"],
            },
            {
                "id": "second",
                "name": Title(4),
                "starts": f"{second} 17:00",
                "ends": f"{second} 18:00",
                "online_url": address,
                "languages": ["da"],
            },
        ],
        "next_steps": Prose("p3"),
        "after_close": Prose("p2"),
    }
    return {key: value for key, value in tree.items() if value != []}


def story(programme: str, place: str, quotations: list[str], number: int) -> Tree:
    """A story of a programme."""
    tree = {
        "assured_on": "2026-11-01",
        "headline": Title(6),
        "summary": Line(20),
        "date_published": f"2026-{1 + number % 10:02}-{1 + number % 28:02}",
        "programme": programme,
        "place": place,
        "body": Prose("p2 h p3 a2 h b3 l3 h p3"),
        "quotations": quotations,
    }
    return {key: value for key, value in tree.items() if value not in ([], "")}


def testimonial(programme: str) -> Tree:
    """What somebody in a programme said; without a name."""
    consent = {"basis": "consent", "scope": ["quotation"], "given_on": "2026-01-15"}
    return {
        "quotation": Line(22),
        "job_title": Title(3),
        "programme": programme,
        "said_on": "2026-01-15",
        "consent": consent,
    }


def coordinator(
    organisation: str, programmes: list[str], places: list[str], number: int, how: dict[str, str]
) -> Tree:
    """An office that answers for programmes in places; its phone number is its own up to 10,000 offices.

    `how` says in each language when to call.
    """
    tree = {
        **ASSURED,
        "role": Title(3),
        "area_of_responsibility": Line(10),
        "country": "DK",
        "organisation": organisation,
        "programmes": programmes,
        "places": places,
        "languages": ["da", "en", "ar"],
        "email": f"office-{number}@example.org",
        "phones": [{"number": f"+45 32 12 {number // 100:02} {number % 100:02}", "description": how}],
        "office_hours": [{"days": ["tuesday", "thursday"], "opens": "10:00", "closes": "14:00"}],
        "replies_within_days": 2,
    }
    return {key: value for key, value in tree.items() if value != []}


def organisation(number: int) -> Tree:
    """Who runs the programmes of one site."""
    return {
        **ASSURED,
        "name": Title(3),
        "country": "DK",
        "description": Prose("p3"),
        "website": f"https://organisation-{number}.example.org/",
        "email": f"info@organisation-{number}.example.org",
    }


def site(number: int, languages: tuple[str, ...], shape: Shape) -> Tree:
    """The record of a site."""
    sections = ("programmes", "places", "coordinators", "calls", "guides", "stories")
    there = [name for name in sections if name == "coordinators" or getattr(shape, name)]
    tree = {
        **ASSURED,
        "name": Title(3),
        "summary": Line(16),
        "introduction": Prose("p3"),
        "organisation": f"organisation-{number}",
        "url": f"https://site-{number}.example.org/",
        "languages": list(languages),
        "jurisdiction": "DK",
        "timezone": _ZONE,
        "select": [{"organisations": [f"organisation-{number}"]}],
        "brand": {"colour": f'"{("#8c1d4f", "#0b5c7a", "#2f6b3a", "#3d4a9e", "#a03c00")[number % 5]}"'},
        "navigation": [
            *({"section": name} for name in there),
            *([{"page": "about"}] if shape.own_pages > 2 else []),
        ],
        "legal": {"imprint": "imprint", "privacy": "privacy"},
        "contact": f"office-{number}-1",
    }
    return tree | ({"accessibility": _statement()} if shape.statement else {})


def _statement() -> Tree:
    checks = [
        {"id": "axe", "tool": "axe-core 4.12.1", "checked_on": "2026-11-20", "result": "no_problems"},
        {"id": "nu", "tool": "Nu Html Checker 26.9.27", "checked_on": "2026-11-20", "result": "no_problems"},
    ]
    return {
        "introduction": Prose("p3"),
        "conformance": "partial",
        "standards": ["EN 301 549 v3.2.1", "WCAG 2.2 AA"],
        "not_accessible": [
            {"id": f"shortfall-{number}", "text": Line(16), "reason": "not_met"} for number in (1, 2, 3)
        ],
        "prepared_on": "2026-11-20",
        "method": "self_assessment",
        "tool_checks": checks,
    }


OWN_PAGE = {
    "imprint": Prose("p2 h p3 h l3 p2"),
    "privacy": Prose("p3 h p3 h p3 h p2 h a3"),
    "about": Prose("b3 h p3 a3 h l4 p3", links=("../programmes/", "../guides/")),
}
"""The texts of a site's own pages; others are like the last."""
