"""The accessibility statement: what everybody can use, what not and why, how that is known, whom to tell.

Takes a voice, returns what the template shows, in the order of the model in Decision (EU) 2018/1523. Sentences
are the catalogue's, facts the site's; days are absolute, so that the page stays true.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.coordinator import Coordinator
from generator.model.statement import AccessibilityStatement, HumanCheck, Shortfall, ToolCheck
from generator.render.views.parts import Fact, Link, organisation_link
from generator.render.views.people import coordinator_card, site_contact
from generator.render.voice import TextView, Voice
from generator.text.formats import list_and
from generator.text.messages import mark

_CONFORMANCE = {
    "full": mark("This website follows all rules of {standards}."),
    "partial": mark(
        "This website follows most rules of {standards}. What does not follow them is in the list below."
    ),
    "none": mark(
        "This website does not follow the rules of {standards}. What is missing is in the list below."
    ),
}
_REASONS = {
    "not_met": mark("This does not follow the rules yet"),
    "disproportionate_burden": mark("To change this would be too much work or cost for us"),
    "out_of_scope": mark("The rules do not ask for this"),
    "third_party": mark("Others make this, and we cannot change it"),
}
_METHODS = {
    "self_assessment": mark("We checked this website ourselves."),
    "third_party": mark("Somebody from outside our organisation checked this website."),
}
_RESULTS = {
    "no_problems": mark("{date}: no problems found"),
    "problems": mark("{date}: problems found"),
}
_TOPICS = {
    "keyboard": mark("Use without a mouse"),
    "screen_reader": mark("Use with a screen reader"),
    "zoom": mark("Large text and zoom"),
    "contrast": mark("Colours and contrast"),
    "plain_language": mark("Plain language"),
    "picture_descriptions": mark("Descriptions of pictures"),
    "translations": mark("Translations"),
    "people_with_disabilities": mark("Test by people with disabilities"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """What not everybody can use, and what to use instead."""

    text: TextView
    alternative: TextView | None


@dataclass(frozen=True, slots=True)
class MissingGroup:
    """What is missing for one reason."""

    reason: str
    points: tuple[Missing, ...]


def accessibility_page(voice: Voice) -> dict[str, object]:
    """Return the statement of the site. The plan makes the page only for a site that has one."""
    site = voice.plan.view.site
    statement = site.accessibility
    assert statement is not None  # noqa: S101 - see above
    contact = voice.plan.view.get(Coordinator, statement.contact)
    standards = list_and(list(statement.standards), voice.language)
    return {
        "site": Link(voice.text(site.name), voice.plan.addresses.base),
        "introduction": voice.prose(statement.introduction, "introduction", base_level=2),
        "official_url": site.legal.accessibility_url or "",
        "conformance": voice.say(_CONFORMANCE[statement.conformance], standards=standards),
        "missing": _missing(voice, statement.not_accessible),
        "method": voice.say(_METHODS[statement.method]),
        "days": _days(voice, statement),
        "tool_checks": tuple(_tool_check(voice, check) for check in statement.tool_checks),
        "human_checks": tuple(_human_check(voice, check) for check in statement.human_checks),
        "unchecked": _unchecked(voice, statement.human_checks),
        "contact": coordinator_card(voice, contact) if contact else site_contact(voice),
        "enforcement": organisation_link(voice, statement.enforcement),
    }


def _missing(voice: Voice, shortfalls: tuple[Shortfall, ...]) -> tuple[MissingGroup, ...]:
    """Group by reason, in the order of the Decision."""
    groups = []
    for reason, words in _REASONS.items():
        items = tuple(
            Missing(voice.text(found.text), voice.line(found.alternative))
            for found in shortfalls
            if found.reason == reason
        )
        if items:
            groups.append(MissingGroup(voice.say(words), items))
    return tuple(groups)


def _days(voice: Voice, statement: AccessibilityStatement) -> tuple[Fact, ...]:
    days: tuple[tuple[str, date | None], ...] = (
        (voice.say("Statement written"), statement.prepared_on),
        (voice.say("Statement last reviewed"), statement.reviewed_on),
    )
    return tuple(Fact(label, (voice.date(day),)) for label, day in days if day)


def _tool_check(voice: Voice, check: ToolCheck) -> Fact:
    return Fact(check.tool, _found(voice, check))


def _human_check(voice: Voice, check: HumanCheck) -> Fact:
    return Fact(voice.say(_TOPICS[check.topic]), _found(voice, check))


def _found(voice: Voice, check: ToolCheck | HumanCheck) -> tuple[TextView | str, ...]:
    result = voice.say(_RESULTS[check.result], date=voice.date(check.checked_on))
    return (result, voice.text(check.note)) if check.note else (result,)


def _unchecked(voice: Voice, checks: tuple[HumanCheck, ...]) -> tuple[str, ...]:
    """What no person has checked, so that nobody takes silence for a promise."""
    done = {check.topic for check in checks}
    return tuple(voice.say(words) for topic, words in _TOPICS.items() if topic not in done)
