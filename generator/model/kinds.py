"""The kinds of records: folder name to model. A new kind is added here and nowhere else in `model`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.base import Record
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.media import Media, Vocabulary
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import Site
from generator.model.story import Story, Testimonial

MODELS: Mapping[str, type[Record]] = MappingProxyType(
    {
        model.kind: model
        for model in (
            Programme,
            Organisation,
            Coordinator,
            Place,
            Call,
            Guide,
            Story,
            Testimonial,
            Media,
            Vocabulary,
            Site,
        )
    }
)

SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "programmes": "programme",
        "organisations": "organisation",
        "coordinators": "coordinator",
        "places": "place",
        "calls": "call",
        "guides": "guide",
        "stories": "story",
        "testimonials": "testimonial",
        "media": "picture",
        "vocabulary": "vocabulary",
        "sites": "site",
    }
)
"""What one record of a kind is called in messages."""
