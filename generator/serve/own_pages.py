"""The server's own pages: the start page with all sites and findings, and one for when there is nothing to show.

Takes the state and whoever speaks to editors; returns HTML. Their files are in `assets/`.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.serve.answers import Own
from generator.serve.desk import Desk, State
from generator.serve.news import News, Speaker
from generator.serve.snapshot import Face
from generator.text.locales import native_name

_ASSETS = Path(__file__).parent / "assets"
_FILES = ("live.js", "overlay.css", "start.css")


def own_pages(desk: Desk, news: News, speaker: Speaker) -> Own:
    """Return the pages and files below the server's own address."""
    pages = _Pages(desk, news, speaker)
    return Own(pages.start, pages.nothing, {name: (_ASSETS / name).read_bytes() for name in _FILES})


class _Pages:
    def __init__(self, desk: Desk, news: News, speaker: Speaker) -> None:
        self._desk = desk
        self._news = news
        self._speaker = speaker
        loader = FileSystemLoader(_ASSETS)
        self._environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)

    def start(self) -> bytes:
        """Return the page that lists the sites and everything that is wrong."""
        say = self._speaker.say
        return self._page(say("Sites of this portal"), say("Pages load again when a file is saved."))

    def nothing(self, site: str) -> bytes:
        """Return the page in place of one that cannot be shown; the site is empty when it is none."""
        say, state = self._speaker.say, self._desk.state
        if state.errors:
            title = say("This page cannot be shown yet")
            return self._page(title, say("It appears as soon as what is listed here is mended."))
        return self._page(say("There is no such page"), say("These are the sites of this portal."))

    def _page(self, title: str, text: str) -> bytes:
        state, speaker = self._desk.state, self._speaker
        return (
            self._environment.get_template("start.html")
            .render(
                title=title,
                text=text,
                speaker=speaker,
                sites=[self._site(face, state) for face in state.faces],
                changed=speaker.say("Changed since the start"),
                counted=speaker.counted(state.findings),
                help=speaker.say("help"),
                problems=[self._news.problem(finding) for finding in state.findings],
            )
            .encode()
        )

    def _site(self, face: Face, state: State) -> dict[str, object]:
        pages = dict.fromkeys(page for file, page in face.pages.items() if file in state.changed)
        return {
            "id": face.id,
            "name": face.name,
            "address": face.address,
            "languages": [
                {"code": code, "name": native_name(code), "home": home} for code, home in face.homes.items()
            ],
            "findings": self._speaker.counted([each for each in state.findings if face.concerns(each)]),
            "changed": [{"title": title, "place": place} for title, place in pages],
        }
