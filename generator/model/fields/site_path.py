"""Addresses inside one site: `about/`, `da/about/`, `contact.html`, empty for the home page.

Takes the text as typed, with or without a slash in front; returns the path below the site as `plan` writes it.
Whether a page stands there is not known here.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from generator.model.fields.problem import problem, scalar

_PATH = re.compile(r"(?:[a-z0-9_~-]+/)*(?:[a-z0-9_~-]+(?:\.html?)?)?")
_LONGEST = 200


def _site_path(value: object) -> str:
    text = scalar(value, "an address inside the site such as about/")
    path = text.removeprefix("/")
    if not _PATH.fullmatch(path) or len(path) > _LONGEST:
        raise problem(
            "PP623",
            '"{found}" is not an address inside the site; expected one such as about/ or da/about/',
            "leave out https:// and the name of the website; small letters a–z, digits and hyphens",
            found=text,
        )
    path = path.removesuffix("index.html")
    return path if not path or path.endswith(("/", ".html", ".htm")) else f"{path}/"


SitePath = Annotated[str, BeforeValidator(_site_path)]
