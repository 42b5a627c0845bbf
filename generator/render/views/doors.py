"""The ways in: one for those who want to be mentors, one for those who want a mentor, of equal weight.

Takes a voice; returns doors with the best page that the site has for each side: its guide, else the part of its
programme that says who can take part, else a list. Organisations have a door where they are a side of their own.
Which of them is the page's main action is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.guide import Guide
from generator.model.programme import Programme
from generator.plan.routes import record_route, section_route
from generator.render.views.parts import ORGANISATIONS, role_name
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
    """Return the doors of a programme's page: to the guide of a side, else to what is said there of it."""
    return tuple(_own_door(voice, programme, side, f"#role-{side}") for side in _sides(programme))


def home_doors(voice: Voice) -> tuple[Door, ...]:
    """Return the doors of the site: two, and one for organisations where they take part in its only programme."""
    programmes = tuple(found for found in voice.plan.view.of(Programme) if voice.has(_route(found)))
    if len(programmes) == 1:
        alone = programmes[0]
        return tuple(
            _own_door(voice, alone, side, f"{voice.to(_route(alone))}#role-{side}", several=True)
            for side in _sides(alone)
        )
    doors = []
    for side in _SIDES:
        url = _guide_url(voice, _guides(voice, side), several=True) or _list_url(voice)
        if url:
            doors.append(Door(voice.say(_DOORS[side]), "", voice.say(_IN_GENERAL[side]), url))
    return tuple(doors)


def _sides(programme: Programme) -> tuple[str, ...]:
    return (*_SIDES, "organisation") if programme.roles.organisation else _SIDES


def _own_door(
    voice: Voice, programme: Programme, side: str, otherwise: str, *, several: bool = False
) -> Door:
    """A side that is an organisation has the programme's word as its title: nobody "becomes a mentor" there."""
    role = getattr(programme.roles, side)
    url = _guide_url(voice, _guides(voice, side, programme), several=several) or otherwise
    name, text = role_name(voice, programme, side), voice.line(role.summary)
    if side == "organisation" or is_between_organisations(voice, programme):
        return Door(name, voice.say("Take part"), text, url)
    return Door(voice.say(_DOORS[side]), name if has_own_word(voice, programme, side) else "", text, url)


def has_own_word(voice: Voice, programme: Programme, side: str) -> bool:
    """Whether a programme calls a side otherwise than most do."""
    return str(role_name(voice, programme, side)) != str(role_name(voice, None, side))


def is_between_organisations(voice: Voice, programme: Programme) -> bool:
    """Whether both sides of a programme are organisations: all of its guides are for organisations."""
    own = [guide for guide in voice.plan.view.of(Guide) if programme.id in guide.programmes]
    return bool(own) and all(guide.audience in ORGANISATIONS for guide in own)


def _guides(voice: Voice, side: str, programme: Programme | None = None) -> list[Guide]:
    """The guides for a side that have a page: of a programme its own, else the general ones, which are for people."""
    is_for_organisations = side == "organisation" or (
        programme is not None and is_between_organisations(voice, programme)
    )
    audiences = ORGANISATIONS if is_for_organisations else (side,)
    found = [
        guide
        for guide in voice.plan.view.of(Guide)
        if guide.audience in audiences and voice.has(record_route(guide.kind, guide.id))
    ]
    if programme is None:
        return found
    own = [guide for guide in found if programme.id in guide.programmes]
    return own or [guide for guide in found if not guide.programmes]


def _guide_url(voice: Voice, guides: list[Guide], *, several: bool) -> str:
    """The only guide with which one can begin; with `several`, also the list of guides where there are more."""
    first = guides if len(guides) == 1 else [guide for guide in guides if not _needs_a_partner(guide)]
    if len(first) == 1:
        return voice.to(record_route(Guide.kind, first[0].id))
    if guides and several:
        return f"{voice.to(section_route('guides'))}#for-{guides[0].audience}"
    return ""


def _needs_a_partner(guide: Guide) -> bool:
    """Whether a guide is for those who have somebody already: its first step is for both of them."""
    return bool(guide.steps) and guide.steps[0].actor == "pair"


def _list_url(voice: Voice) -> str:
    lists = (section_route("programmes"), section_route("coordinators"))
    return next((voice.to(route) for route in lists if voice.has(route)), "")


def _route(programme: Programme) -> str:
    return record_route(programme.kind, programme.id)


def coordinators_url(voice: Voice) -> str:
    """Return the way to the directory of coordinators; empty where the site has none."""
    return voice.to_existing(section_route("coordinators"))
