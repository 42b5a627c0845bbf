"""A planned page becomes a Markdown file with front matter.

Takes a plan, a page, words and theme; returns the file's text. Values that MkDocs and its theme print as they are,
title and description, are escaped for HTML here; the body is made in `blocks`.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.export.blocks import markdown_of
from generator.export.escaping import for_html, text
from generator.export.inline import Inline
from generator.export.ways import Ways
from generator.plan.site_plan import PlannedPage
from generator.render.html import finish_page, prepare_page
from generator.render.pictures.gallery import Gallery
from generator.text.locales import direction
from generator.text.messages import Messages


def page_text(ways: Ways, page: PlannedPage, messages: Messages, theme: Path, pictures: Gallery) -> str:
    """Return the text of a page's file. Raises `RenderError` naming the template."""
    rendered = finish_page(prepare_page(ways.plan, page, messages, pictures), theme)
    inline = Inline(lambda href: ways.link(page, href), direction(page.language) == "rtl")
    notice = str(rendered.view["notice"])
    head = {"title": rendered.title, "description": rendered.description}
    if robots := str(rendered.view["robots"]):
        head["robots"] = robots
    lines = ["---", *(f"{key}: {_value(value)}" for key, value in head.items() if value), "---", ""]
    if notice:
        lines += [f"*{text(notice)}*", ""]
    return "\n".join(lines) + "\n" + markdown_of(rendered.html, inline)


def _value(words: str) -> str:
    """A line of YAML that can only be text: JSON's strings are YAML's."""
    return json.dumps(for_html(" ".join(words.split())), ensure_ascii=False)
