"""The catalogues of the words for editors, kept in step with the program.

`python -m tests.support.editor_catalogues` writes `generator/locales/editors.pot` anew and brings every `editors.po`
up to date: new sentences come in empty, old ones go, translations stay. Nothing is translated here.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.support.editor_words import ROOT, templates

LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "editors.pot"
_HEAD = "Sentences in which the program speaks to editors. Written by `python -m tests.support.editor_catalogues`."


def catalogue_of(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return LOCALES / language / "LC_MESSAGES" / "editors.po"


def template() -> Catalog:
    """Return all sentences of the program, without translations."""
    catalogue = _empty(None)
    found = templates()
    for text in sorted(found, key=lambda text: (min(found[text].places), text)):
        entry = found[text]
        comments = [", ".join(sorted(entry.codes))] if entry.codes else []
        places = [(place, None) for place in sorted(entry.places)]
        catalogue.add(text, locations=places, auto_comments=comments)  # type: ignore[arg-type]
    return catalogue


def brought_up_to_date(language: str) -> Catalog:
    """Return the catalogue of a language with exactly the sentences of the program."""
    path = catalogue_of(language)
    known = read_po(BytesIO(path.read_bytes()), locale=language) if path.is_file() else _empty(language)
    fresh = _empty(language)
    for message in template():
        if message.id:
            old = known.get(str(message.id))
            text = old.string if old and not old.fuzzy else ""
            fresh.add(message.id, text, message.locations, auto_comments=message.auto_comments)
    return fresh


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file: in order, without dates, so that two runs write the same bytes."""
    file = BytesIO()
    write_po(file, catalogue, width=100, omit_header=True, include_lineno=False)
    language = f'"Language: {catalogue.locale}\\n"\n' if catalogue.locale else ""
    head = f'# {_HEAD}\nmsgid ""\nmsgstr ""\n{language}"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    return head.encode() + file.getvalue()


def _empty(language: str | None) -> Catalog:
    return Catalog(locale=language, project="portal")


def main() -> None:
    """Write the template and all catalogues."""
    LOCALES.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(written(template()))
    for path in LOCALES.glob("*/LC_MESSAGES/editors.po"):
        path.write_bytes(written(brought_up_to_date(path.parts[-3])))


if __name__ == "__main__":
    main()
