"""The handbook's pages of all rules, written from the rules themselves: `python -m tests.support.rule_pages`.

Takes the registry, returns Markdown. What a page says is the rule's own docstring; nothing is added here but headings.
"""

from __future__ import annotations

import inspect
from pathlib import Path

from generator.check.registry import BY_CODE
from generator.check.rule import Rule
from generator.console.explain import HEADS, known_codes

PAGE = Path(__file__).resolve().parents[2] / "docs/handbook/rules.md"
_CODE = ("Example", "Use instead")
_HEAD = """# All rules

What `portal check` finds, by code; `portal explain PP203` shows the same page in the terminal. Written from the rules
by `python -m tests.support.rule_pages`.

"""


def text() -> str:
    """Return the whole page: a list of all rules, then each of them."""
    rules = [BY_CODE[code] for code in known_codes()]
    listed = "".join(
        f"* [{rule.code}](#{rule.code.lower()}) {rule.title} ({rule.severity.value})\n" for rule in rules
    )
    return _HEAD + listed + "".join(map(_section, rules))


def _section(rule: Rule) -> str:
    """Return one rule: its parts are paragraphs, its examples code."""
    lines = [f'\n<a id="{rule.code.lower()}"></a>', "", f"## {rule.code} {rule.title}", ""]
    lines += [f"{rule.severity.value.capitalize()}, since {rule.since}."]
    _, _, body = inspect.cleandoc(rule.page).partition("\n")
    fenced = False
    for line in body.strip().split("\n"):
        if line in HEADS:
            lines += ["```"] if fenced else []
            fenced = line in _CODE
            lines += ["", f"**{line}**", "", *(["```yaml"] if fenced else [])]
        elif line or fenced:
            lines.append(line.removeprefix("    "))
        else:
            lines.append("")
    lines += ["```"] if fenced else []
    return "\n".join(_tidy(lines)) + "\n"


def _tidy(lines: list[str]) -> list[str]:
    """Return the lines without blank ones before the end of code."""
    kept: list[str] = []
    for line in lines:
        while line == "```" and kept and not kept[-1]:
            kept.pop()
        if line or not kept or kept[-1]:
            kept.append(line)
    return kept


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
