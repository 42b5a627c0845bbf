"""`portal translations export` and `import`: texts to translators as PO files, and back."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path

import click

from generator.cli.common import portal_of, today_option, words_of
from generator.cli.printing import say_broken
from generator.cli.translations_common import read_translations
from generator.console.safe import neutral
from generator.console.words import Words
from generator.diagnostics import Phrase, Position
from generator.edit.exchange.export import as_po
from generator.edit.exchange.planning import ImportPlan, plan_import
from generator.edit.exchange.reading import PoFile, Refusal, read_returned
from generator.edit.exchange.writing import Written, contents_with
from generator.history.lock import entry_of, write_lock
from generator.history.states import TextState
from generator.limits import LIMITS
from generator.model.fields.problem import advice_on
from generator.model.fields.tables import chain, nearest_language
from generator.paths import PortalPaths, read_limited, write_text
from generator.text.locales import language_name

_MOST_BYTES = 64 * LIMITS.file_bytes


@click.command("export")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--language", required=True, metavar="CODE", help="The language to translate into.")
@click.option("--site", metavar="ID", help="Only the texts of this site.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Where to write.  [standard output]"
)
@today_option("Export")
@click.pass_context
def export(
    context: click.Context,
    paths: tuple[Path, ...],
    language: str,
    site: str | None,
    output: Path | None,
    today: str | None,
) -> None:
    """Write texts as a PO file for translators.

    Takes those of all sites with the language, or of one SITE; with PATHS, only those of these files and folders.
    Outdated translations are marked fuzzy and say what the source was. Correct the text or leave it, take the mark
    away, and import the file again.
    """
    where, clock = portal_of(context, today)
    found = read_translations(where, clock, paths)
    say_broken(found.checked, words_of(context))
    groups = found.groups(site, language)
    states = {(*state.text.key, state.text.leaf): state for group in groups for state in group.states}
    words = words_of(context)
    text = as_po(
        sorted(states.values(), key=_file),
        language,
        clock.now,
        words.say,
        partial(language_name, language=words.language),
    )
    if output is None:
        click.echo(text, nl=False)
        return
    name = f"{site}.{language}.po" if site else f"{language}.po"
    target = output / name if output.is_dir() else output
    write_text(target, text)
    texts = words.number_of(len(states), "{n} text", "{n} texts")
    click.echo(words.say("{texts} written to {file}", texts=texts, file=neutral(str(target))))


def _file(state: TextState) -> str:
    return state.text.file


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option("--skip-refused", is_flag=True, help="Take the rest when some messages are refused.")
@click.pass_context
def import_files(context: click.Context, files: tuple[Path, ...], skip_refused: bool) -> None:
    """Take translations from PO files.

    Empty and fuzzy messages are passed over.
    Only these texts change; comments, quotes and order stay. When a message is refused nothing is written.
    """
    where, clock = portal_of(context, None)
    words = words_of(context)
    refusals: list[Refusal] = []
    for file in files:
        found = read_translations(where, clock)
        po = read_returned(read_limited(file, _MOST_BYTES) or b"", file.as_posix())
        if isinstance(po, Refusal):
            refusals.append(po)
            _say_refused([po], words)
            continue
        unspoken = _unspoken(po, found.spoken)
        if unspoken:
            refusals.append(unspoken)
            _say_refused([unspoken], words)
            continue
        plan = plan_import(po, found.texts, found.history)
        written = contents_with(where, plan.settings, found.page_languages)
        refused = [*plan.refused, *written.refused]
        refusals += refused
        _say_refused(refused, words)
        if not refused or skip_refused:
            _write(where, plan, written)
            _say_done(plan, written, words)
        else:
            click.echo(words.say("nothing of {file} was imported", file=neutral(file.as_posix())))
    context.exit(1 if refusals else 0)


def _unspoken(po: PoFile, spoken: Collection[str]) -> Refusal | None:
    """Return why nothing is taken of a file in a language that no site has; `None` when one has it."""
    if po.language in spoken or not spoken:
        return None
    likely = (*chain(po.language), nearest_language(po.language))
    near = next((tag for tag in likely if tag in spoken), None)
    advice = (
        Phrase("did you mean {suggestion}?", {"suggestion": near}) if near else advice_on(po.language, spoken)
    )
    values = {"language": po.language, "advice": advice}
    return Refusal(Position(po.file), "no site has the language '{language}'; {advice}", values)


def _write(where: PortalPaths, plan: ImportPlan, written: Written) -> None:
    for file, text in written.files.items():
        write_text(where.root / file, text)
    if plan.confirmed:
        write_lock(where.root, [entry_of(one.text, one.language) for one in plan.confirmed])


def _say_refused(refused: list[Refusal], words: Words) -> None:
    for one in refused:
        click.echo(neutral(f"{one.position}  {words.say(one.message, **one.values)}"))


def _say_done(plan: ImportPlan, written: Written, words: Words) -> None:
    for file in sorted(written.files):
        click.echo(neutral(file))
    click.echo(
        words.say(
            "{language}: {texts} written, {confirmed} found still right, {same} unchanged, {waiting} not done yet",
            language=neutral(plan.language),
            texts=words.number_of(len(plan.settings), "{n} text", "{n} texts"),
            confirmed=len(plan.confirmed),
            same=plan.same,
            waiting=plan.waiting,
        )
    )
