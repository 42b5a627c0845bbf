"""From a plan to files: each text goes where its translation stands, or would stand, and nowhere else.

Takes settings and the portal; returns the new content of each file that changes, by path inside the portal. A label in
a map of languages stays in its record, prose goes into `<id>.<language>.yml`, a page has a file per language. Files are
read here, and written by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.edit.exchange.planning import Setting
from generator.edit.exchange.reading import Refusal
from generator.edit.overlay_text import EditError, node_at, with_texts
from generator.edit.page_text import with_page_texts
from generator.history.texts import PAGES, Leaf, Translatable, part_of
from generator.limits import LIMITS
from generator.load.node import Mapping as MappingNode
from generator.load.yaml_text import parse
from generator.paths import PortalPaths, has_symlink, read_limited, source_lines

_MODELINE = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class Written:
    """New contents by path inside the portal, and what could not be set."""

    files: Mapping[str, str]
    refused: tuple[Refusal, ...]


def contents_with(
    paths: PortalPaths, settings: Iterable[Setting], page_languages: Mapping[str, str]
) -> Written:
    """Return the contents that the files would have with all of `settings`; files that stay the same are left out."""
    by_file: dict[str, list[tuple[Leaf, Setting]]] = {}
    for setting in settings:
        file, leaf = place_of(paths, setting.text, setting.language, page_languages)
        by_file.setdefault(file, []).append((leaf, setting))
    files: dict[str, str] = {}
    refused: list[Refusal] = []
    for file, group in by_file.items():
        try:
            old = _read(paths, file)
            new = _edited(paths, file, old, group)
        except (EditError, OSError, UnicodeDecodeError) as fault:
            values: dict[str, object] = {"file": file, "reason": str(fault)}
            place = group[0][1].message.position
            refused.append(Refusal(place, "{file} cannot be changed: {reason}", values))
            continue
        if new != old:
            files[file] = new
    return Written(files, tuple(refused))


def place_of(
    paths: PortalPaths, text: Translatable, language: str, page_languages: Mapping[str, str]
) -> tuple[str, Leaf]:
    """Return the file and key at which a translation stands, or would stand."""
    if text.kind == PAGES:
        site, _, name = text.id.partition("/")
        file = f"sites/{site}/pages/{name}.{language}.md"
        is_own = page_languages.get(site) == language and not (paths.root / file).exists()
        return (f"sites/{site}/pages/{name}.md" if is_own else file), text.leaf
    record = _record(paths, text.file)
    if isinstance(node_at(record, text.leaf), MappingNode):
        return text.file, f"{text.leaf}.{language}"
    return f"{text.file.removesuffix('.yml')}.{language}.yml", text.leaf


def _edited(paths: PortalPaths, file: str, old: str, group: list[tuple[Leaf, Setting]]) -> str:
    values = {leaf: setting.value for leaf, setting in group}
    text = group[0][1].text
    if text.kind == PAGES:
        return with_page_texts(old, values)
    start = old or (_modeline(paths, file) if file != text.file else "")
    return with_texts(start, values, _record(paths, text.file))


def _record(paths: PortalPaths, file: str) -> MappingNode:
    root, _ = parse(_read(paths, file).encode("utf-8"), file)
    if root is None:
        raise EditError("the record cannot be read")
    return root


def _read(paths: PortalPaths, file: str) -> str:
    """Return a file as it is, line ends too; empty when it does not exist."""
    path = paths.root / file
    if not path.exists():
        return ""
    if has_symlink(paths.root, path):
        raise EditError("it is a link")
    data = read_limited(path, LIMITS.file_bytes)
    if data is None:
        raise EditError("it is too large")
    return data.decode("utf-8")


def _modeline(paths: PortalPaths, file: str) -> str:
    """Return the first line of the translations beside a new one, if it tells an editor's program their schema."""
    for other in sorted((paths.root / file).parent.glob("*.yml")):
        part = part_of(paths.shown(other))
        if part and part.language:
            first = next(iter(source_lines(paths.root, paths.shown(other))), "")
            return f"{first}\n" if first.startswith(_MODELINE) else ""
    return ""
