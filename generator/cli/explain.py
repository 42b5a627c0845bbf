"""`portal explain`: the page of a rule."""

from __future__ import annotations

import click

from generator.cli.common import words_of
from generator.console import explain
from generator.errors import UsageError
from generator.model.fields.problem import advice_on


@click.command("explain")
@click.argument("code")
@click.pass_context
def command(context: click.Context, code: str) -> None:
    """Show the page of a rule, such as PP203."""
    page = explain.rule_page(code, words_of(context))
    if page is None:
        raise UsageError(
            "there is no rule {code}", advice_on(_in_digits(code), explain.known_codes()), code=code
        )
    click.echo(page, nl=False)


def _in_digits(code: str) -> str:
    """The code with the letters that look like digits replaced: `PP2O3` was copied by eye."""
    return code.upper().replace("O", "0").replace("I", "1").replace("L", "1")
