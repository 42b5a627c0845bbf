"""`portal translations`: what is missing or out of date, the exchange with translators, and what is still right."""

from __future__ import annotations

import click

from generator.cli.translations_accept import accept
from generator.cli.translations_exchange import export, import_files
from generator.cli.translations_lock import lock
from generator.cli.translations_status import status


@click.group("translations")
def command() -> None:
    """See which translations are missing or out of date, and exchange them with translators."""


for _part in (status, export, import_files, accept, lock):
    command.add_command(_part)
