"""The list of all rules, explicit and in order of their codes. A code is never used twice, nor again.

Takes the rule modules, returns `RULES` and `BY_CODE`. A new rule file is named here once.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.check.rules import pp101_unknown_reference, pp203_closes_before_opening

RULES: tuple[Rule, ...] = (
    pp101_unknown_reference.RULE,
    pp203_closes_before_opening.RULE,
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
