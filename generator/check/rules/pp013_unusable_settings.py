r"""The settings of MkDocs cannot be used.

What it does
    Reads `mkdocs.yml` as a build does, and looks whether the hooks that it names are there and can be compiled, and
    whether the plugins are installed. None of their code is run: what fails when it runs is told by the build.

Why it matters
    No site can be built. The sites that are live stay as they are.

What to do
    Correct the line that is named. A portal without a `mkdocs.yml` is built with the settings that come with the
    program, and so is every portal after its own is deleted.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP013", Severity.ERROR, "0.1", __doc__)
