r"""A page does not keep to its content policy.

What it does
    Looks in every finished page for the Content-Security-Policy before anything is loaded, and for what the
    policy refuses: scripts and styles inside the page, `style` attributes, handlers such as `onclick`, addresses
    that begin with `javascript:`. Data blocks (JSON) are allowed.

Why it matters
    The policy keeps foreign code from running should any get into a page. Without it that protection is gone;
    code of our own that breaks it is not run, and the page looks or works wrong.

What to do
    This is a fault of a template. Put the code into a file in `theme/scripts`, a style into a class.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP909", Severity.ERROR, "0.1", __doc__)
