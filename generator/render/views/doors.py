"""The ways in: one for those who want to be mentors, one for those who want a mentor, of equal weight.

Takes a voice; returns doors with the best page that the site has for each side: its guide, else the part of its
programme that says who can take part, else a list. Which of them is the page's main action is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.guide import Guide
from generator.model.programme import Programme
from generator.plan.routes import record_route, section_route
from generator.render.views.parts import role_name
from generator.render.voice import TextView, Voice
from generator.text.messages import mark

_SIDES = ("mentor", "mentee")
_DOORS = {"mentor": mark("Become a mentor"), "mentee": mark("I would like a mentor")}
_IN_GENERAL = {
    "mentor": mark("What mentors do, and how you begin"),
    "mentee": mark("What a mentor is, and how you begin"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A way in. `label` is the programme's own word for that side, where it has one."""

    title: TextView | str
    label: TextView | str
    text: TextView | str | None
    url: str


def programme_doors(voice: Voice, programme: Programme) -> tuple[Door, ...]:
    """Return the doors of a programme's page, which lead to what is said there of each side."""
    doors = [_own_door(voice, programme, side, f"#role-{side}") for side in _SIDES]
    organisation = programme.roles.organisation
    if organisation:
        name = role_name(voice, programme, "organisation")
        doors.append(Door(name, "", voice.line(organisation.summary), "#role-organisation"))
    return tuple(doors)


def home_doors(voice: Voice) -> tuple[Door, ...]:
    """Return the two doors of the site."""
    programmes = voice.plan.view.of(Programme)
    doors = []
    for side in _SIDES:
        url = _way_in(voice, programmes, side)
        if url and len(programmes) == 1:
            doors.append(_own_door(voice, programmes[0], side, url))
        elif url:
            doors.append(Door(voice.say(_DOORS[side]), "", voice.say(_IN_GENERAL[side]), url))
    return tuple(doors)


def _own_door(voice: Voice, programme: Programme, side: str, url: str) -> Door:
    role = getattr(programme.roles, side)
    label = role_name(voice, programme, side) if has_own_word(voice, programme, side) else ""
    return Door(voice.say(_DOORS[side]), label, voice.line(role.summary), url)


def has_own_word(voice: Voice, programme: Programme, side: str) -> bool:
    """Whether a programme calls a side otherwise than most do."""
    return str(role_name(voice, programme, side)) != str(role_name(voice, None, side))


def _way_in(voice: Voice, programmes: tuple[Programme, ...], side: str) -> str:
    guides = [
        guide
        for guide in voice.plan.view.of(Guide)
        if guide.audience == side and voice.has(record_route(guide.kind, guide.id))
    ]
    alone = programmes[0] if len(programmes) == 1 else None
    if alone and has_own_word(voice, alone, side):
        guides = [guide for guide in guides if guide.programmes]  # a general guide is not about such a side
    if len(guides) == 1:
        return voice.to(record_route(Guide.kind, guides[0].id))
    if guides:
        return f"{voice.to(section_route('guides'))}#for-{side}"
    if alone and voice.has(record_route(alone.kind, alone.id)):
        return f"{voice.to(record_route(alone.kind, alone.id))}#role-{side}"
    lists = (section_route("programmes"), section_route("coordinators"))
    return next((voice.to(route) for route in lists if voice.has(route)), "")


def coordinators_url(voice: Voice) -> str:
    """Return the way to the directory of coordinators; empty where the site has none."""
    return voice.to_existing(section_route("coordinators"))
