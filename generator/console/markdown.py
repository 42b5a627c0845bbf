"""Findings as Markdown, for a comment on a pull request or the summary of a step.

Takes a report, returns text. What an editor wrote is shown as text: no link, no mention, no HTML, no table is made
of it, whatever it holds.
"""

from __future__ import annotations

import html
import re

from generator.console.report import MORE, Report, capped
from generator.console.text import neutral
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^$])")
_SPLIT = re.compile(r"@(?=\w)|(?:(?<=\\#)|#|!|%)(?=\d)|(?<=\bwww)(?=\\\.)|:(?=/)", re.IGNORECASE)
"""Services make mentions, references and links of finished text; an empty comment inside keeps it text."""
_MOST_CHARACTERS = 60_000
"""Comments end at 65,536 characters on the usual service."""


def format_markdown(report: Report, words: Words = ENGLISH) -> str:
    """Return a heading line and a list, one entry per finding, worst first."""
    lines = [f"**{escape(report.last_line(words))}**", ""]
    length = 0
    ordered = sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.sort_key))
    groups = list(capped(ordered))
    for number, group in enumerate(groups):
        entry = _entry(group.finding, words)
        if group.more:
            entry += f"\n  {escape(words.say(MORE, n=group.more, code=group.finding.code).strip())}"
        length += len(entry)
        if length > _MOST_CHARACTERS:
            rest = words.say("… and {n} more; `portal check` shows all", n=len(groups) - number)
            lines.append(f"- {escape(rest)}")
            break
        lines.append(entry)
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(finding: Finding, words: Words) -> str:
    severity = words.say(finding.severity.value)
    head = f"- **{escape(severity)}** {finding.code} {code(str(finding.position))}: {escape(words.message(finding))}"
    help = words.help(finding)
    return f"{head}  \n  {escape(words.say('help'))}: {escape(help)}" if help else head


def escape(text: str) -> str:
    """Return Markdown that shows `text` as it is, on one line."""
    plain = html.escape(neutral(text), quote=False)
    return _SPLIT.sub(lambda found: f"{found[0]}<!-- -->", _PUNCTUATION.sub(r"\\\1", plain))


def code(text: str) -> str:
    """Return a code span that shows `text` as it is."""
    plain = neutral(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    return f"{fence} {plain} {fence}" if len(fence) > 1 else f"`{plain}`"
