"""What an editor wrote comes out neutral in every format: no command, no link, no mention, no control character."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from generator.console.concise import format_concise
from generator.console.diff import format_diff
from generator.console.github import format_github
from generator.console.gitlab import format_gitlab
from generator.console.json import format_report
from generator.console.markdown import format_markdown
from generator.console.report import Report
from generator.console.sarif import format_sarif
from generator.console.text import format_findings
from generator.diagnostics import Finding, Position, Severity

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x9b31m",
    "\x1b]0;title\x07",
    "::error::all is lost",
    "  ::error::x",
    "\t::error::x",
    " \t ::error::x",
    "a\n::error file=x::all is lost",
    "a\r\n##vso[task.setvariable variable=x]y",
    "##[group]x",
    "##vso[task.complete]",
    "\u202eevil\u2066",
    "a\u2028b\u200bc\ufeff",
    "</details><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "https://evil.example/ www.evil.example",
    "@everyone @octocat #123 !45 closes #6",
    "a | b || c",
    "`code` ``more`` `",
    "*bold* _it_ ~~gone~~ # head",
    "%0A::error::x %25 ,:",
    "\udcff",
    "{message} {0} {{x}}",
    "<!-- comment -->",
    "---\n# heading\n- item",
    "&lt;b&gt; &#64;everyone",
    "$math$ $$x$$",
]
FORMATS: dict[str, Callable[[Report], str]] = {
    "text": lambda report: format_findings(report.findings, lambda file, line: report.findings[0].text),
    "concise": lambda report: format_concise(report.findings),
    "json": lambda report: format_report(report.findings, **report.facts()),
    "github": format_github,
    "gitlab": format_gitlab,
    "sarif": format_sarif,
    "markdown": format_markdown,
    "diff": lambda report: format_diff(
        {"content/a.yml": "a\n"}, {"content/a.yml": f"{report.findings[0].text}\n"}
    ),
}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def report_of(hostile: str) -> Report:
    """A report in which everything that an editor can choose is hostile."""
    place = Position(f"content/{hostile}.yml", 3, 5, 3, 9)
    values = {"found": hostile}
    found = Finding("PP101", Severity.ERROR, place, "{found}", values, "{found}", (hostile, 0))
    return Report((found,), 1, 1, 1)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_format_passes_on_what_a_machine_would_obey(form: str, hostile: str) -> None:
    """No control or direction character; no command in the log of a build service but our own."""
    printed = FORMATS[form](report_of(hostile))
    unseen = {character for character in printed if unicodedata.category(character) in _UNSEEN}
    unseen -= {"\n", "\t"} if form == "diff" else {"\n"}
    commands = [line for line in printed.split("\n") if line.strip().startswith("::")]
    assert (unseen, len(commands), re.findall(r"##(?:vso)?\[", printed)) == (set(), int(form == "github"), [])
    printed.encode("utf-8")


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_machine_formats_stay_well_formed(form: str, hostile: str) -> None:
    """Whatever is in a name, the output is one JSON value."""
    assert json.loads(FORMATS[form](report_of(hostile)))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markdown_shows_hostile_text_as_text(hostile: str) -> None:
    """A renderer that allows HTML and makes links of addresses finds two lines of text: a head and one entry."""
    source = format_markdown(report_of(hostile))
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(source)
    inline = [child for token in tokens for child in token.children or ()]
    made = {token.type for token in inline} - {
        "text",
        "code_inline",
        "strong_open",
        "strong_close",
        "hardbreak",
    }
    html = {token.content for token in inline if token.type == "html_inline"}
    blocks = {token.type for token in tokens if token.nesting >= 0}
    assert made <= {"html_inline", "text_special"}
    assert html <= {"<!-- -->"}
    assert blocks <= {"paragraph_open", "inline", "bullet_list_open", "list_item_open"}
    assert not re.search(r"@\w|#\d|https?://|www\.", "\n".join(texts_of(inline)))


def texts_of(inline: list[object]) -> list[str]:
    """The texts that a service would search for mentions and links; code is not searched."""
    merged = [""]
    for token in inline:
        kind, content = token.type, token.content  # type: ignore[attr-defined]
        if kind in ("text", "text_special"):
            merged[-1] += content
        else:
            merged.append("")
    return merged


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_workflow_command_has_one_file_and_one_message(hostile: str) -> None:
    """Read back by the runner's own rules, name and message are what they were, made visible."""
    command = format_github(report_of(hostile)).split("\n")[0]
    head, _, message = command.removeprefix("::").partition("::")
    properties = dict(part.split("=", 1) for part in head.removeprefix("error ").split(","))
    assert (list(properties), "\n" in message) == (["file", "line", "col", "endColumn", "title"], False)
    assert (properties["line"], properties["title"]) == ("3", "PP101")
