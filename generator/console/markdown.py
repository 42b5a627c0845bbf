"""Findings as Markdown, for a comment on a pull request or the summary of a step.

Takes a report, returns text. What an editor wrote is shown as text: no link, no mention, no HTML, no table is made
of it, whatever it holds.
"""

from __future__ import annotations

from generator.console.report import MORE, Report, capped
from generator.console.safe import code, markdown
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding

_MOST_CHARACTERS = 60_000
"""Comments end at 65,536 characters on the usual service."""


def format_markdown(report: Report, words: Words = ENGLISH) -> str:
    """Return a heading line and a list, one entry per finding, worst first."""
    lines = [f"**{markdown(report.last_line(words))}**", ""]
    length = 0
    ordered = sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.sort_key))
    groups = list(capped(ordered))
    for number, group in enumerate(groups):
        entry = _entry(group.finding, words)
        if group.more:
            entry += f"\n  {markdown(words.say(MORE, n=group.more, code=group.finding.code).strip())}"
        length += len(entry)
        if length > _MOST_CHARACTERS:
            rest = words.say("… and {n} more; `portal check` shows all", n=len(groups) - number)
            lines.append(f"- {markdown(rest)}")
            break
        lines.append(entry)
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(finding: Finding, words: Words) -> str:
    severity = words.say(finding.severity.value)
    place, message = code(str(finding.position)), markdown(words.message(finding))
    head = f"- **{markdown(severity)}** {finding.code} {place}: {message}"
    help = words.help(finding)
    return f"{head}  \n  {markdown(words.say('help'))}: {markdown(help)}" if help else head
