"""A portal of any size from a seed: `python -m tests.bench.network DIR --sites 20 --languages 5 --pages 20 --seed 1`.

Takes a folder and sizes, writes `content/` and `sites/`: sites with so many pages in each language, or, with
`--records`, so many records. Guides, half of the places and the vocabulary are shared by all sites, all else is a
site's own; every text is there in every language. The same arguments write the same bytes. Pictures are left out; the
theme is that of the program. `change_phone` and `change_title` make the two edits that the benchmark measures.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tests.bench import records
from tests.bench.shape import Shape, shapes_for_records, shapes_of
from tests.bench.voice import Line, Title, Tree, Voice, labels, overlay, source
from tests.bench.words import LANGUAGES
from tests.bench.yaml_text import yaml_text

TODAY = "2026-11-21"
"""The day on which networks are checked and built."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: files, records without sites and vocabularies, and the reader pages that they make."""

    files: int
    records: int
    pages: int


@dataclass(frozen=True, slots=True)
class Network:
    """A portal to be written into `root`. `shapes` has one entry for each site."""

    root: Path
    shapes: tuple[Shape, ...]
    languages: tuple[str, ...]
    seed: int

    def write(self) -> Written:
        """Write all files. Raises `FileExistsError` where the folder has content already."""
        (self.root / "content").mkdir(parents=True)
        files = 0
        for path, text in self._files():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
            files += 1
        written = sum(shape.own_records for shape in self.shapes) + self.shapes[0].shared_records
        return Written(files, written, sum(shape.pages for shape in self.shapes) * len(self.languages))

    def _files(self) -> Iterator[tuple[str, str]]:
        for name, terms in records.TERMS.items():
            named = [{"id": term, "name": self._labels(Title(2), f"{name}/{term}")} for term in terms]
            yield f"content/vocabulary/{name}.yml", yaml_text({"language": "en", "terms": named})
        shape = self.shapes[0]
        for number in range(1, shape.guides + 1):
            yield from self._record("guides", f"guide-{number}", records.guide(number))
        for number in range(1, shape.shared_places + 1):
            yield self._place(f"town-{number}")
        for number, own in enumerate(self.shapes, 1):
            yield from self._site(number, own)

    def _site(self, number: int, shape: Shape) -> Iterator[tuple[str, str]]:
        at = number % len(self.languages)
        languages = (*self.languages[at:], *self.languages[:at])
        yield from self._people(number, shape, languages[0])
        yield from self._activities(number, shape, languages[0])
        yield from self._pages(number, shape, languages)
        folder = f"sites/site-{number}"
        yield from self._texts(f"{folder}/site", records.site(number, languages, shape), languages[0])

    def _people(self, number: int, shape: Shape, language: str) -> Iterator[tuple[str, str]]:
        """Yield the organisation of a site, its places and offices."""
        owner = f"organisation-{number}"
        yield from self._record("organisations", owner, records.organisation(number), language)
        places = _places(number, shape)
        for place in places:
            if not place.startswith("town-"):
                yield self._place(place)
        if places:
            yield self._place(f"venue-{number}", part_of=places[0])
        programmes = [f"programme-{number}-{count}" for count in range(1, shape.programmes + 1)]
        first = sum(before.coordinators for before in self.shapes[: number - 1])
        for count in range(shape.coordinators):
            own = places[2 * count - 2 : 2 * count] if count else []
            its = [
                name
                for at, name in enumerate(programmes)
                if not own or set(own) & set(places[at :: len(programmes)])
            ]
            how = self._labels(Title(3), f"call/{number}/{count}")
            tree = records.coordinator(owner, its, own, first + count, how)
            yield from self._record("coordinators", f"office-{number}-{count + 1}", tree, language)

    def _activities(self, number: int, shape: Shape, language: str) -> Iterator[tuple[str, str]]:
        """Yield the programmes of a site, and their calls, stories and testimonials."""
        places, total = _places(number, shape), shape.programmes
        venue = f"venue-{number}" if places else ""
        for count in range(1, total + 1):
            tree = records.programme(
                f"organisation-{number}", f"office-{number}-1", places[count - 1 :: total], count
            )
            yield from self._record("programmes", f"programme-{number}-{count}", tree, language)
        for count in range(1, shape.calls + 1):
            its = (count - 1) % total
            there = places[its::total][:2]
            at = venue if its == 0 else ""
            tree = records.call(f"programme-{number}-{its + 1}", f"office-{number}-1", there, at, count)
            yield from self._record("calls", f"call-{number}-{count}", tree, language)
        for count in range(1, shape.testimonials + 1):
            tree = records.testimonial(f"programme-{number}-{(count - 1) % total + 1}")
            yield from self._record("testimonials", f"voice-{number}-{count}", tree, language)
        for count in range(1, shape.stories + 1):
            its = (count - 1) % total
            quoted = [f"voice-{number}-{its + 1}"] if its < shape.testimonials and count % 3 == 1 else []
            there = next(iter(places[its::total]), "")
            tree = records.story(f"programme-{number}-{its + 1}", there, quoted, count)
            yield from self._record("stories", f"story-{number}-{count}", tree, language)

    def _pages(self, number: int, shape: Shape, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Yield the Markdown pages of a site; the first language has no suffix."""
        extra = (f"topic-{count}" for count in range(1, shape.own_pages + 1))
        for name, _ in zip((*records.OWN_PAGE, *extra), range(shape.own_pages), strict=False):
            body = records.OWN_PAGE.get(name, records.OWN_PAGE["about"])
            for language in languages:
                voice = Voice(language, f"{self.seed}/{number}/{name}")
                front = f"---\ntitle: {voice.say(Title(4))}\nsummary: {voice.say(Line(12))}\n---\n\n"
                suffix = "" if language == languages[0] else f".{language}"
                yield f"sites/site-{number}/pages/{name}{suffix}.md", front + voice.say(body)

    def _record(self, kind: str, id: str, tree: Tree, language: str = "en") -> Iterator[tuple[str, str]]:
        return self._texts(f"content/{kind}/{id}", tree, language)

    def _texts(self, path: str, tree: Tree, language: str) -> Iterator[tuple[str, str]]:
        """Yield a record with its texts in one language, and its translations into the others."""
        seed = f"{self.seed}/{path}"
        yield f"{path}.yml", yaml_text({"language": language, **source(tree, language, seed)})
        for other in self.languages:
            if other != language and (texts := overlay(tree, other, seed)):
                yield f"{path}.{other}.yml", yaml_text(texts)

    def _place(self, id: str, part_of: str = "") -> tuple[str, str]:
        tree: Tree = {
            "language": "en",
            "name": self._labels(Title(2), id),
            "place_type": "city",
            "country": "DK",
        }
        if part_of:
            tree |= {"place_type": "venue", "part_of": part_of, "step_free": "true"}
            tree |= {"transportation": self._labels(Line(8), f"way/{id}")}
        return f"content/places/{id}.yml", yaml_text(tree)

    def _labels(self, text: Title | Line, name: str) -> dict[str, str]:
        return labels(text, self.languages, f"{self.seed}/{name}")


def _places(number: int, shape: Shape) -> list[str]:
    shared = [f"town-{count}" for count in range(1, shape.shared_places + 1)]
    own = shape.places - shape.shared_places
    return [*(f"city-{number}-{count}" for count in range(1, own + 1)), *shared]


def write_network(
    root: Path, *, sites: int = 1, languages: int = 5, pages: int = 20, seed: int = 1
) -> Written:
    """Write a portal whose sites have exactly `pages` pages in each language. Raises `ValueError` for odd sizes."""
    return Network(root, shapes_of(sites, pages), _languages(languages), seed).write()


def write_records(root: Path, records: int, *, sites: int = 0, languages: int = 3, seed: int = 1) -> Written:
    """Write a portal with exactly so many records; without `sites`, one for every 500 of them."""
    shapes = shapes_for_records(records, sites or max(1, records // 500))
    return Network(root, shapes, _languages(languages), seed).write()


def _languages(count: int) -> tuple[str, ...]:
    if not 1 <= count <= len(LANGUAGES):
        raise ValueError(f"there are one to {len(LANGUAGES)} languages")
    return LANGUAGES[:count]


def change_phone(root: Path) -> Path:
    """Give the second office of the last site, else its only one, another phone number; return the file."""
    return _edit(root, "coordinators/office", r"(?m)(?<=number: )\+45 32 12 (.*)$", r"+45 33 12 \1")


def change_title(root: Path) -> Path:
    """Add a word to the name of a programme of the last site, in its own language; return the file."""
    return _edit(root, "programmes/programme", r"(?m)^(name: .*)$", r"\1 Plus")


def _edit(root: Path, name: str, pattern: str, by: str) -> Path:
    sites = len(list((root / "sites").iterdir()))
    found = (root / f"content/{name}-{sites}-{number}.yml" for number in (2, 1))
    path = next(file for file in found if file.exists())
    text, count = re.subn(pattern, by, path.read_text("utf-8"), count=1)
    if not count:
        raise ValueError(f"{path} has nothing to change")
    path.write_text(text, "utf-8")
    return path


def main() -> None:
    """Read the command line, write the network and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.network", description=__doc__)
    parser.add_argument("root", type=Path, metavar="DIR")
    parser.add_argument("--sites", type=int, help="how many sites (1; with --records one for every 500)")
    parser.add_argument("--languages", type=int, help="languages of each site (5; with --records 3)")
    parser.add_argument("--pages", type=int, default=20, help="pages of each site in each language (20)")
    parser.add_argument("--records", type=int, help="write so many records, whatever the pages")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sizes = {name: getattr(given, name) for name in ("sites", "languages") if getattr(given, name)}
    if given.records:
        written = write_records(given.root, given.records, seed=given.seed, **sizes)
    else:
        written = write_network(given.root, pages=given.pages, seed=given.seed, **sizes)
    click.echo(f"{written.files} files, {written.records} records, {written.pages} pages")


if __name__ == "__main__":
    main()
