"""`portal explain`: the page of a rule."""

from __future__ import annotations

import click

from generator.console import explain
from generator.errors import UsageError
from generator.model.fields.problem import did_you_mean


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Show the page of a rule, such as PP203."""
    page = explain.rule_page(code)
    if page is None:
        raise UsageError(f"there is no rule {code}", did_you_mean(_in_digits(code), explain.known_codes()))
    click.echo(page, nl=False)


def _in_digits(code: str) -> str:
    """The code with the letters that look like digits replaced: `PP2O3` was copied by eye."""
    return code.upper().replace("O", "0").replace("I", "1").replace("L", "1")
