"""A site's accessibility statement as data, in the order of the model in Decision (EU) 2018/1523. Fields only.

Whether a claim is carried by checks and how old it may be is for rules; the sentences are in the catalogues.
"""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Part
from generator.model.fields.reference import CoordinatorRef, OrganisationRef
from generator.model.fields.scalars import AtLeastOne, IsoDate, Slug, one_of
from generator.model.fields.texts import Label, Line, Prose

_Conformance = Literal["full", "partial", "none"]
_Standard = Literal["EN 301 549 v3.2.1", "WCAG 2.1 AA", "WCAG 2.2 AA"]
_Reason = Literal["not_met", "disproportionate_burden", "out_of_scope", "third_party"]
_Method = Literal["self_assessment", "third_party"]
_Result = Literal["no_problems", "problems"]
_Topic = Literal[
    "keyboard",
    "screen_reader",
    "zoom",
    "contrast",
    "plain_language",
    "picture_descriptions",
    "translations",
    "people_with_disabilities",
]


class Shortfall(Part):
    """Something that not everybody can use, and why."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    text: Label
    """What does not work, and for whom."""
    reason: Annotated[_Reason, one_of(_Reason)]
    """`not_met`: a rule is broken. The other three are what Directive (EU) 2016/2102 excuses."""
    alternative: Label | None = None
    """What people can use instead."""


class ToolCheck(Part):
    """A check that a program did."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    tool: Line
    """Name and version."""
    checked_on: IsoDate
    """The day of the check."""
    result: Annotated[_Result, one_of(_Result)]
    """What came out."""
    note: Label | None = None
    """What is to be said about it, in one line."""


class HumanCheck(Part):
    """A check that a person did. What nobody has checked is left out; the page says so."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    topic: Annotated[_Topic, one_of(_Topic)]
    """What was tried."""
    checked_on: IsoDate
    """The day of the check."""
    result: Annotated[_Result, one_of(_Result)]
    """What came out."""
    note: Label | None = None
    """What is to be said about it, in one line."""


class AccessibilityStatement(Part):
    """What everybody can use, what not and why, how that is known, and whom to tell."""

    introduction: Prose | None = None
    """What the site does for everybody, in a few sentences."""
    conformance: Annotated[_Conformance, one_of(_Conformance)]
    """How far the site keeps to the standards."""
    standards: Annotated[tuple[Annotated[_Standard, one_of(_Standard)], ...], AtLeastOne]
    """Against which standards it was checked."""
    not_accessible: tuple[Shortfall, ...] = ()
    """What not everybody can use, each with its reason."""
    prepared_on: IsoDate
    """The day on which the statement was written."""
    reviewed_on: IsoDate | None = None
    """When it was last compared with the site; at least once a year."""
    method: Annotated[_Method, one_of(_Method)]
    """Who did the checks."""
    tool_checks: tuple[ToolCheck, ...] = ()
    """What programs checked."""
    human_checks: tuple[HumanCheck, ...] = ()
    """What people checked."""
    contact: CoordinatorRef | None = None
    """Who answers about accessibility; without it the contact of the site."""
    enforcement: OrganisationRef | None = None
    """The public body that watches over the rules, for those whom the answer did not help."""
