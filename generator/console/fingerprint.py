"""Names by which services know a finding again when lines have moved.

Takes findings, returns one hexadecimal string for each: different for different findings, the same when only
the place in the file or the language of the run has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from generator.diagnostics import Finding

_OF_PLACE = frozenset({"line", "column", "opened"})
"""Values of a message that are places; they change when lines are added above."""


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the fingerprint of each finding, in order; equal ones are told apart by their number."""
    seen = Counter[str]()
    names = []
    for finding in findings:
        values = {name: str(value) for name, value in finding.values.items() if name not in _OF_PLACE}
        parts = [finding.code, finding.position.file, finding.path, " ".join(finding.message.split()), values]
        same = json.dumps(parts, sort_keys=True)
        names.append(hashlib.sha256(f"{same}\n{seen[same]}".encode()).hexdigest())
        seen[same] += 1
    return tuple(names)
