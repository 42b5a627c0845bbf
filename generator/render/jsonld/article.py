"""Stories (schema.org Article) and guides (LearningResource), in the language in which they are really written.

Takes a voice and the record whose page this is. Nobody is named as author: records do not say who wrote.
"""

from __future__ import annotations

from generator.model.guide import Guide, Source
from generator.model.story import Story
from generator.render.jsonld.node import Node, Value, node
from generator.render.jsonld.organisation import organisation_reference
from generator.render.jsonld.parts import own_address, picture_object, place_name, programme_name, words
from generator.render.voice import Voice

_AUDIENCES = {"mentor": "mentor", "mentee": "mentee"}
"""The audiences that are roles in learning; employers and organisers are not."""


def article(voice: Voice, story: Story) -> Node:
    """Return a story."""
    language, url = voice.page.content_language, own_address(voice)
    return node(
        "Article",
        f"{url}#article",
        headline=words(voice, story.headline, language),
        description=words(voice, story.summary, language),
        url=url,
        mainEntityOfPage=url,
        inLanguage=language,
        datePublished=story.date_published.isoformat(),
        image=picture_object(voice, story.image),
        about=programme_name(voice, story.programme),
        contentLocation=place_name(voice, story.place),
        publisher=organisation_reference(voice, voice.plan.view.site.organisation),
    )


def learning_resource(voice: Voice, guide: Guide) -> Node:
    """Return a guide."""
    language, url = voice.page.content_language, own_address(voice)
    role = _AUDIENCES.get(guide.audience)
    programmes = (programme_name(voice, id) for id in guide.programmes)
    return node(
        "LearningResource",
        f"{url}#guide",
        name=words(voice, guide.title, language),
        description=words(voice, guide.summary, language),
        url=url,
        inLanguage=language,
        audience=node("EducationalAudience", educationalRole=role) if role else None,
        teaches=_topics(voice, guide, language),
        about=tuple(found for found in programmes if found),
        citation=tuple(_citation(voice, source, language) for source in guide.sources),
        publisher=organisation_reference(voice, voice.plan.view.site.organisation),
    )


def _topics(voice: Voice, guide: Guide, language: str) -> tuple[Value, ...]:
    terms = (voice.plan.view.catalog.term("topics", id) for id in guide.topics)
    return tuple(words(voice, term, language) for term in terms if term)


def _citation(voice: Voice, source: Source, language: str) -> Node:
    publisher = node("Organization", name=source.publisher)
    return node("CreativeWork", name=words(voice, source.name, language), url=source.url, publisher=publisher)
