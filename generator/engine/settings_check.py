"""What is wrong with `mkdocs.yml`, asked for by whoever checks: PP013.

Takes a portal, returns findings. Loads no MkDocs, unless the file is another one than that which was last found to be
right.
"""

from __future__ import annotations

import hashlib
import os

from generator.diagnostics import Finding
from generator.engine.brought import says_all
from generator.engine.settings import fault_of_file, no_file
from generator.paths import PortalPaths
from generator.store.digest import program_digest
from generator.store.store import Store, key_of


def settings_findings(paths: PortalPaths, store: Store) -> tuple[Finding, ...]:
    """Return what is wrong with the portal's own `mkdocs.yml` and what it names, as a build would say it.

    No code that it names is run. That a file is right is kept in `store`, when nothing but its bytes decides.
    """
    file = paths.settings
    if not os.path.lexists(file):
        return ()  # that of the program is right
    if not file.is_file():
        return (no_file(file),)
    key = key_of(b"settings", program_digest().encode())
    try:
        data = file.read_bytes()
    except OSError as fault:
        return (fault_of_file(file, fault),)
    state = hashlib.sha256(data).digest()
    if store.get(key) == state:
        return ()
    from generator.engine.judged import judged

    found = judged(file)
    if not found and says_all(data):
        store.put(key, state)
    return found
