"""What a translator sends back, as values: one message per text, with the line of the file at which it stands.

Takes the bytes of a PO file, returns its language and messages, or why it cannot be read. The file is untrusted; what
its messages are good for is decided in `planning`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from generator.diagnostics import Position


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is not taken: a template in English with its values, and where it stands."""

    position: Position
    message: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Returned:
    """One message. `fuzzy`: the translator, or a program, was not sure."""

    context: str
    source: str
    translation: str
    fuzzy: bool
    position: Position


@dataclass(frozen=True, slots=True)
class PoFile:
    """A file that came back. `file` is the name shown in positions."""

    file: str
    language: str
    messages: tuple[Returned, ...]


def read_returned(data: bytes, file: str) -> PoFile | Refusal:
    """Return the messages of a PO file; `file` is the name shown in positions."""
    start = Position(file)
    try:
        catalog = read_po(StringIO(data.decode("utf-8-sig")), abort_invalid=True)
    except UnicodeDecodeError:
        return Refusal(start, "this is not UTF-8 text", {})
    except PoFileError as fault:
        place = Position(file, fault.lineno + 1)
        return Refusal(place, "this is no PO file: {reason}", {"reason": str(fault)})
    except (ValueError, LookupError, TypeError, AttributeError) as fault:  # what broken files do to Babel
        return Refusal(start, "this is no PO file: {reason}", {"reason": str(fault)})
    language = dict(catalog.mime_headers).get("Language") or catalog.locale_identifier or ""
    if not language:
        return Refusal(start, "the header does not say which language this is (“Language: da”)", {})
    return PoFile(file, language.replace("_", "-"), tuple(_messages(catalog, file)))


def _messages(catalog: Catalog, file: str) -> Iterator[Returned]:
    for message in catalog:
        if not message.id:
            continue
        source = message.id if isinstance(message.id, str) else message.id[0]
        string = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
        place = Position(file, message.lineno or 1)
        yield Returned(message.context or "", source, (string or "").strip(), message.fuzzy, place)
