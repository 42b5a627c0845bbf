"""Builds a repository of texts, languages and commits, and prints how long their states take: cold, and cached.

    python tests/tools/translation_history.py [--texts 1000] [--languages 12] [--commits 500] [--inline]

With `--inline` all languages stand in the records themselves, which is the most that there can be to read.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from generator.check.translatable import page_languages, translatable_texts  # noqa: E402
from generator.history.states import History, read_history  # noqa: E402
from generator.load.loader import load  # noqa: E402
from generator.model.build import build_catalog  # noqa: E402
from generator.paths import PortalPaths  # noqa: E402

_LANGUAGES = ("ar", "ckb", "da", "de", "es", "fa", "fi", "fr", "nb", "pl", "ru", "so", "sv", "tr", "uk")
_PER_RECORD = 20
_START = 1_767_225_600
_WORDS = [
    "mentor",
    "mentee",
    "samtale",
    "arbejde",
    "hverdag",
    "sprog",
    "netværk",
    "møde",
    "opgave",
    "uddannelse",
    "støtte",
    "tid",
    "by",
    "kontakt",
]


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is. Languages are those of translations; each commit changes one text or one translation."""

    texts: int
    languages: int
    commits: int
    inline: bool = False


def build(folder: Path, size: Size) -> tuple[PortalPaths, frozenset[tuple[str, str, str]]]:
    """Make the repository; return it with what is outdated in it: record, key, language."""
    chance = random.Random(20260101)  # noqa: S311 - a reproducible repository, no secret
    portal = _Portal(size, chance)
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    stream = b"".join(portal.stream())
    subprocess.run(
        ["git", "-C", str(folder), "fast-import", "--quiet"], input=stream, check=True, capture_output=True
    )
    subprocess.run(["git", "-C", str(folder), "reset", "--quiet", "--hard", "main"], check=True)
    (folder / "sites").mkdir(exist_ok=True)
    return PortalPaths(folder.resolve()), portal.outdated()


class _Portal:
    """Guides with items, all languages of them, and when each text was last changed."""

    def __init__(self, size: Size, chance: random.Random) -> None:
        self._size = size
        self._chance = chance
        self._languages = _LANGUAGES[: size.languages]
        self._records = [f"guide-{number:03}" for number in range(-(-size.texts // _PER_RECORD))]
        self._texts = [(record, n) for record in self._records for n in range(_PER_RECORD)][: size.texts]
        self._said = {(*text, language): self._sentence() for text in self._texts for language in self._all}
        self._changed = dict.fromkeys(self._said, 0)

    @property
    def _all(self) -> tuple[str, ...]:
        return ("en", *self._languages)

    def outdated(self) -> frozenset[tuple[str, str, str]]:
        """Return the translations that are older than their source."""
        return frozenset(
            (record, _leaf(number), language)
            for record, number in self._texts
            for language in self._languages
            if self._changed[record, number, language] < self._changed[record, number, "en"]
        )

    def stream(self) -> Iterator[bytes]:
        """Yield what git fast-import reads."""
        yield self._commit(0, [(record, language) for record in self._records for language in self._all])
        for number in range(1, self._size.commits):
            text = self._chance.choice(self._texts)
            language = self._chance.choice(("en", *self._all))
            self._said[(*text, language)] = self._sentence()
            self._changed[(*text, language)] = number
            yield self._commit(number, [(text[0], language)])

    def _sentence(self) -> str:
        words = self._chance.choices(_WORDS, k=self._chance.randint(6, 24))
        return f"{' '.join(words).capitalize()} {self._chance.randint(0, 10**9)}."

    def _commit(self, number: int, touched: list[tuple[str, str]]) -> bytes:
        head = f"commit refs/heads/main\ncommitter Ida <ida@example.org> {_START + number * 3600} +0000\n"
        files = {}
        for record, language in touched:
            own = self._size.inline or language == "en"
            name = f"content/guides/{record}{'' if own else '.' + language}.yml"
            files[name] = self._record(record) if own else self._overlay(record, language)
        body = "".join(
            f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n" for name, text in files.items()
        )
        return f"{head}data 1\nx\n{body}".encode()

    def _record(self, record: str) -> str:
        items = "".join(
            f"  - id: {_id(n)}\n    text: {self._own(record, n)}\n" for n in self._numbers(record)
        )
        return f"language: en\ntitle: {record}\naudience: mentor\nsummary: {record}\nquestions:\n{items}"

    def _own(self, record: str, number: int) -> str:
        if not self._size.inline:
            return self._said[record, number, "en"]
        return "".join(f"\n      {code}: {self._said[record, number, code]}" for code in self._all)

    def _overlay(self, record: str, language: str) -> str:
        numbers = self._numbers(record)
        items = (f"  - id: {_id(n)}\n    text: {self._said[record, n, language]}\n" for n in numbers)
        return "questions:\n" + "".join(items)

    def _numbers(self, record: str) -> list[int]:
        return [number for found, number in self._texts if found == record]


def _id(number: int) -> str:
    return f"point-{number}"


def _leaf(number: int) -> str:
    return f"questions.{_id(number)}.text"


def states_of(paths: PortalPaths) -> History:
    """Read the states as the commands do."""
    loaded = load(paths)
    catalog, _ = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    return read_history(paths, translatable_texts(catalog), page_languages(catalog))


def outdated_in(history: History) -> frozenset[tuple[str, str, str]]:
    """Return what is outdated: record, key, language."""
    return frozenset(
        (id, leaf, language)
        for (_, id, leaf, language), found in history.states.items()
        if found.state.value == "outdated"
    )


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser()
    for name, usual in (("texts", 1000), ("languages", 12), ("commits", 500)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--inline", action="store_true")
    size = Size(**vars(parser.parse_args()))
    with tempfile.TemporaryDirectory() as folder:
        paths, expected = build(Path(folder) / "portal", size)
        loaded = load(paths)
        catalog, findings = build_catalog(loaded.documents, loaded.pages, loaded.failed)
        texts = translatable_texts(catalog)
        for name in ("cold", "cached"):
            begun = time.perf_counter()
            history = read_history(paths, texts, page_languages(catalog))
            seconds = time.perf_counter() - begun
            counts = Counter(found.state.value for found in history.states.values())
            right = outdated_in(history) == expected
            print(f"{name}: {seconds:.2f} s, {dict(counts)}, as expected: {right}")
        cache = sum(path.stat().st_size for path in paths.cache.rglob("*.jsonl"))
        print(f"{size}, {len(texts)} texts, cache {cache / 1e6:.1f} MB, {len(findings)} findings")


if __name__ == "__main__":
    main()
