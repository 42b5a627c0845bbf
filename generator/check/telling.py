"""What of all findings is told: one finding for one cause, with advice from what the portal has.

Takes the findings of every stage, in order, and the catalog; returns those to tell, in any order. What a comment
switches off is left out later.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.echoes import without_echoes
from generator.check.unusable import with_known_ids
from generator.check.wholes import as_wholes
from generator.diagnostics import Finding
from generator.model.catalog import Catalog


def to_tell(findings: Sequence[Finding], catalog: Catalog) -> tuple[Finding, ...]:
    """Return the findings that an editor should read."""
    return without_echoes(with_known_ids(as_wholes(findings, catalog), catalog), catalog)
